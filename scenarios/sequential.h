#pragma once
/// Sequential stopping: whole blocks of draws, or of replicates, until they are enough.

#include <cstddef>
#include <functional>

#include "outputs/results_reader.h"
#include "scenarios/batch.h"

namespace cantiere {

/// A study that can be asked for with more runs. The runs of fewer blocks are the first of more,
/// and one block is the study as it stands.
struct GrowingStudy {
    std::function<Study(std::size_t blocks)> with_blocks;
    std::size_t least_blocks = 1;
    std::size_t most_blocks = 1;
};

/// Says when the runs of a study are enough: a pure function of their outcomes, asked of a study
/// whose blocks are all finished, or of the first runs of finished results.
struct Judge {
    std::function<bool(const Study& study, const BlockSource& blocks)> enough;
    std::function<bool(const Results& results, const Experiment& first)> enough_in_results;
};

struct SequentialReport {
    BatchReport batch;
    std::size_t blocks = 0;  // of the study, reached
};

/// Tells whether a study grows by draws; one of a single draw grows by replicates.
bool grows_by_draws(const Experiment& experiment);

/// Runs a study block by block until its runs are enough or there are no more. The decision is
/// taken when whole blocks are finished, so any number of threads and any stop on the way give the
/// same bytes: those of `run_batch` on the study with the blocks reached. Finished runs are in the
/// log of the study as it stands, so a plain run of it is gone on from. `on_study` is told the
/// study of each step before it runs. Throws ResultsError as `run_batch` does, and where results
/// are there that this command does not end with.
SequentialReport run_until(const GrowingStudy& growing,
                           const Judge& judge,
                           const BatchOptions& options,
                           const std::function<void(const Study&)>& on_study = {});

}  // namespace cantiere
