#include "analysis/text_files.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "outputs/results_error.h"

namespace cantiere {

namespace fs = std::filesystem;

namespace {

fs::path temporary(const fs::path& path) { return path.string() + ".tmp"; }

[[noreturn]] void throw_unwritten(const fs::path& path, int error) {
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw ResultsError(
        path.string(),
        full ? "it cannot be written: the disk is full" : "it cannot be written",
        std::generic_category().message(error) + "; none of the files was made",
        full ? "free some space, or give another folder" : "give a folder you may write to");
}

}  // namespace

void make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure || !fs::is_directory(folder, failure)) {
        throw ResultsError(folder.string(),
                           "the folder cannot be made",
                           failure ? failure.message() : "a file of this name is in the way",
                           "give another folder");
    }
}

void refuse_existing(const std::vector<fs::path>& paths, const std::string& remedy) {
    std::error_code ignored;
    for (const fs::path& path : paths) {
        if (fs::exists(path, ignored)) {
            throw ResultsError(path.string(),
                               "the file exists already",
                               "nothing is overwritten unasked",
                               remedy);
        }
    }
}

PendingFiles::~PendingFiles() {
    std::error_code ignored;
    for (const fs::path& path : paths_) {
        fs::remove(temporary(path), ignored);
    }
}

void PendingFiles::add(const fs::path& path, std::string_view text) {
    paths_.push_back(path);
    errno = 0;
    std::ofstream stream(temporary(path), std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) {
        throw_unwritten(path, errno == 0 ? EIO : errno);
    }
}

void PendingFiles::finish() {
    for (const fs::path& path : paths_) {
        std::error_code failure;
        fs::rename(temporary(path), path, failure);
        if (failure) {
            throw_unwritten(path, failure.value());
        }
    }
    paths_.clear();
}

}  // namespace cantiere
