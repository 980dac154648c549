#include "scenarios/rounding.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

namespace cantiere {

namespace {

double rounded(double value, int digits_after_first) {
    if (!std::isfinite(value)) {
        return value;
    }
    const std::string digits = fmt::format("{:.{}e}", value, digits_after_first);
    double result = value;
    std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return result;
}

}  // namespace

double rounded_to_12_digits(double value) { return rounded(value, 11); }

double rounded_to_9_digits(double value) { return rounded(value, 8); }

}  // namespace cantiere
