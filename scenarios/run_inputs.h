#pragma once
/// From a study to what one run needs.

#include <cstddef>
#include <memory>

#include "model/inputs.h"
#include "scenarios/study.h"

namespace cantiere {

/// Returns services as usual of a scenario in one parameter draw: behaviour, law, territory and the
/// study's own settings, later ones over earlier ones.
Parameters usual_at(const Study& study, std::size_t scenario, std::size_t draw);

/// Returns the parameters while the programme runs: services as usual, policies in order, the
/// study's settings of levers, and the scenario's own `set`.
Parameters programme_at(const Study& study, std::size_t scenario, std::size_t draw);

/// Returns the parameters from month 0 while the programme does not run: services as usual and what
/// a scenario's `set` says of keys that are no levers of programmes.
Parameters outside_at(const Study& study, std::size_t scenario, std::size_t draw);

/// Returns the geography of a pack with travel times from great-circle distances, and stated ones
/// over them.
Territory territory_of(const Pack& pack, const TravelParameters& travel);

/// Returns what a run of a scenario in one parameter draw depends on besides its luck.
RunInputs run_inputs(const Study& study, std::size_t scenario, std::size_t draw);

}  // namespace cantiere
