#pragma once
/// Values that are drawn together: the table `[posterior]` of a pack, rows that are as likely one
/// as another.

#include <optional>
#include <string>
#include <vector>

#include "scenarios/pack.h"

namespace cantiere {

/// Rows of values of some keys, in the prices of the file.
struct Posterior {
    std::vector<const ParameterSpec*> keys;
    std::vector<std::vector<double>> rows;  // in rising order, so that the file's does not count
    Place place;                            // of the names
};

/// Reads `names = ["a.b", ...]` and `samples = [[1, ...], ...]`; nothing, with every problem told,
/// when they cannot be used.
std::optional<Posterior> read_posterior(const TomlTable& table,
                                        const Place& place,
                                        Problems& problems);

/// Draws the named values of a pack together: draw i takes one row, by a uniform of its own Latin
/// hypercube keyed by the pack's id, so that no other value moves. Values whose file is another
/// than the table's, or that have no distribution, stand over it; with one draw all do. A name that
/// the pack gives no value is told.
void sample_together(const Posterior& posterior,
                     Pack& pack,
                     const DrawPlan& plan,
                     Problems& problems);

}  // namespace cantiere
