#include "scenarios/block_queue.h"

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

using Clock = BlockQueue::Clock;

/// A queue of five blocks under a limit, and a clock that the test moves.
struct LimitedQueue {
    Clock::time_point now{};
    BlockQueue queue;

    explicit LimitedQueue(Clock::duration limit)
        : queue({{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}}, Clock::time_point{} + limit, [this] {
              return now;
          }) {}
};

}  // namespace

TEST_CASE("A queue hands out every block once, in order") {
    BlockQueue queue({{0, 0}, {0, 1}}, std::nullopt);
    CHECK(queue.next() == BlockId{0, 0});
    CHECK_FALSE(queue.is_used_up());
    CHECK(queue.next() == BlockId{0, 1});
    CHECK(queue.is_used_up());
    CHECK_FALSE(queue.next());
    CHECK(queue.end() == QueueEnd::none_left);
}

TEST_CASE("No block is begun after the limit") {
    LimitedQueue limited(std::chrono::seconds(10));
    CHECK(limited.queue.next());
    limited.now += std::chrono::seconds(10);
    CHECK_FALSE(limited.queue.next());
    CHECK(limited.queue.end() == QueueEnd::out_of_time);
    CHECK_FALSE(limited.queue.is_stopped());  // what is under way goes on
}

TEST_CASE("No block is begun that would end after the limit by the longest so far") {
    LimitedQueue limited(std::chrono::seconds(10));
    CHECK(limited.queue.next());
    limited.now += std::chrono::seconds(4);
    limited.queue.finished(std::chrono::seconds(4));
    CHECK(limited.queue.next());
    limited.now += std::chrono::seconds(2);
    limited.queue.finished(std::chrono::seconds(2));
    CHECK(limited.queue.next());  // 6 + 4 is not beyond
    limited.now += std::chrono::seconds(1);
    CHECK_FALSE(limited.queue.next());
    CHECK(limited.queue.end() == QueueEnd::out_of_time);
}

TEST_CASE("A stop ends a queue for good") {
    BlockQueue queue({{0, 0}, {0, 1}}, std::nullopt);
    queue.stop();
    CHECK(queue.is_stopped());
    CHECK(queue.is_used_up());
    CHECK_FALSE(queue.next());
}
