#include "tests/support/lever_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 12, 36};
constexpr std::uint32_t replicates = 16;
constexpr double unmeasured = std::numeric_limits<double>::quiet_NaN();

double mean_of_known(std::span<const double> values, std::size_t first, std::size_t stride) {
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t i = first; i < values.size(); i += stride) {
        if (std::isnan(values[i])) continue;
        sum += values[i];
        count += 1.0;
    }
    return count > 0.0 ? sum / count : unmeasured;
}

}  // namespace

Measure total(Variable variable) { return place(variable, 0); }

Measure place(Variable variable, std::size_t at) {
    return [=](const RunInputs& inputs, const RunKey& key) {
        return run(inputs, key).outcome.values(variable)[at];
    };
}

Measure monthly(Variable variable, std::size_t at) {
    return [=](const RunInputs& inputs, const RunKey& key) {
        const RunOutcome outcome = run(inputs, key).outcome;
        const auto values = outcome.values(variable);
        return mean_of_known(values, at, values.size() / outcome.sizes().months);
    };
}

Measure yearly(Variable variable) {
    return [=](const RunInputs& inputs, const RunKey& key) {
        return mean_of_known(run(inputs, key).outcome.values(variable), 0, 1);
    };
}

Measure employed_share() {
    return [](const RunInputs& inputs, const RunKey& key) {
        const RunOutcome outcome = run(inputs, key).outcome;
        double sum = 0.0;
        for (std::size_t m = 0; m < outcome.sizes().months; ++m) {
            for (const WorkState s : {WorkState::subsidised,
                                      WorkState::coop_b,
                                      WorkState::fixed_term,
                                      WorkState::open_ended}) {
                sum += outcome.at(Variable::work_share, m, s);
            }
        }
        return sum / static_cast<double>(outcome.sizes().months);
    };
}

Sweep sweep(const Lever& lever) {
    RunInputs low = small_programme(size);
    lever.where(low);
    RunInputs high = low;
    lever.set(low, lever.low);
    lever.set(high, lever.high);
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const RunKey key{41, 0, r};
        const double at_high = lever.measure(high, key);
        const double at_low = lever.measure(low, key);
        if (std::isnan(at_high) || std::isnan(at_low)) return {unmeasured, unmeasured};
        const double difference = at_high - at_low;
        sum += difference;
        squares += difference * difference;
    }
    constexpr double n = replicates;
    const double mean = sum / n;
    const double variance = std::max(0.0, squares / n - mean * mean) * n / (n - 1.0);
    return {mean, std::sqrt(variance / n)};
}

void check_levers(const std::vector<Lever>& levers) {
    constexpr double t_95 = 2.131;  // 15 degrees of freedom
    for (const Lever& lever : levers) {
        const Sweep s = sweep(lever);
        const double half_width = t_95 * s.standard_error;
        const std::string row = fmt::format("{} {} -> {}\n    {} {:+.4g} [{:+.4g}, {:+.4g}]",
                                            lever.lever,
                                            lever.low,
                                            lever.high,
                                            lever.outcome,
                                            s.mean,
                                            s.mean - half_width,
                                            s.mean + half_width);
        INFO(row);
        CHECK(std::isfinite(s.mean));  // measured at both ends
        const double sign = lever.moves == Moves::up ? 1.0 : -1.0;
        CHECK(sign * s.mean > 2.0 * s.standard_error);
    }
}

}  // namespace cantiere
