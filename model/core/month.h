#pragma once
/// Simulated time: months counted from the study's start, and the calendar they fall in.

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/contracts.h"

namespace cantiere {

/// A length of time in whole months.
struct Months {
    int value = 0;

    friend constexpr bool operator==(Months, Months) = default;
    friend constexpr auto operator<=>(Months, Months) = default;
    friend constexpr Months operator+(Months a, Months b) { return {a.value + b.value}; }
    friend constexpr Months operator-(Months a, Months b) { return {a.value - b.value}; }
};

/// A month of the study: 0 is the first month of the window, burn-in is negative. Two bytes, as
/// residents carry many of them.
struct Month {
    std::int16_t value = 0;

    constexpr Month() = default;
    constexpr explicit Month(int index) : value(static_cast<std::int16_t>(index)) {
        expects(value == index, "a month is within 2,700 years of the study's start");
    }

    /// Returns the position counted from the study's start; negative in burn-in.
    constexpr int index() const { return value; }

    constexpr Month& operator++() { return *this = Month{value + 1}; }
    friend constexpr bool operator==(Month, Month) = default;
    friend constexpr auto operator<=>(Month, Month) = default;
    friend constexpr Month operator+(Month month, int months) {
        return Month{month.value + months};
    }
    friend constexpr Month operator-(Month month, int months) {
        return Month{month.value - months};
    }
    friend constexpr Month operator+(Month month, Months length) { return month + length.value; }
    friend constexpr Month operator-(Month month, Months length) { return month - length.value; }
    /// Returns the months from `earlier` to `later`, negative when they are the other way round.
    friend constexpr int operator-(Month later, Month earlier) {
        return later.value - earlier.value;
    }
};

/// Marks an event that has not happened; before every other month.
inline constexpr Month no_month{std::numeric_limits<std::int16_t>::min()};

/// Mean length of a month in days (365.25 / 12), for prices per day.
inline constexpr double days_per_month = 30.4375;

/// A month of the calendar; `month` is 1 to 12.
struct CalendarMonth {
    int year = 0;
    int month = 1;

    friend constexpr bool operator==(CalendarMonth, CalendarMonth) = default;
    friend constexpr auto operator<=>(CalendarMonth, CalendarMonth) = default;
};

/// Reads a calendar month written `YYYY-MM`; nothing when the text is anything else.
std::optional<CalendarMonth> parse_calendar_month(std::string_view text);

/// Writes a calendar month as `YYYY-MM`.
std::string text(CalendarMonth date);

/// Adds a number of months, negative allowed, to a date of year 0 or later.
CalendarMonth plus_months(CalendarMonth date, int months);

/// Returns the date of `month` in a study that starts at `start`.
CalendarMonth calendar_month(CalendarMonth start, Month month);

/// Returns the calendar year of `month` in a study that starts at `start`.
int year_of(CalendarMonth start, Month month);

/// Returns the month of the study on which `date` falls when the study starts at `start`.
Month month_of(CalendarMonth start, CalendarMonth date);

}  // namespace cantiere
