#include "scenarios/design_runs.h"

#include <omp.h>

#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

StatedValue stated_as(const Setting& setting) {
    StatedValue stated;
    stated.spec = setting.spec;
    stated.number.distribution = {Family::fixed, setting.value, setting.value, setting.value};
    stated.number.stated_value = setting.value;
    stated.pack = "design";
    return stated;
}

/// What one block gave: the numbers of the measure, or why there are none.
struct Slot {
    std::vector<double> values;
    std::vector<FailedRun> failed;
};

class DesignRunner {
  public:
    DesignRunner(const Study& study,
                 const std::vector<DesignRow>& rows,
                 const Measure& measure,
                 const DesignOptions& options)
        : study_(study),
          rows_(rows),
          measure_(measure),
          options_(options),
          blocks_(study.experiment.draws * study.experiment.replicates),
          slots_(rows.size() * blocks_) {}

    DesignRuns run() {
        [[maybe_unused]] const int threads =  // the analyser does not read the pragma
            options_.threads > 0 ? static_cast<int>(options_.threads) : omp_get_max_threads();
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (std::size_t place = 0; place < slots_.size(); ++place) {
            run_one(place);
        }
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        return gathered();
    }

  private:
    /// Lets no exception out of the parallel loop.
    void run_one(std::size_t place) {
        if (stopped_) return;
        try {
            if (!fill(place)) {
                stopped_ = true;
                return;
            }
            const std::lock_guard lock(mutex_);
            ++done_;
            if (options_.on_block) {
                options_.on_block(done_, slots_.size());
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = failure_ ? failure_ : std::current_exception();
            stopped_ = true;
        }
    }

    /// Runs a block; false where a stop was asked for.
    bool fill(std::size_t place) {
        const std::size_t block = place % blocks_;
        const std::size_t replicates = study_.experiment.replicates;
        BlockRun done = run_block(with_settings(study_, rows_[place / blocks_]),
                                  {static_cast<std::uint32_t>(block / replicates),
                                   static_cast<std::uint32_t>(block % replicates)},
                                  {},
                                  options_.stop_requested);
        if (done.is_stopped) return false;
        slots_[place].values = measure_(done.block);
        slots_[place].failed = std::move(done.failed);
        return true;
    }

    DesignRuns gathered() const {
        DesignRuns runs;
        runs.is_interrupted = stopped_;
        runs.runs = done_ * study_.scenarios.size();
        if (stopped_) {
            return runs;
        }
        runs.measured.resize(rows_.size());
        for (std::size_t place = 0; place < slots_.size(); ++place) {
            const Slot& slot = slots_[place];
            auto& of_row = runs.measured[place / blocks_];
            of_row.resize(slot.values.size(), std::vector<double>(blocks_, not_a_number));
            for (const FailedRun& failed : slot.failed) {
                runs.failed.push_back({place / blocks_, failed.scenario, failed.message});
            }
            for (std::size_t i = 0; i < slot.values.size(); ++i) {
                of_row[i][place % blocks_] = slot.values[i];
            }
        }
        return runs;
    }

    const Study& study_;
    const std::vector<DesignRow>& rows_;
    const Measure& measure_;
    const DesignOptions& options_;
    std::size_t blocks_;
    std::vector<Slot> slots_;  // each written by its own block only
    std::mutex mutex_;
    std::size_t done_ = 0;
    std::atomic<bool> stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

Study with_settings(const Study& study, const DesignRow& row) {
    Study changed = study;
    for (const Setting& setting : row) {
        expects(setting.spec != nullptr, "a setting names its key");
        auto& list = setting.scope == SettingScope::study ? changed.set
                                                          : changed.scenarios[setting.scenario].set;
        list.push_back(stated_as(setting));
    }
    return changed;
}

DesignRuns run_design(const Study& study,
                      const std::vector<DesignRow>& rows,
                      const Measure& measure,
                      const DesignOptions& options) {
    return DesignRunner(study, rows, measure, options).run();
}

}  // namespace cantiere
