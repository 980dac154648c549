#include "analysis/serve/bounded_queue.h"

#include <utility>

namespace cantiere {

BoundedQueue::BoundedQueue(std::size_t threads, std::size_t places) : places_(places) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

BoundedQueue::~BoundedQueue() { finish(); }

bool BoundedQueue::offer(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (is_finished_ || waiting_.size() >= places_) return false;
        waiting_.push_back(std::move(work));
    }
    has_changed_.notify_one();
    return true;
}

void BoundedQueue::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_finished_ = true;
    }
    has_changed_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void BoundedQueue::serve() {
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            has_changed_.wait(lock, [this] { return is_finished_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace cantiere
