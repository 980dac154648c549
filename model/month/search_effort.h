#pragma once

#include <vector>

#include "model/core/month.h"
#include "model/month/assessment.h"
#include "model/parameters.h"
#include "model/state/care.h"

namespace cantiere {

/// Part of phase 11: how hard the jobless search. Source: model.md 5.8, 5.17.2, 5.17.8, 6.2.

/// Tells whether the resident may find a job this month: jobless or in an internship since before
/// this month, present and at liberty.
bool is_at_risk_of_job(const People& people, const Work& work, ResidentId who);

/// Share of a part-time wage that taxes and lost assistance would take, unclamped: what is claimed
/// of national, regional and activity money, the municipal contribution, the invalidity cheque.
/// Leaves out the indemnity of an internship and the graded taper after a hire.
double participation_tax_rate_of(const CaseTables& tables,
                                 const Care& care,
                                 const Parameters& parameters,
                                 Month month,
                                 ResidentId who);

/// How hard residents search in one month; what is the same for all of them is computed once.
class SearchIntensity {
  public:
    SearchIntensity(const CaseTables& tables,
                    const Care& care,
                    const Parameters& parameters,
                    double tightness,
                    Month month);

    /// Computes everything that multiplies the rate of contacts, or of job finding: tightness,
    /// effort (the floor when inactive or excluded), duration, follow-through.
    double of(ResidentId who) const;

    /// Computes the greatest that `of` may be, cheaply: as if work paid in full.
    double ceiling(ResidentId who) const;

    /// Computes the greatest that `ceiling` may be for anybody.
    double greatest() const;

    /// Computes what multiplies every way to a job, what acquaintances tell included: lock-in,
    /// small children nobody minds, the boost after an internship, a coach (model.md 5.9, 5.17.8).
    double follow_through(ResidentId who) const;

  private:
    double duration(int jobless_months) const;

    CaseTables tables_;
    const Care& care_;
    const Parameters& parameters_;
    Month month_;
    double usual_ = 0.0;            // what multiplies everybody's
    double boost_ = 1.0;            // after a completed internship
    double net_wage_eur_ = 0.0;     // of a part-time job
    std::vector<double> duration_;  // D by months without a job; the last one holds from there on
};

/// y of the resident: what any employer would learn with time.
double employability_of(const People& people,
                        const Capital& capital,
                        const JobSearchParameters& parameters,
                        ResidentId who);

}  // namespace cantiere
