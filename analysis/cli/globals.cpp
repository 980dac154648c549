#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/cli/command.h"
#include "analysis/cli/values.h"

namespace cantiere {
namespace {

Colour colour_named(const std::string& text) {
    const std::vector<std::string> names{"auto", "always", "never"};
    const std::string& name = one_of_names("--color", text, names);
    return name == "auto" ? Colour::automatic : name == "always" ? Colour::always : Colour::never;
}

Language language_named(const std::string& text) {
    return one_of_names("--lang", text, {"it", "en"}) == "it" ? Language::italian
                                                              : Language::english;
}

/// The language that a word or the one after it names, if any.
std::optional<Language> stated_language(const std::vector<std::string>& words, std::size_t place) {
    constexpr std::string_view joined = "--lang=";
    const std::string& word = words[place];
    const bool has_next = word == "--lang" && place + 1 < words.size();
    const std::string name = word.starts_with(joined) ? word.substr(joined.size())
                             : has_next               ? words[place + 1]
                                                      : "";
    if (name == "it") return Language::italian;
    if (name == "en") return Language::english;
    return std::nullopt;
}

}  // namespace

Language language_of(const std::vector<std::string>& words) {
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (const auto stated = stated_language(words, place)) return *stated;
    }
    return language_of_environment();
}

void declare_globals(CLI::App& app, GlobalOptions& globals) {
    app.add_flag("-h,--help", globals.help, "this help")->group("Global");
    app.add_flag("--version", globals.version, "version and commit")->group("Global");
    app.add_flag("-q,--quiet", globals.quiet, "no progress and no remarks")->group("Global");
    app.add_flag("-v,--verbose", globals.verbose, "more remarks")->group("Global");
    app.add_flag("--json", globals.json, "JSON on standard output")->group("Global");
    app.add_option_function<std::string>(
           "--color",
           [&globals](const std::string& text) { globals.colour = colour_named(text); },
           "auto, always or never (auto: on a terminal, unless NO_COLOR is set)")
        ->type_name("WHEN")
        ->group("Global");
    app.add_option_function<std::string>(
           "--lang",
           [&globals](const std::string& text) { globals.language = language_named(text); },
           "it or en (default: of LANG, else English)")
        ->type_name("LANG")
        ->group("Global");
}

}  // namespace cantiere
