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
    int subsidy_months = 0;             // of a subsidised hire: those of the instrument
};

/// Part of phases 9-11: draws contract and hours of a job, keyed by `offer` (the vacancy, or the
/// resident where there is none), so that they are the same whoever gets it.
JobTerms draw_terms(const JobSearchParameters& parameters,
                    EmployerId employer,
                    EntityKey offer,
                    const Draws& draws,
                    Month month);

/// Puts `who` into the job and adds the event `hired`. Two subsidies start, each for its own
/// months: the wage share of a subsidised hire (`terms`) and the hire incentive that the programme
/// gives for any hire of its target. Leaves the file alone: `start_after_hire` reads the events.
void start_job(Work& work,
               Events& events,
               const JobTerms& terms,
               int incentive_months,
               ResidentId who);

/// Months of hire incentive for `who`, in whatever job: those of the lever while the programme runs
/// for them, else 0. The months of a subsidised hire's wage share are the instrument's.
int incentive_months(const People& people,
                     const TargetParameters& target,
                     ResidentId who,
                     Month month);

/// Books that an ordinary applicant of `municipality` would have had the job of `who`.
void displace_ordinary(OrdinaryPool& pool,
                       Events& events,
                       MunicipalityId municipality,
                       ResidentId who,
                       Month month);

}  // namespace cantiere
