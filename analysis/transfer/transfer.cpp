#include "analysis/transfer/transfer.h"

#include <algorithm>

#include "analysis/transfer/shapley.h"
#include "model/core/contracts.h"
#include "scenarios/run_inputs.h"

namespace cantiere {
namespace {

constexpr std::array fidelities{1.0, 0.8, 0.6, 0.4};
constexpr std::array scales{0.5, 1.0, 2.0, 4.0, 8.0};

/// The levers that say how many a programme takes.
bool is_size(const ParameterSpec& spec) {
    return spec.key.ends_with(".slots") || spec.key.ends_with(".total_starts") ||
           spec.key == "employers.coop_extra_places";
}

/// Sets every lever of size to so many times its value in a scenario.
void scale_sizes(DesignRow& row, const Study& study, std::size_t scenario, double factor) {
    Parameters programme = programme_at(study, scenario, 0);
    for (const ParameterSpec& spec : parameter_table()) {
        const double value = is_size(spec) ? spec.field(programme, spec.index) : 0.0;
        if (value <= 0.0) continue;
        const double scaled = std::min(spec.high, factor * value);
        row.push_back({&spec, scaled, SettingScope::scenario, scenario});
    }
}

/// Adds the programme there at other values of fidelity and scale; each is one more scenario.
DesignRow add_curves(Study& crossed) {
    const Scenario programme = crossed.scenarios.back();
    const ParameterSpec* fidelity = find_parameter("services.fidelity");
    ensures(fidelity != nullptr, "fidelity is a lever");
    DesignRow row;
    const auto add_point = [&](auto set) {
        const std::size_t place = crossed.scenarios.size();
        crossed.scenarios.push_back(programme);
        crossed.scenarios.back().id += "-" + std::to_string(place);
        set(place);
    };
    for (const double at : fidelities) {
        add_point([&](std::size_t place) {
            row.push_back({fidelity, at, SettingScope::scenario, place});
        });
    }
    for (const double at : scales) {
        add_point([&](std::size_t place) { scale_sizes(row, crossed, place, at); });
    }
    return row;
}

/// Differences of each scenario after its base, by outcome: one number a (contrast, outcome).
std::vector<double> contrasts_of(const Block& block, const Study& study, const TransferPlan& plan) {
    std::vector<double> values;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        const std::size_t base = study.scenarios[i].base;
        if (base == i) continue;
        for (const OneWayOutcome& outcome : plan.outcomes) {
            values.push_back(value_of(block[i], outcome, plan.wtp) -
                             value_of(block[base], outcome, plan.wtp));
        }
    }
    return values;
}

/// Reads the samples of a transfer out of its runs: contrasts 0 to 15 are the sets of parts.
class ContrastSamples {
  public:
    ContrastSamples(const Study& study, const DesignRuns& runs, std::size_t outcomes)
        : study_(study), measured_(runs.measured.front()), outcomes_(outcomes) {}

    Sample of(std::size_t contrast, std::size_t outcome) const {
        return {study_.experiment.draws,
                study_.experiment.replicates,
                measured_[contrast * outcomes_ + outcome]};
    }

    TransferredOutcome outcome(std::size_t o) const {
        TransferredOutcome result;
        result.here = stat_of(of(0, o));
        result.there = stat_of(of(all_parts, o));
        result.change = stat_of(difference(of(all_parts, o), of(0, o)));
        std::array<Sample, part_count> parts;
        parts.fill(of(0, o));
        for (std::size_t run = 0; run < parts.front().values.size(); ++run) {
            std::array<double, all_parts + 1> worth{};
            for (std::size_t set = 0; set < worth.size(); ++set) {
                worth[set] = measured_[set * outcomes_ + o][run];
            }
            const std::vector<double> values = shapley_values(worth);
            for (std::size_t part = 0; part < part_count; ++part) {
                parts[part].values[run] = values[part];
            }
        }
        std::ranges::transform(parts, result.by_part.begin(), stat_of);
        return result;
    }

    /// Reads both curves, of which the first contrast is `first`.
    void read_curves(std::size_t first,
                     std::vector<CurvePoint>& fidelity,
                     std::vector<CurvePoint>& scale) const {
        for (const double at : fidelities) fidelity.push_back(point(at, first++));
        for (const double at : scales) scale.push_back(point(at, first++));
    }

  private:
    CurvePoint point(double at, std::size_t contrast) const {
        CurvePoint point{at, {}};
        for (std::size_t o = 0; o < outcomes_; ++o)
            point.effects.push_back(stat_of(of(contrast, o)));
        return point;
    }

    const Study& study_;
    const std::vector<std::vector<double>>& measured_;
    std::size_t outcomes_;
};

bool sets(const std::vector<StatedValue>& values, const ParameterSpec* spec) {
    return std::ranges::find(values, spec, &StatedValue::spec) != values.end();
}

/// Compares two packs in what `set` does not state for both places.
void compare_packs(Overlap& overlap,
                   const Pack& here,
                   const Pack& there,
                   const std::vector<StatedValue>& set) {
    for (const StatedValue& stated : here.values) {
        if (sets(set, stated.spec)) continue;
        const StatedValue* other = find_value(there, stated.spec->key);
        const SourcedNumber& number = stated.number;
        if (other == nullptr || !number.low || !number.high) continue;
        ++overlap.compared;
        const double value = other->number.value();
        if (value < *number.low || value > *number.high) {
            overlap.outside.push_back(
                {stated.spec, *number.low, number.value(), *number.high, value});
        }
    }
}

}  // namespace

Transfer transfer(const Study& here,
                  const Study& there,
                  const TransferPlan& plan,
                  const DesignOptions& options) {
    Study crossed = crossed_study(here, there, plan.scenario);
    const DesignRow settings = plan.curves ? add_curves(crossed) : DesignRow{};
    const Measure measure = [&](const Block& block) { return contrasts_of(block, crossed, plan); };
    const DesignRuns runs = run_design(crossed, {settings}, measure, options);
    Transfer result;
    result.failed = runs.failed;
    result.runs = runs.runs;
    result.is_interrupted = runs.is_interrupted;
    if (runs.is_interrupted) return result;
    const ContrastSamples samples(crossed, runs, plan.outcomes.size());
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        result.outcomes.push_back(samples.outcome(o));
    }
    if (plan.curves) samples.read_curves(all_parts + 1, result.fidelity, result.scale);
    return result;
}

Curves curves_at(const Study& study, const TransferPlan& plan, const DesignOptions& options) {
    Study cut = study;
    const Scenario& programme = study.scenarios[plan.scenario];
    cut.scenarios = {study.scenarios[programme.base], programme};
    cut.scenarios.back().base = 0;
    cut.scenarios.front().base = 0;
    const DesignRow settings = add_curves(cut);
    const Measure measure = [&](const Block& block) { return contrasts_of(block, cut, plan); };
    const DesignRuns runs = run_design(cut, {settings}, measure, options);
    Curves curves;
    curves.failed = runs.failed;
    curves.runs = runs.runs;
    curves.is_interrupted = runs.is_interrupted;
    if (curves.is_interrupted) return curves;
    const ContrastSamples samples(cut, runs, plan.outcomes.size());
    samples.read_curves(1, curves.fidelity, curves.scale);  // after the programme itself
    return curves;
}

Overlap overlap_of(const Study& here, const Study& there, std::size_t scenario) {
    const Scenario& from = here.scenarios[scenario];
    const Scenario& to = there.scenarios[scenario];
    std::vector<StatedValue> set = here.set;
    set.insert(set.end(), from.set.begin(), from.set.end());
    Overlap overlap;
    compare_packs(overlap, *from.territory, *to.territory, set);
    compare_packs(overlap, *from.law, *to.law, set);
    std::ranges::sort(overlap.outside, {}, [](const OutsideRange& one) { return one.spec->key; });
    return overlap;
}

}  // namespace cantiere
