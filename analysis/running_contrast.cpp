#include "analysis/running_contrast.h"

#include <vector>

namespace cantiere {

RunningContrast::RunningContrast(const Study& study, const std::string& scenario) : study_(study) {
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].base == i) continue;
        if (exists_ && study.scenarios[i].id != scenario) continue;
        exists_ = true;
        scenario_ = i;
    }
    const Experiment& plan = study.experiment;
    difference_ = {plan.draws,
                   plan.replicates,
                   std::vector<double>(plan.draws * plan.replicates, no_value)};
}

const std::string& RunningContrast::scenario() const { return study_.scenarios[scenario_].id; }

void RunningContrast::add(const BatchProgress& done) {
    if (!exists_) return;
    const RunOutcome& with = done.block[scenario_];
    const RunOutcome& without = done.block[study_.scenarios[scenario_].base];
    const std::size_t run = done.id.draw * study_.experiment.replicates + done.id.replicate;
    difference_.values[run] = with[Variable::net_cost_public] - without[Variable::net_cost_public];
}

}  // namespace cantiere
