#include "analysis/number_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace cantiere {
namespace {

constexpr int most_decimals = 6;
constexpr double negligible_share = 1e-9;

/// Takes away what rounding leaves: a mean beside its half width, a half width beside its mean,
/// both where they are nothing in any unit.
Stat settled(Stat stat) {
    const double half_width = (stat.high - stat.low) / 2.0;
    if (std::isnan(half_width)) {
        if (std::abs(stat.mean) < negligible_share) stat.mean = 0.0;
        return stat;
    }
    if (std::max(std::abs(stat.mean), half_width) < negligible_share) {
        stat.mean = stat.se = stat.low = stat.high = 0.0;
    } else if (half_width <= negligible_share * std::abs(stat.mean)) {
        stat.se = 0.0;
        stat.low = stat.high = stat.mean;
    } else if (std::abs(stat.mean) <= negligible_share * half_width) {
        stat.mean = 0.0;
    }
    return stat;
}

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

bool reads_as_zero(const std::string& text) {
    return text.find_first_of("123456789") == std::string::npos;
}

/// Writes a number with so many decimals, or more where only they keep it from reading as zero.
std::string nonzero_text(double value, int decimals, Language language) {
    std::string text = number_text(value, decimals, language);
    if (value == 0.0 || !std::isfinite(value) || !reads_as_zero(text)) {
        return text;
    }
    const int needed = decimals_for_digits(value, 1);
    if (needed <= most_decimals) {
        return number_text(value, needed, language);
    }
    const std::string least = number_text(std::pow(10.0, -most_decimals), most_decimals, language);
    return fmt::format("{}{}", value > 0.0 ? "<" : ">-", least);
}

/// Returns the decimals with which `mean ± half width` shows on which side of zero the interval
/// lies.
int decimals_apart(const Stat& stat, double half_width) {
    int decimals = decimals_supported(stat);
    const auto look_equal = [&] {
        return number_text(std::abs(stat.mean), decimals, Language::english) ==
               number_text(half_width, decimals, Language::english);
    };
    while (is_apart_from_zero(stat) && decimals < most_decimals && look_equal()) {
        ++decimals;
    }
    return decimals;
}

struct EndDecimals {
    int low, high;
};

/// Two significant digits at least at both ends, and equal decimals unless one end is so much
/// nearer to zero that the other would show digits without meaning.
EndDecimals decimals_of_ends(const Stat& stat) {
    constexpr int digits = 2;
    constexpr int most_more = 1;
    const double far = std::max(std::abs(stat.low), std::abs(stat.high));
    const double near = std::min(std::abs(stat.low), std::abs(stat.high));
    const int common = std::max(decimals_supported(stat), decimals_for_digits(far, digits));
    if (near == 0.0) return {common, common};
    const int for_near = std::max(common, decimals_for_digits(near, digits));
    if (for_near <= common + most_more) return {for_near, for_near};
    return std::abs(stat.low) < std::abs(stat.high) ? EndDecimals{for_near, common}
                                                    : EndDecimals{common, for_near};
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
    const std::string plain = fmt::format("{:.{}f}", std::abs(rounded), shown);
    const bool is_zero = reads_as_zero(plain);
    const std::size_t point = plain.find('.');
    std::string text = grouped(plain.substr(0, point), italian ? '.' : ',');
    if (point != std::string::npos) {
        text += (italian ? "," : ".") + plain.substr(point + 1);
    }
    return rounded < 0.0 && !is_zero ? fmt::format("-{}", text) : text;
}

std::string four_digits_text(double value, Language language) {
    constexpr int digits = 4;
    if (std::isnan(value)) return "-";
    if (value == 0.0) return number_text(value, 0, language);
    const int size = static_cast<int>(std::floor(std::log10(std::abs(value))));
    const int decimals = digits - 1 - size;
    const bool is_large = std::abs(value) >= 1000.0;
    return number_text(value,
                       is_large ? decimals : std::clamp(decimals, 0, most_decimals),
                       language);
}

int decimals_supported(const Stat& of) {
    const Stat stat = settled(of);
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

std::string mean_text(const Stat& of, Language language) {
    const Stat stat = settled(of);
    return nonzero_text(stat.mean, decimals_shown(stat, 2), language);
}

std::string signed_mean_text(const Stat& of, Language language) {
    const Stat stat = settled(of);
    const std::string text = nonzero_text(stat.mean, decimals_shown(stat, 1), language);
    const bool is_bare = stat.mean > 0.0 && text.front() != '<';
    return fmt::format("{}{}", is_bare ? "+" : "", text);
}

std::pair<std::string, std::string> levels_text(const Stat& one,
                                                const Stat& other,
                                                const Stat& difference,
                                                Language language) {
    const Stat& first = is_exactly_zero(one) ? other : one;  // a zero asks for no digits
    const Stat& second = is_exactly_zero(other) ? one : other;
    int decimals = std::max(decimals_shown(first, 2), decimals_shown(second, 2));
    if (!std::isnan(difference.se) && !is_exactly_zero(difference)) {
        decimals = std::max(decimals, decimals_supported(difference));
    }
    return {nonzero_text(one.mean, decimals, language),
            nonzero_text(other.mean, decimals, language)};
}

std::string interval_text(const Stat& of, Language language) {
    const Stat stat = settled(of);
    if (std::isnan(stat.low) || std::isnan(stat.high)) {
        return "-";
    }
    const EndDecimals decimals = decimals_of_ends(stat);
    return fmt::format("{} {} {}",
                       nonzero_text(stat.low, decimals.low, language),
                       language == Language::italian ? "a" : "to",
                       nonzero_text(stat.high, decimals.high, language));
}

std::string difference_text(const Stat& of, Language language) {
    const Stat stat = settled(of);
    if (is_exactly_zero(stat) || std::isnan(stat.mean)) {
        return mean_text(stat, language);
    }
    const std::string sign = is_apart_from_zero(stat) ? "" : "~";
    if (std::isnan(stat.se)) {
        return sign + signed_mean_text(stat, language);
    }
    const double half_width = (stat.high - stat.low) / 2.0;
    if (half_width == 0.0) {
        return signed_mean_text(stat, language) + " ±0";
    }
    const int decimals = decimals_apart(stat, half_width);
    const std::string mean = decimals == decimals_supported(stat)
                                 ? signed_mean_text(stat, language)
                                 : fmt::format("{}{}",
                                               stat.mean > 0.0 ? "+" : "",
                                               number_text(stat.mean, decimals, language));
    return fmt::format("{}{} ±{}", sign, mean, number_text(half_width, decimals, language));
}

bool is_apart_from_zero(const Stat& of) {
    const Stat stat = settled(of);
    return stat.low > 0.0 || stat.high < 0.0;
}

int told_sign(const Stat& of) {
    if (!is_apart_from_zero(of)) return 0;
    return of.mean > 0.0 ? 1 : -1;
}

bool is_exactly_zero(const Stat& of) {
    const Stat stat = settled(of);
    return stat.mean == 0.0 && stat.se == 0.0;
}

std::string percent_text(double share, Language language) {
    if (std::isnan(share)) {
        return "-";
    }
    const std::string text = number_text(100.0 * share, 0, language) + " %";
    if (share != 0.0 && reads_as_zero(text)) {
        return share > 0.0 ? "<1 %" : ">-1 %";
    }
    return share < 1.0 && text == "100 %" ? ">99 %" : text;
}

std::string counted_text(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string counted_draws(std::size_t draws, Language language) {
    return counted_text(draws,
                        in_language(language, "draw", "estrazione"),
                        in_language(language, "draws", "estrazioni"));
}

std::string share_of_draws_text(double share, std::size_t draws, Language language) {
    constexpr std::size_t few = 20;
    if (draws >= few || std::isnan(share)) {
        return fmt::format("{} {}",
                           percent_text(share, language),
                           in_language(language, "of the draws", "delle estrazioni"));
    }
    const double count = share * static_cast<double>(draws);
    const bool whole = std::abs(count - std::round(count)) < 1e-9;  // ties share a draw
    const std::string number = number_text(count, whole ? 0 : 1, language);
    if (language == Language::english) {
        return fmt::format("{} of {}", number, counted_draws(draws, language));
    }
    return fmt::format("{} {} su {}", number, number == "1" ? "estrazione" : "estrazioni", draws);
}

}  // namespace cantiere
