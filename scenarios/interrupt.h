#pragma once
/// Ctrl-C and SIGTERM: the first asks for a stop after the runs under way, the second stops at
/// once.

#include <deque>
#include <string>

namespace cantiere {

/// Listens to SIGINT and SIGTERM as long as it lives; one at a time.
class InterruptGuard {
  public:
    /// `notice` is written to standard error, as it is, when the first signal comes.
    explicit InterruptGuard(std::string notice = "");
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    /// Changes the notice of the signals to come.
    void set_notice(std::string notice);

    /// Tells whether a signal has come.
    static bool requested();

  private:
    std::deque<std::string> notices_;  // all of them: a signal may come while one is changed
};

/// The exit code of an interrupted command.
inline constexpr int interrupted_exit_code = 130;

}  // namespace cantiere
