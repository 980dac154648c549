#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/exploration/switching.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"

namespace cantiere {

std::string switching_text(const OneWayPlan& plan,
                           const Switching& result,
                           Language language,
                           const Layout& layout) {
    const std::string& outcome = plan.outcomes.front().name;
    const std::string heading = fmt::format(
        fmt::runtime(in_language(language,
                                 "Where the sign of {} changes, confirmed by runs",
                                 "Dove cambia il segno di {}, confermato da simulazioni")),
        outcome);
    if (result.values.empty()) {
        return paragraph(fmt::format(fmt::runtime(in_language(
                                         language,
                                         "The sign of {} changes within no range.",
                                         "Il segno di {} non cambia in nessun intervallo.")),
                                     outcome),
                         layout.width);
    }
    TextTable table({std::string(in_language(language, "number", "numero")),
                     std::string(in_language(language, "value", "valore")),
                     std::string(in_language(language, "changes at", "cambia a")),
                     std::string(in_language(language, "between", "tra")),
                     std::string(in_language(language, "difference there", "differenza lì"))});
    for (const SwitchingValue& one : result.values) {
        table.add(
            {one.parameter.name + unit_after(one.parameter.stated->spec->unit, language),
             four_digits_text(one.parameter.value(), language),
             four_digits_text(one.at, language),
             four_digits_text(one.from, language) + " .. " + four_digits_text(one.to, language),
             difference_text(one.there, language)});
    }
    return layout.style.bold(heading) + "\n" + table.text(layout);
}

nlohmann::ordered_json switching_json(const OneWayPlan& plan, const Switching& result) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const SwitchingValue& one : result.values) {
        list.push_back({{"name", one.parameter.name},
                        {"kind", one.parameter.is_lever ? "lever" : "parameter"},
                        {"unit", one.parameter.stated->spec->unit},
                        {"outcome", plan.outcomes.front().name},
                        {"from", one.from},
                        {"to", one.to},
                        {"at", one.at},
                        {"difference", as_json(one.there)}});
    }
    return list;
}

}  // namespace cantiere
