#include "model/rules/autonomy.h"

#include <algorithm>
#include <array>

namespace cantiere {

DomainWeights nonwork_weights(const DomainWeights& weights) {
    DomainWeights nonwork = weights;
    nonwork[Domain::income] = 0.0;
    nonwork[Domain::work] = 0.0;
    double total = 0.0;
    for (const double weight : nonwork) total += weight;
    if (total <= 0.0) return nonwork;
    for (double& weight : nonwork) weight /= total;
    return nonwork;
}

bool core_domains_hold(const AutonomyParameters& p, const DomainLevels& x) {
    constexpr std::array core{Domain::income,
                              Domain::work,
                              Domain::housing,
                              Domain::health,
                              Domain::safety};
    return std::ranges::all_of(core, [&](Domain domain) { return x[domain] >= p.exit_core_floor; });
}

}  // namespace cantiere
