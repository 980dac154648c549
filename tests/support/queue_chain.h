#pragma once
/// The exact law of a queue in discrete time, to hold the services against.

#include <algorithm>
#include <vector>

#include "model/core/elementary.h"

namespace cantiere {

/// A queue of some slots where each step those in service leave with a probability, a Poisson
/// number arrives, and slots are filled: n' = n - Bin(min(n, c), q) + Poisson(a).
struct QueueChain {
    int slots = 1;
    double leaves = 0.0;    // q
    double arrivals = 0.0;  // a
    int states = 200;       // 0 .. states - 1; beyond has no weight
};

/// Row of the chain from `n` present: the binomial law of those who stay, moved by arrivals.
inline std::vector<double> chain_row(const QueueChain& chain, int n) {
    const auto size = static_cast<std::size_t>(chain.states);
    const int busy = std::min(n, chain.slots);
    std::vector<double> row(size, 0.0);
    double chance = power(1.0 - chain.leaves, busy);  // that nobody leaves
    for (int left = 0; left <= busy; ++left) {
        double weight = chance * exp(-chain.arrivals);
        for (int to = n - left; to < chain.states; ++to) {
            row[static_cast<std::size_t>(to)] += weight;
            weight *= chain.arrivals / (to - (n - left) + 1);
        }
        chance *= (busy - left) / (left + 1.0) * chain.leaves / (1.0 - chain.leaves);
    }
    return row;
}

/// Stationary law of the chain, by elimination of states from the last (Grassmann, Taksar & Heyman
/// 1985: no subtraction, hence no loss of digits).
inline std::vector<double> stationary_law(const QueueChain& chain) {
    const auto size = static_cast<std::size_t>(chain.states);
    std::vector<std::vector<double>> p;
    for (int n = 0; n < chain.states; ++n) p.push_back(chain_row(chain, n));
    for (std::size_t last = size - 1; last > 0; --last) {
        double out = 0.0;
        for (std::size_t to = 0; to < last; ++to) out += p[last][to];
        for (std::size_t from = 0; from < last; ++from) {
            p[from][last] /= out;
            for (std::size_t to = 0; to < last; ++to) p[from][to] += p[from][last] * p[last][to];
        }
    }
    std::vector<double> law(size, 0.0);
    law[0] = 1.0;
    double all = 1.0;
    for (std::size_t n = 1; n < size; ++n) {
        for (std::size_t from = 0; from < n; ++from) law[n] += law[from] * p[from][n];
        all += law[n];
    }
    for (double& weight : law) weight /= all;
    return law;
}

/// Mean steps from arrival to service: those waiting at the end of a step, by Little's law.
inline double mean_wait_steps(const QueueChain& chain) {
    const std::vector<double> law = stationary_law(chain);
    double waiting = 0.0;
    for (int n = chain.slots; n < chain.states; ++n) {
        waiting += (n - chain.slots) * law[static_cast<std::size_t>(n)];
    }
    return waiting / chain.arrivals;
}

}  // namespace cantiere
