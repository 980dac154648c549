#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "model/core/contracts.h"
#include "model/core/month.h"
#include "model/core/rounding.h"
#include "model/core/units.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

static_assert(!std::is_convertible_v<double, Hazard>);
static_assert(!std::is_convertible_v<double, Probability>);
static_assert(!std::is_constructible_v<Probability, Hazard>, "convert with probability_of");
static_assert(!std::is_constructible_v<Hazard, Probability>, "convert with hazard_of");
static_assert(!std::is_convertible_v<double, Cents>);
static_assert(!std::is_convertible_v<Months, Month>, "a length is no point in time");
static_assert(sizeof(Month) == 2);

TEST_CASE("a hazard becomes the chance of an event within the month and back") {
    CHECK(probability_of(Hazard{0.0}).value() == 0.0);
    CHECK(probability_of(Hazard{infinity}).value() == 1.0);
    CHECK(hazard_of(Probability{0.0}).per_month() == 0.0);
    CHECK(hazard_of(Probability{1.0}).per_month() == infinity);
    // model.md section 6: monthly .15, .06, .015 are hazards .1625, .0619, .0151.
    CHECK(hazard_of(Probability{0.15}).per_month() == Approx(0.1625).margin(5e-5));
    CHECK(hazard_of(Probability{0.06}).per_month() == Approx(0.0619).margin(5e-5));
    CHECK(hazard_of(Probability{0.015}).per_month() == Approx(0.0151).margin(5e-5));
    for (const double hazard : {1e-12, 1e-6, 0.03, 0.7, 5.0}) {
        const double back = hazard_of(probability_of(Hazard{hazard})).per_month();
        CHECK(back == Approx(hazard).epsilon(1e-13));
    }
}

TEST_CASE("hazards add, scale and take exponential modifiers") {
    CHECK((Hazard{0.02} + Hazard{0.005}).per_month() == Approx(0.025));
    CHECK((Hazard{0.02} * 3.0).per_month() == Approx(0.06));
    CHECK(modified(Hazard{0.02}, 0.0) == Hazard{0.02});
    CHECK(modified(Hazard{0.0495}, -0.5).per_month() == Approx(0.0495 * std::exp(-0.5)));
    CHECK((Probability{0.5} * Probability{0.5}).value() == 0.25);
    CHECK(Probability{0.25}.complement().value() == 0.75);
}

TEST_CASE("impossible hazards and probabilities break the contract") {
    CHECK_THROWS_AS(Hazard{-1e-9}, ContractViolation);
    CHECK_THROWS_AS(Hazard{not_a_number}, ContractViolation);
    CHECK_THROWS_AS(Hazard{0.1} * -1.0, ContractViolation);
    CHECK_THROWS_AS(Probability{1.0000001}, ContractViolation);
    CHECK_THROWS_AS(Probability{-0.1}, ContractViolation);
    CHECK_THROWS_AS(Probability{not_a_number}, ContractViolation);
}

TEST_CASE("rounding takes halves away from zero and nothing else") {
    CHECK(round_half_away(2.5) == 3);
    CHECK(round_half_away(-2.5) == -3);
    CHECK(round_half_away(0.49999999999999994) == 0);
    CHECK(round_half_away(-0.49999999999999994) == 0);
    CHECK(round_half_away(4503599627370497.0) == 4503599627370497);
    CHECK_THROWS_AS(round_half_away(0x1p63), ContractViolation);
    CHECK_THROWS_AS(round_half_away(not_a_number), ContractViolation);
}

TEST_CASE("euros become whole cents with halves away from zero") {
    CHECK(Cents::from_euros(516.46) == Cents{51646});
    CHECK(Cents::from_euros(0.125) == Cents{13});
    CHECK(Cents::from_euros(-0.125) == Cents{-13});
    CHECK(Cents::from_euros(0.124) == Cents{12});
    CHECK(Cents{-51646}.euros() == -516.46);
    CHECK(scaled(Cents{1001}, 0.5) == Cents{501});
    CHECK(scaled(Cents{-1001}, 0.5) == Cents{-501});
}

TEST_CASE("cents add and subtract exactly") {
    Cents sum;
    for (int i = 0; i < 1000; ++i) {
        sum += Cents::from_euros(0.1);
    }
    CHECK(sum == Cents{10000});
    sum -= Cents{1};
    CHECK(-sum == Cents{-9999});
    CHECK(Cents{7} - Cents{10} == Cents{-3});
    CHECK(Cents{7} + Cents{10} == Cents{17});
    CHECK(3 * Cents{7} == Cents{7} * 3);
    CHECK(Cents{-1} < Cents{});
}

TEST_CASE("months of the study count from its start and are negative in burn-in") {
    CHECK((Month{3} - 5).index() == -2);
    CHECK(Month{3} - Month{-36} == 39);
    CHECK(Month{3} + Months{4} == Month{7});
    CHECK(no_month < Month{-1200});
    Month month{-1};
    CHECK(++month == Month{0});
    CHECK_THROWS_AS(Month{40000}, ContractViolation);
}

TEST_CASE("a calendar month is read only when written as year, dash, month") {
    CHECK(parse_calendar_month("2015-01") == CalendarMonth{2015, 1});
    CHECK(parse_calendar_month("1999-12") == CalendarMonth{1999, 12});
    for (const std::string text : {"",
                                   "2015",
                                   "2015-1",
                                   "2015-00",
                                   "2015-13",
                                   "2015/01",
                                   "15-01",
                                   "2015-01-01",
                                   "2015-0x",
                                   "-015-01",
                                   "+015-01",
                                   " 015-01",
                                   "2015- 1"}) {
        INFO(text);
        CHECK_FALSE(parse_calendar_month(text).has_value());
    }
    CHECK(text(CalendarMonth{2015, 1}) == "2015-01");
    CHECK(text(CalendarMonth{15, 11}) == "0015-11");
}

TEST_CASE("months of the study fall in their calendar month and year") {
    const CalendarMonth start{2015, 11};
    CHECK(calendar_month(start, Month{0}) == start);
    CHECK(calendar_month(start, Month{1}) == CalendarMonth{2015, 12});
    CHECK(calendar_month(start, Month{2}) == CalendarMonth{2016, 1});
    CHECK(calendar_month(start, Month{-11}) == CalendarMonth{2014, 12});
    CHECK(year_of(start, Month{1}) == 2015);
    CHECK(year_of(start, Month{2}) == 2016);
    CHECK(year_of(start, Month{-36}) == 2012);
    CHECK(plus_months({2020, 12}, 120) == CalendarMonth{2030, 12});
    for (int index = -50; index <= 50; ++index) {
        CHECK(month_of(start, calendar_month(start, Month{index})) == Month{index});
    }
    CHECK_THROWS_AS(plus_months({0, 1}, -1), ContractViolation);
}

}  // namespace
}  // namespace cantiere
