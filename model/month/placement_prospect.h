#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/rules/hiring.h"
#include "model/state/care.h"

namespace cantiere {

/// What the services know of a candidate when they foresee how a placement will end.
struct Prospect {
    double professional = 0.0;  // P and R as read at assessment, with its noise
    double relational = 0.0;
    double trained_professional = 0.0;  // ... and after an internship of the planned length
    double trained_relational = 0.0;
    double effective_disability = 0.0;
    double finding_hazard = 0.0;  // of the person left to search alone, per month
    double logit_error = 0.0;     // of every prediction about this person this month
};

/// How far predictions err this month, and when it is.
struct Foresight {
    double noise_sd = 0.0;
    Month month;
};

Foresight foresight_of(const PlacementParameters& p, Month now);

/// Part of phase 9: what is known of `who` this month, predictions erring by a noise keyed by
/// person and month. Source: model.md 7.1, 5.17.1.
Prospect prospect_of(const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Care& care,
                     const Parameters& p,
                     const Draws& draws,
                     const Foresight& foresight,
                     ResidentId who);

/// Host hire foreseen at a host that has seen `seen`.
Probability foreseen_conversion(const Parameters& p,
                                const Prospect& prospect,
                                GroupMask groups,
                                const TraineesSeen& seen);

/// Autonomy-years foreseen to be gained by a seat of this kind, which ends in a host hire with
/// probability `hire`.
double uplift_years(const Parameters& p,
                    const Prospect& prospect,
                    Instrument kind,
                    Probability hire);

}  // namespace cantiere
