#pragma once
/// A mistake on the command line.

#include <stdexcept>
#include <string>
#include <utility>

namespace cantiere {

/// Reports what is wrong on the command line and how to mend it.
class UsageError : public std::runtime_error {
  public:
    UsageError(const std::string& what, std::string fix)
        : std::runtime_error(what), fix_(std::move(fix)) {}

    const std::string& fix() const { return fix_; }

  private:
    std::string fix_;
};

}  // namespace cantiere
