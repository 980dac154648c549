#pragma once
/// One block: every scenario of a study under one parameter draw and one replicate of luck.

#include <cstdint>
#include <functional>
#include <vector>

#include "model/simulate.h"
#include "outputs/block_log.h"
#include "outputs/microdata.h"
#include "outputs/run_log.h"
#include "scenarios/study.h"

namespace cantiere {

/// Says whether scenarios that share services as usual fork from one burn-in, or each has its own;
/// the outcomes are the same.
enum class BurnInUse : std::uint8_t { forked, own };

struct BlockRun {
    Block block;  // in the order of the scenarios, municipalities those of the results
    std::vector<FailedRun> failed;  // their outcomes are missing in the block
    std::vector<Lives> lives;       // by scenario, municipalities likewise; where asked for
    std::vector<std::vector<LabourMonth>> labour;  // by scenario; likewise
    std::vector<std::vector<TraceMonth>> trace;    // by scenario; likewise
    std::int64_t resident_months = 0;
    bool is_stopped = false;  // before its last run: nothing else is to be used
};

/// Runs all scenarios of one block: services as usual once for those that share them, forked into
/// scenarios, each paired with its base. A pure function of the study and the block's id; a run
/// that fails does not take the others down. What is observed changes no outcome. `stop_requested`
/// is asked before each run.
BlockRun run_block(const Study& study,
                   BlockId id,
                   const Observation& observation = {},
                   const std::function<bool()>& stop_requested = {},
                   BurnInUse burn_ins = BurnInUse::forked);

/// Returns the shape of the blocks of a study.
BlockShape block_shape(const Study& study);

/// Returns the command that repeats one scenario of a study.
std::string reproduce_command(const Study& study, const Scenario& scenario);

}  // namespace cantiere
