#pragma once
/// Work for a fixed number of threads, with a fixed number of places to wait.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cantiere {

class BoundedQueue {
  public:
    BoundedQueue(std::size_t threads, std::size_t places);
    ~BoundedQueue();
    BoundedQueue(const BoundedQueue&) = delete;
    BoundedQueue& operator=(const BoundedQueue&) = delete;

    /// Takes work; false, and nothing is kept, when all places are taken.
    bool offer(std::function<void()> work);

    /// Does the work that waits, and ends the threads.
    void finish();

  private:
    void serve();

    std::mutex mutex_;
    std::condition_variable has_changed_;
    std::deque<std::function<void()>> waiting_;
    std::size_t places_;
    bool is_finished_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace cantiere
