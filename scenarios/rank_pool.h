#pragma once
/// The other processes of a command, as the first one sees them: it hands out blocks to them and
/// takes what they give.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "scenarios/block_queue.h"
#include "scenarios/rank_messages.h"
#include "scenarios/ranks.h"

namespace cantiere {

/// What the blocks of one study are, for all processes.
struct RankTask {
    std::size_t study = 0;  // its place on the command line
    Fingerprint inputs{};
    BlockShape shape;
    std::size_t microdata_draws = 0;
    BurnInUse burn_ins = BurnInUse::forked;
};

class RankPool {
  public:
    using Keep = std::function<void(BlockId, BlockRun)>;

    /// Takes the place of the first process; the others come when they are ready.
    explicit RankPool(Ranks& ranks);

    /// Lets the others end.
    ~RankPool();
    RankPool(const RankPool&) = delete;
    RankPool& operator=(const RankPool&) = delete;

    std::size_t count() const { return others_.size() + 1; }
    std::size_t count_here() const { return ranks_.count_here(); }

    /// Hands out the blocks of a queue until it ends and all have come back. A stop of the queue
    /// makes the others give up. Throws ResultsError where another process cannot take part.
    void distribute(const RankTask& task,
                    BlockQueue& queue,
                    const Keep& keep,
                    const std::function<bool()>& stop_requested);

  private:
    struct Other {
        bool is_ready = false;
        bool is_told_to_stop = false;
        RankHello hello;
        std::size_t under_way = 0;
    };

    bool take_all(const RankTask& task, BlockQueue& queue, const Keep& keep);
    void take(const RankMessage& message,
              const RankTask& task,
              BlockQueue& queue,
              const Keep& keep);
    void greet(std::size_t rank, RankHello hello, const RankTask& task);
    void check_ready(const RankTask& task) const;
    void check(std::size_t rank, const RankTask& task) const;
    bool hand_out(const RankTask& task, BlockQueue& queue);
    void tell_to_stop();
    bool is_all_back() const;
    std::string name_of(std::size_t rank) const;

    Ranks& ranks_;
    std::vector<Other> others_;  // rank 1 and up
};

}  // namespace cantiere
