#pragma once
/// Peeling and pasting of boxes: the steps of the patient rule induction method.

#include <cstdint>
#include <vector>

#include "analysis/exploration/input_box.h"

namespace cantiere {

/// Where a peeling ends before the least mass: where no step raises the density, or nowhere. A
/// stretch that is flat but for luck stops the former on its way to denser cases.
enum class PeelEnd : std::uint8_t { no_gain, least_mass };

/// Returns the boxes of a peeling, from everything on: each step takes away about `share` of the
/// cases inside along one side of a column of numbers, or those of one category of a column of
/// words (however many they are), the one that raises the density most for each case taken. It ends
/// at `least_mass` of all cases, or where no step raises it.
std::vector<InputBox> peel(const Cases& cases,
                           double share,
                           double least_mass,
                           PeelEnd end = PeelEnd::no_gain);

/// Moves sides outwards by about `share` of the cases inside, or lets a category in again, the best
/// first, while the density does not fall.
void paste(const Cases& cases, InputBox& box, double share);

}  // namespace cantiere
