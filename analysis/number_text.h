#pragma once
/// Numbers for readers, rounded to what their error supports.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/language.h"
#include "analysis/statistics.h"

namespace cantiere {

/// Writes a number with so many decimals; negative decimals round to tens, hundreds ... Thousands
/// are grouped; Italian uses the comma for decimals and the point for thousands. NaN is written
/// `-`.
std::string number_text(double value, int decimals, Language language);

/// Writes a number with four significant digits, six decimals at most; NaN is written `-`.
std::string four_digits_text(double value, Language language);

/// Returns how many decimals an error supports: one digit of half the half-width of the interval.
/// Three significant digits of the value where there is no error; two where it is unknown.
int decimals_supported(const Stat& of);

/// Writes the mean of a statistic, rounded to what its interval supports; two digits at least, so
/// that a wide interval does not make a zero of it. Less than a millionth is written `<0.000001`.
std::string mean_text(const Stat& of, Language language);

/// Writes a mean with its sign, a plus included, rounded likewise; one digit at least.
std::string signed_mean_text(const Stat& of, Language language);

/// Writes two means beside their difference: both end at the same digit, its last one at the
/// latest, so that they can be subtracted.
std::pair<std::string, std::string> levels_text(const Stat& one,
                                                const Stat& other,
                                                const Stat& difference,
                                                Language language);

/// Writes `low to high`, two significant digits each at least; an end that is not zero keeps a
/// digit that says so. `-` where there is no interval.
std::string interval_text(const Stat& of, Language language);

/// Writes `+12 ±3` (`±0` where every run agrees): a mean with its sign and half of its interval,
/// after `~` where the interval holds zero or there is none. As many decimals as it takes to tell
/// the two numbers apart when the interval leaves zero out.
std::string difference_text(const Stat& of, Language language);

/// Tells whether the interval of a mean leaves zero out; never without an interval.
bool is_apart_from_zero(const Stat& of);

/// Returns which side of zero a difference is on, 1 or -1; 0 where it cannot be told.
int told_sign(const Stat& of);

/// Tells whether every run gave zero, but for what rounding leaves.
bool is_exactly_zero(const Stat& of);

/// Writes a share in [0, 1] as percent: `83 %`; `<1 %` and `>99 %` rather than a rounded 0 or 100.
std::string percent_text(double share, Language language);

/// Writes a number of things: `1 draw`, `3 draws`; `1 estrazione`, `3 estrazioni`.
std::string counted_text(std::size_t number, std::string_view one, std::string_view many);
std::string counted_draws(std::size_t draws, Language language);

/// Writes a share of draws: `80 % of the draws`, and of fewer than 20 `4 of 5 draws`, since 80 % of
/// five reads as more than it is.
std::string share_of_draws_text(double share, std::size_t draws, Language language);

}  // namespace cantiere
