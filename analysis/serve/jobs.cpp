#include "analysis/serve/jobs.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <ranges>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/comparison_json.h"
#include "analysis/running_contrast.h"
#include "outputs/results_error.h"

namespace cantiere {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_jobs_remembered = 100;
constexpr std::size_t most_failures_told = 10;

enum class JobState : std::uint8_t { waiting, running, done, cancelled, failed };

std::string_view name(JobState state) {
    switch (state) {
        case JobState::waiting:
            return "waiting";
        case JobState::running:
            return "running";
        case JobState::done:
            return "done";
        case JobState::cancelled:
            return "cancelled";
        default:
            return "failed";
    }
}

bool is_over(JobState state) { return state != JobState::waiting && state != JobState::running; }

Problems failures_of(const RunLog& log) {
    Problems problems;
    for (std::size_t i = 0; i < std::min(log.failed.size(), most_failures_told); ++i) {
        const FailedRun& run = log.failed[i];
        problems.error("run-failed",
                       {},
                       fmt::format("scenario {}, draw {}, replicate {} failed: {}",
                                   run.scenario,
                                   run.draw,
                                   run.replicate,
                                   run.message),
                       "its values are missing; all other runs are kept",
                       "start the same run again to repeat it");
    }
    return problems;
}

Problems problem_of(const std::string& code,
                    const std::string& what,
                    const std::string& why,
                    const std::string& fix) {
    Problems problems;
    problems.error(code, {}, what, why, fix);
    return problems;
}

}  // namespace

struct Jobs::Job {
    std::string id;
    JobOrder order;
    JobState state = JobState::waiting;
    std::atomic<bool> is_to_stop{false};
    std::size_t done = 0, total = 0, found = 0;  // runs; found: finished before
    Clock::time_point began, ended;
    double per_second = no_value;
    std::string contrast;
    Stat estimate;
    Problems problems;

    ApiJson json(Language language) const;

    /// Takes a finished block.
    void add(const BatchProgress& progress, std::size_t scenarios, RunningContrast& running) {
        if (done == 0) found = progress.runs_done - scenarios;
        done = progress.runs_done;
        per_second =
            static_cast<double>(progress.resident_months) / std::max(progress.seconds, 1e-9);
        running.add(progress);
        if (!running.exists()) return;
        contrast = running.scenario();
        estimate = running.stat();
    }

    void end(JobState how) {
        state = how;
        ended = Clock::now();
        order.study.reset();
    }
};

ApiJson Jobs::Job::json(Language language) const {
    const bool has_begun = began != Clock::time_point{};
    const Clock::time_point until = is_over(state) ? ended : Clock::now();
    const double seconds = has_begun ? std::chrono::duration<double>(until - began).count() : 0.0;
    ApiJson json{
        {"id", id},
        {"name", order.name},
        {"state", name(state)},
        {"done", done},
        {"total", total},
        {"seconds", seconds},
        {"seconds_left", nullptr},
        {"resident_months_per_second", json_number(per_second)},
        {"estimate", nullptr},
        {"stopping", !is_over(state) && is_to_stop},
        {"command", fmt::format("{}", fmt::join(order.command_line, " "))},
        {"study_file", order.study_file.empty() ? ApiJson(nullptr) : ApiJson(order.study_file)},
        {"problems", problems_json(problems, language)}};
    if (state == JobState::running && done > found) {
        json["seconds_left"] =
            seconds * static_cast<double>(total - done) / static_cast<double>(done - found);
    }
    if (!contrast.empty() && !std::isnan(estimate.mean)) {
        json["estimate"] = {{"scenario", contrast},
                            {"variable", "net_cost_public"},
                            {"mean", json_number(estimate.mean)},
                            {"low", json_number(estimate.low)},
                            {"high", json_number(estimate.high)}};
    }
    return json;
}

Jobs::Jobs(BatchRunner runner) : runner_(std::move(runner)), thread_([this] { work(); }) {}

Jobs::~Jobs() { stop(); }

std::string Jobs::add(JobOrder order) {
    const std::lock_guard lock(mutex_);
    std::size_t waiting = 0;
    for (const auto& job : jobs_) {
        if (is_over(job->state)) continue;
        if (job->state == JobState::waiting) ++waiting;
        if (job->order.name == order.name) {
            throw ApiError(409,
                           "busy",
                           fmt::format("a run named \"{}\" is not done yet", order.name),
                           "two runs cannot write one file",
                           "wait for it, cancel it, or give another name");
        }
    }
    if (is_stopped_ || waiting >= most_waiting_jobs) {
        throw ApiError(409,
                       "busy",
                       fmt::format("{} runs wait already", waiting),
                       "one runs at a time",
                       "wait for one of them, or cancel one");
    }
    forget_old_ones();
    const auto job = std::make_shared<Job>();
    job->id = std::to_string(next_id_++);
    job->total = count_runs(*order.study);
    job->order = std::move(order);
    jobs_.push_back(job);
    has_changed_.notify_all();
    return job->id;
}

void Jobs::forget_old_ones() {
    for (auto one = jobs_.begin(); one != jobs_.end() && jobs_.size() >= most_jobs_remembered;) {
        one = is_over((*one)->state) ? jobs_.erase(one) : one + 1;
    }
}

std::shared_ptr<Jobs::Job> Jobs::find(const std::string& id) {
    const auto found = std::ranges::find_if(jobs_, [&](const auto& job) { return job->id == id; });
    if (found != jobs_.end()) return *found;
    throw ApiError(404,
                   "unknown-job",
                   "there is no such run",
                   "runs are known until the server ends",
                   "ask for the list of runs: jobs");
}

ApiJson Jobs::json(const std::string& id, Language language) {
    const std::lock_guard lock(mutex_);
    return find(id)->json(language);
}

ApiJson Jobs::json(Language language) {
    const std::lock_guard lock(mutex_);
    ApiJson list = ApiJson::array();
    for (const auto& job : jobs_ | std::views::reverse) list.push_back(job->json(language));
    return list;
}

void Jobs::cancel(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto job = find(id);
    job->is_to_stop = true;
    if (job->state == JobState::waiting) job->end(JobState::cancelled);
}

void Jobs::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        for (const auto& job : jobs_) {
            job->is_to_stop = true;
            if (job->state == JobState::waiting) job->end(JobState::cancelled);
        }
    }
    has_changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Jobs::work() {
    while (true) {
        std::shared_ptr<Job> next;
        {
            std::unique_lock lock(mutex_);
            const auto waits = [](const auto& job) { return job->state == JobState::waiting; };
            has_changed_.wait(lock,
                              [&] { return is_stopped_ || std::ranges::any_of(jobs_, waits); });
            if (is_stopped_) return;
            next = *std::ranges::find_if(jobs_, waits);
            next->state = JobState::running;
            next->began = Clock::now();
        }
        run(next);
    }
}

void Jobs::run(const std::shared_ptr<Job>& job) {
    const std::shared_ptr<const Study> study = job->order.study;
    RunningContrast running(*study, job->order.contrast);
    BatchOptions options;
    options.results = job->order.results;
    options.command_line = job->order.command_line;
    options.stop_requested = [&job] { return job->is_to_stop.load(); };
    options.on_block = [&](const BatchProgress& progress) {
        const std::lock_guard lock(mutex_);
        job->add(progress, study->scenarios.size(), running);
    };
    JobState how = JobState::failed;
    Problems problems;
    try {
        const BatchReport report = runner_(*study, options);
        problems = failures_of(report.log);
        const bool is_stopped = report.end == BatchEnd::interrupted;
        how = is_stopped ? JobState::cancelled
                         : (report.log.failed.empty() ? JobState::done : JobState::failed);
    } catch (const ResultsError& error) {
        problems = problem_of("results", error.problem(), error.why(), error.remedy());
    } catch (const std::exception& error) {
        problems = problem_of("internal",
                              fmt::format("a fault of the program: {}", error.what()),
                              "it is no mistake of yours",
                              "report it with the study");
    }
    const std::lock_guard lock(mutex_);
    job->problems = std::move(problems);
    if (how == JobState::done) job->done = job->total;
    job->end(how);
}

}  // namespace cantiere
