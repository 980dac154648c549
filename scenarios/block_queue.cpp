#include "scenarios/block_queue.h"

#include <algorithm>
#include <utility>

namespace cantiere {

BlockQueue::BlockQueue(std::vector<BlockId> blocks,
                       std::optional<Clock::time_point> deadline,
                       Now now)
    : blocks_(std::move(blocks)), deadline_(deadline), now_(std::move(now)) {}

std::optional<BlockId> BlockQueue::next() {
    const std::lock_guard lock(mutex_);
    if (end_ != QueueEnd::none_left || next_ == blocks_.size()) return std::nullopt;
    const Clock::time_point begin = now_();
    if (deadline_ && (begin >= *deadline_ || longest_ > *deadline_ - begin)) {
        end_ = QueueEnd::out_of_time;
        return std::nullopt;
    }
    return blocks_[next_++];
}

void BlockQueue::finished(Clock::duration took) {
    const std::lock_guard lock(mutex_);
    longest_ = std::max(longest_, took);
}

void BlockQueue::stop() {
    const std::lock_guard lock(mutex_);
    end_ = QueueEnd::stopped;
}

bool BlockQueue::is_used_up() const {
    const std::lock_guard lock(mutex_);
    return end_ != QueueEnd::none_left || next_ == blocks_.size();
}

bool BlockQueue::is_stopped() const { return end() == QueueEnd::stopped; }

QueueEnd BlockQueue::end() const {
    const std::lock_guard lock(mutex_);
    return end_;
}

}  // namespace cantiere
