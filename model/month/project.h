#pragma once

#include "model/core/draws.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 6: writes the individual project of everyone assessed and without one: the standard
/// bundle, or with chance `personalisation` steps tailored to what the assessment saw; and one
/// support by need. In a null twin the bundles that the money has bought go to the target's first
/// to register of those assessed who have begun no step: the standard path, paid, takes the place
/// of the steps they waited for; their support stays. Writes the project columns of care and the
/// tokens of units. Source: model.md 5.5, contract section 3 (null twin).
void design_projects(Care& care,
                     ServiceUnits& units,
                     const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Housing& housing,
                     const Standing& standing,
                     const Employers& employers,
                     const Institutions& institutions,
                     const Regimes& regimes,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
