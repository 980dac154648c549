#include <algorithm>
#include <cmath>
#include <utility>

#include "model/modules.h"
#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 12, 36};

std::int64_t whole_cents(double euros) {
    return static_cast<std::int64_t>(std::round(euros * 100.0));
}

}  // namespace

TEST_CASE("V24 the money of a null twin is in its fund, in bundles bought or in bundles begun") {
    const RunInputs inputs = with_modules(small_null_twin(size));
    REQUIRE(inputs.null_twin);
    const Draws draws({3});
    std::int64_t begun = 0;
    State last;
    each_month(
        synthesise(inputs, draws),
        inputs,
        draws,
        [&](const State& s, const Events& events, const Ledger&, Month month) {
            begun += std::ranges::count_if(events.all(), [](const Event& e) {
                return e.kind == EventKind::instrument_started &&
                       e.instrument == Instrument::orientation && e.funding == Funding::bundle;
            });
            const std::int64_t given =
                std::max(0, month.index() + 1) * inputs.null_twin->outlay_per_month.value;
            const std::int64_t bought =
                (s.units.bundle_tokens + begun) * inputs.null_twin->bundle_price.value;
            CHECK(s.units.bundle_fund_cents >= 0);
            CHECK(s.units.bundle_fund_cents + bought == given);
            CHECK(s.units.outlay_spent_cents == begun * inputs.null_twin->bundle_price.value);
            last = s;
        });
    CHECK(begun > 10);
    // The same money in the results, to the cent.
    const RunOutcome outcome = run(inputs, {3}).outcome;
    const auto cents_of = [&](Variable v) {
        double eur = 0.0;
        for (const double year : outcome.values(v)) eur += year;
        return whole_cents(eur);
    };
    CHECK(cents_of(Variable::planned_outlay) ==
          inputs.months * inputs.null_twin->outlay_per_month.value);
    CHECK(cents_of(Variable::planned_outlay) ==
          last.units.outlay_spent_cents + cents_of(Variable::unspent_outlay));
}

TEST_CASE("V24 what a null twin has not spent when the programme is over is returned that year") {
    RunInputs inputs = small_programme(size);
    inputs.programme.target.months = 18.0;
    inputs.planned_outlay_per_month.value *= 20;  // more than can be spent
    const RunInputs twin = with_modules(null_twin_of(std::move(inputs)));
    const RunOutcome outcome = run(twin, {3}).outcome;
    const std::int64_t month = twin.null_twin->outlay_per_month.value;
    CHECK(whole_cents(outcome.at(Variable::planned_outlay, 0)) == 12 * month);
    CHECK(whole_cents(outcome.at(Variable::planned_outlay, 1)) == 6 * month);
    CHECK(whole_cents(outcome.at(Variable::planned_outlay, 2)) == 0);
    CHECK(outcome.at(Variable::unspent_outlay, 0) == 0.0);
    CHECK(outcome.at(Variable::unspent_outlay, 1) > 0.0);
    CHECK(whole_cents(outcome.at(Variable::unspent_outlay, 1)) < 18 * month);
    CHECK(outcome.at(Variable::unspent_outlay, 2) == 0.0);
}

TEST_CASE("V24 a programme plans what its null twin receives, and keeps no money back") {
    const RunOutcome programme = run(small_programme(size), {3}).outcome;
    const RunOutcome twin = run(small_null_twin(size), {3}).outcome;
    const RunOutcome usual = run(small_study(size), {3}).outcome;
    for (std::size_t year = 0; year < programme.sizes().years; ++year) {
        CHECK(programme.at(Variable::planned_outlay, year) > 0.0);
        CHECK(programme.at(Variable::planned_outlay, year) ==
              twin.at(Variable::planned_outlay, year));
        CHECK(programme.at(Variable::unspent_outlay, year) == 0.0);
        CHECK(usual.at(Variable::planned_outlay, year) == 0.0);
    }
}

}  // namespace cantiere
