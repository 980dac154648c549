#include "model/month/placement_prospect.h"

#include <algorithm>

#include "model/month/project_steps.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"

namespace cantiere {
namespace {

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

/// Share of a gap that an internship of the planned length leaves.
double left_by_internship(const Parameters& p, double growth) {
    return power(1.0 - growth, p.internship.months);
}

std::vector<double> duration_factors(const JobSearchParameters& p) {
    std::vector<double> factors;
    for (int months = 0; months - 1 < p.duration_months; ++months) {
        factors.push_back(duration_factor(p, months));
    }
    return factors;
}

}  // namespace

Foresight::Foresight(const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Care& care,
                     const Parameters& parameters,
                     const Draws& draws,
                     Month month)
    : people_(people),
      capital_(capital),
      work_(work),
      care_(care),
      parameters_(parameters),
      draws_(draws),
      month_(month),
      noise_sd_(prediction_noise_sd(parameters.placement.prediction_auc,
                                    parameters.placement.chance_logit_mean,
                                    parameters.placement.chance_logit_sd)),
      professional_left_(
          left_by_internship(parameters, parameters.capital.internship_professional_growth)),
      relational_left_(
          left_by_internship(parameters, parameters.capital.internship_relational_growth)),
      usual_finding_(parameters.search.base_hazard_per_month *
                     parameters.search.finding_multiplier),
      effort_(search_effort(parameters.search,
                            parameters.placement.foreseen_trust,
                            parameters.placement.foreseen_tax_rate)),
      duration_(duration_factors(parameters.search)) {}

/// Error of what is predicted of a person, with a placement and without: b_g + sigma eps.
double Foresight::logit_error(ResidentId who) const {
    const double bias = prediction_bias(parameters_.placement, people_.groups[who]);
    if (noise_sd_ == 0.0) return bias;
    return bias + noise_sd_ * draws_.normal(people_.key[who], month_, Decision::prediction_error);
}

/// Finding hazard foreseen from observed quantities: mean effort, no frailty (5.17.1).
double Foresight::finding(const Prospect& prospect, ResidentId who) const {
    const JobSearchParameters& p = parameters_.search;
    const double y = employability(p,
                                   prospect.professional,
                                   prospect.relational,
                                   capital_.mobility[who],
                                   group_intercept(p, people_.groups[who]),
                                   0.0);
    const std::size_t months =
        std::min<std::size_t>(work_.jobless_months[who], duration_.size() - 1);
    return usual_finding_ * exp(y) * duration_[months] * effort_;
}

Prospect Foresight::prospect_of(ResidentId who) const {
    const Parameters& p = parameters_;
    const double sd = p.commission.assessment_noise * double{care_.assessment_noise[who]};
    const EntityKey key = people_.key[who];
    const Month assessed = care_.registered_month[who];
    Prospect prospect;
    prospect.professional = reading(capital_.professional[who], sd, key, assessed, 0, draws_);
    prospect.relational = reading(capital_.relational[who], sd, key, assessed, 1, draws_);
    prospect.trained_professional = 1.0 - (1.0 - prospect.professional) * professional_left_;
    prospect.trained_relational = 1.0 - (1.0 - prospect.relational) * relational_left_;
    prospect.effective_disability = effective_disability(capital_, who);
    prospect.logit_error = logit_error(who);
    prospect.finding_hazard = predicted_hazard(finding(prospect, who),
                                               p.placement.uplift_horizon_months,
                                               prospect.logit_error);
    return prospect;
}

Prospect Foresight::foresee(Candidate& candidate) const {
    const Prospect prospect = prospect_of(candidate.who);
    const Probability hire =
        foreseen_conversion(parameters_, prospect, candidate.groups, TraineesSeen{});
    candidate.predicted_success = hire.value();
    candidate.predicted_uplift =
        uplift_years(parameters_, prospect, current_step(care_, candidate.who), hire);
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
