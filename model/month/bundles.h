#pragma once

#include <optional>

#include "model/core/draws.h"
#include "model/core/month.h"
#include "model/inputs.h"
#include "model/state/care.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 6a: gives the null twin its planned outlay of the month and offers as many whole bundles
/// as the money in hand buys. When the programme is over, what is in hand is returned, month after
/// month as bundles under way are broken off. Does nothing in other scenarios.
/// Contract section 3; model.md section 0 (null twin).
void buy_bundles(BundleFund& fund, const std::optional<NullTwinPlan>& twin, Month month);

/// Phase 6a: gives the offered bundles to the first registered of the target who wait for a project
/// or for a main step of it and hold none, ties by keyed lot. What is left of the project becomes
/// the bundle's: who has completed steps as usual gets the rest of the bundle, and only that is
/// paid. A project whose present step is a job is left alone. Courses need no seat then; the
/// internship needs a host's place in phase 9, but no slot.
void take_bundles(Care& care,
                  BundleFund& fund,
                  const People& people,
                  const Work& work,
                  const Parameters& parameters,
                  const Draws& draws,
                  Month month);

/// Phase 16e: counts what the bundles under way still cost if nothing is left early. The rest of a
/// bundle that somebody broke off is thereby in hand again.
void settle_bundles(BundleFund& fund,
                    const People& people,
                    const Care& care,
                    const Parameters& parameters);

}  // namespace cantiere
