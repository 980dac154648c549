#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 5b: registered cases are assessed and taken in. While a programme with a commission runs,
/// its target goes to the commission: every `interval_months` the `cases_per_meeting` of highest
/// score; of the others a share asks for a review, whose look counts where it gives a higher
/// score. Everybody else meets the front line: first come with a caseworker's taste, up to the
/// usual monthly intake. Writes care: state, score, observed_need, assessments, review_month.
/// Source: model.md 5.4.
void assess_cases(Care& care,
                  Events& events,
                  const People& people,
                  const Capital& capital,
                  const Work& work,
                  const Housing& housing,
                  const Standing& standing,
                  const Institutions& institutions,
                  const Parameters& parameters,
                  const Draws& draws,
                  Month month);

}  // namespace cantiere
