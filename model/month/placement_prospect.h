#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/placement/problem.h"
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

/// Part of phase 9: what the services foresee this month, predictions erring by a noise keyed by
/// person and month; what holds for everybody is worked out once. Source: model.md 7.1, 5.17.1.
class Foresight {
  public:
    Foresight(const People& people,
              const Capital& capital,
              const Work& work,
              const Care& care,
              const Parameters& parameters,
              const Draws& draws,
              Month month);

    /// Fills in what is foreseen of a candidate; returns what is known of the person this month.
    Prospect foresee(Candidate& candidate) const;

  private:
    Prospect prospect_of(ResidentId who) const;
    double logit_error(ResidentId who) const;
    double finding(const Prospect& prospect, ResidentId who) const;

    const People& people_;
    const Capital& capital_;
    const Work& work_;
    const Care& care_;
    const Parameters& parameters_;
    const Draws& draws_;
    Month month_;
    double noise_sd_;           // how far predictions err
    double professional_left_;  // of a gap in P and R, after an internship
    double relational_left_;
    double usual_finding_;          // hazard of finding work that multiplies everybody's
    double effort_;                 // mean effort
    std::vector<double> duration_;  // D by months without a job; the last one holds from there on
};

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
