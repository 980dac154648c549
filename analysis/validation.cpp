#include "analysis/validation.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>

#include "analysis/statistics.h"
#include "analysis/validation_measures.h"
#include "scenarios/block_run.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

const PatternMeasureEntry& measure_of(const PatternSpec& pattern) {
    return *std::ranges::find(pattern_measures(), pattern.measure, &PatternMeasureEntry::name);
}

Sets both(Sets first, const Sets& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// A study that patterns look at, as it is or with changed keys, and its runs.
struct Arm {
    std::string study;
    Sets set;
    std::vector<std::string> scenarios;  // wanted; their bases run too
    std::size_t times = 1;               // the replicates asked for
    std::optional<Study> read;
    std::vector<std::vector<ObservedRun>> runs;  // by replicate, then by scenario
};

/// All that is to be run for a list of patterns, each study and set of keys once.
class Plan {
  public:
    void add(const PatternSpec& pattern) {
        for (const auto& [study, scenario] : pattern.runs) {
            add(pattern, study, pattern.with, scenario);
            if (pattern.set.empty()) continue;
            add(pattern, study, both(pattern.with, pattern.set), scenario);
        }
    }

    void read(const ValidationOptions& asked, Problems& problems) {
        for (Arm& arm : arms_) {
            StudyOptions options;
            options.overrides.draws = 1;  // every parameter at its value
            const std::size_t replicates =
                asked.replicates * (asked.more_where_few ? arm.times : 1);
            options.overrides.replicates = static_cast<std::int64_t>(replicates);
            options.overrides.only = arm.scenarios;
            options.overrides.set = both(asked.set, arm.set);
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

    std::vector<std::pair<Arm*, std::size_t>> arms_and_replicates() {
        std::vector<std::pair<Arm*, std::size_t>> list;
        for (Arm& arm : arms_) {
            for (std::size_t r = 0; r < arm.runs.size(); ++r) list.emplace_back(&arm, r);
        }
        return list;
    }

    /// Runs everything; false when it was stopped.
    bool run(const ValidationOptions& options) {
        const std::vector<std::pair<Arm*, std::size_t>> list = arms_and_replicates();
        const std::size_t jobs = list.size();
        [[maybe_unused]] const int threads =
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
                run_one(*list[job].first, list[job].second, options.first_replicate);
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
            runs.runs.push_back(&run_of(study, pattern.with, scenario, replicate));
            if (pattern.set.empty()) continue;
            const Sets changed = both(pattern.with, pattern.set);
            runs.changed.push_back(&run_of(study, changed, scenario, replicate));
        }
        return runs;
    }

    /// Replicates that every run of a pattern has.
    std::size_t replicates_of(const PatternSpec& pattern) const {
        std::size_t least = std::numeric_limits<std::size_t>::max();
        for (const auto& [study, scenario] : pattern.runs) {
            least = std::min(least, find(study, pattern.with)->runs.size());
            if (pattern.set.empty()) continue;
            least = std::min(least, find(study, both(pattern.with, pattern.set))->runs.size());
        }
        return least;
    }

  private:
    const Arm* find(const std::string& study, const Sets& set) const {
        const auto found = std::ranges::find_if(arms_, [&](const Arm& arm) {
            return arm.study == study && arm.set == set;
        });
        return found == arms_.end() ? nullptr : &*found;
    }

    void add(const PatternSpec& pattern,
             const std::string& study,
             const Sets& set,
             const std::string& scenario) {
        if (find(study, set) == nullptr) arms_.push_back({study, set, {}, 1, {}, {}});
        Arm& arm = *std::ranges::find_if(arms_, [&](const Arm& one) {
            return one.study == study && one.set == set;
        });
        arm.times = std::max(arm.times, pattern.times);
        if (std::ranges::find(arm.scenarios, scenario) == arm.scenarios.end()) {
            arm.scenarios.push_back(scenario);
        }
    }

    static void run_one(Arm& arm, std::size_t replicate, std::size_t first_replicate) {
        const Study& study = *arm.read;
        const auto luck = static_cast<std::uint32_t>(first_replicate + replicate);
        BlockRun done = run_block(study, {0, luck}, Observation{true, {}});
        for (const FailedRun& failed : done.failed) throw std::runtime_error(failed.message);
        for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
            arm.runs[replicate].push_back({std::move(done.block[i]),
                                           std::move(done.lives[i]),
                                           std::move(done.labour[i]),
                                           run_inputs(study, i, 0),
                                           RunKey{study.experiment.seed, 0, luck}});
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

PatternResult result_of(const PatternSpec& pattern, const Plan& plan) {
    PatternResult result;
    result.spec = pattern;
    const PatternMeasureEntry& entry = measure_of(pattern);
    if (pattern.runs.empty()) {
        result.reason_en = "no run is named to measure it on";
        result.reason_it = "nessuna esecuzione è indicata su cui misurarla";
        return result;
    }
    const std::size_t replicates = plan.replicates_of(pattern);
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
    if (result.se) result.is_told = is_verdict_told(pattern, stat.low, stat.high);
    if (result.verdict == Verdict::missed) {
        result.reason_en = pattern.missed_en;
        result.reason_it = pattern.missed_it;
    }
    return result;
}

}  // namespace

std::string column_of(const PatternSpec& pattern) {
    return pattern.reference ? fmt::format("{}_{}", pattern.measure, *pattern.reference)
                             : pattern.measure;
}

Verdict verdict_of(const PatternSpec& pattern, double simulated) {
    const bool reaches = !pattern.low || simulated >= *pattern.low;
    const bool stays = !pattern.high || simulated <= *pattern.high;
    return reaches && stays ? Verdict::met : Verdict::missed;
}

bool is_verdict_told(const PatternSpec& pattern, double low, double high) {
    const auto holds = [&](std::optional<double> edge) {
        return edge && low < *edge && *edge < high;
    };
    return !holds(pattern.low) && !holds(pattern.high);
}

std::optional<std::vector<PatternResult>> validate(const std::vector<PatternSpec>& patterns,
                                                   const ValidationOptions& options,
                                                   Problems& problems) {
    Plan plan;
    for (const PatternSpec& pattern : patterns) plan.add(pattern);
    plan.read(options, problems);
    if (problems.has_errors() || !plan.run(options)) return std::nullopt;
    std::vector<PatternResult> results;
    for (const PatternSpec& pattern : patterns) {
        results.push_back(result_of(pattern, plan));
    }
    return results;
}

}  // namespace cantiere
