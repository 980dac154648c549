#include <algorithm>
#include <array>

#include "model/core/rows.h"
#include "model/modules.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"
#include "tests/support/permuted.h"
#include "tests/support/same_outcome.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 12, 24};

/// The same employers stored in another order; nobody works for any of them yet.
Employers permuted_employers(const Employers& employers, const std::vector<std::size_t>& order) {
    Employers moved = employers;
    const auto move = [&order](auto& column) {
        const auto before = column;
        std::size_t row = 0;
        for (auto& value : column) value = before.rows()[order[row++]];
    };
    auto& [a, b, c, d, e, f, g, h, i, j, k] = moved;
    move(a), move(b), move(c), move(d), move(e);
    move(f), move(g), move(h), move(i), move(j), move(k);
    return moved;
}

/// The modules too that a study must ask for, with loans for many.
RunInputs with_everything(RunInputs inputs) {
    inputs.modules.on.fill(true);
    change_everywhere(inputs, [](Parameters& p) {
        p.households.pair_share = 0.5;
        p.instruments[Instrument::microcredit].usual_slots_per_1000 = 20.0;
        p.microcredit.capital_threshold = 0.2;
    });
    return inputs;
}

std::array<RunInputs, 4> studies() {
    RunInputs optimal = small_programme(size);
    optimal.programme.placement.policy = static_cast<double>(PlacementPolicy::optimal);
    RunInputs deferred = small_programme(size);
    deferred.programme.placement.policy = static_cast<double>(PlacementPolicy::deferred_acceptance);
    deferred.modules.on[Module::employers] = false;
    return {optimal, deferred, small_null_twin(size), with_everything(small_programme(size))};
}

}  // namespace

TEST_CASE("V27 the storage order of residents changes no bit of any result") {
    for (const RunInputs& raw : studies()) {
        const RunInputs inputs = with_modules(raw);
        const Draws draws({11});
        const State start = synthesise(inputs, draws);
        const RunResult straight = run_from(start, inputs, draws);
        State shuffled = start;
        shuffled.residents = permuted(start.residents, shuffled_order(start.residents.size()));
        REQUIRE(shuffled.residents.people.key != start.residents.people.key);
        const RunResult other = run_from(shuffled, inputs, draws);
        CHECK(variables_that_differ(straight.outcome, other.outcome).empty());
        CHECK(same_people(straight, other));
    }
}

TEST_CASE("V27 the storage order of employers changes no bit of any result") {
    for (const RunInputs& raw : studies()) {
        const RunInputs inputs = with_modules(raw);
        const Draws draws({12});
        const State start = synthesise(inputs, draws);
        State shuffled = start;
        shuffled.employers =
            permuted_employers(start.employers, shuffled_order(start.employers.size()));
        const RunResult straight = run_from(start, inputs, draws);
        const RunResult other = run_from(shuffled, inputs, draws);
        CHECK(variables_that_differ(straight.outcome, other.outcome).empty());
        CHECK(same_people(straight, other));
    }
}

TEST_CASE("V27 who is not there is in the tables or not, and no bit of any result changes") {
    for (const RunInputs& raw : studies()) {
        const RunInputs inputs = with_modules(raw);
        const Draws draws({14});
        const RunResult turned = run_window(burn_in(inputs, draws), inputs, draws);
        const RunResult all_rows = run_from(synthesise(inputs, draws), inputs, draws);
        const RunResult watched = run_window(burn_in(inputs, draws), inputs, draws, {true, {}});
        CHECK(variables_that_differ(turned.outcome, all_rows.outcome).empty());
        CHECK(same_people(turned, all_rows));
        CHECK(variables_that_differ(turned.outcome, watched.outcome).empty());
        CHECK(same_people(turned, watched));
    }
}

TEST_CASE("V27 a longer horizon leaves the months before it as they were") {
    SmallStudy longer = size;
    longer.months += 12;
    for (const bool programme : {false, true}) {
        RunInputs near = programme ? small_programme(size) : small_study(size);
        RunInputs far = programme ? small_programme(longer) : small_study(longer);
        if (programme) {
            near = with_everything(near);
            far = with_everything(far);
        }
        far.programme.target.months = near.programme.target.months = 18.0;
        const RunOutcome short_run = run(near, {13}).outcome;
        const RunOutcome long_run = run(far, {13}).outcome;
        for (int m = 0; m < size.months; ++m) {
            CHECK(short_run.at(Variable::autonomy, m) == long_run.at(Variable::autonomy, m));
            for (const CareState s : members<CareState>()) {
                CHECK(short_run.at(Variable::care_share, m, s) ==
                      long_run.at(Variable::care_share, m, s));
            }
        }
    }
}

}  // namespace cantiere
