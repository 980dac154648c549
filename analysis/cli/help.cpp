#include "analysis/cli/help.h"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "analysis/catalogue/catalogue.h"

namespace cantiere {
namespace {

/// Heads of the options and words of the usage, as CLI11 names them, and in Italian.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> heads{
    {{"Usage", "Uso"},
     {"Positionals", "Parole"},
     {"Options", "Opzioni"},
     {"OPTIONS", "OPZIONI"},
     {"Global", "Comuni a tutti"},
     {"REQUIRED", "OBBLIGATORIO"}}};

constexpr std::string_view program_en =
    "Cantiere simulates programmes that place and support disadvantaged residents and says\n"
    "which costs what, to whom, and whom it helps.\n\n"
    "usage: cantiere COMMAND [WORDS] [OPTIONS]\n\ncommands:\n";

constexpr std::string_view program_it =
    "Cantiere simula programmi che inseriscono e sostengono residenti svantaggiati, e dice\n"
    "quale costa quanto, a chi, e chi aiuta.\n\n"
    "uso: cantiere COMANDO [PAROLE] [OPZIONI]\n\ncomandi:\n";

constexpr std::string_view end_en =
    "Help of a command: cantiere run --help\n"
    "Example: cantiere run bari --draws 2 --replicates 2 -o /tmp/try.h5\n"
    "Exit codes: 0 ok, 1 a run failed, 2 command line, 3 study or pack, 4 results file or\n"
    "place, 5 verify differs or --fail-if holds, 130 interrupted (resumable).\n";

constexpr std::string_view end_it =
    "Aiuto di un comando: cantiere run --help\n"
    "Esempio: cantiere run bari --draws 2 --replicates 2 -o /tmp/try.h5\n"
    "Codici di uscita: 0 a posto, 1 un'esecuzione non riuscita, 2 riga di comando, 3 studio o\n"
    "pacchetto, 4 file di risultati o posto, 5 verify differisce o --fail-if vale, 130 interrotto\n"
    "(si può proseguire).\n";

ItalianHelp italian_help_of(const std::string& command) {
    for (const auto& part : {help_in_italian(), more_help_in_italian()}) {
        for (const ItalianHelp& help : part) {
            if (help.command == command) return help;
        }
    }
    return {};
}

std::string summary_of(const Command& command, Language language) {
    return std::string(
        in_language(language, command.summary, italian_help_of(command.name).summary));
}

/// Puts heads and descriptions of options into a language.
void put_into(CLI::App& app, Language language) {
    if (language == Language::english) return;
    for (const auto& [english, italian] : heads) {
        app.get_formatter()->label(std::string(english), std::string(italian));
    }
    for (CLI::Option* option : app.get_options()) {
        option->description(told(option->get_description(), language));
        for (const auto& [english, italian] : heads) {
            if (option->get_group() == english) option->group(std::string(italian));
        }
    }
}

/// The options that every command takes, with the line of their head.
std::string options_of_all(const CLI::App& app, Language language) {
    const std::string text = app.help();
    const std::string head = std::string(in_language(language, "Global", "Comuni a tutti")) + ":";
    const std::size_t begin = text.find(head);
    return begin == std::string::npos ? "\n" + text : text.substr(begin + head.size());
}

}  // namespace

std::string help_of_program(CLI::App& app,
                            const std::vector<Command>& commands,
                            Language language) {
    put_into(app, language);
    std::string text(in_language(language, program_en, program_it));
    for (const Command& command : commands) {
        text += fmt::format("  {:<12} {}\n", command.name, summary_of(command, language));
    }
    text += in_language(language, "\nevery command takes:", "\nogni comando prende:");
    text += options_of_all(app, language);
    return text.append(in_language(language, end_en, end_it));
}

std::string help_of(CLI::App& app, const Command& command, Language language) {
    put_into(app, language);
    app.description(summary_of(command, language));
    std::string text = app.help();
    for (std::size_t gap = text.find("\n\n\n"); gap != std::string::npos;
         gap = text.find("\n\n\n")) {
        text.erase(gap, 1);
    }
    if (!command.details.empty()) {
        const std::string_view details =
            in_language(language, command.details, italian_help_of(command.name).details);
        text += fmt::format("\n{}\n", details);
    }
    const std::string_view example = in_language(language, "Example", "Esempio");
    return text + fmt::format("\n{}: {}\n", example, command.example);
}

}  // namespace cantiere
