#include "analysis/evaluation/information_checks.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "analysis/evaluation/decision.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

/// Positions of the draws by rising value of a parameter.
std::vector<std::size_t> by_value(const DecisionSamples& samples, std::size_t parameter) {
    std::vector<std::size_t> order(samples.draws());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return samples.parameters[parameter].values[i];
    });
    return order;
}

}  // namespace

double perfect_information_by_blocks(const DecisionSamples& samples,
                                     std::size_t parameter,
                                     double wtp,
                                     std::size_t blocks) {
    const std::vector<std::size_t> order = by_value(samples, parameter);
    std::vector<std::vector<double>> means = net_benefits(samples, wtp);
    for (std::vector<double>& values : means) {
        for (std::size_t b = 0; b < blocks; ++b) {
            const auto first =
                order.begin() + static_cast<std::ptrdiff_t>(b * order.size() / blocks);
            const auto last =
                order.begin() + static_cast<std::ptrdiff_t>((b + 1) * order.size() / blocks);
            const double sum = std::accumulate(first, last, 0.0, [&](double so_far, std::size_t i) {
                return so_far + values[i];
            });
            const double mean = sum / static_cast<double>(last - first);
            std::for_each(first, last, [&](std::size_t i) { values[i] = mean; });
        }
    }
    return gain_of_knowing(means);
}

double perfect_information_by_sums(const DecisionSamples& samples,
                                   std::size_t parameter,
                                   double wtp) {
    expects(samples.strategies.size() == 2, "two strategies");
    const std::vector<std::vector<double>> benefits = net_benefits(samples, wtp);
    std::vector<double> differences;
    for (const std::size_t one : by_value(samples, parameter)) {
        differences.push_back(benefits[1][one] - benefits[0][one]);
    }
    const double all = std::accumulate(differences.begin(), differences.end(), 0.0);
    double greatest = std::max(all, 0.0);
    double below = 0.0;
    for (const double difference : differences) {
        below += difference;
        greatest = std::max(greatest, std::max(below, 0.0) + std::max(all - below, 0.0));
    }
    const auto count = static_cast<double>(differences.size());
    return greatest / count - std::max(all / count, 0.0);
}

}  // namespace cantiere
