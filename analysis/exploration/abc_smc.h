#pragma once
/// Approximate Bayesian computation by sequential Monte Carlo: a population of parameter values is
/// drawn in, generation by generation, to those whose runs come near what was observed (Toni et al.
/// 2009; Beaumont, Cornuet, Marin and Robert 2009).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/exploration/history_matching.h"

namespace cantiere {

struct AbcSettings {
    std::size_t particles = 200;     // kept in a generation, at least
    std::size_t generations = 15;    // at most
    double quantile = 0.5;           // of the distances kept: the next tolerance
    double least_acceptance = 0.02;  // no generation that would keep less
    std::size_t rows = 0;            // run in all generations, at most; 0: no limit
    std::uint64_t seed = 1;
};

/// Draws from the posterior of the parameters. Errors of the targets are part of the model: each
/// run's outputs are told with a normal error of the target's standard error and discrepancy
/// (Wilkinson 2013), so that as the tolerance falls the posterior becomes the exact one. `before`,
/// where there is one, cuts the prior to what its waves leave. Only posterior, generations and runs
/// are of this method; waves are those of `before`. A pure function of its arguments. Throws what
/// the simulator throws.
Match sample_posterior(const std::vector<ExploredParameter>& parameters,
                       const std::vector<MatchTarget>& targets,
                       const AbcSettings& settings,
                       const Simulator& simulator,
                       const Match* before = nullptr,
                       const std::function<void(const Generation&)>& on_generation = {});

}  // namespace cantiere
