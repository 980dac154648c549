#include "model/month/bundles.h"

#include "model/month/accounts.h"
#include "model/month/accounts_prices.h"
#include "model/month/care_file.h"
#include "model/month/project_steps.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);
constexpr std::initializer_list<Instrument> bundle_steps{Instrument::orientation,
                                                         Instrument::vocational_training,
                                                         Instrument::internship};

/// Prices that differ in every part, all paid by the European Union.
Parameters priced() {
    Parameters twin;
    auto& orientation = twin.instruments[Instrument::orientation];
    orientation.cost_eur_once = 136.0;
    auto& training = twin.instruments[Instrument::vocational_training];
    training.months = 4.0;
    training.cost_eur_month = 10.333;  // each month is paid to the cent
    training.cost_eur_once = 924.0;
    twin.instruments[Instrument::internship].cost_eur_month = 77.0;  // posted by nobody
    twin.employers.host_bonus_eur = 300.0;                           // of programmes alone
    for (InstrumentParameters& row : twin.instruments) {
        row.programme_payer = static_cast<double>(Payer::european_union);
    }
    return twin;
}

// 136; 924 + 4 x 10.33; 6 x (500 indemnity + 18 insurance + 162 tutor) + 400 promotion.
constexpr std::int64_t price_by_hand = 13600 + 92400 + 4 * 1033 + 6 * 68000 + 40000;

/// Somebody whose path a bundle pays, living through it month by month.
struct Holder {
    Parameters p = priced();
    Residents residents = sample_residents(2);  // the second one has no project
    ServiceUnits units;
    std::int64_t debited_cents = 0;  // to the European Union, by the ledger

    Holder() {
        open_project(residents.care, only, bundle_steps, Month{0});
        residents.care.holds_bundle[only] = 1;
        residents.care.state[only] = CareState::in_project;
        residents.care.step_funding[only] = Funding::bundle;
        units.bundles.received_cents = 2 * price_by_hand;
        units.bundles.committed_cents = price_by_hand;
    }

    /// One month of the present step with `left` months to go, this one included.
    void live(int left, bool first) {
        Care& care = residents.care;
        const Instrument step = care.steps[only][care.step[only]];
        if (step == Instrument::internship) residents.work.state[only] = WorkState::internship;
        care.step_left[only] = static_cast<std::uint8_t>(left);
        Events events;
        if (first) events.add(EventKind::instrument_started, only, step, Funding::bundle);
        Ledger ledger(1, residents.size());
        post_accounts(ledger,
                      units,
                      residents.people,
                      residents.capital,
                      residents.work,
                      residents.housing,
                      residents.justice,
                      care,
                      residents.standing,
                      events,
                      p,
                      Month{0});
        for (const Category category : members<Category>()) {
            debited_cents += ledger.net_cents(Month{0}, Payer::european_union, category);
        }
        settle_bundles(units.bundles, residents.people, care, p);
    }

    /// The present step from its start to its end, or to its `stop`-th month.
    void live_step(int stop = 99) {
        const Instrument step = residents.care.steps[only][residents.care.step[only]];
        const int months = static_cast<int>(bundle_step_price(p, step).months);
        for (int m = 0; m < months && m < stop; ++m) live(months - m, m == 0);
        if (stop >= months) ++residents.care.step[only];
    }
};

}  // namespace

TEST_CASE("A null twin buys whole bundles and carries the rest") {
    ServiceUnits units;
    NullTwinPlan plan;
    plan.outlay_per_month = Cents{250000};
    plan.bundle_price = Cents{100000};
    plan.start_month = 2;
    plan.months = 2;
    for (int m = 0; m < 4; ++m) {
        buy_bundles(units.bundles, plan, Month{m});
        CHECK(units.bundles.offered == (m < 2 ? 0 : m == 2 ? 2 : 5));
    }
    CHECK(units.bundles.received_cents == 500000);
    CHECK(units.bundles.in_hand_cents() == 500000);
    // Nobody has taken any: the programme is over, and all of it goes back.
    for (int m = 4; m < 6; ++m) buy_bundles(units.bundles, plan, Month{m});
    CHECK(units.bundles.offered == 0);
    CHECK(units.bundles.in_hand_cents() == 0);
    CHECK(units.bundles.returned_cents == 500000);
    plan.outlay_per_month = Cents{99999};
    BundleFund poor;
    buy_bundles(poor, plan, Month{2});
    CHECK(poor.offered == 0);
    CHECK(poor.in_hand_cents() == 99999);
}

TEST_CASE("Nothing that a bundle debits is left out of its price, and nothing else is in it") {
    CHECK(bundle_price(priced()).value == price_by_hand);
    Holder holder;
    for (int step = 0; step < 3; ++step) holder.live_step();
    CHECK(holder.debited_cents == price_by_hand);
    CHECK(holder.units.bundles.paid_cents == price_by_hand);
}

TEST_CASE("What a bundle has paid and still owes is its price, month after month") {
    Holder holder;
    for (int step = 0; step < 3; ++step) {
        const auto months = static_cast<int>(
            bundle_step_price(holder.p,
                              holder.residents.care.steps[only][holder.residents.care.step[only]])
                .months);
        for (int m = 0; m < months; ++m) {
            holder.live(months - m, m == 0);
            CHECK(holder.units.bundles.paid_cents + holder.units.bundles.committed_cents ==
                  price_by_hand);
            CHECK(holder.units.bundles.in_hand_cents() == price_by_hand);
        }
        ++holder.residents.care.step[only];
    }
    CHECK(holder.units.bundles.committed_cents == 0);
}

TEST_CASE("The rest of a bundle broken off buys another") {
    Holder holder;
    holder.live_step();
    holder.live_step(2);  // two months of four of training
    close_file(holder.residents.care, only, CareState::known);
    settle_bundles(holder.units.bundles, holder.residents.people, holder.residents.care, holder.p);
    CHECK(holder.units.bundles.paid_cents == 13600 + 92400 + 2 * 1033);
    CHECK(holder.units.bundles.committed_cents == 0);
    CHECK(holder.units.bundles.in_hand_cents() ==
          2 * price_by_hand - holder.units.bundles.paid_cents);
    NullTwinPlan plan;
    plan.outlay_per_month = Cents{holder.units.bundles.paid_cents};
    plan.bundle_price = Cents{price_by_hand};
    plan.months = 2;
    buy_bundles(holder.units.bundles, plan, Month{1});
    CHECK(holder.units.bundles.offered == 2);
    // After the programme what comes back is returned, and nothing is offered.
    buy_bundles(holder.units.bundles, plan, Month{2});
    CHECK(holder.units.bundles.offered == 0);
    CHECK(holder.units.bundles.returned_cents == 2 * price_by_hand);
    CHECK(holder.units.bundles.in_hand_cents() == 0);
}

TEST_CASE("Who dies or is followed up owes a bundle nothing more") {
    Holder holder;
    holder.live(1, true);
    REQUIRE(holder.units.bundles.committed_cents > 0);
    holder.residents.care.state[only] = CareState::follow_up;
    settle_bundles(holder.units.bundles, holder.residents.people, holder.residents.care, holder.p);
    CHECK(holder.units.bundles.committed_cents == 0);
    holder.residents.care.state[only] = CareState::in_project;
    holder.residents.people.presence[only] = Presence::gone;
    settle_bundles(holder.units.bundles, holder.residents.people, holder.residents.care, holder.p);
    CHECK(holder.units.bundles.committed_cents == 0);
}

}  // namespace cantiere
