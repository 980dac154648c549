#include <vector>

#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"
#include "tests/support/shipped_law.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);

/// A household of the schedule: one adult who rents, of a kind that a selective regime protects
/// (a certified disadvantage with an open file), at work for `months_in_job`.
struct Household {
    double gross_eur = 0.0;
    int minors = 0;
    int months_in_job = 24;
    bool renter = true;
    bool certified = true;
    int age_months = 480;
    bool intern = false;
    float disability = 0.0f;
    bool in_a_service = false;
};

/// What the month brings, cents.
struct Income {
    std::int64_t benefit = 0;
    std::int64_t net = 0;
    std::int64_t invalidity = 0;
    std::int64_t disposable() const { return benefit + net + invalidity; }
};

/// Runs the phase of benefits for one household.
Income month_of(const Parameters& p, const Household& home) {
    Residents r = sample_residents(1);
    r.people.renter[only] = home.renter ? 1 : 0;
    r.people.children[only] = static_cast<std::uint8_t>(home.minors);
    r.people.birth_month[only] = static_cast<std::int16_t>(-home.age_months);
    r.people.groups[only] = home.certified ? bit(Group::addiction) : GroupMask{0};
    r.capital.disability[only] = home.disability;
    r.care.state[only] = CareState::follow_up;
    if (home.in_a_service) {
        open_project(r.care, only, {Instrument::vocational_training}, Month{0});
        r.care.step_left[only] = 2;
    }
    if (home.gross_eur > 0.0) r.work.state[only] = WorkState::open_ended;
    if (home.intern) r.work.state[only] = WorkState::internship;
    r.work.gross_wage_cents[only] =
        static_cast<std::int32_t>(Cents::from_euros(home.gross_eur).value);
    r.work.tenure_months[only] = static_cast<std::uint16_t>(home.months_in_job);
    assess_benefits(r.standing,
                    r.people,
                    r.capital,
                    r.work,
                    r.housing,
                    r.care,
                    p,
                    p.benefit,
                    Month{0});
    const double cheque = invalidity_eur(p.benefit, double{home.disability}, home.gross_eur);
    return {r.standing.benefit_cents[only],
            r.standing.net_income_cents[only],
            Cents::from_euros(cheque).value};
}

std::int64_t benefit_at(const Parameters& p, double gross, int months_in_job = 24) {
    return month_of(p, {.gross_eur = gross, .months_in_job = months_in_job}).benefit;
}

/// One point of a table: gross wage, and what is left with benefit, tax and contributions, cents.
struct Point {
    double gross_eur;
    std::int64_t disposable;
};

void check_disposable(const Parameters& p, const std::vector<Point>& table, int months = 24) {
    for (const Point& point : table) {
        INFO("gross " << point.gross_eur);
        const Household home{.gross_eur = point.gross_eur, .months_in_job = months};
        CHECK(month_of(p, home).disposable() == point.disposable);
    }
}

/// Participation tax rate of a job against none.
double tax_rate(const Parameters& p, double gross, int months_in_job = 24) {
    const auto euros = [](const Income& m) { return static_cast<double>(m.disposable()) / 100.0; };
    const Household worker{.gross_eur = gross, .months_in_job = months_in_job};
    return participation_tax_rate(euros(month_of(p, worker)), euros(month_of(p, {})), gross);
}

}  // namespace

TEST_CASE("V23 benefit schedule: kinks at 0, 250 and 1030 of an allowance with a disregard") {
    // 500 + 280 for a renter of scale 1, disregard 250, full taper, no least amount.
    Parameters p;
    p.benefit = {.base_eur = 500.0, .rent_eur = 280.0, .disregard_eur = 250.0};
    CHECK(benefit_at(p, 0.0) == 78000);
    CHECK(benefit_at(p, 250.0) == 78000);
    CHECK(benefit_at(p, 250.01) == 77999);
    CHECK(benefit_at(p, 600.0) == 43000);
    CHECK(benefit_at(p, 1029.99) == 1);
    CHECK(benefit_at(p, 1030.0) == 0);
    CHECK(benefit_at(p, 1500.0) == 0);
    CHECK(participation_tax_rate(600.0 + 430.0, 780.0, 600.0) == Approx(1.0 - 250.0 / 600.0));
}

TEST_CASE("V23 benefit schedule: ADI as shipped, to the cent at its kinks") {
    const Parameters p = under_shipped_law("italy-2024-adi", 2024);
    CHECK(benefit_at(p, 0.0) == 78000);
    CHECK(benefit_at(p, 250.0) == 78000);
    CHECK(benefit_at(p, 250.01) == 77999);
    CHECK(benefit_at(p, 600.0) == 43000);
    CHECK(benefit_at(p, 600.0, 0) == 43000);  // no softer taper at first
    CHECK(benefit_at(p, 990.0) == 4000);      // below 40 EUR nothing is paid
    CHECK(benefit_at(p, 990.01) == 0);
    CHECK(month_of(p, {.renter = false}).benefit == 50000);
    CHECK(month_of(p, {.gross_eur = 710.0, .renter = false}).benefit == 4000);
    CHECK(month_of(p, {.gross_eur = 710.01, .renter = false}).benefit == 0);
    // A scale of 1.15, 1.30, 1.40 with one, two, three minors; at most 1,380 EUR.
    CHECK(month_of(p, {.minors = 1}).benefit == 85500);
    CHECK(month_of(p, {.minors = 2}).benefit == 93000);
    CHECK(month_of(p, {.minors = 3}).benefit == 98000);
    CHECK(month_of(p, {.minors = 11}).benefit == 138000);
    CHECK(month_of(p, {.minors = 12}).benefit == 138000);
    CHECK(month_of(p, {.intern = true}).benefit == 78000);  // an indemnity does not count
}

TEST_CASE("V23 benefit schedule: ADI as shipped pays whom it protects, the others while active") {
    const Parameters p = under_shipped_law("italy-2024-adi", 2024);
    CHECK(month_of(p, {.certified = false}).benefit == 0);
    CHECK(month_of(p, {.minors = 1, .certified = false}).benefit == 85500);
    CHECK(month_of(p, {.certified = false, .age_months = 719}).benefit == 0);
    CHECK(month_of(p, {.certified = false, .age_months = 720}).benefit == 78000);
    CHECK(month_of(p, {.certified = false, .disability = 0.3f}).benefit == 78000);
    const Household active{.certified = false, .in_a_service = true};
    CHECK(month_of(p, active).benefit == 35000);
    Household working = active;
    working.gross_eur = 250.0;
    CHECK(month_of(p, working).benefit == 35000);
    working.gross_eur = 250.01;
    CHECK(month_of(p, working).benefit == 0);
}

TEST_CASE("V23 benefit schedule: what is left of a wage under ADI, and its tax rates") {
    const Parameters p = under_shipped_law("italy-2024-adi", 2024);
    // Contributions 9.19 %; no tax to 8,500 EUR a year (780.01 a month), 23 % above it and a bonus
    // of 100 a month to 15,000 (1,376.52 a month).
    check_disposable(p,
                     {{0.0, 78000},
                      {100.0, 87081},  // 9.19 of 100 lost: marginal rate 9.19 %
                      {600.0, 97486},
                      {700.0, 96567},  // 109.19 of 100
                      {780.01, 95832},
                      {780.02, 105832},  // the bonus begins
                      {850.0, 103727},
                      {900.0, 102223},  // 65.04 of 50: 130.08 %
                      {990.0, 99516},
                      {990.01, 95517},  // the least amount: 40 EUR lost for one cent
                      {1100.0, 103208},
                      {1200.0, 110200},  // 30.08 of 100
                      {1376.52, 112543},
                      {1526.0, 122995}});
    CHECK(tax_rate(p, 100.0) == Approx(0.0919).margin(1e-4));
    CHECK(tax_rate(p, 600.0) == Approx(0.675233).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.740810).margin(1e-4));
    CHECK(tax_rate(p, 1526.0) == Approx(0.705143).margin(1e-4));
}

TEST_CASE("V23 benefit schedule: RdC as shipped counts 80 % of a new wage, then all of it") {
    const Parameters p = under_shipped_law("italy-2019-rdc", 2019);
    CHECK(benefit_at(p, 0.0) == 78000);
    CHECK(benefit_at(p, 500.0, 0) == 38000);
    CHECK(benefit_at(p, 500.0, 11) == 38000);
    CHECK(benefit_at(p, 500.0, 12) == 28000);
    CHECK(benefit_at(p, 925.0, 11) == 4000);
    CHECK(benefit_at(p, 925.01, 11) == 0);
    CHECK(benefit_at(p, 740.0, 12) == 4000);
    CHECK(benefit_at(p, 740.01, 12) == 0);
    CHECK(month_of(p, {.renter = false, .certified = false}).benefit == 50000);
    CHECK(month_of(p, {.minors = 2}).benefit == 98000);
    CHECK(month_of(p, {.minors = 4}).benefit == 118000);
    CHECK(month_of(p, {.minors = 6}).benefit == 133000);  // the cap: 2.2 x 500 + 280 = 1,380
    CHECK(month_of(p, {.intern = true}).benefit == 78000);
    check_disposable(p, {{100.0, 79081}, {600.0, 84486}, {700.0, 85567}, {916.0, 92437}}, 3);
    check_disposable(p, {{990.0, 92891}, {1100.0, 100583}, {1200.0, 107575}, {1526.0, 130370}});
    CHECK(tax_rate(p, 500.0, 3) == Approx(0.8919).margin(1e-4));
    CHECK(tax_rate(p, 500.0) == Approx(1.0919).margin(1e-4));
    CHECK(tax_rate(p, 916.0, 3) == Approx(0.842391).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.893920).margin(1e-4));
}

TEST_CASE("V23 benefit schedule: in 2004 there is no minimum income and no bonus") {
    const Parameters p = under_shipped_law("italy-2004", 2004);
    for (const double gross : {0.0, 100.0, 250.0, 500.0, 916.0}) CHECK(benefit_at(p, gross) == 0);
    CHECK(month_of(p, {.minors = 3}).benefit == 0);
    check_disposable(p,
                     {{0.0, 0},
                      {600.0, 54486},
                      {700.0, 63322},
                      {850.0, 73810},
                      {900.0, 77306},
                      {916.0, 78425},
                      {1526.0, 121079}});
    CHECK(tax_rate(p, 600.0) == Approx(0.0919).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.143831).margin(1e-4));
}

TEST_CASE("V23 benefit schedule: the invalidity cheque is lost whole at the limit of each law") {
    struct Cliff {
        const char* law;
        int year;
        std::int64_t cheque;
        double last_gross_eur;  // a month; twelve times it is the limit, but for the cent
    };
    const Cliff cliff = GENERATE(Cliff{"italy-2004", 2004, 24862, 328.52},       // 3,942.25 a year
                                 Cliff{"italy-2019-rdc", 2019, 30947, 408.89},   // 4,906.72
                                 Cliff{"italy-2024-adi", 2025, 36400, 480.94});  // 5,771.35
    INFO(cliff.law);
    const Parameters p = under_shipped_law(cliff.law, cliff.year);
    const auto at = [&](double gross) {
        return month_of(p, {.gross_eur = gross, .disability = 0.5f}).invalidity;
    };
    CHECK(at(0.0) == cliff.cheque);
    CHECK(at(cliff.last_gross_eur) == cliff.cheque);
    CHECK(at(cliff.last_gross_eur + 0.01) == 0);
    CHECK(month_of(p, {.disability = 0.0f}).invalidity == 0);
}

}  // namespace cantiere
