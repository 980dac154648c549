#pragma once
/// Measures of who gains and who is left out (model.md 11, 16 point 8): formulas over one value a
/// person, nothing about where the values come from. NaN where a measure is not defined.

#include <span>
#include <utility>
#include <vector>

namespace cantiere {

/// AR_g = (served_g / eligible_g) / (served / eligible): 1 = like everybody, below 1 = left out.
double access_ratio(double served_of_group,
                    double eligible_of_group,
                    double served,
                    double eligible);

/// CI = mean(p0 | served) / mean(p0 | eligible): above 1 those who would find work anyway are
/// served more (creaming). `served` says of each eligible person whether served.
double cherry_picking_index(std::span<const double> untreated_chance,
                            const std::vector<bool>& served);

/// 2 cov(gain, rank of need), ranks in (0, 1), ties at their mean rank: above 0 the gain goes to
/// the needier. In the gain's unit; C = this / mean(gain).
double gain_concentration(std::span<const double> gain, std::span<const double> need);

/// Gini coefficient of values that are not negative: 0 = all alike.
double gini(std::span<const double> values);

/// Quantile by linear interpolation between order statistics (type 7).
double quantile(std::span<const double> values, double probability);

/// Atkinson welfare W = (mean x^(1-eps))^(1/(1-eps)), the geometric mean at eps = 1: the equal
/// level that is worth as much as the levels are. Values above 0; eps at least 0.
double atkinson_welfare(std::span<const double> values, double aversion);

/// Sharp bounds of a share that depends on how two marginals are joined.
struct ShareBounds {
    double low = 0.0;
    double high = 0.0;
};

/// Frechet bounds on the share of people whose value changes by `change` or less from `before` to
/// `after`, given the two distributions alone (Makarov 1981, doi:10.1137/1126086):
/// sup_y max(F_after(y) - F_before(y - change), 0) and 1 + inf_y min(F_after(y) - F_before(y -
/// change), 0), the first with F_before just left of y - change.
ShareBounds share_changed_by_at_most(std::vector<double> after,
                                     std::vector<double> before,
                                     double change);

/// First time at which survival (Kaplan-Meier) is `survival` or less; NaN when it never is. Times
/// in whole months; the flag tells an event from a censoring.
double kaplan_meier_time(std::vector<std::pair<int, bool>> times_and_observed, double survival);

/// One assessment: need as it is, and as the services see it.
struct AssessedNeed {
    double real = 0.0;
    double observed = 0.0;
    bool of_group = true;
};

/// How often an assessment puts someone in the wrong half.
struct WrongPriority {
    double false_priority = 0.0;   // of the less needy half, seen in the needier half
    double missed_priority = 0.0;  // of the needier half, seen in the less needy half
};

/// Where the halves of the assessed meet.
struct PriorityMiddles {
    double real = 0.0;
    double observed = 0.0;
};

/// Returns where the halves meet, of all assessed.
PriorityMiddles priority_middles(std::span<const AssessedNeed> assessed);

/// Shares of those `of_group`; the halves are those of all assessed.
WrongPriority wrong_priority(std::span<const AssessedNeed> assessed, PriorityMiddles middle);

}  // namespace cantiere
