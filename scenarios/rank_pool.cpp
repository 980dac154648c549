#include "scenarios/rank_pool.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "outputs/results_error.h"

namespace cantiere {
namespace {

// Waiting inside of MPI keeps a processor busy; blocks take far longer than this.
constexpr auto between_looks = std::chrono::microseconds(500);

}  // namespace

RankPool::RankPool(Ranks& ranks) : ranks_(ranks), others_(ranks.count() - 1) {}

// A process may be sending what nobody wants any more: all is taken until each says its last word.
RankPool::~RankPool() {
    for (std::size_t rank = 1; rank <= others_.size(); ++rank) {
        ranks_.send(rank, RankTag::end);
    }
    for (std::size_t left = others_.size(); left > 0;) {
        const auto message = ranks_.poll();
        if (!message) {
            std::this_thread::sleep_for(between_looks);
        } else if (message->tag == RankTag::end) {
            --left;
        }
    }
}

void RankPool::distribute(const RankTask& task,
                          BlockQueue& queue,
                          const Keep& keep,
                          const std::function<bool()>& stop_requested) {
    check_ready(task);
    for (;;) {
        if (stop_requested && stop_requested()) queue.stop();
        if (queue.is_stopped()) tell_to_stop();
        const bool has_news = take_all(task, queue, keep);
        const bool is_used_up = hand_out(task, queue);
        if (is_used_up && is_all_back()) return;
        if (!has_news) std::this_thread::sleep_for(between_looks);
    }
}

/// Takes every message that has come; tells whether there was one.
bool RankPool::take_all(const RankTask& task, BlockQueue& queue, const Keep& keep) {
    bool has_news = false;
    while (const auto message = ranks_.poll()) {
        take(*message, task, queue, keep);
        has_news = true;
    }
    return has_news;
}

void RankPool::take(const RankMessage& message,
                    const RankTask& task,
                    BlockQueue& queue,
                    const Keep& keep) {
    if (message.tag == RankTag::hello) {
        greet(message.from, hello_from(message.bytes), task);
        return;
    }
    --others_[message.from - 1].under_way;
    RankDone done = done_from(message.bytes, task.shape);
    if (!done.failure.empty()) {
        queue.stop();
        throw ResultsError(name_of(message.from),
                           done.failure,
                           "this process has lost its block; finished ones are kept",
                           "give the same command again; with less memory a process, use fewer "
                           "ranks or threads (-j)");
    }
    if (done.run.is_stopped) return;
    queue.finished(std::chrono::duration_cast<BlockQueue::Clock::duration>(
        std::chrono::duration<double>(done.seconds)));
    keep(done.id, std::move(done.run));
}

void RankPool::greet(std::size_t rank, RankHello hello, const RankTask& task) {
    Other& other = others_[rank - 1];
    other.is_ready = true;
    other.hello = std::move(hello);
    check(rank, task);
}

/// Those that were ready for the study before have to be so for this one.
void RankPool::check_ready(const RankTask& task) const {
    for (std::size_t rank = 1; rank <= others_.size(); ++rank) {
        if (others_[rank - 1].is_ready) check(rank, task);
    }
}

void RankPool::check(std::size_t rank, const RankTask& task) const {
    const RankHello& hello = others_[rank - 1].hello;
    if (!hello.failure.empty()) {
        throw ResultsError(name_of(rank),
                           fmt::format("this process cannot take part: {}", hello.failure),
                           "every process reads the studies",
                           "put studies and packs where all machines see them under one path");
    }
    if (hello.studies.size() > task.study && hello.studies[task.study] == task.inputs) return;
    throw ResultsError(name_of(rank),
                       "this process has read another study",
                       "all processes need the same files and the same build of the program",
                       "put program, studies and packs where all machines see them under one path");
}

/// Gives every process as many blocks as it has threads; tells whether none is left.
bool RankPool::hand_out(const RankTask& task, BlockQueue& queue) {
    for (std::size_t i = 0; i < others_.size(); ++i) {
        Other& other = others_[i];
        while (other.is_ready && other.under_way < other.hello.threads) {
            const auto id = queue.next();
            if (!id) return true;
            ranks_.send(
                i + 1,
                RankTag::work,
                bytes_of_message(
                    RankWork{task.study, *id, id->draw < task.microdata_draws, task.burn_ins}));
            ++other.under_way;
        }
    }
    return queue.is_used_up();
}

void RankPool::tell_to_stop() {
    for (std::size_t i = 0; i < others_.size(); ++i) {
        if (!others_[i].is_ready || others_[i].is_told_to_stop) continue;
        ranks_.send(i + 1, RankTag::stop);
        others_[i].is_told_to_stop = true;
    }
}

bool RankPool::is_all_back() const {
    return std::ranges::all_of(others_, [](const Other& other) {
        return other.is_ready && other.under_way == 0;
    });
}

std::string RankPool::name_of(std::size_t rank) const {
    const std::string& host = others_[rank - 1].hello.host;
    return host.empty() ? fmt::format("rank {}", rank) : fmt::format("rank {} on {}", rank, host);
}

}  // namespace cantiere
