/// Measures what placement.chance_logit_mean and placement.chance_logit_sd of
/// scenarios/behaviour/default.toml stand for, and how well anybody could predict: over those who
/// wait for a seat, mean and spread of the logit of a host hire as foreseen from readings, and the
/// AUC of that chance, and of the true one (capitals of today, frailty), for outcomes drawn from
/// the true one.
///
/// usage: measure_foresight STUDY [REPLICATES] [SCENARIO, from 0]

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "model/core/rows.h"
#include "model/month/placement_problem.h"
#include "model/rules/hiring.h"
#include "model/simulate.h"
#include "model/step.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

/// Somebody who waits in a month: foreseen and true logit of a host hire.
struct Case {
    double foreseen, truth;
};

double logit(double p) { return std::log(p / (1.0 - p)); }

/// Chance of a host hire as it really is, from capitals of today after an internship and frailty.
double true_chance(const State& state, const Parameters& p, ResidentId who) {
    const Residents& r = state.residents;
    const auto after = [&](double level, double growth) {
        return 1.0 - (1.0 - level) * power(1.0 - growth, p.internship.months);
    };
    const double limitation =
        double{r.capital.disability[who]} * (1.0 - double{r.capital.aid[who]});
    const double terms = conversion_group_terms(p.internship,
                                                p.employers,
                                                r.people.groups[who],
                                                limitation,
                                                TraineesSeen{});
    return conversion_probability(
               p.internship,
               after(r.capital.professional[who], p.capital.internship_professional_growth),
               after(r.capital.relational[who], p.capital.internship_relational_growth),
               0.0,
               terms,
               1.0,
               r.people.frailty[who])
        .value();
}

void simulate(std::vector<Case>& cases, const RunInputs& inputs, std::uint32_t replicate) {
    const Draws draws(RunKey{1, 0, replicate});
    State state = synthesise(inputs, draws);
    Ledger ledger(inputs.months, state.residents.size());
    Events events;
    for (int m = -inputs.burn_in_months; m < inputs.months; ++m) {
        step(state, events, ledger, inputs, draws, Month{m});
        Parameters p = in_force(inputs, Month{m});
        p.placement.prediction_auc = 1.0;
        const Residents& r = state.residents;
        const Foresight foresight(r.people, r.capital, r.work, r.care, p, draws, Month{m});
        for (Candidate& c : placement_candidates(r.people, r.work, r.care, p, Month{m})) {
            foresight.foresee(c);
            cases.push_back({logit(c.predicted_success), logit(true_chance(state, p, c.who))});
        }
    }
}

/// AUC of a logit for outcomes drawn from the true chances, in expectation over those draws.
double auc_of(std::vector<Case> cases, double Case::*by) {
    std::ranges::sort(cases, {}, by);
    double failures = 0.0, successes = 0.0, won = 0.0;
    for (const Case& c : cases) {
        const double chance = 1.0 / (1.0 + std::exp(-c.truth));
        won += chance * failures;
        failures += 1.0 - chance;
        successes += chance;
    }
    return won / (failures * successes);
}

void print_spread(const char* what, const std::vector<Case>& cases, double Case::*by) {
    double sum = 0.0, squares = 0.0;
    for (const Case& c : cases) {
        sum += c.*by;
        squares += (c.*by) * (c.*by);
    }
    const auto n = static_cast<double>(cases.size());
    fmt::print("{:<9} logit mean {:.3f}, sd {:.3f}, AUC {:.3f}\n",
               what,
               sum / n,
               std::sqrt(squares / n - sum * sum / (n * n)),
               auc_of(cases, by));
}

int measure(const char* study_path, std::uint32_t replicates, std::size_t scenario) {
    StudyOptions options;
    options.overrides.draws = 1;  // every parameter at its value
    const StudyReading reading = read_study(study_path, options);
    if (!reading.study) {
        fmt::print(stderr, "{}", text(reading.problems));
        return 3;
    }
    const RunInputs inputs = run_inputs(*reading.study, scenario, 0);
    std::vector<Case> cases;
    for (std::uint32_t r = 0; r < replicates; ++r) simulate(cases, inputs, r);
    fmt::print("{} people and months of waiting for a seat\n", cases.size());
    print_spread("foreseen", cases, &Case::foreseen);
    print_spread("true", cases, &Case::truth);
    return 0;
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: measure_foresight STUDY [REPLICATES] [SCENARIO]\n");
        return 2;
    }
    const int replicates = count > 2 ? std::atoi(words[2]) : 20;
    const int scenario = count > 3 ? std::atoi(words[3]) : 0;
    return cantiere::measure(words[1],
                             static_cast<std::uint32_t>(replicates),
                             static_cast<std::size_t>(scenario));
}
