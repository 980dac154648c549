#include "analysis/cli/arguments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "analysis/cli/help.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::string_view program = "cantiere";

bool looks_like_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

/// The options of a command as they are typed.
class OptionNames {
  public:
    explicit OptionNames(const CLI::App& app) : program_(app.get_name()) {
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                by_name_["--" + name] = option;
            }
            for (const std::string& name : option->get_snames()) {
                by_name_["-" + name] = option;
            }
        }
    }

    /// Returns the option of a name; throws UsageError with the nearest name.
    const CLI::Option& find(const std::string& name) const {
        const auto found = by_name_.find(name);
        if (found != by_name_.end()) {
            return *found->second;
        }
        throw UsageError(fmt::format("unknown option \"{}\"", name), suggestion(name));
    }

    bool knows(const std::string& name) const { return by_name_.contains(name); }

  private:
    std::string suggestion(const std::string& name) const {
        std::vector<std::string> known;
        for (const auto& [one, option] : by_name_) {
            if (one.starts_with("--")) {
                known.push_back(one);
            }
        }
        const std::string dashed = name.starts_with("--") ? name : "-" + name;
        return did_you_mean(dashed, known, fmt::format("see {} --help for the options", program_));
    }

    std::string program_;

    std::map<std::string, const CLI::Option*> by_name_;
};

/// Walks over the words of a command before CLI11 reads them, since its own texts on typos mislead.
class WordCheck {
  public:
    WordCheck(const CLI::App& app, const std::vector<std::string>& words)
        : names_(app), program_(app.get_name()), words_(words) {
        for (const CLI::Option* option : app.get_options()) {
            if (option->get_positional()) {
                const int most = option->get_items_expected_max();
                positionals_ += static_cast<std::size_t>(most);
            }
        }
    }

    void run() {
        while (place_ < words_.size()) {
            const std::string& word = words_[place_++];
            if (word == "--" && !only_positionals_) {
                only_positionals_ = true;
            } else if (only_positionals_ || !looks_like_option(word)) {
                check_positional(word);
            } else if (word.starts_with("--")) {
                check_long(word);
            } else {
                check_short(word);
            }
        }
    }

  private:
    void check_positional(const std::string& word) {
        if (++seen_positionals_ > positionals_) {
            throw UsageError(
                fmt::format("unexpected word \"{}\"", word),
                positionals_ == 0
                    ? "this command takes options only"
                    : fmt::format("give at most {}, see {} --help", positionals_, program_));
        }
    }

    void check_long(const std::string& word) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const CLI::Option& option = names_.find(name);
        if (!takes_value(option)) {
            if (equals != std::string::npos) {
                throw UsageError(fmt::format("{} takes no value", name),
                                 fmt::format("write {} alone", name));
            }
            return;
        }
        note_once(option, name);
        if (equals == std::string::npos) {
            skip_value(option, name);
        } else if (equals + 1 == word.size()) {
            refuse_no_value(option, name);
        }
    }

    /// Checks `-j3`, `-j 3` and joined flags as `-qn`.
    void check_short(const std::string& word) {
        if (!names_.knows(word.substr(0, 2))) {
            names_.find(word);
        }
        for (std::size_t letter = 1; letter < word.size(); ++letter) {
            const std::string name = std::string("-") + word[letter];
            const CLI::Option& option = names_.find(name);
            if (takes_value(option)) {
                note_once(option, name);
                if (letter + 1 == word.size()) {
                    skip_value(option, name);
                }
                return;
            }
        }
    }

    void skip_value(const CLI::Option& option, const std::string& name) {
        const bool given = place_ < words_.size() && !words_[place_].empty();
        if (!given || names_.knows(words_[place_])) {
            refuse_no_value(option, name);
        }
        ++place_;
    }

    static void refuse_no_value(const CLI::Option& option, const std::string& name) {
        throw UsageError(fmt::format("{} has no value", name),
                         fmt::format("write {} {}", name, option.get_type_name()));
    }

    void note_once(const CLI::Option& option, const std::string& name) {
        const bool repeatable = option.get_items_expected_max() > 1;
        if (++seen_[&option] > 1 && !repeatable) {
            throw UsageError(fmt::format("{} is given twice", name), "give it once");
        }
    }

    OptionNames names_;
    std::string program_;
    const std::vector<std::string>& words_;
    std::size_t place_ = 0;
    std::size_t positionals_ = 0;
    std::size_t seen_positionals_ = 0;
    bool only_positionals_ = false;
    std::map<const CLI::Option*, int> seen_;
};

/// Finds where the command stands: the first word that is neither a global option nor its value.
std::optional<std::size_t> place_of_command(const std::vector<std::string>& words) {
    CLI::App app;
    app.set_help_flag();
    GlobalOptions ignored;
    declare_globals(app, ignored);
    const OptionNames names(app);
    for (std::size_t place = 0; place < words.size(); ++place) {
        const std::string& word = words[place];
        if (!looks_like_option(word)) {
            return place;
        }
        const bool joined = word.find('=') != std::string::npos || !word.starts_with("--");
        if (names.knows(word) && takes_value(names.find(word)) && !joined) {
            ++place;
        }
    }
    return std::nullopt;
}

const Command& find_command(const std::vector<Command>& commands, const std::string& name) {
    std::vector<std::string> names;
    for (const Command& command : commands) {
        if (command.name == name) {
            return command;
        }
        names.push_back(command.name);
    }
    throw UsageError(fmt::format("unknown command \"{}\"", name),
                     did_you_mean(name, names, "see cantiere --help for the commands"));
}

void parse(CLI::App& app, const std::vector<std::string>& words) {
    WordCheck(app, words).run();
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what(), fmt::format("see {} --help", app.get_name()));
    }
}

/// Makes what a command needs optional, so that its help can be asked for alone.
bool asks_for_help(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "--help" || word == "-h";
    });
}

}  // namespace

Invocation read_command_line(const std::vector<std::string>& words) {
    const std::vector<Command> commands = all_commands();
    const std::optional<std::size_t> place = place_of_command(words);
    if (place && words[*place] == "help") {  // as an option: of the program, or of a command
        std::vector<std::string> as_option = words;
        as_option.erase(as_option.begin() + static_cast<std::ptrdiff_t>(*place));
        as_option.emplace_back("--help");
        return read_command_line(as_option);
    }
    Invocation invocation;
    const Language language = language_of(words);
    CLI::App app("", place ? fmt::format("{} {}", program, words[*place]) : std::string(program));
    app.set_help_flag();
    std::vector<std::string> rest = words;
    if (place) {
        const Command& command = find_command(commands, words[*place]);
        invocation.command = command.name;
        invocation.action = command.declare(app);
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
        declare_globals(app, invocation.globals);
        invocation.help = help_of(app, command, language);
    } else {
        declare_globals(app, invocation.globals);
        invocation.help = help_of_program(app, commands, language);
    }
    if (place && asks_for_help(rest)) {
        invocation.globals.help = true;
        return invocation;
    }
    parse(app, rest);
    return invocation;
}

bool asks_for_json(const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), "--json") != words.end();
}

}  // namespace cantiere
