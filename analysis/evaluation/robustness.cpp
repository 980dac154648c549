#include "analysis/evaluation/robustness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/evaluation/decision.h"
#include "analysis/statistics.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;
using ByStrategy = std::vector<std::vector<double>>;

constexpr EnumArray<RobustMeasure, std::string_view> measure_names{{"mean",
                                                                    "maximin",
                                                                    "maximax",
                                                                    "hurwicz",
                                                                    "mean_semidev",
                                                                    "regret_mean",
                                                                    "regret_p90",
                                                                    "regret_max",
                                                                    "satisficing"}};
static_assert(measure_names[RobustMeasure::satisficing] == "satisficing", "a name for each");

bool is_regret(RobustMeasure measure) {
    return measure == RobustMeasure::regret_mean || measure == RobustMeasure::regret_p90 ||
           measure == RobustMeasure::regret_max;
}

double average(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// mean - sqrt(mean of min(0, x - mean)^2).
double mean_less_semideviation(const std::vector<double>& values) {
    const double mean = average(values);
    double squares = 0.0;
    for (const double value : values) {
        const double below = std::min(0.0, value - mean);
        squares += below * below;
    }
    return mean - std::sqrt(squares / static_cast<double>(values.size()));
}

/// Share of the draws in which a strategy meets the thresholds.
double share_meeting(const DecisionSamples& samples,
                     const ByStrategy& benefits,
                     const Expression& thresholds,
                     std::size_t strategy) {
    std::size_t met = 0;
    for (std::size_t draw = 0; draw < samples.draws(); ++draw) {
        const auto value_of = [&](std::string_view name, std::size_t of) {
            if (name == "cost") return samples.strategies[of].cost[draw];
            if (name == "effect") return samples.strategies[of].effect[draw];
            return benefits[of][draw];
        };
        const bool holds = thresholds.holds([&](const std::string& name) {
            constexpr std::string_view more = "more_";
            if (!name.starts_with(more)) return value_of(name, strategy);
            const std::string_view rest = std::string_view(name).substr(more.size());
            return value_of(rest, strategy) - value_of(rest, 0);
        });
        met += holds ? 1 : 0;
    }
    return static_cast<double>(met) / static_cast<double>(samples.draws());
}

/// Ranks from 1, the greatest first, or the least where `low_is_good`; equals share the mean of
/// their ranks.
std::vector<double> ranks_of(const std::vector<double>& values, bool low_is_good) {
    std::vector<double> ranks;
    for (const double value : values) {
        double before = 0.0;
        double equal = 0.0;
        for (const double other : values) {
            before += (low_is_good ? other < value : other > value) ? 1.0 : 0.0;
            equal += other == value ? 1.0 : 0.0;
        }
        ranks.push_back(before + (equal + 1.0) / 2.0);
    }
    return ranks;
}

/// Which measures put one of two strategies before the other.
Disagreement disagreement_on(const Robustness& result, std::size_t a, std::size_t b) {
    Disagreement pair{a, b, {}, {}};
    for (const RobustMeasure measure : result.measures) {
        const std::vector<double>& rank = result.rank[measure];
        if (rank[a] < rank[b]) pair.for_a.push_back(measure);
        if (rank[b] < rank[a]) pair.for_b.push_back(measure);
    }
    return pair;
}

std::vector<Disagreement> disagreements_of(const Robustness& result, std::size_t strategies) {
    std::vector<Disagreement> found;
    for (std::size_t a = 0; a < strategies; ++a) {
        for (std::size_t b = a + 1; b < strategies; ++b) {
            Disagreement pair = disagreement_on(result, a, b);
            if (!pair.for_a.empty() && !pair.for_b.empty()) found.push_back(std::move(pair));
        }
    }
    return found;
}

Json names_of(const std::vector<RobustMeasure>& measures) {
    Json list = Json::array();
    for (const RobustMeasure measure : measures) list.push_back(name(measure));
    return list;
}

}  // namespace

std::string_view name(RobustMeasure measure) { return measure_names[measure]; }

const std::vector<std::string>& threshold_names() {
    static const std::vector<std::string> names{"cost",
                                                "effect",
                                                "net_benefit",
                                                "more_cost",
                                                "more_effect",
                                                "more_net_benefit"};
    return names;
}

Robustness robustness(const DecisionSamples& samples, double wtp, const Expression* thresholds) {
    const ByStrategy benefits = net_benefits(samples, wtp);
    Robustness result;
    for (const std::vector<double>& values : benefits) {
        result.value[RobustMeasure::mean].push_back(average(values));
        const auto [least, greatest] = std::ranges::minmax(values);
        result.value[RobustMeasure::maximin].push_back(least);
        result.value[RobustMeasure::maximax].push_back(greatest);
        result.value[RobustMeasure::hurwicz].push_back((least + greatest) / 2.0);
        result.value[RobustMeasure::mean_semidev].push_back(mean_less_semideviation(values));
    }
    for (const Regret& of : regrets(samples, wtp)) {
        result.value[RobustMeasure::regret_mean].push_back(of.mean);
        result.value[RobustMeasure::regret_p90].push_back(of.p90);
        result.value[RobustMeasure::regret_max].push_back(of.max);
    }
    for (std::size_t d = 0; thresholds != nullptr && d < benefits.size(); ++d) {
        result.value[RobustMeasure::satisficing].push_back(
            share_meeting(samples, benefits, *thresholds, d));
    }
    for (const RobustMeasure measure : members<RobustMeasure>()) {
        if (result.value[measure].empty()) continue;
        result.measures.push_back(measure);
        result.rank[measure] = ranks_of(result.value[measure], is_regret(measure));
    }
    result.disagreements = disagreements_of(result, benefits.size());
    return result;
}

Json robustness_json(const DecisionSamples& samples, const Robustness& result) {
    Json strategies = Json::object();
    for (std::size_t d = 0; d < samples.strategies.size(); ++d) {
        Json& of = strategies[samples.strategies[d].id] = Json::object();
        for (const RobustMeasure measure : result.measures) {
            of[std::string(name(measure))] = {{"value", result.value[measure][d]},
                                              {"rank", result.rank[measure][d]}};
        }
    }
    Json pairs = Json::array();
    for (const Disagreement& pair : result.disagreements) {
        pairs.push_back({{"a", samples.strategies[pair.a].id},
                         {"b", samples.strategies[pair.b].id},
                         {"for_a", names_of(pair.for_a)},
                         {"for_b", names_of(pair.for_b)}});
    }
    return {{"measures", names_of(result.measures)},
            {"strategies", strategies},
            {"disagreements", pairs}};
}

}  // namespace cantiere
