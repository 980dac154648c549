#include <bit>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/benefits.h"
#include "model/placement/placement.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{200.0, 12, 30};

/// Services that do nothing: what model.md V25 lists, and what follows from it in this model.
void make_placebo(Parameters& p) {
    for (InstrumentParameters& row : p.instruments) {
        for (double* effect : {&row.professional_effect,
                               &row.relational_effect,
                               &row.health_effect,
                               &row.language_effect,
                               &row.mobility_effect,
                               &row.trust_effect,
                               &row.safety_effect,
                               &row.aid_effect}) {
            *effect = 0.0;
        }
    }
    // Instruments that are a job or a home have no effect only where there are none.
    for (const Instrument instrument :
         {Instrument::subsidised_hire, Instrument::supported_housing, Instrument::rent_guarantee}) {
        p.instruments[instrument].usual_slots_per_1000 = 0.0;
        p.instruments[instrument].slots = 0.0;
    }
    p.employers.coop_b_per_100000 = 0.0;
    p.internship.conversion_intercept = -1e4;
    p.internship.indemnity_eur_month = 0.0;
    p.capital.internship_growth = 0.0;
    p.autonomy.work_internship = p.autonomy.work_none;
    p.employers.learning_per_trainee = 0.0;
    // Search: no lock-in, no coach, no boost, no voucher, no incentive; joblessness, which courses
    // and internships freeze, does not matter, nor whether someone calls it search.
    p.search.lock_in = 1.0;
    p.search.completed_internship_boost = 0.0;
    p.search.coach_multiplier = 1.0;
    p.search.duration_slope = 0.0;
    p.search.to_inactive_hazard = 0.0;
    p.search.to_seeking_hazard = 0.0;
    p.search.effort_floor = 1.0;
    p.services.transport_time_factor = 1.0;
    p.target.hire_incentive_eur_month = 0.0;
    p.keeping.tutor_ratio = 1.0;
    // Trust, exclusion and reoffending do not depend on having an open file, nor does money.
    p.trust.search_decay_per_month = 0.0;
    p.trust.waiting_factor = 1.0;
    p.referral.lost_trust_factor = 1.0;
    p.referral.case_manager_trust = 0.0;
    p.autonomy.exclusion_hazard = 0.0;
    p.justice.programme_ratio = 1.0;
    p.benefit.local_eur = 0.0;
}

/// Employment, housing and autonomy of a resident in a month.
using Fact = std::tuple<std::int32_t, bool, std::uint16_t, EmployerId, HousingState, std::uint32_t>;
using Paths = std::map<EntityKey, std::vector<Fact>>;

template <class Change>
Paths paths_of(RunInputs inputs, const RunKey& key, Change&& effect) {
    change_everywhere(inputs, make_placebo);
    effect(inputs.programme);
    inputs = with_modules(inputs);
    const Draws draws(key);
    Paths paths;
    each_month(synthesise(inputs, draws), inputs, draws, [&](const State& s, auto&, auto&, Month) {
        const Residents& r = s.residents;
        for (const ResidentId who : rows<ResidentId>(r.size())) {
            const bool employed = is_employed(r.work.state[who]);
            const EmployerId employer = employed ? r.work.employer[who] : EmployerId::none();
            const auto tenure = employed ? r.work.tenure_months[who] : std::uint16_t{0};
            paths[r.people.key[who]].emplace_back(
                r.work.gross_wage_cents[who],
                r.work.state[who] == WorkState::detained,
                tenure,
                employer,
                r.housing.state[who],
                std::bit_cast<std::uint32_t>(r.standing.autonomy[who]));
        }
    });
    return paths;
}

Paths paths_of(const RunInputs& inputs, const RunKey& key) {
    return paths_of(inputs, key, [](Parameters&) {});
}

std::size_t residents_on_another_path(const Paths& a, const Paths& b) {
    std::size_t others = a.size() == b.size() ? 0 : 1;
    for (const auto& [key, path] : a) others += b.at(key) == path ? 0u : 1u;
    return others;
}

int starts_of(RunInputs inputs, const RunKey& key) {
    change_everywhere(inputs, make_placebo);
    return static_cast<int>(run(inputs, key).outcome[Variable::starts]);
}

}  // namespace

TEST_CASE("V25 services without effects leave every path bit for bit as it was") {
    const RunKey key{GENERATE(1u, 2u, 3u)};
    const Paths usual = paths_of(small_study(size), key);
    const RunInputs programme = small_programme(size);
    REQUIRE(starts_of(programme, key) > 2 * starts_of(small_study(size), key));

    SECTION("under the whole programme") {
        CHECK(residents_on_another_path(usual, paths_of(programme, key)) == 0);
    }
    SECTION("under its null twin") {
        CHECK(residents_on_another_path(usual, paths_of(small_null_twin(size), key)) == 0);
    }
    SECTION("under every placement policy") {
        for (const PlacementPolicy policy : members<PlacementPolicy>()) {
            RunInputs inputs = programme;
            inputs.programme.placement.policy = static_cast<double>(policy);
            INFO(name(policy));
            CHECK(residents_on_another_path(usual, paths_of(inputs, key)) == 0);
        }
    }
    SECTION("for any ties between institutions") {
        for (const double tie : {0.0, 0.3, 1.0}) {
            RunInputs inputs = programme;
            inputs.programme.network.tie_target = tie;
            inputs.programme.network.social_economic_tie = tie;
            INFO("W = " << tie);
            CHECK(residents_on_another_path(usual, paths_of(inputs, key)) == 0);
        }
    }
    SECTION("with the commission or without") {
        RunInputs inputs = programme;
        inputs.programme.commission.active = 0.0;
        CHECK(residents_on_another_path(usual, paths_of(inputs, key)) == 0);
    }
}

TEST_CASE("V25 notices each effect when there is one") {
    const RunKey key{1};
    const RunInputs inputs = small_programme(size);
    const Paths placebo = paths_of(inputs, key);
    const auto moved = [&](auto effect) {
        return residents_on_another_path(placebo, paths_of(inputs, key, effect));
    };
    CHECK(moved([](Parameters& p) { p.capital.internship_growth = 1.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.internship.conversion_intercept = 0.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.autonomy.work_internship = 0.45; }) > 0);
    CHECK(moved([](Parameters& p) { p.search.lock_in = 0.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.search.coach_multiplier = 3.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.keeping.tutor_ratio = 0.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.justice.programme_ratio = 50.0; }) > 0);
    CHECK(moved([](Parameters& p) { p.benefit.local_eur = 900.0; }) > 0);
}

}  // namespace cantiere
