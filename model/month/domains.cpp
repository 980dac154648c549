#include "model/month/domains.h"

#include <algorithm>

#include "model/month/benefits.h"
#include "model/rules/housing.h"

namespace cantiere {
namespace {

double work_level(const Work& work, const AutonomyParameters& p, ResidentId who) {
    if (work.state[who] == WorkState::internship) return p.work_internship;
    if (!is_employed(work.state[who])) return p.work_none;
    return work.tenure_months[who] < p.stable_job_months ? p.work_recent : p.work_stable;
}

double income_level(const People& people,
                    const Standing& standing,
                    const AutonomyParameters& p,
                    ResidentId who) {
    const double line_eur = p.poverty_line_eur_month * double{people.poverty_scale[who]};
    return std::clamp(standing.net_income_cents[who] / 100.0 / line_eur, 0.0, 1.0);
}

/// A lot of each resident decides who has work when inside.
bool works_inside(const People& people,
                  const JusticeParameters& justice,
                  const Draws& draws,
                  ResidentId who) {
    return draws.bernoulli(Probability{justice.prison_work_share},
                           people.key[who],
                           Month{0},
                           Decision::prison_work);
}

}  // namespace

DomainLevels domain_levels(const People& people,
                           const Capital& capital,
                           const Work& work,
                           const Housing& housing,
                           const Standing& standing,
                           const AutonomyParameters& parameters,
                           const JusticeParameters& justice,
                           const Draws& draws,
                           ResidentId who) {
    DomainLevels x;
    x[Domain::health] = capital.health[who];
    x[Domain::relations] = capital.relational[who];
    x[Domain::skills] = capital.professional[who];
    x[Domain::administration] =
        (double{capital.language[who]} + double{capital.mobility[who]}) / 2.0;
    if (work.state[who] == WorkState::detained) {
        const bool works = works_inside(people, justice, draws, who);
        x[Domain::income] = works ? justice.prison_income_domain : 0.0;
        x[Domain::work] = works ? parameters.work_internship : parameters.work_none;
        x[Domain::housing] = parameters.housing_level[HousingState::homeless];
        x[Domain::safety] = 0.0;
        return x;
    }
    x[Domain::income] = income_level(people, standing, parameters, who);
    x[Domain::work] = work_level(work, parameters, who);
    x[Domain::housing] = parameters.housing_level[housing.state[who]];
    x[Domain::safety] = capital.safety[who];
    return x;
}

}  // namespace cantiere
