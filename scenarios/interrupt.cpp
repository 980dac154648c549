#include "scenarios/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace cantiere {
namespace {

// A signal handler can reach nothing but globals.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> signals_received{0};
std::atomic<const char*> notice_of_signal{nullptr};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free);
static_assert(std::atomic<const char*>::is_always_lock_free);

/// Writes with nothing but what a signal handler may call.
void write_notice() {
    const char* const text = notice_of_signal.load();
    if (text == nullptr) return;
    const int before = errno;
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, std::strlen(text));
    errno = before;
}

extern "C" void on_signal(int) {
    if (signals_received.fetch_add(1) > 0) {
        _exit(interrupted_exit_code);
    }
    write_notice();
}

}  // namespace

InterruptGuard::InterruptGuard(std::string notice) {
    signals_received = 0;
    set_notice(std::move(notice));
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

InterruptGuard::~InterruptGuard() {
    notice_of_signal = nullptr;
    // While what was asked to end is ending, another signal ends it with 130 too.
    if (requested()) return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void InterruptGuard::set_notice(std::string notice) {
    notices_.push_back(std::move(notice));
    notice_of_signal = notices_.back().c_str();
}

bool InterruptGuard::requested() { return signals_received.load() > 0; }

}  // namespace cantiere
