#include "outputs/results_error.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace cantiere {

ResultsError::ResultsError(std::string path, std::string what, std::string why, std::string remedy)
    : std::runtime_error(fmt::format("{}: {} ({}); {}", path, what, why, remedy)),
      path_(std::move(path)),
      problem_(std::move(what)),
      why_(std::move(why)),
      remedy_(std::move(remedy)) {}

void throw_system_error(std::string_view path, std::string_view action, int error) {
    const std::string place(path);
    const std::string what = fmt::format("cannot {}", action);
    const std::string reason = std::generic_category().message(error);
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            throw ResultsError(place,
                               fmt::format("{}: the disk is full", what),
                               fmt::format("{}; no finished block is lost", reason),
                               "free some space and run the same command again: it goes on from "
                               "where it stopped");
        case ENOENT:
            throw ResultsError(place,
                               what,
                               reason,
                               "check the name, or create the folder it is to be in");
        case EACCES:
        case EPERM:
        case EROFS:
            throw ResultsError(place,
                               what,
                               reason,
                               "choose a folder you may write to, with -o FILE");
        case EISDIR:
        case ENOTDIR:
            throw ResultsError(place, what, reason, "give the name of a file in a folder");
        default:
            throw ResultsError(place, what, reason, "check the disk and the folder, and try again");
    }
}

}  // namespace cantiere
