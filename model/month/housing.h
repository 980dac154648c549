#pragma once

#include "model/core/draws.h"
#include "model/rules/housing.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 13: the housing ladder. Supported housing follows its instrument: in while it is
/// delivered, out when it ends, to the street after a drop-out (events) and to a home otherwise.
/// Shelters take in whom a keyed lottery picks while `places` last; a stable home needs an
/// affordable rent or a rent guarantee. Writes housing, the support of those who leave supported
/// housing by themselves, and events; reads last month's income. Source: model.md 5.11.
/// Leaves out household moves, evictions (drift) and survivors' refuges (instrument).
void move_housing(Housing& housing,
                  Care& care,
                  Events& events,
                  const People& people,
                  const Work& work,
                  const Standing& standing,
                  const HousingParameters& parameters,
                  double poverty_line_eur_month,
                  int places,
                  const Draws& draws,
                  Month month);

}  // namespace cantiere
