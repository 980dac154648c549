#include "outputs/results_error.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace cantiere {
namespace {

std::string_view reading_remedy(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return "take the right to read it and to enter its folders (chmod u+rX), or ask their "
                   "owner";
        case ENOENT:
        case ENOTDIR:
            return "check the name";
        case EISDIR:
            return "give the name of a results file in it";
        default:
            return "check the disk, or copy the file again from its source";
    }
}

std::string_view writing_remedy(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a folder you may write to, with -o FILE";
        case ENOENT:
            return "choose a folder that takes files, with -o FILE";
        case EISDIR:
        case ENOTDIR:
            return "give the name of a file in a folder, with -o FILE";
        case ENAMETOOLONG:
            return "give a shorter name, with -o FILE";
        default:
            return "check the disk and the folder, and try again";
    }
}

}  // namespace

ResultsError::ResultsError(std::string path, std::string what, std::string why, std::string remedy)
    : std::runtime_error(fmt::format("{}: {} ({}); {}", path, what, why, remedy)),
      path_(std::move(path)),
      problem_(std::move(what)),
      why_(std::move(why)),
      remedy_(std::move(remedy)) {}

void throw_system_error(std::string_view path, std::string_view action, int error, Intent intent) {
    const std::string place(path);
    const std::string what = fmt::format("cannot {}", action);
    const std::string reason = std::generic_category().message(error);
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        throw ResultsError(place,
                           fmt::format("{}: the disk is full", what),
                           fmt::format("{}; no finished block is lost", reason),
                           "free some space and run the same command again: it goes on from "
                           "where it stopped");
    }
    const std::string_view remedy =
        intent == Intent::reading ? reading_remedy(error) : writing_remedy(error);
    throw ResultsError(place, what, reason, std::string(remedy));
}

}  // namespace cantiere
