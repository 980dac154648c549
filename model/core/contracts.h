#pragma once
/// Contracts: failures that are our own mistake, never the user's.

#include <source_location>
#include <stdexcept>

namespace cantiere {

/// Signals that the program broke one of its own promises; names the place and the promise.
class ContractViolation : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

namespace detail {

/// Throws the ContractViolation of a failed `kind` ("expects" or "ensures") at `place`.
[[noreturn]] void report_violation(const char* kind, const char* what, std::source_location place);

}  // namespace detail

/// Checks what a function needs from its caller; throws ContractViolation.
constexpr void expects(bool condition,
                       const char* what,
                       std::source_location place = std::source_location::current()) {
    if (!condition) [[unlikely]] {
        detail::report_violation("expects", what, place);
    }
}

/// Checks what a function promises to its caller; throws ContractViolation.
constexpr void ensures(bool condition,
                       const char* what,
                       std::source_location place = std::source_location::current()) {
    if (!condition) [[unlikely]] {
        detail::report_violation("ensures", what, place);
    }
}

}  // namespace cantiere
