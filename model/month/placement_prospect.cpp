#include "model/month/placement_prospect.h"

#include <algorithm>

#include "model/month/search_effort.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"

namespace cantiere {
namespace {

/// Error of what is predicted of a person, with a placement and without: b_g + sigma eps.
double logit_error(const PlacementParameters& p,
                   GroupMask groups,
                   const Foresight& foresight,
                   EntityKey key,
                   const Draws& draws) {
    return prediction_bias(p, groups) +
           foresight.noise_sd * draws.normal(key, foresight.month, Decision::prediction_error);
}

/// A capital as the assessment of this spell of care read it.
double reading(Level level,
               double noise_sd,
               EntityKey key,
               Month assessed,
               Draws::Index index,
               const Draws& draws) {
    const double noise = noise_sd * draws.normal(key, assessed, Decision::capital_reading, index);
    return std::clamp(double{level} + noise, 0.0, 1.0);
}

/// Finding hazard foreseen from observed quantities: mean effort, no frailty (5.17.1).
double foreseen_finding(const JobSearchParameters& p,
                        const PlacementParameters& placement,
                        const Prospect& prospect,
                        double mobility,
                        GroupMask groups,
                        double jobless_months) {
    const double y = employability(p,
                                   prospect.professional,
                                   prospect.relational,
                                   mobility,
                                   group_intercept(p, groups),
                                   0.0);
    return p.base_hazard_per_month * p.finding_multiplier * exp(y) *
           duration_factor(p, jobless_months) *
           search_effort(p, placement.foreseen_trust, placement.foreseen_tax_rate);
}

/// A capital after an internship of the planned length.
double after_internship(double level, double growth, double months) {
    return 1.0 - (1.0 - level) * power(1.0 - growth, months);
}

}  // namespace

Foresight foresight_of(const PlacementParameters& p, Month now) {
    return {prediction_noise_sd(p.prediction_auc, p.chance_logit_mean, p.chance_logit_sd), now};
}

Prospect prospect_of(const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Care& care,
                     const Parameters& p,
                     const Draws& draws,
                     const Foresight& foresight,
                     ResidentId who) {
    const double sd = p.commission.assessment_noise * double{care.assessment_noise[who]};
    const EntityKey key = people.key[who];
    const Month assessed = care.registered_month[who];
    Prospect prospect;
    prospect.professional = reading(capital.professional[who], sd, key, assessed, 0, draws);
    prospect.relational = reading(capital.relational[who], sd, key, assessed, 1, draws);
    const double months = p.internship.months;
    prospect.trained_professional =
        after_internship(prospect.professional, p.capital.internship_professional_growth, months);
    prospect.trained_relational =
        after_internship(prospect.relational, p.capital.internship_relational_growth, months);
    prospect.effective_disability = effective_disability(capital, who);
    prospect.logit_error = logit_error(p.placement, people.groups[who], foresight, key, draws);
    const double hazard = foreseen_finding(p.search,
                                           p.placement,
                                           prospect,
                                           capital.mobility[who],
                                           people.groups[who],
                                           work.jobless_months[who]);
    prospect.finding_hazard =
        predicted_hazard(hazard, p.placement.uplift_horizon_months, prospect.logit_error);
    return prospect;
}

Probability foreseen_conversion(const Parameters& p,
                                const Prospect& prospect,
                                GroupMask groups,
                                const TraineesSeen& seen) {
    const Probability chance =
        conversion_probability(p.internship,
                               prospect.trained_professional,
                               prospect.trained_relational,
                               0.0,
                               conversion_group_terms(p.internship,
                                                      p.employers,
                                                      groups,
                                                      prospect.effective_disability,
                                                      seen),
                               1.0,
                               0.0);
    return predicted(chance, prospect.logit_error);
}

double uplift_years(const Parameters& p,
                    const Prospect& prospect,
                    Instrument kind,
                    Probability hire) {
    if (kind != Instrument::internship)
        return job_uplift_years(p.placement, prospect.finding_hazard);
    return internship_uplift_years(p.placement, p.internship.months, hire, prospect.finding_hazard);
}

}  // namespace cantiere
