#pragma once

#include "model/core/draws.h"
#include "model/rules/violence.h"
#include "model/state/care.h"

namespace cantiere {

/// Phase 14b: the safety of survivors of violence rises or falls by a step. Writes S; reads work
/// and last month's own income: who earns the poverty line of her household is autonomous.
/// Source: model.md 5.13. Interruption of placements is in the internship phase.
void change_safety(Capital& capital,
                   const People& people,
                   const Work& work,
                   const Standing& standing,
                   const ViolenceParameters& parameters,
                   double poverty_line_eur_month,
                   const Draws& draws,
                   Month month);

/// Tells whether a survivor may not be placed in `municipality`: a lot of her own for each
/// municipality, the same in every month and scenario. A hard constraint on placement and search.
bool is_excluded_municipality(EntityKey survivor,
                              MunicipalityId municipality,
                              double excluded_share,
                              const Draws& draws);

}  // namespace cantiere
