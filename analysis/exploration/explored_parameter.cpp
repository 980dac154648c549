#include "analysis/exploration/explored_parameter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cantiere {
namespace {

constexpr double normal_975 = 1.959963984540054;

/// Mean of the lognormal whose 2.5 % and 97.5 % quantiles are `low` and `high`.
double lognormal_mean(double low, double high) {
    const double log_sd = (std::log(high) - std::log(low)) / (2.0 * normal_975);
    return std::exp(0.5 * (std::log(low) + std::log(high)) + 0.5 * log_sd * log_sd);
}

double misfit_at(Family family, double low, double high, double value) {
    return FittedDistribution({family, value, low, high}, -1e300, 1e300).misfit();
}

/// Mean under which the quantiles are nearest to `low` and `high`: golden section.
double nearest_mean(Family family, double low, double high) {
    constexpr double golden = 0.6180339887498949;
    constexpr int steps = 60;
    double left = low + 1e-6 * (high - low);
    double right = high - 1e-6 * (high - low);
    for (int i = 0; i < steps; ++i) {
        const double width = right - left;
        const double a = right - golden * width;
        const double b = left + golden * width;
        const bool leftwards = misfit_at(family, low, high, a) < misfit_at(family, low, high, b);
        (leftwards ? right : left) = leftwards ? b : a;
    }
    return 0.5 * (left + right);
}

bool is_possible(Family family, double low, double high) {
    return impossible({family, 0.5 * (low + high), low, high}).empty();
}

}  // namespace

double ExploredParameter::at(double u) const {
    constexpr double least = 0x1p-33;
    const bool bounded = stated.family == Family::uniform || stated.family == Family::triangular ||
                         stated.family == Family::pert || stated.family == Family::fixed;
    return distribution.quantile(bounded ? u : std::clamp(u, least, 1.0 - least));
}

double ExploredParameter::place_of(double value) const {
    constexpr int halvings = 60;  // of [0, 1]: past the last bit of a place
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (at(middle) < value ? low : high) = middle;
    }
    return high;
}

double central_value(Family family, double low, double high) {
    if (family == Family::lognormal && low > 0.0) {
        return lognormal_mean(low, high);
    }
    const bool fitted = family == Family::gamma || family == Family::beta;
    if (fitted && is_possible(family, low, high)) {
        return nearest_mean(family, low, high);
    }
    return 0.5 * (low + high);
}

std::optional<ExploredParameter> explored_parameter(std::string name,
                                                    DistributionSpec spec,
                                                    ValidRange valid) {
    if (!impossible(spec).empty()) {
        return std::nullopt;
    }
    return ExploredParameter{std::move(name),
                             spec,
                             FittedDistribution(spec, valid.low, valid.high)};
}

std::vector<std::string> names_of(const std::vector<ExploredParameter>& parameters) {
    std::vector<std::string> names;
    for (const ExploredParameter& parameter : parameters) {
        names.push_back(parameter.name);
    }
    return names;
}

}  // namespace cantiere
