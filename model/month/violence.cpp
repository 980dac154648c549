#include "model/month/violence.h"

#include <algorithm>
#include <array>

#include "model/core/rows.h"
#include "model/month/benefits.h"

namespace cantiere {
namespace {

bool is_economically_autonomous(const People& people,
                                const Standing& standing,
                                double poverty_line_eur_month,
                                ResidentId who) {
    const double line_eur = poverty_line_eur_month * double{people.poverty_scale[who]};
    return standing.net_income_cents[who] / 100.0 >= line_eur;
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
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.presence[who] != Presence::present) continue;
        if (!holds(people.groups[who], Group::violence_survivor)) continue;
        if (work.state[who] == WorkState::detained) continue;
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
