#include <vector>

#include "tests/support/benefit_household.h"
#include "tests/support/catch.h"
#include "tests/support/shipped_law.h"

namespace cantiere {
namespace {

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
    // Contributions 9.19 %; no tax to 8,500 EUR a year (780.01 a month), 23 % above it less 1,955
    // (23 % of 8,500) and a bonus of 100 a month to 15,000 (1,376.50 a month: 14,999.9958). From
    // there a deduction of 1,910 + 1,190 x (28,000 - R)/13,000. Whole taxes of a year R:
    //   1,376.50  R 14,999.9958: 3,449.9990 - 1,955 - 1,200 =   294.9990; net 1,225.4164
    //   1,376.51  R 15,000.1048: 3,450.0241 - 3,099.9904    =   350.0337; net 1,220.8393
    //   1,376.52  R 15,000.2137: 3,450.0492 - 3,099.9804    =   350.0687; net 1,220.8454
    //   1,526.00  R 16,629.1272: 3,824.6993 - 2,950.8722    =   873.8271; net 1,312.9417
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
                      {1376.50, 122542},
                      {1376.51, 122084},  // the bonus ends: 4.58 EUR lost for one cent
                      {1376.52, 122085},
                      {1526.0, 131294}});
    CHECK(tax_rate(p, 100.0) == Approx(0.0919).margin(1e-4));
    CHECK(tax_rate(p, 600.0) == Approx(0.675233).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.740810).margin(1e-4));
    // 1 - (1,312.94 - 780)/1,526
    CHECK(tax_rate(p, 1526.0) == Approx(0.650760).margin(1e-4));
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
    CHECK(month_of(p, {.minors = 6}).benefit == 133000);  // 2.2 x 500 + 280 = 1,380, capped
    CHECK(month_of(p, {.intern = true}).benefit == 78000);
    // The tax of a year R: 23 % less 978 + 902 x (28,000 - R)/20,000, less the bonus of 960.
    //   916    R  9,981.8352: 2,295.8221 - 1,790.6192 - 960 =  -454.7971; net   869.7194
    //   990    R 10,788.2280: 2,481.2924 - 1,754.2509 - 960 =  -232.9585; net   918.4322
    //   1,100  R 11,986.9200: 2,756.9916 - 1,700.1899 - 960 =    96.8017; net   990.8432
    //   1,200  R 13,076.6400: 3,007.6272 - 1,651.0435 - 960 =   396.5837; net 1,056.6714
    //   1,526  R 16,629.1272: 3,824.6993 - 1,490.8264 - 960 = 1,373.8729; net 1,271.2712
    // and at first, at 916, a benefit of 780 - .8 x 916 = 47.20.
    check_disposable(p, {{100.0, 79081}, {600.0, 84486}, {700.0, 85567}, {916.0, 91692}}, 3);
    check_disposable(p, {{990.0, 91843}, {1100.0, 99084}, {1200.0, 105667}, {1526.0, 127127}});
    CHECK(tax_rate(p, 500.0, 3) == Approx(0.8919).margin(1e-4));
    CHECK(tax_rate(p, 500.0) == Approx(1.0919).margin(1e-4));
    // 1 - (916.92 - 780)/916 and 1 - (869.72 - 780)/916
    CHECK(tax_rate(p, 916.0, 3) == Approx(0.850524).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.902052).margin(1e-4));
}

TEST_CASE("V23 benefit schedule: in 2004 there is no minimum income and no bonus") {
    const Parameters p = under_shipped_law("italy-2004", 2004);
    for (const double gross : {0.0, 100.0, 250.0, 500.0, 916.0}) CHECK(benefit_at(p, gross) == 0);
    CHECK(month_of(p, {.minors = 3}).benefit == 0);
    // The tax of a year R above 7,500: 23 % less 1,725 x (33,500 - R)/26,000.
    //   700    R  7,628.0400: 1,754.4492 - 1,716.5050 =    37.9442; net   632.5080
    //   850    R  9,262.6200: 2,130.4026 - 1,608.0569 =   522.3457; net   728.3562
    //   900    R  9,807.4800: 2,255.7204 - 1,571.9076 =   683.8128; net   760.3056
    //   916    R  9,981.8352: 2,295.8221 - 1,560.3398 =   735.4823; net   770.5294
    //   1,526  R 16,629.1272: 3,824.6993 - 1,119.3175 = 2,705.3817; net 1,160.3121
    check_disposable(p,
                     {{0.0, 0},
                      {600.0, 54486},
                      {700.0, 63251},
                      {850.0, 72836},
                      {900.0, 76031},
                      {916.0, 77053},
                      {1526.0, 116031}});
    CHECK(tax_rate(p, 600.0) == Approx(0.0919).margin(1e-4));
    CHECK(tax_rate(p, 916.0) == Approx(0.158810).margin(1e-4));  // 1 - 770.53/916
}

TEST_CASE("V23 benefit schedule: the invalidity cheque is lost whole at the limit of each law") {
    struct Cliff {
        const char* law;
        int year;
        std::int64_t cheque;
        double last_gross_eur;  // a month; twelve times it is the limit, but for the cent
    };
    const Cliff cliff = GENERATE(Cliff{"italy-2004", 2004, 24862, 328.52},       // 3,942.25 a year
                                 Cliff{"italy-2016-sia", 2016, 30276, 400.03},   // 4,800.38
                                 Cliff{"italy-2019-rdc", 2019, 30947, 408.89},   // 4,906.72
                                 Cliff{"italy-2024-adi", 2025, 36400, 480.94});  // 5,771.35
    INFO(cliff.law);
    const Parameters p = under_shipped_law(cliff.law, cliff.year);
    const auto at = [&](double gross, float degree = 0.74f) {
        return month_of(p, {.gross_eur = gross, .disability = degree}).invalidity;
    };
    CHECK(at(0.0) == cliff.cheque);
    CHECK(at(cliff.last_gross_eur) == cliff.cheque);
    CHECK(at(cliff.last_gross_eur + 0.01) == 0);
    CHECK(at(0.0, 0.99f) == cliff.cheque);
    CHECK(at(0.0, 0.73f) == 0);  // the partial cheque is of 74-99 %
    CHECK(at(0.0, 0.0f) == 0);
}

}  // namespace cantiere
