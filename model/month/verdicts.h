#pragma once

#include "model/state/care.h"

namespace cantiere {

/// What the month of each resident amounts to, for exits and relapses.
struct Verdicts {
    ResidentSet here;
    ResidentSet active;  // an instrument is being delivered or paid
    ResidentSet detained;
    ResidentSet homeless;
    ResidentSet free;                // core domains hold, no active instrument, not detained
    ResidentSet assisted;            // means-tested assistance received
    ResidentSet due;                 // ... or due under the scenario's law
    ResidentSet reference_assisted;  // would be received under the reference law
    ResidentSet reference_due;       // ... or due
};

/// Returns the verdicts on the month that ends; `core_holding` as `measure_autonomy` returns it.
Verdicts verdicts_on(const Standing& standing,
                     const People& people,
                     const Care& care,
                     const Work& work,
                     const Housing& housing,
                     const ResidentSet& core_holding);

}  // namespace cantiere
