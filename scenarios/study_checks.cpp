#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <string_view>

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

void note_cut_off(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    const auto place = place_of_key(scenario, "programme.months");
    if (!is_cut_off(study, index) || !place || is_told(problems, "cut-off", *place)) return;
    const TargetParameters target = programme_at(study, index, 0).target;
    const double end = target.start_month + target.months;
    problems.note(
        "cut-off",
        *place,
        fmt::format("the programme of \"{}\" goes on to month {:g}", scenario.id, end - 1.0),
        fmt::format("the study ends after month {}: costs are in the results, and not all that "
                    "they bring",
                    study.horizon.months - 1),
        "write a longer [horizon] months");
}

/// Levers without a policy have the calendar of the defaults, from the first month to the last.
void note_without_policy(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    if (!scenario.policies.empty()) return;
    const auto lever = std::ranges::find_if(scenario.set, [](const StatedValue& stated) {
        return stated.spec->home == PackKind::policy;
    });
    if (lever == scenario.set.end() || place_of_key(scenario, "programme.months")) return;
    problems.note("without-policy",
                  lever->number.place,
                  fmt::format("\"{}\" sets {} and names no policy", scenario.id, lever->spec->key),
                  "it is then in force from the first month of the study to the last",
                  "name a policy, or set programme.months");
}

/// Of policies that state the same lever the last one counts, which nobody means by joining two.
void warn_of_policies(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    for (std::size_t later = 1; later < scenario.policies.size(); ++later) {
        for (std::size_t first = 0; first < later; ++first) {
            const Pack& over = *scenario.policies[later];
            const Pack& under = *scenario.policies[first];
            std::vector<std::string> both;
            for (const StatedValue& stated : over.values) {
                if (find_value(under, stated.spec->key) != nullptr)
                    both.push_back(stated.spec->key);
            }
            if (both.empty()) continue;
            problems.warning(
                "policies-overlap",
                over.values.front().number.place,
                fmt::format(R"("{}" has two policies that state the same {} levers, {} among them)",
                            scenario.id,
                            both.size(),
                            both.front()),
                fmt::format(R"(what "{}" states counts, and not what "{}" does)",
                            over.id,
                            under.id),
                "write one policy that states what both together do");
        }
    }
}

/// More people in need than inhabitants: a slip of the pen, or of a decimal point.
void check_people(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    const StatedValue* stated = find_value(*scenario.territory, "population.residents_in_need");
    auto place = place_of_key(scenario, "population.residents_in_need");
    if (!place && stated != nullptr) place = stated->number.place;
    if (!place || is_told(problems, "more-than-all", *place)) return;
    std::int64_t inhabitants = 0;
    for (const Municipality& municipality : scenario.territory->municipalities) {
        if (municipality.has_residents) inhabitants += municipality.population;
    }
    const double in_need = programme_at(study, index, 0).population.residents_in_need;
    if (inhabitants == 0 || in_need <= static_cast<double>(inhabitants)) return;
    problems.error("more-than-all",
                   *place,
                   fmt::format("residents_in_need is {:g}", in_need),
                   fmt::format("the municipalities have {} inhabitants", inhabitants),
                   "write how many of them are in need, or mend their populations");
}

/// So few people in need that the usual intake, a rate for each thousand, rounds to nobody.
void check_intake(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    const Parameters p = programme_at(study, index, 0);
    const double cases =
        p.commission.frontline_cases_per_1000 * p.population.residents_in_need / 1000.0;
    const StatedValue* stated = find_value(*scenario.territory, "population.residents_in_need");
    const Place place = stated == nullptr ? place_of(study.path) : stated->number.place;
    if (cases <= 0.0 || cases >= 0.5 || is_told(problems, "nobody-taken-in", place)) return;
    problems.warning(
        "nobody-taken-in",
        place,
        fmt::format("with {:g} people in need the front line takes in nobody",
                    p.population.residents_in_need),
        fmt::format("{:g} cases a month for each 1,000 are {:.2g}, rounded to 0",
                    p.commission.frontline_cases_per_1000,
                    cases),
        "join neighbouring municipalities, or raise commission.frontline_cases_per_1000");
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

/// Tells whether nobody can be in the target: neither everybody nor any group is.
bool admits_nobody(const TargetParameters& target) {
    return target.everybody <= 0.5 &&
           std::ranges::none_of(target.group, [](double wanted) { return wanted > 0.5; });
}

void tell_nobody_admitted(const std::string& whose, const Place& place, Problems& problems) {
    if (is_told(problems, "nobody-admitted", place)) return;
    problems.error("nobody-admitted",
                   place,
                   fmt::format("{} admits nobody", whose),
                   "target.everybody is false and so is each of target.groups, so it would do "
                   "nothing",
                   "write true for a group of [target.groups], or everybody = true");
}

/// Tells of a programme for nobody at the line that turns everybody off.
void check_target(const Study& study, std::size_t index, Problems& problems) {
    const Scenario& scenario = study.scenarios[index];
    if (scenario.policies.empty() || !admits_nobody(programme_at(study, index, 0).target)) return;
    constexpr std::string_view key = "target.everybody";
    Place place = place_of(study.path);
    for (const StatedValue& setting : study.set) {
        if (setting.spec->key == key) place = setting.number.place;
    }
    place = place_of_key(scenario, key).value_or(place);
    tell_nobody_admitted(fmt::format("the programme of \"{}\"", scenario.id), place, problems);
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

void check_target(const Pack& policy, Problems& problems) {
    const StatedValue* everybody = find_value(policy, "target.everybody");
    if (everybody == nullptr || everybody->value(0) > 0.5) return;
    const bool admits = std::ranges::any_of(policy.values, [](const StatedValue& stated) {
        return stated.spec->key.starts_with("target.groups.") && stated.value(0) > 0.5;
    });
    if (admits) return;
    tell_nobody_admitted(fmt::format("the policy \"{}\"", policy.id),
                         everybody->number.place,
                         problems);
}

void check_study(const Study& study, Problems& problems) {
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        check_calendar(study, i, problems);
        check_target(study, i, problems);
        check_people(study, i, problems);
        check_intake(study, i, problems);
        note_cut_off(study, i, problems);
        note_without_policy(study, i, problems);
        warn_of_policies(study, i, problems);
    }
    check_settings(study, problems);
    note_overridden(study, problems);
}

}  // namespace cantiere::detail

namespace cantiere {

bool is_cut_off(const Study& study, std::size_t scenario) {
    const bool is_stated =
        detail::place_of_key(study.scenarios[scenario], "programme.months").has_value();
    const TargetParameters target = programme_at(study, scenario, 0).target;
    const int months = study.horizon.months;
    return is_stated && target.start_month < months && target.start_month + target.months > months;
}

}  // namespace cantiere
