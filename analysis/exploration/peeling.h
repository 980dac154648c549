#pragma once
/// Peeling and pasting of boxes: the steps of the patient rule induction method.

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// The sides of a box along one column.
struct Side {
    std::optional<double> low, high;
};

/// A side for every column.
using InputBox = std::vector<Side>;

/// The cases that are looked at.
struct Cases {
    const Rows& inputs;
    const std::vector<bool>& of_interest;
    std::vector<std::size_t> left;  // rows not yet covered by a box
    double all = 0.0;               // of the first pass
    double all_of_interest = 0.0;
};

struct Held {
    std::size_t cases = 0;
    std::size_t of_interest = 0;
};

/// Tells whether a row lies inside.
bool holds(const InputBox& box, const std::vector<double>& row);

/// Counts the cases left that lie inside.
Held held_by(const Cases& cases, const InputBox& box);

/// Lists the columns with a side that is not free.
std::vector<std::size_t> restricted_columns(const InputBox& box);

/// Returns the boxes of a peeling, from everything on: each step takes away about `share` of the
/// cases inside along one side, the one that raises the density most for each case taken. It ends
/// at `least_mass` of all cases, or where no side raises it.
std::vector<InputBox> peel(const Cases& cases, double share, double least_mass);

/// Moves sides outwards by about `share` of the cases inside, the best first, while the density
/// does not fall.
void paste(const Cases& cases, InputBox& box, double share);

}  // namespace cantiere
