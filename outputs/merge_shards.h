#pragma once
/// Joining shards into the results file that one command would have made.

#include <cstddef>
#include <filesystem>
#include <vector>

#include "outputs/results_place.h"
#include "outputs/run_log.h"

namespace cantiere {

struct MergeReport {
    RunLog log;  // of the joined results; the machine and the command line are left to the caller
    std::size_t scenarios = 0;
    bool already_there = false;  // the results were, nothing was written
};

/// Joins shards, in any order, into a results file of the same bytes as a plain run's. A block that
/// several shards hold must be equal in all; one in which a run failed gives way to one without.
/// Throws ResultsError for shards that are damaged, of different inputs, or not all.
MergeReport merge_shards(const std::vector<std::filesystem::path>& paths,
                         const std::filesystem::path& results,
                         Existing existing);

}  // namespace cantiere
