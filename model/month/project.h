#pragma once

#include "model/core/draws.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 6b: writes the individual project of everyone assessed and without one: the standard
/// bundle, or with chance `personalisation` steps tailored to what the assessment saw; and one
/// support by need. Who holds a null twin's bundle gets the standard one. Writes the project
/// columns of care. Source: model.md 5.5.
void design_projects(Care& care,
                     const ServiceUnits& units,
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
