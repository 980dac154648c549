#include "scenarios/sequential.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "outputs/results_error.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

std::size_t blocks_of(const ResultsHeader& header, const Experiment& plain) {
    return grows_by_draws(plain) ? header.draws / plain.draws
                                 : header.replicates / plain.replicates;
}

/// Returns how many blocks the results there hold, when they are finished and of this study.
std::optional<std::size_t> blocks_there(const GrowingStudy& growing, const BatchOptions& options) {
    if (held_results(options.results, growing.with_blocks(1)) == Held::nothing) {
        return std::nullopt;
    }
    const Results there = read_results(options.results);
    const std::size_t blocks = blocks_of(there.header(), growing.with_blocks(1).experiment);
    if (blocks < 1 || blocks > growing.most_blocks) return std::nullopt;
    const Held held =
        held_results(options.results, growing.with_blocks(blocks), options.microdata_draws);
    return held == Held::all || held == Held::with_failed_runs ? std::optional(blocks)
                                                               : std::nullopt;
}

/// Tells whether this command ends with the results there, having been wanting before.
bool ends_with(const GrowingStudy& growing,
               const Judge& judge,
               const Results& results,
               std::size_t blocks) {
    if (blocks < growing.least_blocks) return false;
    for (std::size_t fewer = growing.least_blocks; fewer < blocks; ++fewer) {
        if (judge.enough_in_results(results, growing.with_blocks(fewer).experiment)) return false;
    }
    return judge.enough_in_results(results, growing.with_blocks(blocks).experiment) ||
           blocks == growing.most_blocks;
}

[[noreturn]] void throw_other_number(const std::filesystem::path& results,
                                     const Experiment& reached) {
    throw ResultsError(
        results.string(),
        fmt::format("there are results of this study already, of {} draws x {} replicates",
                    reached.draws,
                    reached.replicates),
        "this precision asks for another number of them, and a finished file is never overwritten "
        "unasked",
        "give another output with -o FILE, or add --overwrite");
}

BatchReport already_there(const Study& study, const BatchOptions& options) {
    BatchReport report;
    report.end = BatchEnd::already_there;
    report.scenarios = study.scenarios.size();
    report.log.results = options.results.string();
    report.log.runs = count_runs(study);
    report.log.inputs_sha256 = hex(fingerprint_of(header_of(study)));
    return report;
}

/// Adds what earlier steps of the command did to the report of the last.
void add_earlier(BatchReport& report, const BatchReport& earlier) {
    report.log.resident_months += earlier.log.resident_months;
    report.log.wall_seconds += earlier.log.wall_seconds;
    report.log.resumed -= earlier.log.runs - earlier.log.resumed;
    report.resident_months_per_second =
        static_cast<double>(report.log.resident_months) / report.log.wall_seconds;
}

/// Returns the report of results that answer the command already; nothing when the batch has to
/// run, as it does where runs of theirs failed, for which `existing` is set to write over them.
/// Throws when they end at another number.
std::optional<SequentialReport> answered_already(const GrowingStudy& growing,
                                                 const Judge& judge,
                                                 const BatchOptions& options,
                                                 Existing& existing) {
    const auto blocks = blocks_there(growing, options);
    if (!blocks) return std::nullopt;
    const Study there = growing.with_blocks(*blocks);
    if (held_results(options.results, there) == Held::with_failed_runs) {
        existing = Existing::overwrite;
        return std::nullopt;
    }
    if (!ends_with(growing, judge, read_results(options.results), *blocks)) {
        throw_other_number(options.results, there.experiment);
    }
    return SequentialReport{already_there(there, options), *blocks};
}

}  // namespace

bool grows_by_draws(const Experiment& experiment) { return experiment.draws > 1; }

SequentialReport run_until(const GrowingStudy& growing,
                           const Judge& judge,
                           const BatchOptions& options,
                           const std::function<void(const Study&)>& on_study) {
    BatchOptions step = options;
    step.log_inputs = fingerprint_of(header_of(growing.with_blocks(1)));
    if (options.existing == Existing::keep) {
        if (auto answer = answered_already(growing, judge, options, step.existing)) {
            return *std::move(answer);
        }
    }
    std::optional<BatchReport> earlier;
    for (std::size_t blocks = growing.least_blocks;; ++blocks) {
        const Study study = growing.with_blocks(blocks);
        if (on_study) on_study(study);
        step.is_enough = [&](const BlockSource& finished) {
            return judge.enough(study, finished) || blocks == growing.most_blocks;
        };
        BatchReport report = run_batch(study, step);
        if (earlier) add_earlier(report, *earlier);
        if (report.end != BatchEnd::more_asked) return {std::move(report), blocks};
        step.on_set_aside = {};
        step.other_inputs = OtherInputs::refuse;
        earlier = std::move(report);
    }
}

}  // namespace cantiere
