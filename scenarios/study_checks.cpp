#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "scenarios/run_inputs.h"
#include "scenarios/study_sections.h"

namespace cantiere::detail {
namespace {

/// Where a scenario states a key: its own set, else the last policy that does.
std::optional<Place> place_of_key(const Scenario& scenario, std::string_view key) {
    for (const StatedValue& assignment : scenario.set) {
        if (assignment.spec->key == key) {
            return assignment.number.place;
        }
    }
    for (const auto& policy : std::ranges::reverse_view(scenario.policies)) {
        if (const StatedValue* assignment = find_value(*policy, key)) {
            return assignment->number.place;
        }
    }
    return std::nullopt;
}

bool is_told(const Problems& problems, const std::string& code, const Place& place) {
    const std::vector<Problem>& told = problems.list();
    return std::any_of(told.begin(), told.end(), [&](const Problem& problem) {
        return problem.code == code && text(problem.place) == text(place);
    });
}

void check_calendar(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    const double start = programme_at(study, index, 0).target.start_month;
    const auto place = place_of_key(scenario, "programme.start_month");
    if (start < study.horizon.months || !place || is_told(problems, "outside-horizon", *place)) {
        return;
    }
    problems.error("outside-horizon",
                   *place,
                   fmt::format("the programme of \"{}\" starts in month {:g}", scenario.id, start),
                   fmt::format("the study ends after month {}, so it would do nothing",
                               study.horizon.months - 1),
                   fmt::format("write a start_month below {}, or a longer [horizon] months",
                               study.horizon.months));
}

/// A setting of the study that every programme overrides would change nothing.
void check_settings(const Study& study, Problems& problems) {
    const bool has_programme =
        std::any_of(study.scenarios.begin(), study.scenarios.end(), [](const Scenario& scenario) {
            return !scenario.policies.empty();
        });
    for (const StatedValue& assignment : study.set) {
        const bool of_programme = assignment.spec->home == PackKind::policy;
        if (of_programme && !has_programme) {
            problems.error(
                "no-effect",
                assignment.number.place,
                fmt::format("{} is set, but no scenario has policies", assignment.spec->key),
                "it is a lever of programmes",
                "set it in a scenario with policies");
        }
    }
}

void note_overridden(const Study& study, Problems& problems) {
    for (const StatedValue& assignment : study.set) {
        for (const Scenario& scenario : study.scenarios) {
            const auto& key = assignment.spec->key;
            const bool wins = assignment.spec->home != PackKind::policy;
            const auto place = place_of_key(scenario, key);
            if (wins && place) {
                problems.note(
                    "overridden",
                    assignment.number.place,
                    fmt::format("{} is set for services as usual, but \"{}\" states its own",
                                key,
                                scenario.id),
                    fmt::format("that is at {}", text(*place)),
                    "change it there for the programme");
            }
        }
    }
}

}  // namespace

void check_study(const Study& study, Problems& problems) {
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        check_calendar(study, i, problems);
    }
    check_settings(study, problems);
    note_overridden(study, problems);
}

}  // namespace cantiere::detail
