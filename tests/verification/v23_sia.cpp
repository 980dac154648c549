#include <cstdint>

#include "tests/support/benefit_household.h"
#include "tests/support/catch.h"
#include "tests/support/shipped_law.h"

namespace cantiere {
namespace {

/// Counts the months paid among the `months` from `first` on, at one wage.
int months_paid(const Parameters& p, const Household& home, Residents& r, int first, int months) {
    int paid = 0;
    for (int month = first; month < first + months; ++month) {
        paid += month_of(p, home, r, Month{month}).benefit > 0 ? 1 : 0;
    }
    return paid;
}

}  // namespace

TEST_CASE("V23 benefit schedule: SIA as shipped pays 80 EUR for each member, up to 400") {
    const Parameters p = under_shipped_law("italy-2016-sia", 2017);
    // 80 for the adult and 80 for each minor, no rent; five members reach the cap of 400.
    CHECK(month_of(p, {.minors = 1}).benefit == 16000);
    CHECK(month_of(p, {.minors = 1, .renter = false}).benefit == 16000);
    CHECK(month_of(p, {.minors = 2}).benefit == 24000);
    CHECK(month_of(p, {.minors = 3}).benefit == 32000);
    CHECK(month_of(p, {.minors = 4}).benefit == 40000);
    CHECK(month_of(p, {.minors = 5}).benefit == 40000);
    CHECK(month_of(p, {.minors = 1, .intern = true}).benefit == 16000);
    CHECK(month_of(p, {.gross_eur = 250.0, .minors = 1}).benefit == 16000);
    // A fixed amount up to the limit of means, nothing above it.
    CHECK(month_of(p, {.gross_eur = 250.01, .minors = 1}).benefit == 0);
    CHECK(month_of(p, {.gross_eur = 250.01, .minors = 4}).benefit == 0);
}

TEST_CASE("V23 benefit schedule: SIA as shipped pays only with a minor, whoever the adult is") {
    const Parameters p = under_shipped_law("italy-2016-sia", 2017);
    CHECK(month_of(p, {.minors = 1, .certified = false}).benefit == 16000);
    CHECK(month_of(p, {}).benefit == 0);  // certified, with an open file
    CHECK(month_of(p, {.age_months = 800}).benefit == 0);
    CHECK(month_of(p, {.disability = 0.8f}).benefit == 0);
    CHECK(month_of(p, {.in_a_service = true}).benefit == 0);  // no allowance either
}

TEST_CASE("V23 benefit schedule: SIA as shipped pays for twelve months and never again") {
    const Parameters p = under_shipped_law("italy-2016-sia", 2017);
    const Household poor{.minors = 2};
    Residents r = household_of(poor);
    for (int month = 0; month < 12; ++month) {
        CHECK(month_of(p, poor, r, Month{month}).benefit == 24000);
    }
    CHECK(months_paid(p, poor, r, 12, 240) == 0);
}

TEST_CASE("V23 benefit schedule: a job does not use up the months that SIA still pays") {
    const Parameters p = under_shipped_law("italy-2016-sia", 2017);
    const Household poor{.minors = 2};
    const Household at_work{.gross_eur = 1000.0, .minors = 2};
    Residents r = household_of(poor);
    CHECK(months_paid(p, poor, r, 0, 5) == 5);
    Residents working = household_of(at_work);
    working.standing = r.standing;
    CHECK(months_paid(p, at_work, working, 5, 10) == 0);
    r.standing = working.standing;
    CHECK(months_paid(p, poor, r, 15, 60) == 7);  // 12 - 5
}

TEST_CASE("V23 benefit schedule: under SIA a wage is taxed by the deduction of 2014-21") {
    // Without a minor nothing is added. The tax of a year R: 23 % less 978 + 902 x (28,000 - R)/
    // 20,000, less the bonus of 960.
    //   916    R  9,981.8352: 2,295.8221 - 1,790.6192 - 960 =  -454.7971; net   869.7194
    //   1,526  R 16,629.1272: 3,824.6993 - 1,490.8264 - 960 = 1,373.8729; net 1,271.2712
    const Parameters p = under_shipped_law("italy-2016-sia", 2016);
    CHECK(month_of(p, {.gross_eur = 916.0}).disposable() == 86972);
    CHECK(month_of(p, {.gross_eur = 1526.0}).disposable() == 127127);
}

}  // namespace cantiere
