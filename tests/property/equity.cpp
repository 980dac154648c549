#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/small_study.h"

namespace cantiere {
namespace {

const RunResult& paired() {
    static const RunResult value =
        run_paired(small_programme({300.0, 12, 60}), small_study({300.0, 12, 60}), {5});
    return value;
}

}  // namespace

TEST_CASE("The share that loses, paired person by person, is within the bounds of any pairing") {
    const RunOutcome& outcome = paired().outcome;
    CHECK(outcome[Variable::losers_of_all] >= outcome[Variable::harmed_at_least]);
    CHECK(outcome[Variable::losers_of_all] <= outcome[Variable::harmed_at_most]);
    CHECK(outcome[Variable::gainers_of_all] > 0.0);
}

TEST_CASE("A run against itself moves nobody") {
    const RunInputs usual = small_study({300.0, 12, 36});
    const RunOutcome outcome = run_paired(usual, usual, {5}).outcome;
    CHECK(outcome[Variable::gainers_of_all] == 0.0);
    CHECK(outcome[Variable::losers_of_all] == 0.0);
    CHECK(outcome[Variable::gain_concentration] == 0.0);
    CHECK(outcome[Variable::harmed_at_least] == 0.0);
}

TEST_CASE("Welfare falls with aversion to inequality, and means are means") {
    const RunOutcome& outcome = paired().outcome;
    CHECK(outcome[Variable::welfare_mean] > outcome[Variable::welfare_geometric]);
    CHECK(outcome[Variable::welfare_geometric] > outcome[Variable::welfare_harmonic]);
    CHECK(outcome[Variable::welfare_harmonic] > outcome[Variable::autonomy_p10]);
    CHECK(outcome[Variable::autonomy_gini] > 0.0);
    CHECK(outcome[Variable::autonomy_gini] < 1.0);
}

TEST_CASE("Where everybody is eligible, access is by all residents and their served") {
    const RunOutcome outcome = run(small_study({300.0, 12, 36}), {5}).outcome;
    CHECK(outcome[Variable::eligible] == outcome[Variable::residents]);
    for (const Group group : members<Group>()) {
        const double people = outcome.at(Variable::residents_by_group, group);
        CHECK(outcome.at(Variable::eligible_by_group, group) == people);
        const double served = outcome.at(Variable::served_by_group, group);
        const double all = outcome[Variable::served] / outcome[Variable::residents];
        if (people > 0.0) {
            CHECK(outcome.at(Variable::access_ratio_by_group, group) ==
                  Approx(served / people / all));
        }
    }
}

TEST_CASE("An office sees no hire without a file, and never fewer completions than there are") {
    const RunOutcome& outcome = paired().outcome;
    CHECK(outcome[Variable::recorded_starts] == outcome[Variable::starts]);
    CHECK(outcome[Variable::recorded_completions] ==
          outcome[Variable::completions] + outcome[Variable::early_successes]);
    CHECK(outcome[Variable::recorded_hires] < outcome[Variable::hires]);
    CHECK(outcome[Variable::recorded_hires] > 0.0);
    CHECK(outcome[Variable::recorded_exits] >= outcome[Variable::administrative_exits]);
    CHECK(outcome[Variable::recorded_exits] <=
          outcome[Variable::administrative_exits] + outcome[Variable::exits]);
    CHECK(outcome[Variable::recorded_returns] <= outcome[Variable::relapses]);
}

}  // namespace cantiere
