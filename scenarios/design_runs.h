#pragma once
/// Runs of a study under many settings of its parameters: one set of runs for each row of a design.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "scenarios/block_run.h"

namespace cantiere {

/// Where a setting acts: in the study itself, burn-in included, as `--set` does; or in one
/// scenario, as its own `set` does.
enum class SettingScope : std::uint8_t { study, scenario };

struct Setting {
    const ParameterSpec* spec = nullptr;
    double value = 0.0;  // in the study's prices
    SettingScope scope = SettingScope::study;
    std::size_t scenario = 0;  // of a setting of one scenario
};

/// The settings of one row; none for the study as it stands.
using DesignRow = std::vector<Setting>;

/// Returns the study with settings over all that it states, the last one winning.
Study with_settings(const Study& study, const DesignRow& row);

/// What is kept of a block, all scenarios of one draw and replicate; as many numbers every time.
using Measure = std::function<std::vector<double>(const Block& block)>;

struct DesignOptions {
    std::size_t threads = 0;                                 // 0: as many as the machine offers
    std::function<bool()> stop_requested;                    // asked before each run
    std::function<void(std::size_t, std::size_t)> on_block;  // blocks done and in all; one caller
};

/// A block in which a run failed; what it measures is not a number.
struct FailedBlock {
    std::size_t row = 0;
    std::string scenario;
    std::string reason;
};

struct DesignRuns {
    /// By row, by measure: one value a run, row major (draw, replicate).
    std::vector<std::vector<std::vector<double>>> measured;
    std::vector<FailedBlock> failed;  // in the order of the rows
    std::size_t runs = 0;             // blocks x scenarios
    bool is_interrupted = false;      // then `measured` is not to be used
};

/// Runs every draw and replicate of a study for every row, all rows under the same luck, and keeps
/// `measures` numbers of each block. Any number of threads gives the same bits.
DesignRuns run_design(const Study& study,
                      const std::vector<DesignRow>& rows,
                      const Measure& measure,
                      const DesignOptions& options = {});

}  // namespace cantiere
