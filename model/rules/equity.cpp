#include "model/rules/equity.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "model/core/contracts.h"
#include "model/core/elementary.h"
#include "model/core/ratio.h"

namespace cantiere {
namespace {

double mean(std::span<const double> values) {
    return ratio(std::accumulate(values.begin(), values.end(), 0.0),
                 static_cast<double>(values.size()));
}

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> list(values.begin(), values.end());
    std::ranges::sort(list);
    return list;
}

/// Ranks (i - 1/2) / n of values in rising order; those that tie share their mean rank.
std::vector<double> fractional_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        const double middle = static_cast<double>(first + last) / 2.0;
        for (std::size_t i = first; i < last; ++i) {
            ranks[order[i]] = middle / static_cast<double>(values.size());
        }
        first = last;
    }
    return ranks;
}

/// Share of a sorted sample at or below (or below) points that move up.
class Marginal {
  public:
    explicit Marginal(const std::vector<double>& sorted) : sorted_(sorted) {}

    double up_to(double y) {
        while (at_ < sorted_.size() && sorted_[at_] <= y) ++at_;
        return share(at_);
    }
    double below(double y) {
        while (below_ < sorted_.size() && sorted_[below_] < y) ++below_;
        return share(below_);
    }

  private:
    double share(std::size_t count) const {
        return static_cast<double>(count) / static_cast<double>(sorted_.size());
    }

    const std::vector<double>& sorted_;
    std::size_t at_ = 0, below_ = 0;
};

}  // namespace

double access_ratio(double served_of_group,
                    double eligible_of_group,
                    double served,
                    double eligible) {
    return ratio(ratio(served_of_group, eligible_of_group), ratio(served, eligible));
}

double cherry_picking_index(std::span<const double> untreated_chance,
                            const std::vector<bool>& served) {
    expects(untreated_chance.size() == served.size(), "one flag a person");
    std::vector<double> of_served;
    for (std::size_t i = 0; i < served.size(); ++i) {
        if (served[i]) of_served.push_back(untreated_chance[i]);
    }
    return ratio(mean(of_served), mean(untreated_chance));
}

double gain_concentration(std::span<const double> gain, std::span<const double> need) {
    expects(gain.size() == need.size(), "one need a gain");
    if (gain.empty()) return not_measured;
    const std::vector<double> ranks = fractional_ranks(need);
    const double mean_gain = mean(gain);
    double covariance = 0.0;  // the mean rank is 1/2
    for (std::size_t i = 0; i < gain.size(); ++i) {
        covariance += (gain[i] - mean_gain) * (ranks[i] - 0.5);
    }
    return 2.0 * covariance / static_cast<double>(gain.size());
}

double gini(std::span<const double> values) {
    const std::vector<double> list = sorted(values);
    double weighted = 0.0, sum = 0.0;
    const auto n = static_cast<double>(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        weighted += (2.0 * static_cast<double>(i + 1) - n - 1.0) * list[i];
        sum += list[i];
    }
    return ratio(weighted, n * sum);
}

double quantile(std::span<const double> values, double probability) {
    if (values.empty()) return not_measured;
    const std::vector<double> list = sorted(values);
    const double place = probability * static_cast<double>(list.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, list.size() - 1);
    return list[below] + (place - static_cast<double>(below)) * (list[above] - list[below]);
}

double atkinson_welfare(std::span<const double> values, double aversion) {
    const bool geometric = aversion == 1.0;
    double sum = 0.0;
    for (const double x : values) sum += geometric ? log(x) : power(x, 1.0 - aversion);
    const double average = ratio(sum, static_cast<double>(values.size()));
    if (std::isnan(average)) return not_measured;
    return geometric ? exp(average) : power(average, 1.0 / (1.0 - aversion));
}

ShareBounds share_changed_by_at_most(std::vector<double> after,
                                     std::vector<double> before,
                                     double change) {
    if (after.empty() || before.empty()) return {not_measured, not_measured};
    for (double& x : before) x += change;
    std::ranges::sort(after);
    std::ranges::sort(before);
    std::vector<double> steps;
    std::ranges::merge(after, before, std::back_inserter(steps));
    Marginal later(after), earlier(before);
    double highest = 0.0, lowest = 0.0;
    for (const double y : steps) {
        const double reached = later.up_to(y);
        highest = std::max(highest, reached - earlier.below(y));
        lowest = std::min(lowest, reached - earlier.up_to(y));
    }
    return {highest, 1.0 + lowest};
}

double kaplan_meier_time(std::vector<std::pair<int, bool>> times_and_observed, double survival) {
    std::ranges::sort(times_and_observed);
    double alive = 1.0;
    std::size_t at = 0;
    while (at < times_and_observed.size()) {
        const int time = times_and_observed[at].first;
        const auto at_risk = static_cast<double>(times_and_observed.size() - at);
        double events = 0.0;
        while (at < times_and_observed.size() && times_and_observed[at].first == time) {
            events += times_and_observed[at++].second ? 1.0 : 0.0;
        }
        alive *= 1.0 - events / at_risk;
        if (alive <= survival) return time;
    }
    return not_measured;
}

PriorityMiddles priority_middles(std::span<const AssessedNeed> assessed) {
    std::vector<double> real, observed;
    for (const AssessedNeed& one : assessed) {
        real.push_back(one.real);
        observed.push_back(one.observed);
    }
    return {quantile(real, 0.5), quantile(observed, 0.5)};
}

WrongPriority wrong_priority(std::span<const AssessedNeed> assessed, PriorityMiddles middle) {
    double less_needy = 0.0, raised = 0.0, needy = 0.0, missed = 0.0;
    for (const AssessedNeed& one : assessed) {
        if (!one.of_group) continue;
        const bool seen_needy = one.observed > middle.observed;
        (one.real > middle.real ? needy : less_needy) += 1.0;
        if (one.real > middle.real && !seen_needy) missed += 1.0;
        if (one.real <= middle.real && seen_needy) raised += 1.0;
    }
    return {ratio(raised, less_needy), ratio(missed, needy)};
}

}  // namespace cantiere
