#pragma once
/// Which values are about too few people to be shown.

#include <functional>
#include <optional>

#include "model/variables.h"

namespace cantiere {

/// Values about fewer people than this are not shown.
inline constexpr double fewest_people_shown = 5.0;

/// Tells whether a count of people (or of their events) is too small to be shown: above zero and
/// below five.
bool is_too_few(double people);

/// Tells whether a variable counts people or their events.
bool counts_people(Variable variable);

/// Returns the count on the same axes that says how many people a value is about; nothing where no
/// variable does, as of the count of all residents.
std::optional<Variable> people_behind(Variable variable);

/// Tells whether a value is not to be shown: it is a count of 1 to 4, or is about so few people.
/// `value_of` returns the values of variables at the same place.
bool is_suppressed(Variable variable, const std::function<double(Variable)>& value_of);

/// Tells whether a value is about all residents of a run: a mean, a share, a sum or a cost over
/// them. It is not shown where they are too few. Not so counts, values with people of their own
/// behind them, and what institutions and parameters are.
bool is_about_all_residents(Variable variable);

/// Tells whether a value of this variable may ever be suppressed.
bool may_be_suppressed(Variable variable);

}  // namespace cantiere
