#pragma once
/// Runs asked for over the web: one at a time in a thread of its own, the others wait.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "analysis/serve/exchange.h"
#include "scenarios/batch.h"

namespace cantiere {

/// So many runs may wait; more are refused.
inline constexpr std::size_t most_waiting_jobs = 8;

/// A run to be done.
struct JobOrder {
    std::string name;  // of the results file
    std::filesystem::path results;
    std::string contrast;                   // the scenario that the estimate is about; may be empty
    std::vector<std::string> command_line;  // that does the same
    std::string study_file;                 // written for it; empty where there is none
    std::shared_ptr<const Study> study;
};

/// Does a batch; `run_batch` but in tests.
using BatchRunner = std::function<BatchReport(const Study&, const BatchOptions&)>;

class Jobs {
  public:
    explicit Jobs(BatchRunner runner = run_batch);
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    /// Takes a run and returns its id; throws ApiError (409) where too many wait or one of the same
    /// name is not done.
    std::string add(JobOrder order);

    /// Returns the state of a run, of all of them newest first; throws ApiError (404).
    ApiJson json(const std::string& id, Language language = Language::english);
    ApiJson json(Language language = Language::english);

    /// Stops a run after the blocks under way; finished ones are kept. Throws ApiError (404).
    void cancel(const std::string& id);

    /// Cancels all runs and waits for the one under way.
    void stop();

  private:
    struct Job;

    void work();
    void run(const std::shared_ptr<Job>& job);
    std::shared_ptr<Job> find(const std::string& id);
    void forget_old_ones();

    BatchRunner runner_;
    std::mutex mutex_;  // of all that follows, and of what jobs say
    std::condition_variable has_changed_;
    std::vector<std::shared_ptr<Job>> jobs_;
    std::size_t next_id_ = 1;
    bool is_stopped_ = false;
    std::thread thread_;
};

}  // namespace cantiere
