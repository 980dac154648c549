#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "model/core/rows.h"
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

TEST_CASE("V24 the money of a null twin is in the ledger, owed by bundles under way, or unspent") {
    RunInputs inputs = small_null_twin(size);
    // The European Union pays for bundles and for nothing else: its debits are theirs.
    for (Parameters* p : {&inputs.programme, &inputs.outside}) {
        for (InstrumentParameters& row : p->instruments) {
            row.payer = static_cast<double>(Payer::state);
            row.programme_payer = static_cast<double>(Payer::european_union);
        }
        p->staff.coordination_payer = static_cast<double>(Payer::state);
        p->staff.assessment_payer = static_cast<double>(Payer::state);
        p->target.hire_incentive_eur_month = 0.0;
    }
    inputs = with_modules(std::move(inputs));
    REQUIRE(inputs.null_twin);
    const Draws draws({3});
    const std::int64_t price = inputs.null_twin->bundle_price.value;
    std::int64_t begun = 0, broken_off = 0, debited = 0;
    std::set<ResidentId> holders;
    State last;
    each_month(synthesise(inputs, draws),
               inputs,
               draws,
               [&](const State& s, const Events& events, const Ledger& ledger, Month month) {
                   for (const Event& e : events.all()) {
                       if (e.funding != Funding::bundle) continue;
                       broken_off += e.kind == EventKind::instrument_dropped;
                   }
                   std::set<ResidentId> now;
                   for (const ResidentId who : rows<ResidentId>(s.residents.size())) {
                       if (s.residents.care.holds_bundle[who] != 0) now.insert(who);
                   }
                   for (const ResidentId who : now) begun += holders.count(who) == 0;
                   holders = std::move(now);
                   if (month >= Month{0}) {
                       for (const Category category : members<Category>()) {
                           debited += ledger.net_cents(month, Payer::european_union, category);
                       }
                   }
                   const BundleFund& fund = s.units.bundles;
                   const std::int64_t given =
                       std::max(0, month.index() + 1) * inputs.null_twin->outlay_per_month.value;
                   CHECK(fund.received_cents == given);
                   CHECK(fund.paid_cents == debited);
                   CHECK(fund.committed_cents >= 0);
                   CHECK(fund.in_hand_cents() >= 0);
                   CHECK(debited + fund.committed_cents <= begun * price);
                   last = s;
               });
    CHECK(begun > 10);
    CHECK(broken_off > 0);
    // Bundles broken off cost less than their price: the rest buys others.
    CHECK(debited + last.units.bundles.committed_cents < begun * price);
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
          debited + last.units.bundles.committed_cents + cents_of(Variable::unspent_outlay));
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
    // Bundles begun in the last month are broken off later, and what they still cost goes back too.
    CHECK(outcome.at(Variable::unspent_outlay, 2) > 0.0);
    CHECK(outcome.at(Variable::unspent_outlay, 2) < outcome.at(Variable::unspent_outlay, 1));
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
