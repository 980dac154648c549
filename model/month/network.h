#pragma once

#include "model/core/draws.h"
#include "model/rules/network.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Tells which institutions sit at the programme's table: the first `members` roles in their
/// order; one led by the cooperative always has the social cooperative and the probation office.
EnumArray<InstitutionRole, bool> network_members(const NetworkParameters& parameters);

/// Phase 18b: moves every tie towards the programme's target while it `runs`, lets the others
/// decay to the usual level, and takes the loss of staff turnover; counts the months of the
/// network. Source: model.md 5.3, 5.17.7.
void update_network(Institutions& institutions,
                    int& months_of_network,
                    const NetworkParameters& parameters,
                    bool runs,
                    const Draws& draws,
                    Month month);

}  // namespace cantiere
