#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <boost/math/distributions/students_t.hpp>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

std::vector<double> without_missing(std::span<const double> values) {
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](double value) {
        return !std::isnan(value);
    });
    return kept;
}

double mean_of(std::span<const double> values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? no_value : sum / static_cast<double>(values.size());
}

double sum_of_squares(std::span<const double> values) {
    const double mean = mean_of(values);
    double sum = 0.0;
    for (const double value : values) {
        sum += (value - mean) * (value - mean);
    }
    return sum;
}

constexpr double rounding_share = 1e-9;

/// Equal runs give equal numbers but for rounding: then there is no error.
void set_error(Stat& stat, double standard_error, std::size_t count) {
    if (standard_error <= rounding_share * std::abs(stat.mean)) standard_error = 0.0;
    const boost::math::students_t law(static_cast<double>(count - 1));
    const double half_width = boost::math::quantile(law, 0.975) * standard_error;
    stat.se = standard_error;
    stat.low = stat.mean - half_width;
    stat.high = stat.mean + half_width;
}

void set_spread(Stat& stat, const std::vector<double>& by_draw) {
    if (by_draw.size() < 2) {
        return;
    }
    stat.p2_5 = quantile_of(by_draw, 0.025);
    stat.p97_5 = quantile_of(by_draw, 0.975);
}

Sample combine(const Sample& a,
               const Sample& b,
               const std::function<double(double, double)>& formula) {
    expects(a.draws == b.draws && a.replicates == b.replicates, "samples of the same runs");
    Sample result = a;
    for (std::size_t run = 0; run < result.values.size(); ++run) {
        result.values[run] = formula(a.values[run], b.values[run]);
    }
    return result;
}

/// Sums of squares and degrees of freedom within draws.
struct Within {
    double squares = 0.0;
    std::size_t freedom = 0;
    std::size_t values = 0;

    double variance() const {
        return freedom == 0 ? no_value : squares / static_cast<double>(freedom);
    }
};

Within within_draws(const Sample& sample) {
    Within within;
    for (std::size_t draw = 0; draw < sample.draws; ++draw) {
        const std::vector<double> values = without_missing(sample.of_draw(draw));
        if (values.empty()) {
            continue;
        }
        within.squares += sum_of_squares(values);
        within.freedom += values.size() - 1;
        within.values += values.size();
    }
    return within;
}

double variance_between_runs(const Sample& sample) {
    if (sample.replicates > 1) {
        return within_draws(sample).variance();
    }
    const std::vector<double> values = without_missing(sample.values);
    return values.size() < 2 ? no_value
                             : sum_of_squares(values) / static_cast<double>(values.size() - 1);
}

double share_of(std::span<const double> values, const std::function<bool(double)>& holds) {
    const std::vector<double> known = without_missing(values);
    const auto count = std::count_if(known.begin(), known.end(), holds);
    return known.empty() ? no_value
                         : static_cast<double>(count) / static_cast<double>(known.size());
}

/// Keeps only the pairs of which both values are known.
void drop_missing_pairs(std::vector<double>& a, std::vector<double>& b) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!std::isnan(a[i]) && !std::isnan(b[i])) {
            a[kept] = a[i];
            b[kept] = b[i];
            ++kept;
        }
    }
    a.resize(kept);
    b.resize(kept);
}

/// Highest mean of the options in a draw; no value where one of them has none.
double best_mean(const std::vector<std::vector<double>>& means_by_option, std::size_t draw) {
    double best = -std::numeric_limits<double>::infinity();
    for (const std::vector<double>& means : means_by_option) {
        if (std::isnan(means[draw])) {
            return no_value;
        }
        best = std::max(best, means[draw]);
    }
    return best;
}

/// Shares one draw among the options that reach `least` in it.
void credit_best(const std::vector<std::vector<double>>& means_by_option,
                 std::size_t draw,
                 double least,
                 std::vector<double>& shares) {
    const auto is_best = [&](const auto& means) { return means[draw] >= least; };
    const auto ties = std::count_if(means_by_option.begin(), means_by_option.end(), is_best);
    for (std::size_t option = 0; option < shares.size(); ++option) {
        if (is_best(means_by_option[option])) shares[option] += 1.0 / static_cast<double>(ties);
    }
}

}  // namespace

std::span<const double> Sample::of_draw(std::size_t draw) const {
    return std::span(values).subspan(draw * replicates, replicates);
}

std::vector<double> draw_means(const Sample& sample) {
    std::vector<double> means;
    for (std::size_t draw = 0; draw < sample.draws; ++draw) {
        means.push_back(mean_of(without_missing(sample.of_draw(draw))));
    }
    return means;
}

std::vector<double> independent_values(const Sample& sample) {
    return sample.draws == 1 ? sample.values : draw_means(sample);
}

Stat stat_of(const Sample& sample) {
    const std::vector<double> values = without_missing(independent_values(sample));
    Stat stat;
    if (values.empty()) {
        return stat;
    }
    stat.mean = mean_of(values);
    const auto count = static_cast<double>(values.size());
    if (values.size() > 1) {
        set_error(stat, std::sqrt(sum_of_squares(values) / (count - 1.0) / count), values.size());
    }
    if (sample.draws > 1) {
        set_spread(stat, values);
    }
    return stat;
}

Stat ratio_of(const Sample& numerator, const Sample& denominator) {
    std::vector<double> above = independent_values(numerator);
    std::vector<double> below = independent_values(denominator);
    drop_missing_pairs(above, below);
    Stat stat;
    const double base = mean_of(below);
    if (below.empty() || base == 0.0) {
        return stat;
    }
    stat.mean = mean_of(above) / base;
    std::vector<double> ratios;
    double squares = 0.0;
    for (std::size_t i = 0; i < above.size(); ++i) {
        const double residual = above[i] - stat.mean * below[i];
        squares += residual * residual;
        if (below[i] != 0.0) {
            ratios.push_back(above[i] / below[i]);
        }
    }
    const auto count = static_cast<double>(above.size());
    if (above.size() > 1) {
        set_error(stat, std::sqrt(squares / (count - 1.0) / count) / std::abs(base), above.size());
    }
    if (numerator.draws > 1) {
        set_spread(stat, ratios);
    }
    return stat;
}

Sample difference(const Sample& a, const Sample& b) {
    return combine(a, b, [](double x, double y) {
        const double residue = rounding_share * std::max(std::abs(x), std::abs(y));
        return std::abs(x - y) <= residue ? 0.0 : x - y;
    });
}

Sample scaled_difference(double factor, const Sample& a, const Sample& b) {
    return combine(a, b, [factor](double x, double y) { return factor * x - y; });
}

VarianceSplit split_variance(const Sample& sample) {
    VarianceSplit split;
    const Within within = within_draws(sample);
    if (within.freedom == 0) {
        return split;
    }
    split.luck_sd = std::sqrt(within.variance());
    split.luck_se = split.luck_sd / std::sqrt(static_cast<double>(within.values));
    const std::vector<double> means = without_missing(draw_means(sample));
    if (means.size() < 2) {
        return split;
    }
    const auto draws = static_cast<double>(means.size());
    const double replicates = static_cast<double>(within.values) / draws;
    const double between = sum_of_squares(means) / (draws - 1.0);
    split.parameter_sd = std::sqrt(std::max(0.0, between - within.variance() / replicates));
    return split;
}

double variance_ratio(const Sample& a, const Sample& b) {
    const double paired = variance_between_runs(difference(a, b));
    if (!(paired > 0.0)) {
        return no_value;
    }
    return (variance_between_runs(a) + variance_between_runs(b)) / paired;
}

double quantile_of(std::span<const double> values, double probability) {
    expects(probability >= 0.0 && probability <= 1.0, "a probability");
    std::vector<double> sorted = without_missing(values);
    if (sorted.empty()) {
        return no_value;
    }
    std::sort(sorted.begin(), sorted.end());
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::vector<double> shares_best(const std::vector<std::vector<double>>& means_by_option,
                                const std::vector<double>& rounding) {
    std::vector<double> shares(means_by_option.size(), 0.0);
    const std::size_t draws = means_by_option.empty() ? 0 : means_by_option.front().size();
    std::size_t counted = 0;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const double best = best_mean(means_by_option, draw);
        if (std::isnan(best)) {
            continue;
        }
        const double apart = rounding.empty() ? 0.0 : rounding[draw];
        credit_best(means_by_option, draw, best - apart, shares);
        ++counted;
    }
    for (double& share : shares) {
        share = counted == 0 ? no_value : share / static_cast<double>(counted);
    }
    return shares;
}

double share_above_zero(std::span<const double> values) {
    return share_of(values, [](double value) { return value > 0.0; });
}

double share_below_zero(std::span<const double> values) {
    return share_of(values, [](double value) { return value < 0.0; });
}

}  // namespace cantiere
