#pragma once

#include "model/rules/network.h"
#include "model/state/institutions.h"
#include "model/state/residents.h"

namespace cantiere {

/// Strength of the way a file takes between two institutions, both in [0, 1].
struct Route {
    double tie = 0.0;      // mean W along the path
    double sharing = 0.0;  // mean s along the same path
};

/// Returns who runs the probable first service of someone with `groups` (model.md 5.3): probation
/// office, health authority, third sector, else the employment office.
InstitutionRole first_service_institution(GroupMask groups);

/// Returns the better of two ways from `sender` to `receiver`: straight, or over the economic
/// development office when the social service works with it (its mean tie is then the higher).
Route referral_route(const Institutions& institutions,
                     InstitutionRole sender,
                     InstitutionRole receiver);

/// Returns the way from the social service to the first service of someone with `groups`. What a
/// programme adds to the ties serves its target, also while the ties outlive it; others meet them
/// as strong as usual.
Route first_route(const Institutions& institutions,
                  const NetworkParameters& network,
                  GroupMask groups,
                  bool target);

}  // namespace cantiere
