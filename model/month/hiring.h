#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/events.h"

namespace cantiere {

/// Contract and pay of a job; a part of the employer's offer, before anyone has it.
struct JobTerms {
    EmployerId employer = EmployerId::none();
    WorkState contract = WorkState::fixed_term;
    std::int32_t gross_wage_cents = 0;  // a month
};

/// Part of phases 9-11: draws contract and hours of a job, keyed by `offer` (the vacancy, or the
/// resident where there is none), so that they are the same whoever gets it.
JobTerms draw_terms(const JobSearchParameters& parameters,
                    EmployerId employer,
                    EntityKey offer,
                    const Draws& draws,
                    Month month);

/// Puts `who` into the job and adds the event `hired`; the programme's hire incentive starts where
/// it holds. Leaves the file alone: `start_after_hire` reads the events.
void start_job(Work& work,
               Events& events,
               const JobTerms& terms,
               int incentive_months,
               ResidentId who);

/// Months of hire incentive for `who`: those of the lever while the programme runs for them, else
/// 0.
int incentive_months(const People& people,
                     const TargetParameters& target,
                     ResidentId who,
                     Month month);

/// Books that an ordinary applicant of `municipality` would have had the job of `who`.
void displace_ordinary(Work& work,
                       OrdinaryPool& pool,
                       Events& events,
                       MunicipalityId municipality,
                       ResidentId who);

}  // namespace cantiere
