#include "model/core/month.h"

#include <cstddef>

namespace cantiere {

namespace {

constexpr int months_per_year = 12;

/// Reads decimal digits only; nothing when another character is met.
std::optional<int> parse_digits(std::string_view digits) {
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = 10 * number + (digit - '0');
    }
    return number;
}

/// Returns months counted from the January of year 0.
int months_since_year_zero(CalendarMonth date) {
    return months_per_year * date.year + date.month - 1;
}

/// Writes a number from 0 to 10^`width` - 1 with leading zeros.
std::string padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - digits.size(), '0') + digits;
}

}  // namespace

std::optional<CalendarMonth> parse_calendar_month(std::string_view text) {
    constexpr std::size_t dash = 4;
    if (text.size() != 7 || text[dash] != '-') {
        return std::nullopt;
    }
    const std::optional<int> year = parse_digits(text.substr(0, dash));
    const std::optional<int> month = parse_digits(text.substr(dash + 1));
    if (!year || !month || *month < 1 || *month > months_per_year) {
        return std::nullopt;
    }
    return CalendarMonth{*year, *month};
}

std::string text(CalendarMonth date) {
    expects(date.year >= 0 && date.year <= 9999, "the year has at most four digits");
    expects(date.month >= 1 && date.month <= months_per_year, "the month is from 1 to 12");
    return padded(date.year, 4) + "-" + padded(date.month, 2);
}

CalendarMonth plus_months(CalendarMonth date, int months) {
    const int sum = months_since_year_zero(date) + months;
    expects(sum >= 0, "the date is not before year 0");
    return {sum / months_per_year, sum % months_per_year + 1};
}

CalendarMonth calendar_month(CalendarMonth start, Month month) {
    return plus_months(start, month.index());
}

int year_of(CalendarMonth start, Month month) { return calendar_month(start, month).year; }

Month month_of(CalendarMonth start, CalendarMonth date) {
    return Month{months_since_year_zero(date) - months_since_year_zero(start)};
}

}  // namespace cantiere
