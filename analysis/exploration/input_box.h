#pragma once
/// Boxes of the inputs, and what they hold.

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/exploration/factor_table.h"

namespace cantiere {

/// The limits of a box along one column: the sides of numbers, the categories taken away of words.
struct Side {
    std::optional<double> low, high;  // without a value: free
    std::vector<std::size_t> without;

    bool is_free() const { return !low && !high && without.empty(); }
};

/// A side for every column.
using InputBox = std::vector<Side>;

/// The cases that are looked at.
struct Cases {
    const FactorTable& inputs;
    const std::vector<bool>& of_interest;
    std::vector<std::size_t> left;  // rows not yet covered by a box
    double all = 0.0;               // of the first pass
    double all_of_interest = 0.0;
};

/// Takes in all rows.
Cases all_cases(const FactorTable& inputs, const std::vector<bool>& of_interest);

struct HeldCases {
    std::size_t cases = 0;
    std::size_t of_interest = 0;
};

/// One restricted column, for readers; a side without a value is free.
struct ColumnLimit {
    std::size_t column = 0;
    std::optional<double> low, high;  // a case inside lies between them
    std::vector<std::size_t> values;  // categories of the cases inside; none of a column of numbers
};

/// How a box trades what it covers against what it holds.
struct BoxQuality {
    double coverage = 0.0;       // share of all cases of interest that lie inside
    double density = 0.0;        // share of the cases inside that are of interest
    double mass = 0.0;           // share of all cases that lie inside
    std::size_t restricted = 0;  // columns
};

/// Tells whether a value lies within the limits of its column.
bool is_inside(const Side& side, double value);

/// Tells whether a row lies inside.
bool holds(const InputBox& box, const std::vector<double>& row);

/// Returns the share of the cases that are of interest; 0 of none.
double density(const HeldCases& held);

/// Counts the cases left that lie inside.
HeldCases held_by(const Cases& cases, const InputBox& box);

/// Lists the columns with a side that is not free.
std::vector<std::size_t> restricted_columns(const InputBox& box);

/// Returns the limits of the restricted columns.
std::vector<ColumnLimit> limits_of(const FactorTable& inputs, const InputBox& box);

/// Measures a box that holds so many cases.
BoxQuality quality_of(const Cases& cases, const InputBox& box, const HeldCases& held);

}  // namespace cantiere
