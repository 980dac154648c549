#pragma once
/// Scenario discovery: boxes of the inputs within which the cases of interest lie.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/exploration/input_box.h"
#include "analysis/exploration/peeling.h"

namespace cantiere {

/// One restricted column.
struct BoxLimit : ColumnLimit {
    double quasi_p = 0.0;  // chance of so many cases of interest were this column free (binomial)
    double reproduced = 0.0;  // share of resamples of half the cases whose box restricts the column
};

/// What a covering pass found.
struct DiscoveredBox {
    std::vector<BoxLimit> limits;  // by column
    BoxQuality quality;
    std::vector<BoxQuality> trajectory;  // of the peeling, from everything on
};

struct PrimSettings {
    double peel = 0.05;        // share of the cases inside that a step may take away or add
    double least_mass = 0.05;  // of all cases
    double greatest_quasi_p = 0.05;
    PeelEnd end = PeelEnd::no_gain;
    std::size_t most_boxes = 4;
    std::optional<double> least_density;  // the widest box that has it, instead of the usual choice
    std::uint64_t seed = 1;               // of the resamples
};

/// Finds boxes by the patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert
/// 2010). Each pass peels the side or the category whose loss raises the density most for the cases
/// it takes, down to the least mass; takes the box of greatest coverage x density on the way;
/// pastes back what does not lower the density; and drops columns whose quasi-p is too great. The
/// next pass looks at the cases outside. Passes end when none is left or the density of a box is no
/// better than that of the rest.
std::vector<DiscoveredBox> discover_boxes(const FactorTable& inputs,
                                          const std::vector<bool>& of_interest,
                                          const PrimSettings& settings);

}  // namespace cantiere
