#pragma once
/// How choices stand up over states of the world, by measures that need not agree.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/evaluation/decision_samples.h"
#include "analysis/expression.h"
#include "analysis/language.h"
#include "analysis/text_table.h"
#include "model/core/columns.h"

namespace cantiere {

/// Measures of a strategy over draws, each a state of the world; EUR, but for a share.
enum class RobustMeasure : std::uint8_t {
    mean,          // of net benefit (Laplace)
    maximin,       // least net benefit (Wald 1950)
    maximax,       // greatest
    hurwicz,       // half the least and half the greatest (Hurwicz 1951, alpha 1/2)
    mean_semidev,  // mean less the downside semi-deviation (Ogryczak and Ruszczynski 1999)
    regret_mean,   // regret: the best of the state less its own (Savage 1954)
    regret_p90,
    regret_max,
    satisficing,  // share of states that meet every threshold (Starr 1963)
    count
};

/// Returns the name that JSON and options give to a measure: "maximin".
std::string_view name(RobustMeasure measure);

/// Two strategies that measures put in opposite orders.
struct Disagreement {
    std::size_t a = 0, b = 0;                 // a before b among the strategies
    std::vector<RobustMeasure> for_a, for_b;  // those that put it first; ties are for neither
};

/// The measures of every strategy and what they make of them.
struct Robustness {
    std::vector<RobustMeasure> measures;                  // satisficing where thresholds are given
    EnumArray<RobustMeasure, std::vector<double>> value;  // by strategy
    EnumArray<RobustMeasure, std::vector<double>> rank;   // 1 the best; equals share their ranks
    std::vector<Disagreement> disagreements;              // every such pair
};

/// Names that thresholds may use: `cost`, `effect` and `net_benefit` of the strategy in the state;
/// `more_cost`, `more_effect` and `more_net_benefit` less those of the first strategy.
const std::vector<std::string>& threshold_names();

/// Measures strategies at a willingness to pay; `thresholds` may be null. Sources as above; the
/// comparison of measures is that of McPhail et al. 2018, doi:10.1002/2017EF000649.
Robustness robustness(const DecisionSamples& samples, double wtp, const Expression* thresholds);

/// Returns `{"measures": [], "strategies": {ID: {MEASURE: {"value", "rank"}}}, "disagreements":
/// [{"a", "b", "for_a": [MEASURE], "for_b": [MEASURE]}]}`.
nlohmann::ordered_json robustness_json(const DecisionSamples& samples, const Robustness& result);

/// Writes values with ranks, and a sentence for each pair on which the measures disagree.
std::string robustness_text(const DecisionSamples& samples,
                            const Robustness& result,
                            Language language,
                            const Layout& layout);

}  // namespace cantiere
