#pragma once
/// The numbers that make places: what they are in each place known, and what they span.

#include <cstddef>
#include <memory>
#include <vector>

#include "analysis/exploration/design.h"
#include "analysis/exploration/ranged_parameters.h"
#include "scenarios/study.h"

namespace cantiere {

/// A number of a territory or a law. It lies in [low, high] in every place, and in the range that
/// home states for it.
struct PlaceNumber {
    const ParameterSpec* spec = nullptr;
    double low = 0.0, high = 0.0;
    std::vector<double> at;  // by place; home first
};

/// Returns what a place states for a key, the default where it states nothing.
double value_at(const Scenario& place, const ParameterSpec& spec);

/// Lists by key the numbers that differ between places or have a range at home, but for what the
/// study or the scenario sets, which is the same everywhere. `places` are the study read with the
/// packs of each place, home first.
std::vector<PlaceNumber> place_numbers(const std::vector<const Study*>& places,
                                       std::size_t scenario);

/// Tells whether a number spans so much that its logarithm is spread evenly, not itself: more than
/// tenfold, of positive numbers.
bool spreads_by_logarithm(const PlaceNumber& number);

/// Numbers of places as a study varies them: uniform over what they span, in the whole study.
struct VariedNumbers {
    std::vector<std::unique_ptr<StatedValue>> stated;  // what the parameters point to
    std::vector<RangedParameter> parameters;
};

VariedNumbers varied(const std::vector<PlaceNumber>& numbers);

/// Returns a Latin hypercube of `n` places, rows of the unit cube of what the numbers span.
Rows rows_of_places(const std::vector<PlaceNumber>& numbers, std::size_t n, std::uint64_t seed);

}  // namespace cantiere
