#include "scenarios/batch.h"

#include <omp.h>

#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#include "outputs/mean_residents.h"
#include "outputs/results_error.h"
#include "scenarios/batch_logs.h"
#include "scenarios/block_queue.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The blocks of a study, or of a shard of it, in their order.
std::vector<BlockId> blocks_of(const Study& study, const std::optional<ShardPart>& shard) {
    std::vector<BlockId> blocks;
    for (std::size_t draw = 0; draw < study.experiment.draws; ++draw) {
        for (std::size_t replicate = 0; replicate < study.experiment.replicates; ++replicate) {
            const BlockId id{static_cast<std::uint32_t>(draw),
                             static_cast<std::uint32_t>(replicate)};
            if (!shard || belongs_to(id, *shard, study.experiment.replicates)) {
                blocks.push_back(id);
            }
        }
    }
    return blocks;
}

BatchReport empty_report(const Study& study,
                         const BatchOptions& options,
                         const Fingerprint& inputs) {
    BatchReport report;
    report.scenarios = study.scenarios.size();
    report.log.results = options.results.string();
    report.log.inputs_sha256 = hex(inputs);
    report.log.runs = count_runs(study, options.shard);
    return report;
}

/// One command's work on one study: threads take blocks, one at a time adds to the log.
class Batch {
  public:
    Batch(const Study& study,
          const BatchOptions& options,
          const ResultsHeader& header,
          const Fingerprint& inputs)
        : study_(study),
          options_(options),
          header_(header),
          inputs_(inputs),
          blocks_(blocks_of(study, options.shard)),
          logs_(options.results,
                options.log_inputs ? *options.log_inputs : inputs,
                block_shape(study),
                options.other_inputs,
                options.microdata_draws),
          report_(empty_report(study, options, inputs)) {
        const MemoryPlan plan = plan_threads(study, options);
        if (options.on_short_memory && (plan.threads < plan.wanted || plan.is_short())) {
            options.on_short_memory(plan);
        }
        report_.log.command_line = options.command_line;
        report_.log.host = host_name();
        report_.log.threads = plan.threads;
        report_.log.ranks = options.ranks == nullptr ? 1 : options.ranks->count();
        report_.log.bytes_per_resident = bytes_per_resident();
    }

    BatchReport run() {
        const auto& set_aside = logs_.set_aside();
        if (set_aside && options_.on_set_aside) {
            options_.on_set_aside(*set_aside);
        }
        std::vector<BlockId> missing;
        for (const BlockId id : blocks_) {
            if (!logs_.contains(id)) missing.push_back(id);
        }
        done_ = report_.log.runs - missing.size() * study_.scenarios.size();
        report_.log.resumed = done_;
        BlockQueue queue(std::move(missing), options_.deadline);
        run_blocks(queue);
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        logs_.sync();
        if (done_ < report_.log.runs) {
            report_.end = queue.end() == QueueEnd::out_of_time ? BatchEnd::out_of_time
                                                               : BatchEnd::interrupted;
        } else if (options_.is_enough && !options_.is_enough(finished_blocks())) {
            report_.end = BatchEnd::more_asked;
        } else {
            write();
        }
        finish_report();
        return std::move(report_);
    }

  private:
    bool keeps_people_of(BlockId id) const { return logs_.keeps_people_of(id); }

    BlockSource finished_blocks() const {
        return [this](std::size_t draw, std::size_t replicate) {
            return logs_.block(
                {static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)});
        };
    }

    /// With other processes, one thread more hands blocks out to them; it mostly sleeps.
    void run_blocks(BlockQueue& queue) {
        const bool has_others = options_.ranks != nullptr && options_.ranks->count() > 1;
        [[maybe_unused]] const int threads =
            static_cast<int>(report_.log.threads) + (has_others ? 1 : 0);
#pragma omp parallel num_threads(threads)
        {
            if (has_others && omp_get_thread_num() == 0) {
                guarded(queue, [&] { distribute(queue); });
            } else {
                while (const auto id = queue.next()) {
                    guarded(queue, [&] { run_one(queue, *id); });
                }
            }
        }
    }

    /// Lets no exception out of the parallel region: runs that fail are in the block's list, what
    /// fails here concerns the whole batch.
    template <class Work>
    void guarded(BlockQueue& queue, Work work) {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = failure_ ? failure_ : std::current_exception();
            queue.stop();
        }
    }

    void distribute(BlockQueue& queue) {
        const RankTask task{options_.study_number,
                            inputs_,
                            block_shape(study_),
                            options_.microdata_draws,
                            options_.burn_ins};
        options_.ranks->distribute(
            task,
            queue,
            [this](BlockId id, BlockRun done) { keep(id, std::move(done)); },
            options_.stop_requested);
    }

    void run_one(BlockQueue& queue, BlockId id) {
        const Clock::time_point begin = Clock::now();
        const auto stop_requested = [&] {
            return queue.is_stopped() || (options_.stop_requested && options_.stop_requested());
        };
        BlockRun done = run_block(study_,
                                  id,
                                  Observation{keeps_people_of(id), {}},
                                  stop_requested,
                                  options_.burn_ins);
        if (done.is_stopped) {
            queue.stop();
            return;
        }
        queue.finished(Clock::now() - begin);
        keep(id, std::move(done));
    }

    void keep(BlockId id, BlockRun done) {
        const std::lock_guard lock(mutex_);
        if (failure_) return;
        logs_.keep(id, done);
        done_ += study_.scenarios.size();
        report_.log.resident_months += static_cast<std::uint64_t>(done.resident_months);
        for (FailedRun& failed : done.failed) {
            report_.log.failed.push_back(std::move(failed));
        }
        if (options_.on_block) {
            options_.on_block({id,
                               done.block,
                               done_,
                               report_.log.runs,
                               static_cast<std::int64_t>(report_.log.resident_months),
                               seconds_since(start_)});
        }
    }

    void write() {
        if (options_.shard) {
            write_part();
        } else {
            write_whole();
        }
        if (report_.log.failed.empty()) logs_.remove();
    }

    void write_whole() {
        MeanResidents residents;
        const BlockSource source = [&](std::size_t draw, std::size_t replicate) {
            Block block = finished_blocks()(draw, replicate);
            residents.add(block);
            return block;
        };
        write_results(options_.results,
                      header_,
                      source,
                      options_.existing,
                      logs_.microdata(blocks_));
        report_.log.residents = residents.value();
    }

    void write_part() {
        MeanResidents residents;
        const ShardManifest manifest{header_,
                                     *options_.shard,
                                     options_.microdata_draws,
                                     options_.command_line,
                                     report_.log.failed};
        const auto source = [&](BlockId id) {
            ShardBlock held = logs_.block_with_people(id);
            residents.add(held.block);
            return held;
        };
        write_shard(options_.results, manifest, blocks_, source, options_.existing);
        report_.log.residents = residents.value();
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
    const ResultsHeader& header_;
    Fingerprint inputs_;
    std::vector<BlockId> blocks_;
    BatchLogs logs_;
    BatchReport report_;
    std::mutex mutex_;
    std::size_t done_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

std::size_t count_runs(const Study& study, const std::optional<ShardPart>& shard) {
    return study.scenarios.size() * blocks_of(study, shard).size();
}

Held held_results(const std::filesystem::path& results,
                  const Study& study,
                  std::size_t microdata_draws,
                  const std::optional<ShardPart>& shard) {
    return held_part(results, fingerprint_of(header_of(study)), shard, microdata_draws);
}

MemoryPlan plan_threads(const Study& study, const BatchOptions& options) {
    const std::size_t here = options.ranks == nullptr ? 1 : options.ranks->count_here();
    return plan_memory(options.threads > 0 ? options.threads : usual_threads(here),
                       memory_need(study, options.microdata_draws),
                       available_memory(),
                       here);
}

BatchReport run_batch(const Study& study, const BatchOptions& options) {
    const PlaceFor content = options.shard ? PlaceFor::shard : PlaceFor::results;
    const ResultsHeader header = header_of(study);
    const Fingerprint inputs = fingerprint_of(header);  // of all draws: some milliseconds
    const Held held = held_part(options.results, inputs, options.shard, options.microdata_draws);
    if (options.existing == Existing::keep && held == Held::all) {
        BatchReport report = empty_report(study, options, inputs);
        report.end = BatchEnd::already_there;
        return report;
    }
    BatchOptions all = options;
    all.existing = treatment_of(options.results, held, options.existing, content);
    check_place(all.results, all.existing, content);
    return Batch(study, all, header, inputs).run();
}

}  // namespace cantiere
