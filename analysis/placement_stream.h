#pragma once
/// A year of people who come one after the other and must be told at once, for places that are not
/// refilled: what placement policies are judged on against the best in hindsight (model.md 14,
/// P11).

#include <cstddef>
#include <vector>

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/names.h"

namespace cantiere {

/// What each place is worth to one person, as the policies know it; below `closed_place` it is not
/// open to them.
using PlaceValues = std::vector<double>;
inline constexpr double closed_place = -1e3;

/// Who comes in which month, and who came in the year before, from whom bid prices foresee them.
struct PlacementStream {
    std::vector<int> places;                       // of each seat
    std::vector<std::vector<PlaceValues>> months;  // [month][person]
    std::vector<PlaceValues> year_before;          // equally likely kinds of people
    double foreseen_per_month = 0.0;               // people who come
};

/// Draws a stream from the model: those who come to wait for an internship in the second year of
/// the window, told at once and gone if not placed; what each seat is worth to them is the model's
/// own value of pairs, predicted without error. Seats are the hosts' places that the internship
/// slots of territory and programme pay in a year, each once, chosen by the model's own lot.
/// Nobody is placed meanwhile, so that whoever comes is the same whatever the policy.
PlacementStream placement_stream(RunInputs inputs, const Draws& draws);

/// Returns the total value that a policy gets out of a stream, month by month. Draws are those of
/// the policy: 20 sampled futures a month for bid prices.
double value_by(PlacementPolicy policy, const PlacementStream& stream, const Draws& draws);

/// Returns the greatest total value that knowing all who come would have allowed.
double value_in_hindsight(const PlacementStream& stream);

}  // namespace cantiere
