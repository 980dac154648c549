#pragma once
/// Ctrl-C and SIGTERM: the first asks the batch to finish its blocks, the second stops at once.

namespace cantiere {

/// Listens to SIGINT and SIGTERM as long as it lives; one at a time.
class InterruptGuard {
  public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    /// Tells whether a signal has come.
    static bool requested();
};

/// The exit code of an interrupted command.
inline constexpr int interrupted_exit_code = 130;

}  // namespace cantiere
