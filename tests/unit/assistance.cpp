#include "model/rules/assistance.h"

#include "model/month/benefits.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);

/// SIA by its rows: 80 EUR a member, 400 EUR at most, with a minor, 12 months.
BenefitParameters sia() {
    BenefitParameters law;
    law.base_eur = 80.0;
    law.minor_scale = law.further_minor_scale = 1.0;
    law.maximum_eur = 400.0;
    law.minimum_eur = 80.0;
    law.disregard_eur = 250.0;
    law.needs_minor = 1.0;
    law.longest_months = 12.0;
    law.pause_months = 999.0;
    return law;
}

/// One poor resident with two minors who claims, month after month.
struct Household {
    Residents residents = sample_residents(2);  // the second one claims nothing
    Parameters p;
    BenefitParameters reference;

    explicit Household(const BenefitParameters& law) : reference(law) {
        p.benefit = law;
        residents.people.children[only] = 2;
        residents.people.takes_up[only] = 1;
        residents.work.state[only] = WorkState::seeking;
        residents.work.gross_wage_cents[only] = 0;
    }

    /// Lives a month and returns the benefit paid, cents.
    int benefit(int month) {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        const Month now{month};
        assess_benefits(standing, people, capital, work, housing, care, credit, p, reference, now);
        CHECK((standing.due_cents[only] > 0) == (standing.reference_due_cents[only] > 0));
        return standing.benefit_cents[only];
    }

    int months_paid(int first, int last) {
        int paid = 0;
        for (int month = first; month <= last; ++month) paid += benefit(month) > 0 ? 1 : 0;
        return paid;
    }
};

}  // namespace

TEST_CASE("SIA pays 80 EUR a member to households with a minor, up to 400") {
    BenefitCase c;
    const auto due = [&](int minors) {
        c.minors = minors;
        return benefit_due_eur(sia(), c);
    };
    c.categorical = true;  // a disabled adult without a child has no right
    CHECK(due(0) == 0.0);
    CHECK(due(1) == 160.0);
    CHECK(due(2) == 240.0);  // the mean of ben.sia.month
    CHECK(due(4) == 400.0);
    CHECK(due(6) == 400.0);
}

TEST_CASE("SIA is paid for twelve months and never again, and nothing is due after them") {
    Household family(sia());
    CHECK(family.benefit(0) == 24000);
    CHECK(family.months_paid(1, 11) == 11);
    CHECK(family.benefit(12) == 0);
    CHECK(family.residents.standing.due_cents[only] == 0);
    CHECK(family.months_paid(13, 400) == 0);
}

TEST_CASE("A month of work keeps the months of the spell that are left") {
    Household family(sia());
    CHECK(family.months_paid(0, 4) == 5);
    family.residents.work.state[only] = WorkState::fixed_term;
    family.residents.work.gross_wage_cents[only] = 91600;
    CHECK(family.months_paid(5, 9) == 0);
    family.residents.work.state[only] = WorkState::seeking;
    family.residents.work.gross_wage_cents[only] = 0;
    CHECK(family.months_paid(10, 60) == 7);
}

TEST_CASE("A renewable benefit stops for a month after eighteen") {
    BenefitParameters law;
    law.base_eur = 500.0;
    law.longest_months = 18.0;
    law.pause_months = 1.0;
    Household family(law);
    CHECK(family.months_paid(0, 17) == 18);
    CHECK(family.benefit(18) == 0);
    CHECK(family.months_paid(19, 36) == 18);
    CHECK(family.benefit(37) == 0);
    CHECK(family.benefit(38) > 0);
}

TEST_CASE("Months before the window, and months that nobody claims, use nothing up") {
    Household family(sia());
    CHECK(family.months_paid(-36, -1) == 36);
    family.residents.people.takes_up[only] = 0;
    CHECK(family.months_paid(0, 23) == 0);
    CHECK(family.residents.standing.due_cents[only] == 24000);
    family.residents.people.takes_up[only] = 1;
    CHECK(family.months_paid(24, 99) == 12);
}

TEST_CASE("The allowance during an activity has its own months, in all") {
    BenefitParameters law;
    law.base_eur = 500.0;
    law.categorical = 1.0;
    law.activity_eur = 350.0;
    law.activity_longest_months = 12.0;
    Household person(law);
    person.residents.people.children[only] = 0;
    person.residents.people.birth_month[only] = -12 * 40;
    person.residents.work.state[only] = WorkState::internship;
    CHECK(person.benefit(0) == 35000);
    CHECK(person.months_paid(1, 5) == 5);
    person.residents.work.state[only] = WorkState::seeking;
    CHECK(person.months_paid(6, 9) == 0);
    person.residents.work.state[only] = WorkState::internship;
    CHECK(person.months_paid(10, 40) == 6);
}

TEST_CASE("The municipality helps who has an open file and draws nothing, a taper or not") {
    CHECK(is_helped_locally(CareState::in_project, {}));
    CHECK(is_helped_locally(CareState::tapering, {}));
    CHECK_FALSE(is_helped_locally(CareState::known, {}));
    Assistance drawn;
    drawn.national_eur = 1.0;
    CHECK_FALSE(is_helped_locally(CareState::tapering, drawn));
}

}  // namespace cantiere
