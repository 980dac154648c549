#pragma once
/// The example study with ranges: seats of the programme, drop-out, spread of frailty.

#include <string>
#include <utility>
#include <vector>

#include "analysis/exploration/one_way.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

namespace cantiere {

inline Texts ranged_files() {
    Texts files = example_files();
    replace_in(files,
               "policies/seats.toml",
               "value = 10, unit = \"slots\",",
               "value = 10, unit = \"slots\", dist = \"fixed\", low = 2, high = 30,");
    replace_in(
        files,
        "behaviour/default.toml",
        "[population]",
        "[internship]\nordinary_dropout_hazard_per_month = { value = 0.05, dist = \"gamma\", "
        "low = 0.01, high = 0.2, quality = \"assumed\" }\n[population]");
    return files;
}

inline Study ranged_study(std::vector<std::pair<std::string, std::string>> set = {}) {
    StudyOptions options;
    options.overrides.draws = 1;
    options.overrides.replicates = 4;
    options.overrides.only = {"seats"};
    options.overrides.set = std::move(set);
    StudyReading reading = read_example(ranged_files(), std::move(options));
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return *reading.study;
}

inline OneWayPlan plan_of(const Study& study) {
    OneWayPlan plan;
    plan.scenario = 1;
    plan.parameters = ranged_parameters(study, 1);
    plan.outcomes = {{"net_benefit", std::nullopt},
                     {"starts", OutcomePlace{Variable::starts, 0}},
                     {"completions", OutcomePlace{Variable::completions, 0}}};
    plan.wtp = 20000.0;
    return plan;
}

/// Programme minus base of one variable, mean of the replicates of a study run by hand.
inline double by_hand(const Study& study, Variable variable) {
    double sum = 0.0;
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        const Block block = run_block(study, {0, replicate}).block;
        sum += block[1][variable] - block[0][variable];
    }
    return sum / 4.0;
}

/// Net benefit of the programme at a willingness to pay, of a study run by hand.
inline double benefit_by_hand(const Study& study, double wtp) {
    return wtp * by_hand(study, Variable::autonomy_years) -
           by_hand(study, Variable::net_cost_public);
}

}  // namespace cantiere
