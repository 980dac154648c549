#include "analysis/cli/text_files.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "outputs/results_error.h"

namespace cantiere {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure || !fs::is_directory(folder, failure)) {
        throw ResultsError(folder.string(),
                           "the folder cannot be made",
                           failure ? failure.message() : "a file of this name is in the way",
                           "give another folder with -o");
    }
}

void refuse_existing(const std::vector<fs::path>& paths) {
    std::error_code ignored;
    for (const fs::path& path : paths) {
        if (fs::exists(path, ignored)) {
            throw ResultsError(path.string(),
                               "the file exists already",
                               "nothing is overwritten unasked",
                               "give another folder, or --overwrite");
        }
    }
}

void write_text_file(const fs::path& path, std::string_view text) {
    fs::path temporary = path;
    temporary += ".tmp";
    errno = 0;
    std::ofstream stream(temporary, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) {
        const int error = errno;
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw_system_error(path.string(), "write the file", error == 0 ? EIO : error);
    }
    std::error_code failure;
    fs::rename(temporary, path, failure);
    if (failure) {
        throw_system_error(path.string(), "write the file", failure.value());
    }
}

}  // namespace cantiere
