#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/arrivals.h"
#include "model/state/care.h"
#include "model/state/households.h"

namespace cantiere {

/// Follows the rows of couples where they have moved, and finds those among the rows that are new,
/// those from the number of rows kept on. Nobody of a couple may have been taken out.
void follow_rows(Households& households, const RowMoves& moves, const People& people);

/// Phase 1a: couples part, or a partner dies or leaves; who then lives together is who shares an
/// income, a poverty line and a claim. The minors stay with one of the two, mostly with their
/// mother; a partner outside the agents is taken to be of the other sex. Whoever ages out of the
/// agents stays at home with the old-age allowance. Writes people (partner, minors, poverty scale,
/// claim), what partners earn and who shares a household; lines and claims are those of `at_start`.
/// Source: model.md 3.1. Leaves out that couples form, that children are born and come of age, and
/// that who parts may lose the home.
void renew_households(People& people,
                      Standing& standing,
                      Households& households,
                      const Parameters& parameters,
                      const Parameters& at_start,
                      const Draws& draws,
                      Month month);

/// Before phase 16: what each resident's partner earns, and who has one at home by day, not at
/// work, in an internship, in prison or away. Outside the agents pay is fixed; residents who share
/// a household share what each of them earns now. Writes `standing.partner_gross_cents` and
/// `partner_at_home`; reads people, work and who shares a household. Source: model.md 3.1.
void share_incomes(Standing& standing,
                   Households& households,
                   const People& people,
                   const Work& work);

}  // namespace cantiere
