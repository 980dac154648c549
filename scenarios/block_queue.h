#pragma once
/// The blocks that a command has still to run, handed out one by one until a stop.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "outputs/block_log.h"

namespace cantiere {

/// Why no further block is handed out.
enum class QueueEnd : std::uint8_t {
    none_left,
    stopped,     // somebody asked for it, or the batch cannot go on
    out_of_time  // the limit is reached, or would be before another block were finished
};

/// Hands blocks out in their order; any thread may ask.
class BlockQueue {
  public:
    using Clock = std::chrono::steady_clock;
    using Now = std::function<Clock::time_point()>;

    /// With a deadline, no block is begun that would end after it by the longest one so far.
    BlockQueue(std::vector<BlockId> blocks,
               std::optional<Clock::time_point> deadline,
               Now now = Clock::now);

    /// Returns the next block to run; none at the end, whose reason is kept.
    std::optional<BlockId> next();

    /// Takes how long a block has run.
    void finished(Clock::duration took);

    /// Ends the queue: what is under way is of no use any more.
    void stop();

    /// Tells whether next() would return nothing.
    bool is_used_up() const;

    /// Tells whether runs under way are to be given up.
    bool is_stopped() const;

    /// Says why blocks are left, if they are.
    QueueEnd end() const;

  private:
    mutable std::mutex mutex_;
    std::vector<BlockId> blocks_;
    std::optional<Clock::time_point> deadline_;
    Now now_;
    std::size_t next_ = 0;
    Clock::duration longest_{};
    QueueEnd end_ = QueueEnd::none_left;
};

}  // namespace cantiere
