#pragma once
/// Runs of a simulator at places of the unit cube, and how far each is from the targets.

#include <cstddef>
#include <functional>
#include <vector>

#include "analysis/exploration/design.h"
#include "analysis/exploration/implausibility.h"

namespace cantiere {

/// By row, by target. Rows hold values of the parameters.
using Simulator = std::function<std::vector<std::vector<SimulatedOutput>>(const Rows& rows)>;

/// One run of the simulator, and its implausibilities by target without an emulator.
struct JudgedRow {
    std::vector<double> values;
    std::vector<SimulatedOutput> outputs;
    std::vector<double> implausibility;
};

/// A row that was run, in the unit cube, with its outputs.
struct PlacedRun {
    std::vector<double> unit;
    JudgedRow judged;
};

/// All that a calibration has run, in order; the first row stands at the stated values.
class JudgedRuns {
  public:
    /// The arguments must outlive it.
    JudgedRuns(const std::vector<ExploredParameter>& parameters,
               const std::vector<MatchTarget>& targets,
               const Simulator& simulator);

    /// Returns where the parameters stand at their stated values.
    std::vector<double> stated_place() const;

    /// Runs rows of the unit cube and keeps them; returns where they begin. The first row of all is
    /// run at the stated values to the last digit. Throws what the simulator throws.
    std::size_t simulate(const Rows& unit_rows);

    std::size_t size() const { return runs_.size(); }
    const PlacedRun& operator[](std::size_t i) const { return runs_[i]; }

    /// Returns the run whose worst implausibility is least.
    const JudgedRow& best() const;

  private:
    JudgedRow judged(std::vector<double> values, std::vector<SimulatedOutput> outputs) const;

    const std::vector<ExploredParameter>& parameters_;
    const std::vector<MatchTarget>& targets_;
    const Simulator& simulator_;
    std::vector<PlacedRun> runs_;
};

}  // namespace cantiere
