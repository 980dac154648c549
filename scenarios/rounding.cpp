#include "scenarios/rounding.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>

namespace cantiere {

namespace {

/// The powers of ten that are doubles.
constexpr std::array<double, 23> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Returns value * 10^shift, rounded once.
double shifted(double value, int shift) {
    const double power = powers[static_cast<std::size_t>(std::abs(shift))];
    return shift < 0 ? value / power : value * power;
}

double rounded_by_text(double value, int digits) {
    if (!std::isfinite(value)) {
        return value;
    }
    const std::string text = fmt::format("{:.{}e}", value, digits - 1);
    double result = value;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

/// Rounds by one product and one quotient with powers of ten that are exact: the digits are a whole
/// number below 2^53. Nothing next to the middle between two such numbers, nor where a power is
/// none of the exact ones.
std::optional<double> rounded_by_powers(double value, double error, int digits) {
    constexpr double unsure = 1e-3;  // more than a product's own rounding, below 10^12 / 2^53
    const double size = std::abs(value);
    const bool has_exact_powers = size > 1e-9 && size < 1e30;
    if (!has_exact_powers) {
        return std::nullopt;
    }
    int shift = digits - 1 - static_cast<int>(std::floor(std::log10(size)));
    const double most = powers[static_cast<std::size_t>(digits)];
    if (shifted(size, shift) >= most) {
        --shift;  // log10 stood below a power of ten
    }
    const double scaled = shifted(size, shift);
    const double doubt = shifted(error, shift);
    const double below = std::floor(scaled);
    const double room = std::abs(scaled - below - 0.5) - unsure;
    const bool is_sure = scaled < most && scaled - doubt >= most / 10.0 && doubt < room;
    if (!is_sure) {
        return std::nullopt;
    }
    const double whole = scaled - below < 0.5 ? below : below + 1.0;
    return std::copysign(shifted(whole, -shift), value);
}

double rounded(double value, int digits) {
    const std::optional<double> plain = rounded_by_powers(value, 0.0, digits);
    return plain ? *plain : rounded_by_text(value, digits);
}

}  // namespace

double rounded_to_12_digits(double value) { return rounded(value, 12); }

double rounded_to_9_digits(double value) { return rounded(value, 9); }

std::optional<double> surely_rounded_to_12_digits(double value, double error) {
    return rounded_by_powers(value, error, 12);
}

std::optional<double> surely_rounded_to_9_digits(double value, double error) {
    return rounded_by_powers(value, error, 9);
}

}  // namespace cantiere
