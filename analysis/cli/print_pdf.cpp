#include "analysis/cli/print_pdf.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/exploration/command_runs.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

constexpr std::array browsers{"chromium",
                              "chromium-browser",
                              "google-chrome",
                              "google-chrome-stable"};
constexpr double patience_seconds = 120.0;

bool can_run(const fs::path& program) { return ::access(program.c_str(), X_OK) == 0; }

/// Finds a program of the search path; empty where there is none.
fs::path found_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return can_run(name) ? fs::path(name) : fs::path();
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        fs::path program = fs::path(folder) / name;
        if (can_run(program)) return program;
    }
    return {};
}

fs::path browser() {
    if (const char* const named = std::getenv("CANTIERE_BROWSER")) return found_program(named);
    for (const char* const name : browsers) {
        fs::path program = found_program(name);
        if (!program.empty()) return program;
    }
    return {};
}

/// A profile of its own, deleted afterwards: the user's browser may be running.
class Profile {
  public:
    Profile() : path_(fs::temp_directory_path() / fmt::format("cantiere-browser-{}", ::getpid())) {
        fs::create_directories(path_);
    }
    ~Profile() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::vector<std::string> words_of(const fs::path& program,
                                  const Profile& profile,
                                  const fs::path& page,
                                  const fs::path& pdf) {
    std::vector<std::string> words{program.string(),
                                   "--headless",
                                   "--disable-gpu",
                                   "--no-first-run",
                                   "--no-pdf-header-footer",
                                   "--user-data-dir=" + profile.path().string(),
                                   "--print-to-pdf=" + pdf.string(),
                                   "file://" + fs::absolute(page).string()};
    // The sandbox of a browser does not start as root.
    if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
    return words;
}

}  // namespace

Printed print_pdf(const fs::path& page, const fs::path& pdf) {
    const fs::path program = browser();
    if (program.empty()) {
        return {false,
                "no PDF: there is no Chromium (Debian: apt-get install chromium), or name a "
                "browser in CANTIERE_BROWSER"};
    }
    const Profile profile;
    const fs::path pending = fs::absolute(pdf).string() + ".part";
    CommandLine command;
    command.words = words_of(program, profile, page, pending);
    command.timeout_seconds = patience_seconds;
    const CommandResult result = run_commands(command, {""}, 1, {}).front();
    std::error_code error;
    const bool made = result.end == CommandEnd::exited && result.code == 0 &&
                      fs::file_size(pending, error) > 0 && !error;
    if (made) fs::rename(pending, pdf, error);
    if (made && !error) return {true, ""};
    fs::remove(pending, error);
    return {false,
            fmt::format("no PDF: {} could not print the page; print it from a browser",
                        program.string())};
}

}  // namespace cantiere
