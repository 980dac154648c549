#pragma once
/// History matching: which values of the parameters cannot be told apart from the truth by what was
/// observed (Craig et al. 1997; Vernon, Goldstein and Bower 2010).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/emulator.h"
#include "analysis/exploration/judged_runs.h"
#include "analysis/exploration/wave_emulators.h"
#include "analysis/statistics.h"

namespace cantiere {

struct MatchSettings {
    std::size_t rows = 0;            // of a wave; 0: ten for every parameter
    std::size_t waves = 4;           // at most
    double cutoff = 3.0;             // of implausibility
    std::size_t rank = 0;            // 1: greatest, 2: second ... 0: 1 below ten targets, else 2
    std::size_t candidates = 10000;  // rows among which the region is looked for
    std::size_t samples = 1000;      // of the region, at the end
    std::uint64_t seed = 1;
};

/// How one target stands after a wave; standard deviations in its unit.
struct WaveTarget {
    double emulator_sd = no_value;  // mean over the region
    double noise_sd = 0.0;
    CrossValidation validation;
    double least_implausibility = no_value;  // over the runs of the wave
};

struct Wave {
    std::size_t rows = 0;  // run in this wave
    std::size_t fitted =
        0;               // rows the emulators know, those of earlier waves in the region included
    double share = 0.0;  // of the prior that is not implausible after it
    std::vector<double> low, high;  // of the region, by parameter
    std::vector<WaveTarget> targets;
};

enum class MatchEnd : std::uint8_t {
    waves_done,
    precise,
    empty,
    generations_done,
    rarely_accepted,
    rows_done,
};

/// One generation of approximate Bayesian computation.
struct Generation {
    std::size_t rows = 0;  // run in it
    std::size_t kept = 0;
    double tolerance = no_value;  // greatest distance that is kept; none in the first
    double effective_sample_size = 0.0;
    std::vector<double> low, high;  // of those kept, by parameter

    double acceptance() const { return static_cast<double>(kept) / static_cast<double>(rows); }
};

/// What a calibration ends with.
struct Match {
    std::vector<Wave> waves;
    std::vector<Generation> generations;
    MatchEnd end = MatchEnd::waves_done;
    Rows samples;                 // of the posterior, under weights; none when nothing is left
    std::vector<double> weights;  // summing to 1
    double effective_sample_size = 0.0;
    double acceptance =
        0.0;               // share of the prior that is left; of rows kept in the last generation
    std::size_t rows = 0;  // all that were run
    JudgedRow stated;      // at the central values of the parameters
    JudgedRow best;        // the run of least implausibility
    std::optional<JudgedRow> proposed;  // at the weighted mean of the samples, run once more
    std::vector<Stat> fitted;  // by target: weighted mean and 95 % interval of outputs, emulated
                               // where the samples were not run
    WaveFilter filter;         // what the waves rule out
    Rows region;               // of the unit cube, under the prior: what they leave
};

/// Matches a simulator to targets, wave by wave. A pure function of its arguments. Throws what the
/// simulator throws.
Match match_history(const std::vector<ExploredParameter>& parameters,
                    const std::vector<MatchTarget>& targets,
                    const MatchSettings& settings,
                    const Simulator& simulator,
                    const std::function<void(const Wave&)>& on_wave = {});

}  // namespace cantiere
