#pragma once
/// What keeps Sobol indices from being used as they are told.

#include <string>
#include <vector>

#include "analysis/exploration/sobol.h"
#include "analysis/language.h"

namespace cantiere {

/// Base points below which the indices are not to be used.
inline constexpr std::size_t least_base_points = 32;

/// What a reader of the indices of one output must know of where they come from.
struct SobolSource {
    std::vector<std::string> names;  // of the columns
    std::size_t base = 0;            // base points
    bool is_simulated = false;       // runs of a study, which have luck in them
};

/// Returns a sentence for each thing that is wrong: too few base points; an index outside [0, 1] by
/// more than half the width of its interval; totals of a study that luck, drawn anew where a
/// changed number changes the course of events, has swollen (together above 2, while the
/// first-order ones are together below .3).
std::vector<std::string> sobol_remarks(const SobolIndices& indices,
                                       const SobolSource& source,
                                       Language language);

}  // namespace cantiere
