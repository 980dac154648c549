#include "scenarios/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace cantiere {
namespace {

// A signal handler can reach nothing but a global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> signals_received{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int) {
    if (signals_received.fetch_add(1) > 0) {
        _exit(interrupted_exit_code);
    }
}

}  // namespace

InterruptGuard::InterruptGuard() {
    signals_received = 0;
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

InterruptGuard::~InterruptGuard() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool InterruptGuard::requested() { return signals_received.load() > 0; }

}  // namespace cantiere
