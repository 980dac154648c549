#include "model/rules/autonomy.h"

#include <algorithm>

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
    return std::ranges::all_of(core_domains,
                               [&](Domain domain) { return x[domain] >= p.exit_core_floor; });
}

}  // namespace cantiere
