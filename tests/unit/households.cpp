#include "model/month/households.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/benefits.h"
#include "model/month/search_effort.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"
#include "tests/support/small_study.h"

namespace cantiere {
namespace {

constexpr ResidentId one = ResidentId::at(0);
constexpr ResidentId other = ResidentId::at(1);

BenefitParameters law_for_all() {
    BenefitParameters law;
    law.base_eur = 500.0;
    law.further_adult_scale = 0.4;
    law.disregard_eur = 250.0;
    return law;
}

void assess(Residents& r, const Parameters& p) {
    assess_benefits(r.standing,
                    r.people,
                    r.capital,
                    r.work,
                    r.housing,
                    r.care,
                    r.credit,
                    p,
                    p.benefit,
                    Month{0});
}

Residents couple() {
    Residents r = sample_residents(2);
    r.people.partner.assign(2, Partner::resident);
    r.people.partner_key[one] = r.people.key[other];
    r.people.partner_key[other] = r.people.key[one];
    return r;
}

}  // namespace

TEST_CASE("A partner adds to the scale of the benefit and to the means that it tests") {
    Parameters p;
    p.benefit = law_for_all();
    Residents r = sample_residents(2);
    r.people.partner[one] = Partner::outside;
    Households none;
    share_incomes(r.standing, none, r.people, r.work);
    assess(r, p);
    CHECK(r.standing.benefit_cents[one] == 70000);  // 500 x 1.4
    CHECK(r.standing.benefit_cents[other] == 50000);
    r.standing.partner_gross_cents[one] = 60000;
    assess(r, p);
    CHECK(r.standing.benefit_cents[one] == 35000);  // 700 - (600 - 250)
}

TEST_CASE("Residents who share a household share what each earns, while both are there") {
    Parameters p;
    Residents r = couple();
    r.work.state[other] = WorkState::open_ended;
    r.work.gross_wage_cents[other] = 91575;
    Households households;
    share_incomes(r.standing, households, r.people, r.work);
    CHECK(r.standing.partner_gross_cents[one] == 91575);
    CHECK(r.standing.partner_gross_cents[other] == 0);
    assess(r, p);
    CHECK(r.standing.net_income_cents[one] == r.standing.net_income_cents[other]);
    CHECK(r.standing.net_income_cents[one] > 80000);
    r.people.presence[other] = Presence::gone;
    share_incomes(r.standing, households, r.people, r.work);
    CHECK(r.standing.partner_gross_cents[one] == 0);
}

TEST_CASE(
    "Small children hold back the search of who has neither childcare nor a partner at home") {
    CHECK(is_held_back(true, false, Partner::none, 0));
    CHECK(is_held_back(true, false, Partner::outside, 100));
    CHECK_FALSE(is_held_back(true, false, Partner::outside, 0));
    CHECK_FALSE(is_held_back(true, true, Partner::none, 0));
    CHECK_FALSE(is_held_back(false, false, Partner::none, 0));
    Parameters p;
    Residents r = sample_residents(1);
    const CaseTables tables{r.people, r.capital, r.work, r.housing, r.standing};
    const double free = search_intensity(tables, r.care, p, 1.0, Month{0}, one);
    r.people.small_children[one] = 1;
    CHECK(search_intensity(tables, r.care, p, 1.0, Month{0}, one) == Approx(0.6 * free));
    r.care.support[one] = Instrument::childcare;
    r.care.support_left[one] = 3;
    CHECK(search_intensity(tables, r.care, p, 1.0, Month{0}, one) == free);
}

TEST_CASE("Couples are mutual, of one municipality and arrival, and have one household") {
    RunInputs inputs = small_study({600.0, 0, 1});
    inputs.modules.on[Module::households] = true;
    change_everywhere(inputs, [](Parameters& p) { p.households.pair_share = 0.5; });
    const State state = synthesise(with_modules(inputs), Draws({31, 0, 0}));
    const People& people = state.residents.people;
    int paired = 0;
    int outside = 0;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        outside += people.partner[who] == Partner::outside ? 1 : 0;
        if (people.partner[who] != Partner::resident) continue;
        ++paired;
        CHECK_FALSE(holds(people.groups[who], Group::violence_survivor));
        const auto found = std::find(people.key.begin(), people.key.end(), people.partner_key[who]);
        REQUIRE(found != people.key.end());
        const auto mate = ResidentId::at(static_cast<std::size_t>(found - people.key.begin()));
        CHECK(people.partner_key[mate] == people.key[who]);
        CHECK(people.municipality[mate] == people.municipality[who]);
        CHECK(people.children[mate] == people.children[who]);
        CHECK(people.poverty_scale[mate] == people.poverty_scale[who]);
        CHECK(people.partner_gross_cents[who] == 0);
        if (people.children[who] == 0) CHECK(people.poverty_scale[who] == 1.5f);
    }
    CHECK(paired > 40);
    CHECK(paired % 2 == 0);
    CHECK(outside > 40);
}

}  // namespace cantiere
