#pragma once
/// History matching: which values of the parameters cannot be told apart from the truth by what was
/// observed (Craig et al. 1997; Vernon, Goldstein and Bower 2010).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/design.h"
#include "analysis/exploration/emulator.h"
#include "analysis/exploration/implausibility.h"
#include "analysis/statistics.h"

namespace cantiere {

/// By row, by target. Rows hold values of the parameters.
using Simulator = std::function<std::vector<std::vector<SimulatedOutput>>(const Rows& rows)>;

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

enum class MatchEnd : std::uint8_t { waves_done, precise, empty };

/// One run of the simulator, and its implausibilities by target without an emulator.
struct JudgedRow {
    std::vector<double> values;
    std::vector<SimulatedOutput> outputs;
    std::vector<double> implausibility;
};

struct Match {
    std::vector<Wave> waves;
    MatchEnd end = MatchEnd::waves_done;
    Rows samples;                 // of the region under the prior; none when it is empty
    std::vector<double> weights;  // likelihood of each, summing to 1
    double effective_sample_size = 0.0;
    double acceptance = 0.0;            // share of the prior that is left
    std::size_t rows = 0;               // all that were run
    JudgedRow stated;                   // at the central values of the parameters
    JudgedRow best;                     // the run of least implausibility
    std::optional<JudgedRow> proposed;  // at the weighted mean of the samples, run once more
    std::vector<Stat> fitted;  // by target: weighted mean and 95 % interval of emulated outputs
};

/// Matches a simulator to targets, wave by wave. A pure function of its arguments. Throws what the
/// simulator throws.
Match match_history(const std::vector<ExploredParameter>& parameters,
                    const std::vector<MatchTarget>& targets,
                    const MatchSettings& settings,
                    const Simulator& simulator,
                    const std::function<void(const Wave&)>& on_wave = {});

}  // namespace cantiere
