#include "scenarios/rank_worker.h"

#include <omp.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "outputs/run_log.h"
#include "scenarios/rank_messages.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

constexpr auto pause_of_worker = std::chrono::microseconds(500);

/// Blocks between the thread that speaks with the first process and those that run them.
class Bench {
  public:
    void add(const RankWork& work) {
        const std::lock_guard lock(mutex_);
        todo_.push_back(work);
    }
    std::optional<RankWork> take() {
        const std::lock_guard lock(mutex_);
        if (todo_.empty()) return std::nullopt;
        const RankWork work = todo_.front();
        todo_.pop_front();
        return work;
    }
    void give_back(std::vector<std::uint8_t> message) {
        const std::lock_guard lock(mutex_);
        done_.push_back(std::move(message));
    }
    std::optional<std::vector<std::uint8_t>> take_done() {
        const std::lock_guard lock(mutex_);
        if (done_.empty()) return std::nullopt;
        std::vector<std::uint8_t> message = std::move(done_.front());
        done_.pop_front();
        return message;
    }

  private:
    std::mutex mutex_;
    std::deque<RankWork> todo_;
    std::deque<std::vector<std::uint8_t>> done_;
};

class Worker {
  public:
    Worker(Ranks& ranks, const std::vector<Study>& studies) : ranks_(ranks), studies_(studies) {}

    void run(std::size_t threads) {
        RankHello hello{host_name(), "", threads, {}};
        for (const Study& study : studies_) {
            hello.studies.push_back(fingerprint_of(header_of(study)));
        }
        ranks_.send(0, RankTag::hello, bytes_of_message(hello));
        // One thread more, which mostly sleeps, speaks with the first process.
#pragma omp parallel num_threads(static_cast <int>(threads) + 1)
        {
            if (omp_get_thread_num() == 0) {
                speak();
            } else {
                compute();
            }
        }
        ranks_.send(0, RankTag::end);
    }

  private:
    void speak() {
        while (!ended_) {
            const auto message = ranks_.poll();
            if (message) obey(*message);
            const auto done = bench_.take_done();
            if (done) ranks_.send(0, RankTag::done, *done);
            if (!message && !done) std::this_thread::sleep_for(pause_of_worker);
        }
    }

    void obey(const RankMessage& message) {
        switch (message.tag) {
            case RankTag::work:
                bench_.add(work_from(message.bytes));
                break;
            case RankTag::stop:
                stopped_ = true;
                break;
            case RankTag::end:
                stopped_ = true;
                ended_ = true;
                break;
            case RankTag::hello:
            case RankTag::done:
                break;
        }
    }

    void compute() {
        while (!ended_) {
            if (const auto work = bench_.take()) {
                bench_.give_back(bytes_of_message(run_one(*work)));
            } else {
                std::this_thread::sleep_for(pause_of_worker);
            }
        }
    }

    /// Lets no exception out of the parallel region: runs that fail are in the block's own list.
    RankDone run_one(const RankWork& work) const {
        RankDone done;
        done.id = work.id;
        const auto begin = std::chrono::steady_clock::now();
        try {
            done.run = run_block(
                studies_.at(work.study),
                work.id,
                Observation{work.keeps_people, {}},
                [this] { return stopped_.load(); },
                work.burn_ins);
        } catch (const std::bad_alloc&) {
            done.failure = "there was not enough memory";
        } catch (const std::exception& failure) {
            done.failure = failure.what();
        }
        done.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return done;
    }

    Ranks& ranks_;
    const std::vector<Study>& studies_;
    Bench bench_;
    std::atomic<bool> stopped_ = false;
    std::atomic<bool> ended_ = false;
};

}  // namespace

void work_for_first_rank(Ranks& ranks, const std::vector<Study>& studies, std::size_t threads) {
    Worker(ranks, studies).run(threads);
}

void report_to_first_rank(Ranks& ranks, const std::string& failure) {
    ranks.send(0, RankTag::hello, bytes_of_message(RankHello{host_name(), failure, 1, {}}));
    for (;;) {
        const auto message = ranks.poll();
        if (message && message->tag == RankTag::end) break;
        if (!message) std::this_thread::sleep_for(pause_of_worker);
    }
    ranks.send(0, RankTag::end);
}

}  // namespace cantiere
