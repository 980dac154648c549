#include "analysis/cli/completion_scripts.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "analysis/cli/study_files.h"

namespace cantiere {
namespace {

struct OptionWords {
    std::vector<std::string> names;  // "-j", "--threads"
    std::string text;
    bool takes_value = false;
};

std::vector<OptionWords> options_of(const Command& command) {
    CLI::App app;
    app.set_help_flag();
    GlobalOptions ignored;
    command.declare(app);
    declare_globals(app, ignored);
    std::vector<OptionWords> all;
    for (const CLI::Option* option : app.get_options()) {
        OptionWords words{{}, option->get_description(), option->get_items_expected_max() > 0};
        for (const std::string& name : option->get_snames()) {
            words.names.push_back("-" + name);
        }
        for (const std::string& name : option->get_lnames()) {
            words.names.push_back("--" + name);
        }
        if (!words.names.empty()) {
            all.push_back(words);
        }
    }
    return all;
}

/// The words that follow a command: shipped studies, shells, or files only.
std::string words_of(const Command& command) {
    std::string words;
    if (command.name == "run" || command.name == "check" || command.name == "show") {
        for (const std::string& id : shipped_studies()) {
            words += " " + id;
        }
    }
    if (command.name == "completion") {
        words = " bash zsh fish";
    }
    return words;
}

std::string names_of(const std::vector<Command>& commands) {
    std::string names;
    for (const Command& command : commands) {
        names += (names.empty() ? "" : " ") + command.name;
    }
    return names;
}

std::string option_names(const Command& command) {
    std::string names;
    for (const OptionWords& option : options_of(command)) {
        for (const std::string& name : option.names) {
            names += (names.empty() ? "" : " ") + name;
        }
    }
    return names;
}

constexpr std::string_view bash_begin =
    R"sh(# bash completion of cantiere: eval "$(cantiere completion bash)"
_cantiere() {
    local word="${COMP_WORDS[COMP_CWORD]}" command="" words="" i
    for ((i = 1; i < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} != -* ]] && { command=${COMP_WORDS[i]}; break; }
    done
    case $command in
)sh";

constexpr std::string_view bash_end = R"sh(    esac
    mapfile -t COMPREPLY < <(
        compgen -W "$words" -- "$word"
        [[ $word == -* || -z $command ]] || compgen -f -- "$word"
    )
}
complete -o filenames -F _cantiere cantiere
)sh";

std::string bash_script(const std::vector<Command>& commands) {
    std::string script(bash_begin);
    script += fmt::format("        \"\") words=\"{} --help --version\" ;;\n", names_of(commands));
    for (const Command& command : commands) {
        script += fmt::format("        {}) words=\"{}{}\" ;;\n",
                              command.name,
                              option_names(command),
                              words_of(command));
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

/// The lines of one command: its own, its words and each option.
std::string fish_lines(const Command& command) {
    std::string lines = fmt::format("complete -c cantiere -n __fish_use_subcommand -a {} -d {}\n",
                                    command.name,
                                    quoted(command.summary));
    const std::string here =
        fmt::format("complete -c cantiere -n '__fish_seen_subcommand_from {}'", command.name);
    if (const std::string words = words_of(command); !words.empty()) {
        lines += fmt::format("{} -a '{}'\n", here, words.substr(1));
    }
    for (const OptionWords& option : options_of(command)) {
        lines += here;
        for (const std::string& name : option.names) {
            lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        lines += std::string(option.takes_value ? " -r" : "") + " -d " + quoted(option.text) + "\n";
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
