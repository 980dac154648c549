#include "scenarios/batch.h"

#include <omp.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <exception>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "model/core/rounding.h"
#include "model/state/resident_columns.h"
#include "outputs/lives_log.h"
#include "outputs/results_error.h"
#include "outputs/results_reader.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Bytes of one row over all columns that the month reads or writes.
double bytes_per_resident() {
    Residents none;
    std::size_t bytes = 0;
    for_each_column(none, [&bytes](const auto& column) {
        bytes += sizeof(typename std::decay_t<decltype(column)>::value_type);
    });
    return static_cast<double>(bytes);
}

/// Blocks that are not finished, or whose people are wanted and not kept.
template <class IsThere>
std::vector<BlockId> missing_blocks(const Study& study, IsThere is_there) {
    std::vector<BlockId> missing;
    for (std::size_t draw = 0; draw < study.experiment.draws; ++draw) {
        for (std::size_t replicate = 0; replicate < study.experiment.replicates; ++replicate) {
            const BlockId id{static_cast<std::uint32_t>(draw),
                             static_cast<std::uint32_t>(replicate)};
            if (!is_there(id)) {
                missing.push_back(id);
            }
        }
    }
    return missing;
}

/// One command's work on one study: threads take blocks, one at a time adds to the log.
class Batch {
  public:
    Batch(const Study& study, const BatchOptions& options)
        : study_(study),
          options_(options),
          header_(header_of(study)),
          log_(BlockLog::open_or_create(log_path(options.results),
                                        fingerprint_of(header_),
                                        block_shape(study),
                                        options.other_inputs)) {
        if (options.microdata_draws > 0) {
            lives_.emplace(lives_log_path(options.results), fingerprint_of(header_));
        }
        report_.scenarios = study.scenarios.size();
        report_.log.results = options.results.string();
        report_.log.inputs_sha256 = hex(fingerprint_of(header_));
        report_.log.command_line = options.command_line;
        report_.log.host = host_name();
        report_.log.threads =
            options.threads > 0 ? options.threads : static_cast<std::size_t>(omp_get_max_threads());
        report_.log.runs = count_runs(study);
        report_.log.bytes_per_resident = bytes_per_resident();
    }

    BatchReport run() {
        const auto& set_aside = log_.set_aside();
        if (set_aside && options_.on_set_aside) {
            options_.on_set_aside(*set_aside);
        }
        const std::vector<BlockId> missing = missing_blocks(study_, [&](BlockId id) {
            return log_.contains(id) && (!keeps_people_of(id) || lives_->contains(id));
        });
        done_ = count_runs(study_) - missing.size() * study_.scenarios.size();
        report_.log.resumed = done_;
        run_blocks(missing);
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        log_.sync();
        if (lives_) lives_->sync();
        if (done_ < count_runs(study_)) {
            report_.end = BatchEnd::interrupted;
        } else {
            write();
        }
        finish_report();
        return std::move(report_);
    }

  private:
    int threads() const { return static_cast<int>(report_.log.threads); }

    bool keeps_people_of(BlockId id) const { return id.draw < options_.microdata_draws; }

    void run_blocks(const std::vector<BlockId>& missing) {
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads())
        for (const BlockId& id : missing) {
            run_one(id);
        }
    }

    /// Lets no exception out of the parallel loop: runs that fail are in the block's list, what
    /// fails here concerns the whole batch.
    void run_one(BlockId id) {
        if (stopped_) return;
        try {
            BlockRun done = run_block(study_,
                                      id,
                                      Observation{keeps_people_of(id), {}},
                                      options_.stop_requested);
            if (done.is_stopped) {
                stopped_ = true;
                return;
            }
            const std::lock_guard lock(mutex_);
            if (!failure_) {
                keep(id, std::move(done));
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = failure_ ? failure_ : std::current_exception();
            stopped_ = true;
        }
    }

    void keep(BlockId id, BlockRun done) {
        if (keeps_people_of(id)) lives_->append(id, done.lives);
        if (!log_.contains(id)) log_.append(id, done.block);
        done_ += study_.scenarios.size();
        report_.log.resident_months += static_cast<std::uint64_t>(done.resident_months);
        for (FailedRun& failed : done.failed) {
            report_.log.failed.push_back(std::move(failed));
        }
        if (options_.on_block) {
            options_.on_block({id,
                               done.block,
                               done_,
                               count_runs(study_),
                               static_cast<std::int64_t>(report_.log.resident_months),
                               seconds_since(start_)});
        }
    }

    void write() {
        double residents = 0.0;
        std::size_t counted = 0;
        const BlockSource blocks = [&](std::size_t draw, std::size_t replicate) {
            Block block = log_.read(
                {static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)});
            for (const RunOutcome& outcome : block) {
                if (!outcome.has_failed()) {
                    residents += outcome[Variable::residents];
                    ++counted;
                }
            }
            return block;
        };
        write_results(options_.results, header_, blocks, options_.existing, microdata());
        if (report_.log.failed.empty()) {
            log_.remove();
            if (lives_) lives_->remove();
        }
        report_.log.residents = counted == 0 ? 0
                                             : static_cast<std::uint64_t>(round_half_away(
                                                   residents / static_cast<double>(counted)));
    }

    std::optional<MicrodataSource> microdata() const {
        if (!lives_) return std::nullopt;
        MicrodataSource source;
        source.draws = options_.microdata_draws;
        const auto id = [](std::size_t draw, std::size_t replicate) {
            return BlockId{static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)};
        };
        for (std::size_t draw = 0; draw < source.draws; ++draw) {
            for (std::size_t replicate = 0; replicate < study_.experiment.replicates; ++replicate) {
                source.rows += lives_->people(id(draw, replicate));
            }
        }
        source.lives = [this, id](std::size_t draw, std::size_t replicate) {
            return lives_->read(id(draw, replicate));
        };
        return source;
    }

    void finish_report() {
        report_.log.wall_seconds = seconds_since(start_);
        report_.resident_months_per_second =
            static_cast<double>(report_.log.resident_months) / report_.log.wall_seconds;
        if (report_.end == BatchEnd::complete) {
            write_run_log(run_log_path(options_.results), report_.log);
        }
    }

    Clock::time_point start_ = Clock::now();
    const Study& study_;
    const BatchOptions& options_;
    ResultsHeader header_;
    BlockLog log_;
    std::optional<LivesLog> lives_;
    BatchReport report_;
    std::mutex mutex_;
    std::size_t done_ = 0;
    std::atomic<bool> stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

std::size_t count_runs(const Study& study) {
    return study.scenarios.size() * study.experiment.draws * study.experiment.replicates;
}

Held held_results(const std::filesystem::path& results,
                  const Study& study,
                  std::size_t microdata_draws) {
    std::error_code failure;
    if (!std::filesystem::exists(results, failure)) {
        return Held::nothing;
    }
    try {
        const Results there = read_results(results);
        if (there.inputs_sha256() != hex(fingerprint_of(header_of(study)))) {
            return Held::of_other_inputs;
        }
        if (there.microdata_draws() < microdata_draws) {
            return Held::without_people;
        }
        const std::vector<double> residents = there.array(Variable::residents).values;
        const bool some_failed =
            std::ranges::any_of(residents, [](double count) { return std::isnan(count); });
        return some_failed ? Held::with_failed_runs : Held::all;
    } catch (const ResultsError&) {
        return Held::nothing;  // damaged or something else: told when the place is checked
    }
}

namespace {

/// Says what the results are of that stand where those of a study should go.
void refuse_others(const std::filesystem::path& results, Held held) {
    if (held != Held::of_other_inputs && held != Held::without_people) return;
    throw ResultsError(results.string(),
                       held == Held::of_other_inputs
                           ? "there are results already, of other inputs"
                           : "there are results of these inputs already, without the people",
                       "a finished file is never overwritten unasked",
                       "give another output with -o FILE, or add --overwrite");
}

}  // namespace

BatchReport run_batch(const Study& study, const BatchOptions& options) {
    const Held held = held_results(options.results, study, options.microdata_draws);
    if (options.existing == Existing::keep && held == Held::all) {
        BatchReport report;
        report.end = BatchEnd::already_there;
        report.scenarios = study.scenarios.size();
        report.log.results = options.results.string();
        report.log.runs = count_runs(study);
        report.log.inputs_sha256 = hex(fingerprint_of(header_of(study)));
        return report;
    }
    BatchOptions all = options;
    if (options.existing == Existing::keep) refuse_others(options.results, held);
    const bool replaces = held == Held::with_failed_runs || held == Held::all;
    all.existing = replaces ? Existing::overwrite : options.existing;
    check_place(all.results, all.existing);
    return Batch(study, all).run();
}

}  // namespace cantiere
