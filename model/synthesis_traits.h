#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"

namespace cantiere {

/// Draws group flags, sex, age, household and frailty of the residents of `people` whose key,
/// municipality and arrival month are set. Flags cluster on the same people through a common
/// normal factor of correlation `overlap`; each flag keeps its share in expectation.
/// Source: model.md 4bis, 9.1 (household scales); SF18 for survivors of violence.
void draw_traits(People& people, const Parameters& parameters, const Draws& draws);

/// Draws the initial capitals from beta laws by group. Source: model.md 4bis, 6.2.
void draw_capitals(Capital& capital,
                   const People& people,
                   const InitialCapitalParameters& parameters,
                   const Draws& draws);

/// Draws where people stand with justice, then work: long-term unemployed have no job, survivors
/// their own start (SF18), the others the territory's shares, raised so that the whole meets them.
void draw_work(Work& work,
               Justice& justice,
               People& people,
               const Parameters& parameters,
               const Draws& draws);

/// Draws housing: homeless people are on the street or, by lot while places last, in a shelter; the
/// others in a precarious or a stable home. Supported places fill in the burn-in.
void draw_housing(Housing& housing,
                  const People& people,
                  const Parameters& parameters,
                  const Draws& draws);

}  // namespace cantiere
