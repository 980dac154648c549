#pragma once

#include "model/beta_law.h"
#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// Beta laws by mean and standard deviation, each tabulated once.
using Laws = std::map<std::pair<double, double>, BetaLaw>;

/// Draws one person of the synthetic population but for the home (model.md 4bis).
Person draw_person(EntityKey key,
                   MunicipalityId town,
                   Month arrival,
                   bool initial,
                   const Parameters& parameters,
                   const Draws& draws,
                   Laws& laws);

/// Pairs those who live with another resident, and sets everybody's scale of the poverty line.
void pair_partners(std::vector<Person>& people, const Parameters& p);

}  // namespace cantiere::oracle
