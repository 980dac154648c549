#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/study_sections.h"

namespace cantiere::detail {

bool has_scenario(const Study& study, const std::string& id) {
    return std::any_of(study.scenarios.begin(),
                       study.scenarios.end(),
                       [&id](const Scenario& scenario) { return scenario.id == id; });
}

void report_unknown_scenario(const std::string& id,
                             const Place& place,
                             std::string_view role,
                             const Study& study,
                             Problems& problems) {
    std::vector<std::string> ids;
    for (const Scenario& scenario : study.scenarios) {
        ids.push_back(scenario.id);
    }
    problems.error("unknown-scenario",
                   place,
                   fmt::format("there is no scenario \"{}\"", id),
                   fmt::format("it is named as {}", role),
                   did_you_mean(id, ids, fmt::format("the scenarios are {}", one_of(ids))));
}

void keep_only(Study& study,
               const std::vector<std::string>& only,
               const Place& place,
               Problems& problems) {
    for (const std::string& id : only) {
        if (!has_scenario(study, id)) {
            report_unknown_scenario(id, place, "one of those to run", study, problems);
        }
    }
    if (only.empty() || problems.has_errors()) {
        return;
    }
    std::vector<bool> kept(study.scenarios.size(), false);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool asked = std::find(only.begin(), only.end(), study.scenarios[i].id) != only.end();
        for (std::size_t at = i; asked && !kept[at]; at = study.scenarios[at].base) {
            kept[at] = true;  // its base, and the base's own, run too
        }
    }
    std::vector<std::size_t> moved(kept.size(), 0);
    std::vector<Scenario> remaining;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        moved[i] = remaining.size();
        if (kept[i]) {
            remaining.push_back(std::move(study.scenarios[i]));
        }
    }
    for (Scenario& scenario : remaining) {
        scenario.base = moved[scenario.base];
    }
    study.scenarios = std::move(remaining);
}

}  // namespace cantiere::detail
