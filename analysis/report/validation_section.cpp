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

bool is_met(const Json& pattern) { return pattern["verdict"] == "met"; }

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
                              std::string(is_met(pattern) ? f.in("met", "riprodotto")
                                                          : f.in("MISSED", "NON RIPRODOTTO")),
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
    FigureJson data =
        figure_data(f,
                    "validation",
                    f.say("The model meets {} of {} patterns and misses {}",
                          "Il modello riproduce {} andamenti su {} e non ne riproduce {}",
                          fact("validation:met", static_cast<double>(met), fmt::format("{}", met)),
                          fact("validation:all",
                               static_cast<double>(patterns.size()),
                               fmt::format("{}", patterns.size())),
                          fact("validation:missed",
                               static_cast<double>(patterns.size() - met),
                               fmt::format("{}", patterns.size() - met))));
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
