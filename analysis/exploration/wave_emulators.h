#pragma once
/// What one wave of runs teaches: an emulator of every target.

#include <cstddef>
#include <vector>

#include "analysis/exploration/design.h"
#include "analysis/exploration/implausibility.h"

namespace cantiere {

struct WaveEmulators {
    std::vector<Emulator> emulators;
    std::vector<double> noise;  // variance of the simulator's means, by target
};

/// Fits an emulator of every target to runs at points of the unit cube; noise is estimated where
/// replicates differ.
WaveEmulators fit_wave(const Rows& points,
                       const std::vector<std::vector<SimulatedOutput>>& outputs);

/// Returns the implausibility of a rank among the targets at a point.
double implausibility_at(const WaveEmulators& wave,
                         const std::vector<MatchTarget>& targets,
                         const std::vector<double>& point,
                         std::size_t rank);

/// What several waves rule out.
struct WaveFilter {
    std::vector<MatchTarget> targets;
    std::size_t rank = 1;  // of the implausibility that counts
    double cutoff = 3.0;
    std::vector<WaveEmulators> waves;

    /// Returns how implausible a point of the unit cube is in the wave that likes it least, in
    /// cutoffs; what is above 1 may be told too low. 0 without a wave.
    double distance(const std::vector<double>& point) const;
};

/// Returns the mean over points of the standard deviation of an emulator; NaN without points.
double mean_sd(const Emulator& emulator, const Rows& points);

}  // namespace cantiere
