#pragma once
/// What a calibration runs: the model on a study, or a command of the user's.

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "analysis/exploration/command_runs.h"
#include "analysis/exploration/history_matching.h"
#include "analysis/exploration/outcome_place.h"
#include "analysis/exploration/ranged_parameters.h"

namespace cantiere {

/// Reports that a simulator gave no usable answer: what, why it matters, and what to do.
class SimulationFailure : public std::runtime_error {
  public:
    SimulationFailure(const std::string& what, std::string why, std::string fix)
        : std::runtime_error(what), why_(std::move(why)), fix_(std::move(fix)) {}

    const std::string& why() const { return why_; }
    const std::string& fix() const { return fix_; }

  private:
    std::string why_, fix_;
};

/// Reports that a signal asked the simulator to stop.
class SimulationStopped : public std::runtime_error {
  public:
    SimulationStopped() : std::runtime_error("stopped") {}
};

/// One target of a study: an outcome of a scenario, or the ratio of two.
struct StudyOutput {
    std::string name;
    std::size_t scenario = 0;
    OutcomePlace outcome;
    std::optional<OutcomePlace> per;
};

/// Makes a simulator of a study with one parameter draw: every row gives the parameters its values
/// and runs the study's replicates, under the same luck for all rows. Both must outlive it. A ratio
/// is that of the sums over replicates.
Simulator study_simulator(const Study& study,
                          std::vector<const ParameterSpec*> parameters,
                          std::vector<StudyOutput> outputs,
                          const DesignOptions& options);

/// How a command is asked, and what it is asked for.
struct CommandSimulation {
    CommandLine command;
    std::vector<std::string> parameters;  // columns of what it reads
    std::vector<std::string> outputs;     // columns of what it prints, one for every target
    std::size_t replicates = 1;           // above 1 it also reads a column `replicate`, from 0
};

/// Makes a simulator of a command that reads a header and one row of CSV and prints the same.
Simulator command_simulator(CommandSimulation simulation,
                            std::size_t at_once,
                            std::function<bool()> stop_requested = {});

}  // namespace cantiere
