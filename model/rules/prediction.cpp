#include "model/rules/prediction.h"

#include <array>

namespace cantiere {
namespace {

constexpr std::size_t nodes = 49;
constexpr double reach = 4.5;  // standard deviations; beyond is 7e-6 of people

/// Standard normal distribution function within 7.5e-8 (Abramowitz & Stegun 1964, 26.2.17).
double normal_distribution(double x) {
    const double t = 1.0 / (1.0 + 0.2316419 * (x < 0.0 ? -x : x));
    const double polynomial =
        t * (0.319381530 +
             t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    const double tail = 0.3989422804014327 * exp(-0.5 * x * x) * polynomial;
    return x < 0.0 ? tail : 1.0 - tail;
}

/// Chance that a prediction `gap` standard deviations ahead is the higher one.
double wins(double gap, double noise_sd) {
    if (noise_sd > 0.0) return normal_distribution(gap / (noise_sd * 1.4142135623730951));
    if (gap == 0.0) return 0.5;
    return gap > 0.0 ? 1.0 : 0.0;
}

/// Chances over people, logit normal, at nodes: how often one succeeds or fails there.
struct Nodes {
    std::array<double, nodes> logit{};
    std::array<double, nodes> succeed{};
    std::array<double, nodes> fail{};
    double all_succeed = 0.0;
    double all_fail = 0.0;
};

Nodes nodes_of(double mean_logit, double logit_spread) {
    Nodes at;
    for (std::size_t k = 0; k < nodes; ++k) {
        const double z = reach * (2.0 * static_cast<double>(k) / (nodes - 1) - 1.0);
        const double density = exp(-0.5 * z * z);
        at.logit[k] = mean_logit + logit_spread * z;
        at.succeed[k] = density * logistic(at.logit[k]);
        at.fail[k] = density * logistic(-at.logit[k]);
        at.all_succeed += at.succeed[k];
        at.all_fail += at.fail[k];
    }
    return at;
}

double auc_of(const Nodes& at, double noise_sd) {
    double won = 0.0;
    for (std::size_t a = 0; a < nodes; ++a) {
        for (std::size_t b = 0; b < nodes; ++b) {
            won += at.succeed[a] * at.fail[b] * wins(at.logit[a] - at.logit[b], noise_sd);
        }
    }
    return won / (at.all_succeed * at.all_fail);
}

/// At least the AUC of predictions without noise, and hardly more: half a node is lost or won
/// where two are alike, every one before it is won.
double greatest_auc(const Nodes& at) {
    constexpr double margin_of_rounding = 1e-9;
    double won = 0.0;
    double failed_before = 0.0;
    for (std::size_t k = 0; k < nodes; ++k) {
        won += at.succeed[k] * (failed_before + 0.5 * at.fail[k]);
        failed_before += at.fail[k];
    }
    return won / (at.all_succeed * at.all_fail) + margin_of_rounding;
}

}  // namespace

double auc_of_prediction(double mean_logit, double logit_spread, double noise_sd) {
    return auc_of(nodes_of(mean_logit, logit_spread), noise_sd);
}

double prediction_noise_sd(double auc, double mean_logit, double logit_spread) {
    const Nodes at = nodes_of(mean_logit, logit_spread);
    if (greatest_auc(at) < auc || auc_of(at, 0.0) <= auc) return 0.0;
    double low = 0.0;
    double high = greatest_prediction_noise;
    if (auc_of(at, high) > auc) return high;
    for (int step = 0; step < 40; ++step) {
        const double middle = 0.5 * (low + high);
        const bool too_good = auc_of(at, middle) > auc;
        (too_good ? low : high) = middle;
    }
    return high;
}

}  // namespace cantiere
