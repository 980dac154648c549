#pragma once
/// How far what is simulated may be from what was observed.

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/exploration/emulator.h"
#include "analysis/statistics.h"

namespace cantiere {

/// What was observed of one output, with what it may be wrong by.
struct MatchTarget {
    std::string name;
    double value = 0.0;
    double standard_error = 0.0;  // of the observation
    double discrepancy = 0.0;     // standard deviation of what the simulator gets wrong at its best
};

/// What a simulator says of one target at one row: mean over replicates and variance of that mean.
struct SimulatedOutput {
    double mean = 0.0;
    double variance = 0.0;
};

/// Returns the standard deviation of all that is unsure between a target and the simulator.
double total_sd(const MatchTarget& target, double emulator_variance, double noise_variance);

/// Returns |z - E| / sqrt(variances of emulator, observation, discrepancy and noise).
double implausibility(const MatchTarget& target, Prediction emulated, double noise_variance);

/// Returns the implausibility of a rank among those of all targets: 1 the greatest.
double ranked(std::vector<double> implausibilities, std::size_t rank);

/// Scales weights to a sum of 1 and returns the effective sample size, 1 / sum of their squares
/// (Kong 1992).
double normalise(std::vector<double>& weights);

/// Returns mean, 2.5 % and 97.5 % quantiles of values under weights that sum to 1.
Stat weighted_stat(const std::vector<double>& values, const std::vector<double>& weights);

}  // namespace cantiere
