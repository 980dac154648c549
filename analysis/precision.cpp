#include "analysis/precision.h"

#include <cmath>
#include <utility>

#include "analysis/result_samples.h"
#include "model/core/contracts.h"
#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::string_view payer_prefix = "cost.";
constexpr std::string_view benefit = "net_benefit";

/// A mean over runs without a value would leave out the worst.
bool is_one_number_a_run(const VariableShape& row) {
    return row.reduction == Reduction::per_run && row.axes.size == 0 &&
           row.missing == Missing::never;
}

/// Where a scenario's value of a variable is kept: in a run, or in results by place.
struct KeptAt {
    Variable variable = Variable::net_cost_public;
    std::size_t place = 0;
};

KeptAt kept_at(const std::string& variable) {
    if (variable.starts_with(payer_prefix)) {
        const auto payer = parse<Payer>(variable.substr(payer_prefix.size()));
        expects(payer.has_value(), "a payer of the contract");
        return {Variable::cost, static_cast<std::size_t>(*payer)};
    }
    const auto found = find_variable(variable);
    expects(found.has_value(), "a variable of a run");
    return {*found, 0};
}

double level(const std::string& variable, const RunOutcome& outcome, double wtp) {
    if (variable == benefit) {
        return wtp * outcome[Variable::autonomy_years] - outcome[Variable::net_cost_public];
    }
    const KeptAt at = kept_at(variable);
    return outcome.values(at.variable)[at.place];
}

Sample level(const std::string& variable, ResultSamples& samples, std::size_t scenario) {
    if (variable == benefit) {
        return scaled_difference(samples.header().wtp_eur_per_autonomy_year,
                                 samples.sample(Variable::autonomy_years, scenario),
                                 samples.sample(Variable::net_cost_public, scenario));
    }
    const KeptAt at = kept_at(variable);
    return samples.sample(at.variable, scenario, at.place);
}

/// Cuts the first draws and replicates out of a sample.
Sample first_of(const Sample& all, const Experiment& first) {
    expects(first.draws <= all.draws && first.replicates <= all.replicates, "runs of the sample");
    Sample sample{first.draws, first.replicates, {}};
    for (std::size_t draw = 0; draw < first.draws; ++draw) {
        const auto runs = all.of_draw(draw).first(first.replicates);
        sample.values.insert(sample.values.end(), runs.begin(), runs.end());
    }
    return sample;
}

}  // namespace

std::vector<std::string> precision_variables() {
    std::vector<std::string> names;
    for (const VariableShape& row : all_variables()) {
        if (is_one_number_a_run(row)) names.emplace_back(row.name);
    }
    names.emplace_back(benefit);
    for (const Payer payer : members<Payer>()) {
        names.push_back(std::string(payer_prefix) + std::string(name(payer)));
    }
    return names;
}

Sample contrast_sample(const Study& study,
                       const Contrast& contrast,
                       const BlockSource& blocks,
                       const Sample& earlier) {
    const Experiment& plan = study.experiment;
    const double wtp = study.evaluation.wtp_eur_per_autonomy_year;
    Sample with{1, 0, {}};
    Sample without = with;
    for (std::size_t run = earlier.values.size(); run < plan.draws * plan.replicates; ++run) {
        const Block block = blocks(run / plan.replicates, run % plan.replicates);
        with.values.push_back(level(contrast.variable, block[contrast.scenario], wtp));
        without.values.push_back(level(contrast.variable, block[contrast.base], wtp));
    }
    Sample all{plan.draws, plan.replicates, earlier.values};
    const Sample more = difference(with, without);
    all.values.insert(all.values.end(), more.values.begin(), more.values.end());
    return all;
}

Sample contrast_sample(const Results& results, const Contrast& contrast, const Experiment& first) {
    ResultSamples samples(results);
    return first_of(difference(level(contrast.variable, samples, contrast.scenario),
                               level(contrast.variable, samples, contrast.base)),
                    first);
}

PrecisionLook look_at(const Sample& differences, const PrecisionTarget& target) {
    const Stat stat = stat_of(differences);
    PrecisionLook look;
    look.draws = differences.draws;
    look.replicates = differences.replicates;
    look.mean = stat.mean;
    look.half_width = stat.high - stat.mean;
    look.asked = target.is_relative ? target.half_width * std::abs(stat.mean) : target.half_width;
    return look;
}

bool is_precise(const PrecisionLook& look) {
    const std::size_t runs = look.draws > 1 ? look.draws : look.replicates;
    return runs >= least_runs_for_precision && look.half_width < look.asked;
}

double runs_needed(const PrecisionLook& look) {
    const auto runs = static_cast<double>(look.draws > 1 ? look.draws : look.replicates);
    return std::ceil(runs * std::pow(look.half_width / look.asked, 2.0));
}

}  // namespace cantiere
