#include <algorithm>

#include "analysis/number_text.h"
#include "analysis/report/companions.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

double number(const Json& value) { return value.is_number() ? value.get<double>() : no_value; }

std::string shown(const Findings& f, const Json& pattern, std::string_view what) {
    const double value = number(pattern[std::string(what)]);
    return fact(fmt::format("validation/{}:{}", pattern["id"].get<std::string>(), what),
                value,
                four_digits_text(value, f.language));
}

std::string band(const Findings& f, const Json& pattern) {
    if (pattern["low"].is_null()) {
        return f.say("at most {}", "al più {}", shown(f, pattern, "high"));
    }
    if (pattern["high"].is_null()) {
        return f.say("at least {}", "almeno {}", shown(f, pattern, "low"));
    }
    return f.say("{} to {}", "da {} a {}", shown(f, pattern, "low"), shown(f, pattern, "high"));
}

bool is_pattern_told(const Json& pattern) { return pattern.value("told_apart", true); }

bool is_met(const Json& pattern) { return is_pattern_told(pattern) && pattern["verdict"] == "met"; }

std::string pattern_verdict(const Findings& f, const Json& pattern) {
    if (!is_pattern_told(pattern)) {
        return std::string(
            f.in("not told apart from the band's edge", "non distinguibile dal bordo della banda"));
    }
    return std::string(is_met(pattern) ? f.in("met", "riprodotto")
                                       : f.in("MISSED", "NON RIPRODOTTO"));
}

ReportTable patterns_table(const Findings& f, const Json& patterns) {
    ReportTable table;
    table.caption = std::string(f.in("Patterns seen in the world, and what the model simulates",
                                     "Andamenti visti nel mondo, e che cosa simula il modello"));
    table.header = {std::string(f.in("Pattern", "Andamento")),
                    std::string(f.in("band", "banda")),
                    std::string(f.in("simulated", "simulato")),
                    std::string(f.in("error", "errore")),
                    std::string(f.in("verdict", "verdetto")),
                    std::string(f.in("source", "fonte"))};
    table.words = {1, 4, 5};
    for (const Json& pattern : patterns) {
        table.rows.push_back({fmt::format("{} {}",
                                          pattern["id"].get<std::string>(),
                                          pattern["text"].get<std::string>()),
                              band(f, pattern),
                              shown(f, pattern, "simulated"),
                              shown(f, pattern, "se"),
                              pattern_verdict(f, pattern),
                              pattern.value("source", "-")});
    }
    return table;
}

}  // namespace

std::vector<ReportBlock> validation_blocks(const Findings& f, const Companions& companions) {
    if (companions.validation.is_null()) {
        return {Paragraph{std::string(f.in(
            "Not in this report: `cantiere validate -o validation.json` beside the "
            "results puts the patterns that the model meets and misses here.",
            "Non in questo rapporto: `cantiere validate --lang it -o validation.json` accanto ai "
            "risultati mette qui gli andamenti che il modello riproduce e quelli che no."))}};
    }
    const Json& patterns = companions.validation["patterns"];
    const auto met = static_cast<std::size_t>(std::ranges::count_if(patterns, is_met));
    const auto told = static_cast<std::size_t>(std::ranges::count_if(patterns, is_pattern_told));
    const auto counted = [](const char* what, std::size_t count) {
        return fact(what, static_cast<double>(count), fmt::format("{}", count));
    };
    FigureJson data = figure_data(
        f,
        "validation",
        f.say(
            "The model meets {} of {} patterns and misses {}; {} are too near an edge to tell",
            "Il modello riproduce {} andamenti su {} e non ne riproduce {}; {} sono troppo vicini "
            "a un bordo per dirlo",
            counted("validation:met", met),
            counted("validation:all", patterns.size()),
            counted("validation:missed", told - met),
            counted("validation:not_told", patterns.size() - told)));
    data["source"] = "cantiere validate";
    data["interval"] = f.in("two standard errors", "due errori standard");
    data["patterns"] = FigureJson::array();
    for (const Json& pattern : patterns) {
        FigureJson one;
        for (const char* const key :
             {"id", "text", "unit", "target", "low", "high", "simulated", "se", "verdict"}) {
            one[key] = pattern[key];
        }
        data["patterns"].push_back(std::move(one));
    }
    return {figure_of(f, "validation", std::move(data), patterns_table(f, patterns))};
}

}  // namespace cantiere
