#include "model/lives.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/rules/target.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"
#include "tests/support/same_outcome.h"

namespace cantiere {
namespace {

RunResult observed(const RunInputs& inputs) {
    const Draws draws(RunKey{5});
    return run_window(burn_in(inputs, draws), inputs, draws, Observation{true, {}});
}

const RunResult& programme() {
    static const RunResult value = observed(small_programme({300.0, 12, 72}));
    return value;
}

template <class Value>
double sum_over(const std::vector<Life>& lives, Value value) {
    double sum = 0.0;
    for (const Life& life : lives) sum += static_cast<double>(value(life));
    return sum;
}

}  // namespace

TEST_CASE("Looking at people changes no bit of a run's outcome") {
    const RunInputs inputs = small_programme();
    const Draws draws(RunKey{5});
    const State usual = burn_in(inputs, draws);
    const RunResult seen = run_window(usual, inputs, draws, Observation{true, {}});
    const RunResult unseen = run_window(usual, inputs, draws);
    CHECK(variables_that_differ(seen.outcome, unseen.outcome) == "");
    CHECK(same_people(seen, unseen));
    CHECK(unseen.lives.empty());
}

TEST_CASE("The lives of people add up to the counts of the run") {
    const std::vector<Life>& lives = programme().lives;
    const RunOutcome& outcome = programme().outcome;
    CHECK(static_cast<double>(lives.size()) == outcome[Variable::residents]);
    const auto adds_up = [&](Variable variable, auto value) {
        INFO(name(variable));
        CHECK(sum_over(lives, value) == outcome[variable]);
        CHECK(outcome[variable] > 0.0);
    };
    adds_up(Variable::starts, [](const Life& life) { return life.starts; });
    adds_up(Variable::completions, [](const Life& life) { return life.completions; });
    adds_up(Variable::dropouts, [](const Life& life) { return life.dropouts; });
    adds_up(Variable::host_hires, [](const Life& life) { return life.host_hires; });
    adds_up(Variable::hires, [](const Life& life) { return life.hires; });
    adds_up(Variable::served, [](const Life& life) {
        constexpr std::uint32_t not_counted =
            treated_bit(Instrument::orientation) | treated_bit(Instrument::skills_assessment);
        return (life.treated & ~not_counted) != 0 ? 1 : 0;
    });
    // Each term is rounded to 2^-33 per person, payer and month.
    CHECK(sum_over(lives, [](const Life& life) { return life.autonomy_years; }) ==
          Approx(outcome[Variable::autonomy_years]).epsilon(1e-7));
}

TEST_CASE("What people cost their payers is the public cost that the run books of them") {
    const std::vector<Life>& lives = programme().lives;
    const RunOutcome& outcome = programme().outcome;
    double by_group = 0.0, of_lives = 0.0;
    for (const Life& life : lives) {
        if (!holds(life.groups, Group::migrant)) continue;
        for (std::size_t payer = 0; payer <= static_cast<std::size_t>(Payer::european_union);
             ++payer) {
            of_lives += life.cost_eur[payer];
        }
    }
    by_group = outcome.at(Variable::cost_by_group, Group::migrant);
    CHECK(of_lives == Approx(by_group).epsilon(1e-9));
    CHECK(std::abs(by_group) > 1000.0);
}

TEST_CASE("Waits that lives tell of are those of the run") {
    double months = 0.0, people = 0.0;
    for (const Life& life : programme().lives) {
        const bool waited = life.first_start_month != no_month &&
                            life.first_referral_month != no_month &&
                            life.first_start_month >= life.first_referral_month;
        if (!waited || !holds(life.groups, Group::migrant)) continue;
        months += life.first_start_month - life.first_referral_month;
        people += 1.0;
    }
    CHECK(months / people == programme().outcome.at(Variable::wait_by_group, Group::migrant));
}

TEST_CASE("A life is consistent: months add up, firsts come in order, employment is seen in time") {
    const std::size_t detained = static_cast<std::size_t>(WorkState::detained);
    int observed_then = 0;
    for (const Life& life : programme().lives) {
        int months = 0;
        for (const std::uint16_t of_state : life.months_in_work_state) months += of_state;
        REQUIRE(months >= 1);
        REQUIRE(life.first_present_month.index() + months <= 72);
        REQUIRE(life.completions + life.dropouts <= life.starts + 1);  // one may be of burn-in
        REQUIRE((life.hires > 0) == (life.first_hire_month != no_month));
        REQUIRE((life.starts > 0) == (life.first_start_month != no_month));
        if (life.stable_exit != 0) REQUIRE(life.exit_month != no_month);
        if (life.relapse_month != no_month) REQUIRE(life.relapse_month > life.exit_month);
        if (life.release_month != no_month && life.reoffence_month != no_month) {
            REQUIRE(life.reoffence_month > life.release_month);
            REQUIRE(life.months_in_work_state[detained] > 0);
        }
        for (std::size_t h = 0; h < months_after_eligibility.size(); ++h) {
            const int then = life.first_present_month.index() + months_after_eligibility[h];
            const bool seen = life.employed_at[h] != EmployedThen::not_observed;
            if (then >= 72) REQUIRE_FALSE(seen);
            if (seen) ++observed_then;
        }
    }
    CHECK(observed_then > 300);
}

TEST_CASE("Residents keep their id in every scenario, and lives come in the order of ids") {
    const std::vector<Life> usual = observed(small_study({300.0, 12, 72})).lives;
    CHECK(std::ranges::is_sorted(usual, {}, &Life::key));
    CHECK(std::ranges::equal(usual, programme().lives, {}, &Life::key, &Life::key));
    CHECK(std::ranges::equal(usual, programme().lives, {}, &Life::frailty, &Life::frailty));
}

TEST_CASE("The way to the main town is that of the resident's own means") {
    const RunInputs inputs = small_study();
    const State state = synthesise(inputs, Draws(RunKey{5}));
    const MunicipalityId town = main_town(*inputs.territory);
    CHECK(town == MunicipalityId::at(0));
    std::map<std::uint32_t, std::set<float>> ways;
    for (const Life& life : programme().lives) ways[life.municipality].insert(life.travel_minutes);
    for (const auto& [municipality, minutes] : ways) {
        const MunicipalityId home = MunicipalityId::at(municipality);
        const TravelTimes& travel = inputs.territory->travel;
        const std::set<float> possible{static_cast<float>(travel.car(home, town)),
                                       static_cast<float>(travel.transit(home, town))};
        CHECK(minutes == possible);
    }
}

}  // namespace cantiere
