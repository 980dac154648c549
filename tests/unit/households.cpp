#include "model/month/households.h"

#include <algorithm>
#include <cmath>

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

TEST_CASE(
    "A partner minds the children by day unless at work, in an internship, in prison or away") {
    const std::array at_home{WorkState::seeking, WorkState::inactive};
    for (const WorkState state : members<WorkState>()) {
        Residents r = couple();
        r.work.state[other] = state;
        Households households;
        share_incomes(r.standing, households, r.people, r.work);
        const bool idle = std::find(at_home.begin(), at_home.end(), state) != at_home.end();
        CHECK((r.standing.partner_at_home[one] != 0) == idle);
        r.people.presence[other] = Presence::gone;
        share_incomes(r.standing, households, r.people, r.work);
        CHECK(r.standing.partner_at_home[one] == 0);
    }
    Residents r = sample_residents(2);
    r.people.partner[one] = Partner::outside;
    Households none;
    share_incomes(r.standing, none, r.people, r.work);
    CHECK(r.standing.partner_at_home[one] == 1);
    r.people.partner_gross_cents[one] = 120000;
    share_incomes(r.standing, none, r.people, r.work);
    CHECK(r.standing.partner_at_home[one] == 0);
    CHECK(r.standing.partner_at_home[other] == 0);  // lives alone
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
    CHECK(is_held_back(true, false, false));
    CHECK_FALSE(is_held_back(true, false, true));
    CHECK_FALSE(is_held_back(true, true, false));
    CHECK_FALSE(is_held_back(false, false, false));
    Parameters p;
    Residents r = sample_residents(1);
    const CaseTables tables{r.people, r.capital, r.work, r.housing, r.standing};
    const double free = SearchIntensity(tables, r.care, p, 1.0, Month{0}).of(one);
    r.people.small_children[one] = 1;
    CHECK(SearchIntensity(tables, r.care, p, 1.0, Month{0}).of(one) == Approx(0.6 * free));
    r.care.support[one] = Instrument::childcare;
    r.care.support_left[one] = 3;
    CHECK(SearchIntensity(tables, r.care, p, 1.0, Month{0}).of(one) == free);
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

namespace {

constexpr std::size_t many = 4000;

/// Couples of residents, the rows side by side, each with two minors; one of the two claims.
Residents couples_with_minors() {
    Residents r = sample_residents(2 * many);
    r.people.partner.assign(2 * many, Partner::resident);
    r.people.children.assign(2 * many, 2);
    r.people.small_children.assign(2 * many, 1);
    r.people.poverty_scale.assign(2 * many, 2.3f);
    for (std::size_t i = 0; i < 2 * many; ++i) {
        const auto mate = ResidentId::at(i ^ 1u);
        r.people.partner_key[ResidentId::at(i)] = r.people.key[mate];
        r.people.sex[ResidentId::at(i)] = i % 2 == 0 ? Sex::female : Sex::male;
        r.people.takes_up[ResidentId::at(i)] = 0;
    }
    return r;
}

Parameters all_claim(double parting_hazard) {
    Parameters p;
    p.benefit.take_up = 1.0;
    p.population.death_hazard_per_month = 0.0;
    p.households.parting_hazard_per_month = parting_hazard;
    return p;
}

}  // namespace

TEST_CASE("Couples part at their hazard, minors stay with one and each has an own line and claim") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Draws draws({seed, 0, 0});
    Residents r = couples_with_minors();
    const Parameters p = all_claim(0.1);
    Households households;
    renew_households(r.people, r.standing, households, p, p, draws, Month{4});
    double parted = 0.0;
    double with_mother = 0.0;
    for (std::size_t i = 0; i < 2 * many; i += 2) {
        const auto she = ResidentId::at(i);
        const auto he = ResidentId::at(i + 1);
        REQUIRE(r.people.partner[she] == r.people.partner[he]);
        if (r.people.partner[she] == Partner::resident) continue;
        parted += 1.0;
        with_mother += r.people.children[she] == 2 ? 1.0 : 0.0;
        const bool hers = r.people.children[she] == 2;
        REQUIRE(r.people.children[hers ? he : she] == 0);
        REQUIRE(r.people.small_children[hers ? he : she] == 0);
        REQUIRE(r.people.poverty_scale[hers ? she : he] == 1.8f);
        REQUIRE(r.people.poverty_scale[hers ? he : she] == 1.0f);
        REQUIRE(r.people.takes_up[she] == 1);
        REQUIRE(r.people.takes_up[he] == 1);
    }
    const double share = -expm1(-0.1);
    CHECK(std::abs(parted / many - share) <= 4.5 * square_root(share * (1.0 - share) / many));
    CHECK(std::abs(with_mother / parted - 0.85) <= 4.5 * square_root(0.85 * 0.15 / parted));
    CHECK(households.couples.size() == many - static_cast<std::size_t>(parted));
}

TEST_CASE("Who is left behind lives alone with the minors, unless the other has only grown old") {
    const Draws draws({5, 0, 0});
    const Parameters p = all_claim(0.0);
    for (const bool aged : {false, true}) {
        Residents r = couple();
        r.people.children.assign(2, 1);
        r.people.poverty_scale.assign(2, 1.9f);
        r.people.takes_up.assign(2, 0);
        r.standing.partner_gross_cents.assign(2, 90000);
        r.people.presence[other] = Presence::gone;
        if (aged) r.people.birth_month[other] = -67 * 12;
        Households households;
        renew_households(r.people, r.standing, households, p, p, draws, Month{0});
        CHECK(households.couples.empty());
        CHECK(r.people.partner[one] == (aged ? Partner::retired : Partner::none));
        CHECK(r.people.partner_gross_cents[one] == (aged ? 53869 : 0));
        CHECK(r.people.children[one] == 1);
        CHECK(r.people.poverty_scale[one] == (aged ? 1.9f : 1.4f));
        CHECK(r.people.takes_up[one] == 1);
        share_incomes(r.standing, households, r.people, r.work);
        CHECK(r.standing.partner_gross_cents[one] == (aged ? 53869 : 0));
        CHECK(r.standing.partner_at_home[one] == (aged ? 1 : 0));
    }
}

TEST_CASE("A partner outside who dies leaves the minors, one who parts takes the father's") {
    const Draws draws({6, 0, 0});
    Residents r = sample_residents(many);
    r.people.partner.assign(many, Partner::outside);
    r.people.partner_gross_cents.assign(many, 120000);
    r.people.children.assign(many, 1);
    r.people.sex.assign(many, Sex::male);
    Residents widowed = r;
    Households none;
    Parameters p = all_claim(1e3);
    renew_households(r.people, r.standing, none, p, p, draws, Month{0});
    double kept = 0.0;
    for (const ResidentId who : rows<ResidentId>(many)) {
        REQUIRE(r.people.partner[who] == Partner::none);
        REQUIRE(r.people.partner_gross_cents[who] == 0);
        kept += r.people.children[who];
    }
    CHECK(std::abs(kept / many - 0.15) <= 4.5 * square_root(0.15 * 0.85 / many));
    p.households.parting_hazard_per_month = 0.0;
    p.population.death_hazard_per_month = 1e3;
    Households still_none;
    renew_households(widowed.people, widowed.standing, still_none, p, p, draws, Month{0});
    for (const ResidentId who : rows<ResidentId>(many)) {
        REQUIRE(widowed.people.partner[who] == Partner::none);
        REQUIRE(widowed.people.children[who] == 1);
    }
}

}  // namespace cantiere
