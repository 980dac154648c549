#include "analysis/number_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace cantiere {
namespace {

constexpr int most_decimals = 6;

/// Returns the decimals that keep so many significant digits of a number.
int decimals_for_digits(double value, int digits) {
    if (value == 0.0 || !std::isfinite(value)) {
        return 0;
    }
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return digits - 1 - magnitude;
}

int decimals_shown(const Stat& stat, int fewest_digits) {
    return std::max(decimals_supported(stat), decimals_for_digits(stat.mean, fewest_digits));
}

std::string grouped(const std::string& digits, char separator) {
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            result += separator;
        }
        result += digits[i];
    }
    return result;
}

}  // namespace

std::string number_text(double value, int decimals, Language language) {
    if (std::isnan(value)) {
        return "-";
    }
    const bool italian = language == Language::italian;
    double rounded = value;
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        rounded = std::round(value / unit) * unit;
    }
    const int shown = std::clamp(decimals, 0, most_decimals);
    std::string plain = fmt::format("{:.{}f}", std::abs(rounded), shown);
    const bool is_zero = plain.find_first_not_of("0.") == std::string::npos;
    const std::size_t point = plain.find('.');
    std::string text = grouped(plain.substr(0, point), italian ? '.' : ',');
    if (point != std::string::npos) {
        text += (italian ? "," : ".") + plain.substr(point + 1);
    }
    return rounded < 0.0 && !is_zero ? "-" + text : text;
}

int decimals_supported(const Stat& stat) {
    if (std::isnan(stat.se)) {
        constexpr int digits_without_error = 2;
        return decimals_for_digits(stat.mean, digits_without_error);
    }
    const double half_width = (stat.high - stat.low) / 2.0;
    if (half_width == 0.0) {
        constexpr int digits_of_exact = 3;
        return std::max(decimals_for_digits(stat.mean, digits_of_exact), 0);
    }
    return decimals_for_digits(half_width / 2.0, 1);
}

std::string mean_text(const Stat& stat, Language language) {
    return number_text(stat.mean, decimals_shown(stat, 2), language);
}

std::string signed_mean_text(const Stat& stat, Language language) {
    const std::string text = number_text(stat.mean, decimals_shown(stat, 1), language);
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    return stat.mean > 0.0 && !is_zero ? "+" + text : text;
}

std::string interval_text(const Stat& stat, Language language) {
    if (std::isnan(stat.low) || std::isnan(stat.high)) {
        return "-";
    }
    const int decimals = decimals_supported(stat);
    return fmt::format("{} {} {}",
                       number_text(stat.low, decimals, language),
                       language == Language::italian ? "a" : "to",
                       number_text(stat.high, decimals, language));
}

std::string difference_text(const Stat& stat, Language language) {
    if (is_exactly_zero(stat) || std::isnan(stat.mean)) {
        return mean_text(stat, language);
    }
    const std::string sign = is_apart_from_zero(stat) ? "" : "~";
    if (std::isnan(stat.se)) {
        return sign + signed_mean_text(stat, language);
    }
    const double half_width = (stat.high - stat.low) / 2.0;
    return fmt::format("{}{} ±{}",
                       sign,
                       signed_mean_text(stat, language),
                       number_text(half_width, decimals_supported(stat), language));
}

bool is_apart_from_zero(const Stat& stat) { return stat.low > 0.0 || stat.high < 0.0; }

bool is_exactly_zero(const Stat& stat) { return stat.mean == 0.0 && stat.se == 0.0; }

std::string percent_text(double share, Language language) {
    return std::isnan(share) ? "-" : number_text(100.0 * share, 0, language) + " %";
}

}  // namespace cantiere
