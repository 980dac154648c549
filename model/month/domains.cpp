#include "model/month/domains.h"

#include <algorithm>

#include "model/month/benefits.h"
#include "model/rules/housing.h"

namespace cantiere {
namespace {

double work_level(const AutonomyParameters& p, WorkState state, bool recent) {
    if (state == WorkState::internship) return p.work_internship;
    if (!is_employed(state)) return p.work_none;
    return recent ? p.work_recent : p.work_stable;
}

bool is_recent(const AutonomyParameters& p, const Work& work, ResidentId who) {
    return work.tenure_months[who] < p.stable_job_months;
}

double income_level(const People& people,
                    const Standing& standing,
                    const AutonomyParameters& p,
                    ResidentId who) {
    const double line_eur = p.poverty_line_eur_month * double{people.poverty_scale[who]};
    const double of_line = standing.net_income_cents[who] / 100.0 / line_eur;
    return std::min(std::max(of_line, 0.0), 1.0);
}

/// What a month inside makes of the levels.
void set_detained(auto&& set,
                  const AutonomyParameters& p,
                  const JusticeParameters& justice,
                  bool works) {
    set(Domain::income, works ? justice.prison_income_domain : 0.0);
    set(Domain::work, works ? p.work_internship : p.work_none);
    set(Domain::housing, p.housing_level[HousingState::homeless]);
    set(Domain::safety, 0.0);
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
        set_detained([&](Domain domain, double level) { x[domain] = level; },
                     parameters,
                     justice,
                     works_inside(people, justice, draws, who));
        return x;
    }
    x[Domain::income] = income_level(people, standing, parameters, who);
    x[Domain::work] = work_level(parameters, work.state[who], is_recent(parameters, work, who));
    x[Domain::housing] = parameters.housing_level[housing.state[who]];
    x[Domain::safety] = capital.safety[who];
    return x;
}

void read_domain_levels(BlockLevels& x,
                        const People& people,
                        const Capital& capital,
                        const Work& work,
                        const Housing& housing,
                        const Standing& standing,
                        const AutonomyParameters& parameters,
                        const JusticeParameters& justice,
                        const Draws& draws,
                        std::span<const ResidentId> list) {
    const auto read = [&](Domain domain, auto level_of) {
        double* level = x[domain].data();
        for (std::size_t i = 0; i < list.size(); ++i) level[i] = level_of(list[i]);
    };
    const auto copy = [&](Domain domain, const ResidentColumn<Level>& column) {
        read(domain, [&](ResidentId who) { return double{column[who]}; });
    };
    copy(Domain::health, capital.health);
    copy(Domain::relations, capital.relational);
    copy(Domain::skills, capital.professional);
    copy(Domain::safety, capital.safety);
    read(Domain::administration, [&](ResidentId who) {
        return (double{capital.language[who]} + double{capital.mobility[who]}) / 2.0;
    });
    read(Domain::income,
         [&](ResidentId who) { return income_level(people, standing, parameters, who); });
    read(Domain::housing,
         [&](ResidentId who) { return parameters.housing_level[housing.state[who]]; });
    EnumArray<WorkState, std::array<double, 2>> level;
    for (const WorkState state : members<WorkState>()) {
        level[state] = {work_level(parameters, state, false), work_level(parameters, state, true)};
    }
    read(Domain::work, [&](ResidentId who) {
        return level[work.state[who]][is_recent(parameters, work, who) ? 1 : 0];
    });
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (work.state[list[i]] != WorkState::detained) continue;
        set_detained([&](Domain domain, double inside) { x[domain][i] = inside; },
                     parameters,
                     justice,
                     works_inside(people, justice, draws, list[i]));
    }
}

}  // namespace cantiere
