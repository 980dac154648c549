#include "analysis/validation.h"

#include <omp.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>

#include "analysis/statistics.h"
#include "analysis/validation_measures.h"
#include "scenarios/block_run.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

using Sets = std::vector<std::pair<std::string, std::string>>;

const PatternMeasureEntry& measure_of(const PatternSpec& pattern) {
    return *std::ranges::find(pattern_measures(), pattern.measure, &PatternMeasureEntry::name);
}

/// A study that patterns look at, as it is or with changed keys, and its runs.
struct Arm {
    std::string study;
    Sets set;
    std::vector<std::string> scenarios;  // wanted; their bases run too
    std::optional<Study> read;
    std::vector<std::vector<ObservedRun>> runs;  // by replicate, then by scenario
};

/// All that is to be run for a list of patterns, each study and set of keys once.
class Plan {
  public:
    void add(const PatternSpec& pattern) {
        if (measure_of(pattern).measure == nullptr) return;
        for (const auto& [study, scenario] : pattern.runs) {
            add(study, {}, scenario);
            if (!pattern.set.empty()) add(study, pattern.set, scenario);
        }
    }

    void read(std::size_t replicates, Problems& problems) {
        for (Arm& arm : arms_) {
            StudyOptions options;
            options.overrides.draws = 1;  // every parameter at its value
            options.overrides.replicates = static_cast<std::int64_t>(replicates);
            options.overrides.only = arm.scenarios;
            options.overrides.set = arm.set;
            StudyReading reading =
                read_study(std::string(data_folder()) + "/studies/" + arm.study + ".toml", options);
            for (const Problem& problem : reading.problems.list()) {
                if (problem.severity == Severity::error) {
                    problems.error(problem.code,
                                   problem.place,
                                   problem.what,
                                   problem.why,
                                   problem.fix);
                }
            }
            arm.read = std::move(reading.study);
            arm.runs.resize(replicates);
        }
    }

    /// Runs everything; false when it was stopped.
    bool run(const ValidationOptions& options) {
        const std::size_t jobs = arms_.size() * options.replicates;
        const int threads =
            options.threads > 0 ? static_cast<int>(options.threads) : omp_get_max_threads();
        std::atomic<bool> stopped = false;
        std::exception_ptr failure;
        std::mutex mutex;
        std::size_t done = 0;
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (std::size_t job = 0; job < jobs; ++job) {
            if (stopped || (options.stop_requested && options.stop_requested())) {
                stopped = true;
                continue;
            }
            try {
                run_one(arms_[job / options.replicates], job % options.replicates);
                const std::lock_guard lock(mutex);
                if (options.on_run) options.on_run(++done, jobs);
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                stopped = true;
            }
        }
        if (failure) std::rethrow_exception(failure);
        return !stopped;
    }

    PatternRuns runs_of(const PatternSpec& pattern, std::size_t replicate) const {
        PatternRuns runs;
        for (const auto& [study, scenario] : pattern.runs) {
            runs.runs.push_back(&run_of(study, {}, scenario, replicate));
            if (pattern.set.empty()) continue;
            runs.changed.push_back(&run_of(study, pattern.set, scenario, replicate));
        }
        return runs;
    }

  private:
    const Arm* find(const std::string& study, const Sets& set) const {
        const auto found = std::ranges::find_if(arms_, [&](const Arm& arm) {
            return arm.study == study && arm.set == set;
        });
        return found == arms_.end() ? nullptr : &*found;
    }

    void add(const std::string& study, const Sets& set, const std::string& scenario) {
        if (find(study, set) == nullptr) arms_.push_back({study, set, {}, {}, {}});
        Arm& arm = *std::ranges::find_if(arms_, [&](const Arm& one) {
            return one.study == study && one.set == set;
        });
        if (std::ranges::find(arm.scenarios, scenario) == arm.scenarios.end()) {
            arm.scenarios.push_back(scenario);
        }
    }

    static void run_one(Arm& arm, std::size_t replicate) {
        const Study& study = *arm.read;
        BlockRun done =
            run_block(study, {0, static_cast<std::uint32_t>(replicate)}, Observation{true, {}});
        for (const FailedRun& failed : done.failed) throw std::runtime_error(failed.message);
        for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
            arm.runs[replicate].push_back({std::move(done.block[i]),
                                           std::move(done.lives[i]),
                                           std::move(done.labour[i]),
                                           usual_at(study, i, 0)});
        }
    }

    const ObservedRun& run_of(const std::string& study,
                              const Sets& set,
                              const std::string& scenario,
                              std::size_t replicate) const {
        const Arm& arm = *find(study, set);
        const auto place = std::ranges::find(arm.read->scenarios, scenario, &Scenario::id);
        return arm.runs[replicate][static_cast<std::size_t>(place - arm.read->scenarios.begin())];
    }

    std::vector<Arm> arms_;
};

PatternResult result_of(const PatternSpec& pattern, const Plan& plan, std::size_t replicates) {
    PatternResult result;
    result.spec = pattern;
    const PatternMeasureEntry& entry = measure_of(pattern);
    result.reason_en = entry.lacks_en;
    result.reason_it = entry.lacks_it;
    if (entry.measure == nullptr) return result;
    Sample sample{1, replicates, {}};
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        sample.values.push_back(
            entry.measure(plan.runs_of(pattern, replicate), pattern.reference.value_or(0.0)));
    }
    const Stat stat = stat_of(sample);
    if (std::isnan(stat.mean)) {
        result.reason_en = "nothing of it happens in these runs";
        result.reason_it = "non ne accade nulla in queste esecuzioni";
        return result;
    }
    result.simulated = stat.mean;
    if (!std::isnan(stat.se)) result.se = stat.se;
    result.verdict = verdict_of(pattern, stat.mean);
    return result;
}

}  // namespace

Verdict verdict_of(const PatternSpec& pattern, double simulated) {
    const bool reaches = !pattern.low || simulated >= *pattern.low;
    const bool stays = !pattern.high || simulated <= *pattern.high;
    return reaches && stays ? Verdict::met : Verdict::missed;
}

std::optional<std::vector<PatternResult>> validate(const std::vector<PatternSpec>& patterns,
                                                   const ValidationOptions& options,
                                                   Problems& problems) {
    Plan plan;
    for (const PatternSpec& pattern : patterns) plan.add(pattern);
    plan.read(options.replicates, problems);
    if (problems.has_errors() || !plan.run(options)) return std::nullopt;
    std::vector<PatternResult> results;
    for (const PatternSpec& pattern : patterns) {
        results.push_back(result_of(pattern, plan, options.replicates));
    }
    return results;
}

}  // namespace cantiere
