#pragma once
/// Money that counts the more the poorer who gets it (HM Treasury, Green Book, annex A3).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/statistics.h"

namespace cantiere {

/// By how much a percent more income makes a further euro count less (Green Book).
inline constexpr double income_elasticity = 1.3;

/// Incomes, as shares of the median, that are told beside the unweighted sum: the median itself,
/// the line of those at risk of poverty in the Union (60 %), and below it.
inline constexpr std::array income_shares{1.0, 0.6, 0.5, 0.4};

/// Returns (y_med / y)^1.3 for an income as a share of the median.
double income_weight(double share_of_median);

/// Returns the weight of the gain of some at which, with what all others gain, it comes to nothing;
/// none where both gain or both lose.
std::optional<double> switching_weight(double gain, double of_others);

/// Benefits less costs when the gains of residents count as those of such an income.
struct WeightedTotal {
    double income_share = 1.0;
    double weight = 1.0;
    Stat total;  // EUR
};

struct IncomeWeighted {
    std::vector<WeightedTotal> totals;      // by income share
    std::optional<double> switching;        // weight at which benefits equal costs
    std::optional<double> switching_share;  // the income, as a share of the median, that has it
    bool pays_above = false;                // benefits exceed costs at greater weights
};

/// Weighs the gain of residents against what all others gain, run by run.
IncomeWeighted income_weighted(const Sample& residents, const Sample& others);

/// Writes the weighted totals as the cells of rows, and a sentence on the switching weight.
std::string income_weighted_text(const IncomeWeighted& weighted, Language language);

/// Returns `{"elasticity", "totals": [{"income_share", "weight", "total"}], "switching_weight",
/// "switching_income_share"}`.
nlohmann::ordered_json income_weighted_json(const IncomeWeighted& weighted);

}  // namespace cantiere
