#include "model/month/violence.h"

#include <algorithm>
#include <array>

#include "model/core/rare_draws_among.h"
#include "model/core/row_lists.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

bool is_economically_autonomous(const People& people,
                                const Standing& standing,
                                double poverty_line_eur_month,
                                ResidentId who) {
    const double line_eur = poverty_line_eur_month * double{people.poverty_scale[who]};
    return standing.net_income_cents[who] / 100.0 >= line_eur;
}

/// The greatest hazards of a step up and of new violence, whoever the survivor is.
std::array<Hazard, 2> greatest_hazards_of_safety(const ViolenceParameters& p) {
    return {std::max(safety_improvement(p, true), safety_improvement(p, false)),
            std::max(violence_recurrence(p, true), violence_recurrence(p, false))};
}

}  // namespace

void change_safety(Capital& capital,
                   const People& people,
                   const Work& work,
                   const Standing& standing,
                   const ViolenceParameters& parameters,
                   double poverty_line_eur_month,
                   const Draws& draws,
                   Month month) {
    const ResidentSet survivors =
        rows_where([](GroupMask groups) { return holds(groups, Group::violence_survivor); },
                   people.groups);
    const ResidentSet free = present(people).without(rows_with(work.state, WorkState::detained));
    const std::array greatest = greatest_hazards_of_safety(parameters);
    for (const ResidentId who : could_come_first(greatest,
                                                 people.key,
                                                 survivors & free,
                                                 draws,
                                                 month,
                                                 Decision::safety_change)) {
        const bool autonomous =
            is_economically_autonomous(people, standing, poverty_line_eur_month, who);
        const std::array causes{safety_improvement(parameters, is_employed(work.state[who])),
                                violence_recurrence(parameters, autonomous)};
        const auto cause = draws.competing(causes, people.key[who], month, Decision::safety_change);
        if (!cause) continue;
        const double step = *cause == 0 ? parameters.improvement_step : -parameters.recurrence_step;
        capital.safety[who] =
            static_cast<Level>(std::clamp(double{capital.safety[who]} + step, 0.0, 1.0));
    }
}

bool is_excluded_municipality(EntityKey survivor,
                              MunicipalityId municipality,
                              double excluded_share,
                              const Draws& draws) {
    return draws.bernoulli(Probability{excluded_share},
                           survivor,
                           Month{0},
                           Decision::excluded_municipality,
                           municipality.value);
}

}  // namespace cantiere
