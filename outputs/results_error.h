#pragma once
/// The one exception of results files: what is wrong where, why it matters, what to do.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cantiere {

/// Reports that a results file, a log or their place cannot be used.
class ResultsError : public std::runtime_error {
  public:
    ResultsError(std::string path, std::string what, std::string why, std::string remedy);

    const std::string& path() const { return path_; }
    const std::string& problem() const { return problem_; }
    const std::string& why() const { return why_; }
    const std::string& remedy() const { return remedy_; }

  private:
    std::string path_;
    std::string problem_;
    std::string why_;
    std::string remedy_;
};

/// Says what a system call was to do with a file: the advice depends on it.
enum class Intent : std::uint8_t { reading, writing };

/// Throws the error that fits a failed system call on a path, by its errno; full disks included.
[[noreturn]] void throw_system_error(std::string_view path,
                                     std::string_view action,
                                     int error,
                                     Intent intent);

}  // namespace cantiere
