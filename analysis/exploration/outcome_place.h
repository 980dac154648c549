#pragma once
/// One number of a run, named as users write it: `exits`, `starts_by_group[migrant]`.

#include <optional>
#include <string>

#include "model/outcomes.h"

namespace cantiere {

/// A variable at one place of its own axes.
struct OutcomePlace {
    Variable variable = Variable::residents;
    std::size_t place = 0;  // row major
};

/// A place that could be read, or why not and what to write.
struct OutcomeReading {
    std::optional<OutcomePlace> outcome;
    std::string why, fix;
};

/// Reads `variable` or `variable[position, ...]`: members of lists by name, months, years and
/// municipalities by number from 0. Variables known only after all runs are refused.
OutcomeReading read_outcome(const std::string& text, const OutcomeSizes& sizes);

/// Returns its value in a run.
double value_of(const RunOutcome& run, const OutcomePlace& outcome);

}  // namespace cantiere
