#include "analysis/cli/open_browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

namespace cantiere {
namespace {

namespace fs = std::filesystem;

bool has_screen() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

/// Writes a file of a new name that its owner alone can read; empty where it cannot be.
fs::path private_file(const std::string& text) {
    constexpr int length_of_ending = 5;
    std::error_code failure;
    std::string name = (fs::temp_directory_path(failure) / "cantiere-XXXXXX.html").string();
    const int file = ::mkstemps(name.data(), length_of_ending);
    if (file < 0) return {};
    const bool whole = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(file);
    if (whole) return name;
    fs::remove(name, failure);
    return {};
}

/// Starts xdg-open by a shell that ends at once, so that nobody has to wait for the browser.
void open_file(const fs::path& path) {
    const std::string command = "xdg-open \"$0\" >/dev/null 2>&1 </dev/null &";
    std::string file = path.string();
    std::array<std::string, 3> words{"sh", "-c", command};
    std::array<char*, 5> arguments{words[0].data(),
                                   words[1].data(),
                                   words[2].data(),
                                   file.data(),
                                   nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, "sh", nullptr, nullptr, arguments.data(), environ) == 0) {
        ::waitpid(child, nullptr, 0);
    }
}

}  // namespace

SecretPage::SecretPage(const std::string& address) {
    if (!has_screen()) return;
    path_ = private_file(
        fmt::format("<!doctype html><meta charset=\"utf-8\"><title>Cantiere</title>"
                    "<meta http-equiv=\"refresh\" content=\"0;url={0}\"><a href=\"{0}\">{0}</a>",
                    address));
    if (!path_.empty()) open_file(path_);
}

SecretPage::~SecretPage() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
}

}  // namespace cantiere
