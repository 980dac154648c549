#include <array>
#include <map>
#include <utility>

#include "model/core/rows.h"
#include "model/month/accounts.h"
#include "model/month/coordination.h"
#include "model/month/displaced_wages.h"
#include "tests/support/catch.h"
#include "tests/support/round_prices.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

/// One month of thirteen people, each with other money.
struct Town {
    Residents residents = sample_residents(13);
    Events events;
    Parameters p = round_prices();
    OrdinaryPool pool;

    Town() {
        set_payers(p);
        set_staff(p);
        pool.displaced_in_window.push_back(0.5);  // two jobs that ordinary people do not have
        pool.displaced_in_window.push_back(1.5);
        pool.displaced.resize(2, 9.0);
        workers();
        interns();
        served();
        poor();
    }

    Ledger books() {
        Ledger ledger(1, residents.size());
        ServiceUnits units;
        const auto& [people, capital, work, housing, justice, care, standing, tally, credit] =
            residents;
        ledger.begin_month(residents.size());
        // clang-format off
        post_accounts(ledger, units, people, capital, work, housing, justice, care, standing, events, p, Month{0});
        // clang-format on
        post_coordination(ledger, units, p, Month{0});
        post_displaced(ledger, pool, p, Month{0});
        return ledger;
    }

    static ResidentId at(std::size_t row) { return ResidentId::at(row); }

    void employ(std::size_t row, WorkState state, std::int32_t wage_cents) {
        residents.work.state[at(row)] = state;
        residents.work.gross_wage_cents[at(row)] = wage_cents;
    }

    void deliver(std::size_t row, Instrument step, Funding funding) {
        open_project(residents.care, at(row), {step}, Month{-1});
        residents.care.state[at(row)] = CareState::in_project;
        residents.care.step_left[at(row)] = 3;
        residents.care.step_funding[at(row)] = funding;
    }

    void support(std::size_t row, Instrument support, Funding funding) {
        residents.care.support[at(row)] = support;
        residents.care.support_left[at(row)] = 3;
        residents.care.support_funding[at(row)] = funding;
    }

    void workers() {
        employ(0, WorkState::fixed_term, 100000);
        employ(1, WorkState::coop_b, 100000);  // certified from .45 on: relief of 100 and 300
        residents.people.groups[at(1)] = bit(Group::disability);
        residents.capital.disability[at(1)] = 0.5f;
        employ(2, WorkState::subsidised, 160000);  // 640 of the wage and the incentive of 150
        deliver(2, Instrument::subsidised_hire, Funding::programme);
        residents.work.subsidy_left[at(2)] = 5;
        residents.work.incentive_left[at(2)] = 5;
        residents.care.tutor_left[at(2)] = 4;  // not of the purse that pays the step
        residents.care.tutor_funding[at(2)] = Funding::usual;
        employ(8, WorkState::open_ended, 100000);  // a third of the local 120 while it tapers
        residents.care.state[at(8)] = CareState::tapering;
        residents.care.taper_left[at(8)] = 3;
        residents.care.tutor_left[at(8)] = 4;
        residents.care.tutor_funding[at(8)] = Funding::programme;
        support(8, Instrument::rent_guarantee, Funding::usual);
        employ(11, WorkState::coop_b, 100000);  // released: relief and credit
        residents.people.groups[at(11)] = bit(Group::detained_or_ex);
        residents.justice.state[at(11)] = JusticeState::released;
        residents.justice.months_since_release[at(11)] = 6;
        employ(12, WorkState::fixed_term, 100000);  // has left
        residents.people.presence[at(12)] = Presence::gone;
    }

    void interns() {
        for (const auto& [row, funding] :
             {std::pair{3u, Funding::programme}, std::pair{4u, Funding::usual}}) {
            residents.work.state[at(row)] = WorkState::internship;
            deliver(row, Instrument::internship, funding);
            events.add(EventKind::instrument_started, at(row), Instrument::internship, funding);
        }
    }

    void served() {
        deliver(5, Instrument::vocational_training, Funding::usual);
        events.add(EventKind::assessed, at(5));
        events.add(EventKind::assessment_duplicated, at(5));
        events.add(EventKind::commission_case, at(5));
        residents.care.state[at(9)] = CareState::follow_up;
        support(9, Instrument::safety_refuge, Funding::usual);
    }

    void poor() {
        residents.work.state[at(6)] = WorkState::detained;
        residents.housing.state[at(7)] = HousingState::shelter;
        residents.standing.benefit_cents[at(7)] = 60000;  // 100 of them the region's
        residents.standing.regional_cents[at(7)] = 10000;
        residents.standing.local_aid_cents[at(7)] = 12000;
        residents.capital.disability[at(10)] = 0.75f;  // the cheque is due from .74 on
    }
};

using Books = std::map<std::pair<Payer, Category>, double>;  // net debit, EUR

/// What each payer pays in each category, worked out by hand. The displaced take back 0.8 wages of
/// 1,600 and 1.2 of 1,000. Residents pay a tenth of what they may spend: of a net wage 92, relieved
/// 100, of 1,600 122.70; of two indemnities 90; of assistance 60 + 12 + 30 + 4. With the withheld
/// 80, 100 and 373 that is 344 + 400 + 495.70 - 396.56 - 206.40 + 196 = 832.74.
Books by_hand() {
    using enum Payer;
    using C = Category;
    return {
        {{employer, C::wage}, 4000 + 1600 - 2480},
        {{resident, C::wage}, -4000 - 1600 + 2480},
        {{employer, C::tax_and_contributions}, 4 * 300 + 480 - 0.8 * 480 - 1.2 * 300},
        {{resident, C::tax_and_contributions},
         2 * (80 + 92) + 2 * (100 + 100) + 495.7 - 0.8 * 495.7 - 1.2 * (80 + 92) + 90 + 106},
        {{state, C::tax_and_contributions}, -936 - 832.74},
        {{state, C::cooperative}, 2 * (100 + 300)},
        {{employer, C::cooperative}, -2 * 300},
        {{resident, C::cooperative}, -2 * 100},
        {{european_union, C::hiring_incentive}, 640 + 150 + 300},
        {{state, C::hiring_incentive}, 325},  // 520 x 1,000/1,600
        {{employer, C::hiring_incentive}, -640 - 150 - 300 - 325},
        {{european_union, C::internship}, 450 + 18 + 400},
        {{municipality, C::internship}, 450 + 18 + 400},
        {{resident, C::internship}, -900},
        {{european_union, C::tutoring}, 162},
        {{municipality, C::tutoring}, 162 + 90},
        {{state, C::tutoring}, 90},
        {{employer, C::in_kind}, 2 * 151},
        {{third_sector, C::in_kind}, 700},
        {{province_region, C::training}, 231},
        {{municipality, C::assessment}, 2 * 284 + 4 * 80},
        {{european_union, C::assessment}, 2 * 90},  // managers of the steps that it pays
        {{province_region, C::assessment}, 45},
        {{state, C::detention}, 487},
        {{municipality, C::refuge}, 289},
        {{province_region, C::refuge}, 60 + 974},
        {{state, C::benefit}, 500 + 300},
        {{province_region, C::benefit}, 100},
        {{municipality, C::benefit}, 120 + 40},
        {{resident, C::benefit}, -600 - 120 - 300 - 40},
        {{third_sector, C::housing}, 36},
        {{province_region, C::coordination}, 1500 + 500 + 200},
        {{province_region, C::desk}, 200},
    };
}

std::int64_t cents(double eur) { return Cents::from_euros(eur).value; }

}  // namespace

TEST_CASE("V24 the books of a month of a small town are those worked out by hand") {
    const Ledger ledger = Town().books();
    const Books expected = by_hand();
    for (const Payer payer : members<Payer>()) {
        for (const Category category : members<Category>()) {
            INFO(name(payer) << ", " << name(category));
            const auto found = expected.find({payer, category});
            const double eur = found == expected.end() ? 0.0 : found->second;
            CHECK(ledger.net_cents(Month{0}, payer, category) == cents(eur));
        }
    }
}

TEST_CASE("V24 resources and average costs of that month are those worked out by hand") {
    const Ledger ledger = Town().books();
    EnumArray<Payer, double> resources{};
    resources[Payer::municipality] = 18 + 400 + 162 + 90 + 2 * 284 + 4 * 80 + 289;
    resources[Payer::province_region] = 231 + 45 + 1034 + 2200 + 200;
    resources[Payer::state] = 487 + 90;
    resources[Payer::european_union] = 18 + 400 + 162 + 2 * 90;
    resources[Payer::employer] = 2 * 151;
    resources[Payer::third_sector] = 36 + 700;
    EnumArray<Payer, double> average{};
    average[Payer::municipality] = 289;
    average[Payer::province_region] = 1461;
    average[Payer::state] = 3409;
    for (const Payer payer : members<Payer>()) {
        INFO(name(payer));
        CHECK(ledger.resource_cents(Month{0}, payer) == cents(resources[payer]));
        CHECK(ledger.average_only_cents(Month{0}, payer) == cents(average[payer]));
    }
}

TEST_CASE("V24 the public cost of each resident of that month is that worked out by hand") {
    const Ledger ledger = Town().books();
    // A wage of 1,000 brings the public payers 80 + 92 + 300, relieved 100 + 100 + 300 of which 400
    // go back, one of 1,600 373 + 122.7 + 480; money given to a resident brings back a tenth.
    constexpr std::array<double, 13> expected{-472.0,
                                              -500.0 + 400.0,
                                              -975.7 + 640.0 + 150.0 + 90.0 + 90.0,
                                              450 + 18 + 162 + 400 + 300 + 90 - 45,
                                              450 + 18 + 162 + 400 + 80 - 45,
                                              231 + 2 * 284 + 45 + 80,
                                              487,
                                              600 + 120 + 289 - 72,
                                              -472.0 + 40 + 90 + 80 - 4,
                                              1034 + 80,
                                              300 - 30,
                                              -500.0 + 400 + 325,
                                              0};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        INFO("resident " << row);
        CHECK(ledger.public_cents(ResidentId::at(row)) == cents(expected[row]));
    }
}

}  // namespace cantiere
