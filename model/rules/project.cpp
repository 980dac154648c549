#include "model/rules/project.h"

#include <algorithm>
#include <limits>

namespace cantiere {
namespace {

double closed(double level, double share) {
    return std::clamp(level + share * (1.0 - level), 0.0, 1.0);
}

}  // namespace

DomainLevels levels_after(const DomainLevels& x, const InstrumentParameters& row, double strength) {
    DomainLevels after = x;
    const double administration = 0.5 * (row.language_effect + row.mobility_effect);
    after[Domain::skills] = closed(x[Domain::skills], strength * row.professional_effect);
    after[Domain::relations] = closed(x[Domain::relations], strength * row.relational_effect);
    after[Domain::health] = closed(x[Domain::health], strength * row.health_effect);
    after[Domain::administration] = closed(x[Domain::administration], strength * administration);
    after[Domain::safety] = std::clamp(x[Domain::safety] + strength * row.safety_effect, 0.0, 1.0);
    return after;
}

double expected_gain(const AutonomyParameters& autonomy,
                     const DomainLevels& x,
                     const InstrumentParameters& row,
                     double strength) {
    const DomainLevels after = levels_after(x, row, strength);
    double gain = 0.0;
    for (const Domain domain : members<Domain>()) {
        if (after[domain] == x[domain]) continue;
        const double before = std::max(x[domain], autonomy.floor);
        gain += autonomy.weights[domain] * log(std::max(after[domain], autonomy.floor) / before);
    }
    return gain * exp(-row.dropout_hazard_per_month * row.months);
}

double path_price_eur(const InstrumentParameters& row) {
    return std::max(1.0, row.cost_eur_month * row.months + row.cost_eur_once);
}

double preparation_budget_eur(const ServiceParameters& services) {
    return services.project_budget_eur > 0.0 ? services.project_budget_eur
                                             : std::numeric_limits<double>::infinity();
}

}  // namespace cantiere
