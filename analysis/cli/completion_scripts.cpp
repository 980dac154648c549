#include "analysis/cli/completion_scripts.h"

#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "analysis/breakdown.h"
#include "analysis/cli/study_files.h"
#include "analysis/perspective.h"

namespace cantiere {
namespace {

/// What may follow an option, or stand as a word of a command.
struct Values {
    std::vector<std::string> words;
    std::string files;  // "toml", "h5": names that end so; "any"; "": no files
};

struct OptionWords {
    std::vector<std::string> names;  // "-j", "--threads"
    std::string text;
    std::optional<Values> values;  // of an option that takes one
};

/// The values of an option, by its name, else by what its help calls them.
Values values_of(const std::string& name, const std::string& called) {
    if (name == "--by") return {breakdown_names(), ""};
    if (name == "--perspective") return {perspective_names(), ""};
    if (name == "--color") return {{"auto", "always", "never"}, ""};
    if (name == "--lang") return {{"it", "en"}, ""};
    if (name == "--method") return {{"oneway", "morris", "pawn"}, ""};
    if (called == "STUDY") return {shipped_studies(), "toml"};
    if (called == "OTHER") return {shipped_studies(), "toml"};
    return {{}, called == "FILE" || called == "DIR" ? "any" : ""};
}

/// The words that follow a command, by what its help calls them.
Values values_of_words(const std::string& called) {
    if (called == "STUDY" || called == "FILE") return {shipped_studies(), "toml"};
    if (called == "RESULT" || called == "SHARD") return {{}, "h5"};
    if (called == "SHELL") return {completion_shells(), ""};
    if (called == "METHOD") return {{"lhs", "sobol", "saltelli", "morris"}, ""};
    return {{}, called == "WORD" ? "" : "any"};
}

OptionWords option_words(const CLI::Option& option) {
    OptionWords words{{}, option.get_description(), std::nullopt};
    for (const std::string& name : option.get_snames()) {
        words.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        words.names.push_back("--" + name);
    }
    if (option.get_items_expected_max() > 0 && !words.names.empty()) {
        words.values = values_of(words.names.back(), option.get_type_name());
    }
    return words;
}

/// The options of a command and the words it takes.
struct CommandWords {
    std::vector<OptionWords> options;
    Values words;
};

CommandWords words_of(const Command& command) {
    CLI::App app;
    app.set_help_flag();
    GlobalOptions ignored;
    command.declare(app);
    declare_globals(app, ignored);
    CommandWords all;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            all.words = values_of_words(option->get_single_name());
        } else {
            all.options.push_back(option_words(*option));
        }
    }
    return all;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator = " ") {
    return fmt::format("{}", fmt::join(words, separator));
}

constexpr std::string_view bash_begin =
    R"sh(# bash completion of cantiere: eval "$(cantiere completion bash)"
_cantiere() {
    local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}"
    local command="" options="" words="" files="" i
    [[ $previous == = ]] && previous="${COMP_WORDS[COMP_CWORD - 2]}"
    [[ $word == = ]] && word=""
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --color | --lang) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $command in
)sh";

constexpr std::string_view bash_end = R"sh(    esac
    [[ $word == -* ]] && words=$options files=""
    mapfile -t COMPREPLY < <(
        compgen -W "$words" -- "$word"
        case $files in
            "") ;;
            any) compgen -f -- "$word" ;;
            *) compgen -d -- "$word"; compgen -f -X "!*.$files" -- "$word" ;;
        esac
    )
}
complete -o filenames -F _cantiere cantiere
)sh";

std::string bash_values(const Values& values) {
    return fmt::format(R"(words="{}" files="{}")", joined(values.words), values.files);
}

/// The case of one command: its options and words, then what each option takes.
std::string bash_case(const std::string& pattern, const CommandWords& command) {
    std::vector<std::string> names;
    std::string after_options;
    for (const OptionWords& option : command.options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
        if (option.values) {
            after_options += fmt::format("                {}) options=\"\" {} ;;\n",
                                         joined(option.names, " | "),
                                         bash_values(*option.values));
        }
    }
    return fmt::format(
        "        {})\n            options=\"{}\" {}\n"
        "            case $previous in\n{}            esac ;;\n",
        pattern,
        joined(names),
        bash_values(command.words),
        after_options);
}

std::string bash_script(const std::vector<Command>& commands) {
    const Command none{"", "", "", "", [](CLI::App&) { return Action(); }};
    CommandWords start = words_of(none);
    for (const Command& command : commands) {
        start.words.words.push_back(command.name);
    }
    std::string script = std::string(bash_begin) + bash_case("\"\"", start);
    for (const Command& command : commands) {
        script += bash_case(command.name, words_of(command));
    }
    return script + std::string(bash_end);
}

std::string zsh_script(const std::vector<Command>& commands) {
    return "#compdef cantiere\n# zsh completion of cantiere: eval \"$(cantiere completion zsh)\"\n"
           "autoload -Uz bashcompinit && bashcompinit\n" +
           bash_script(commands);
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char letter : text) {
        result += letter == '\'' ? "\\'" : letter == '\n' ? " " : std::string(1, letter);
    }
    return result + "'";
}

/// What fish offers after an option: its words only, or files too.
std::string fish_values(const Values& values) {
    return values.words.empty() ? " -r" : fmt::format(" -x -a '{}'", joined(values.words));
}

/// The lines of one command: its own, its words and each option.
std::string fish_lines(const Command& command) {
    std::string lines = fmt::format("complete -c cantiere -n __fish_use_subcommand -a {} -d {}\n",
                                    command.name,
                                    quoted(command.summary));
    const std::string here =
        fmt::format("complete -c cantiere -n '__fish_seen_subcommand_from {}'", command.name);
    const CommandWords all = words_of(command);
    if (!all.words.words.empty()) {
        lines += fmt::format("{} -a '{}'\n", here, joined(all.words.words));
    }
    for (const OptionWords& option : all.options) {
        lines += here;
        for (const std::string& name : option.names) {
            lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        lines += (option.values ? fish_values(*option.values) : "") + " -d " + quoted(option.text) +
                 "\n";
    }
    return lines;
}

std::string fish_script(const std::vector<Command>& commands) {
    std::string script = "# fish completion of cantiere: cantiere completion fish | source\n";
    for (const Command& command : commands) {
        script += fish_lines(command);
    }
    return script;
}

}  // namespace

std::vector<std::string> completion_shells() { return {"bash", "zsh", "fish"}; }

std::string completion_script(const std::string& shell, const std::vector<Command>& commands) {
    if (shell == "fish") {
        return fish_script(commands);
    }
    return shell == "zsh" ? zsh_script(commands) : bash_script(commands);
}

}  // namespace cantiere
