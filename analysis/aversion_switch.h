#pragma once
/// The aversion to inequality at which two scenarios change places.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"

namespace cantiere {

/// The greatest aversion that is looked at.
inline constexpr double greatest_aversion = 10.0;

/// Returns the aversions from 0 to 10 at which a difference changes its sign, rising: found on a
/// grid of steps of 0.05, then by bisection. A difference of less than `nothing` is none; two
/// changes within one step are not seen.
std::vector<double> switching_aversions(const std::function<double(double)>& difference,
                                        double nothing = 0.0);

/// Levels of groups and their weights, run by run.
struct RunLevels {
    std::vector<std::vector<double>> levels, weights;
    std::size_t replicates = 1;  // of each draw, one after the other
};

/// Returns the mean over runs of the equally distributed equivalents of one minus those of the
/// other; runs without a value in either are left out.
double mean_equivalent_difference(const RunLevels& one, const RunLevels& other, double aversion);

/// How one scenario ranks against another by the equivalents, from the aversion 0 on.
struct AversionSwitch {
    std::string scenario, against;
    int first = 0;           // 1: the scenario ranks above the other at low aversions; -1: below
    std::vector<double> at;  // aversions at which they change places
    bool is_told = true;     // false where luck may have made the order
};

/// Compares the equivalents of two scenarios at every aversion. The order is told where the paired
/// interval of the difference does not hold zero: at every aversion without a change of places;
/// with changes, at one at least before, between and after them.
AversionSwitch aversion_switch(std::string_view scenario,
                               const RunLevels& one,
                               std::string_view against,
                               const RunLevels& other);

/// Says in a sentence which of the two ranks above the other at which aversions, or that it cannot
/// be told.
std::string aversion_switch_text(const AversionSwitch& ranks, Language language);

/// Returns `[{"against", "first": ID or null, "at": [], "told"}]`.
nlohmann::ordered_json aversion_switches_json(const std::vector<AversionSwitch>& all);

}  // namespace cantiere
