#include <omp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/study_files.h"
#include "analysis/number_text.h"
#include "cantiere_version.h"
#include "scenarios/available_memory.h"
#include "scenarios/ranks.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

enum class Health { ok, warning, failure };

struct Finding {
    std::string what;
    Health health = Health::ok;
    std::string found;
    std::string advice;
};

std::string_view name(Health health) {
    switch (health) {
        case Health::ok:
            return "ok";
        case Health::warning:
            return "warning";
        case Health::failure:
            break;
    }
    return "failure";
}

constexpr double gib = 1024.0 * 1024.0 * 1024.0;

Finding check_cores() {
    return {"processor",
            Health::ok,
            fmt::format("{} threads (OpenMP), {} cores online",
                        omp_get_max_threads(),
                        ::sysconf(_SC_NPROCESSORS_ONLN)),
            "limit them with -j N or OMP_NUM_THREADS"};
}

Finding check_memory(Language language) {
    const AvailableMemory available = available_memory();
    const double free = available.bytes;
    return {
        "memory",
        free < gib ? Health::warning : Health::ok,
        fmt::format("{} GiB available ({})", number_text(free / gib, 1, language), available.limit),
        "each thread runs a block: cantiere run takes fewer threads where it is short"};
}

/// Open MPI runs nothing for root, and no more processes than cores, unless told to.
std::string mpirun_text() {
    const bool is_root = ::geteuid() == 0;
    return fmt::format("mpirun {}cantiere run shares blocks among processes{}",
                       is_root ? "--allow-run-as-root " : "",
                       is_root ? " (you are root; --oversubscribe for more than cores)" : "");
}

Finding check_ranks() {
    return {"several processes",
            Health::ok,
            Ranks::is_built_in() ? mpirun_text() : "built without MPI",
            "install libboost-mpi-dev and libopenmpi-dev and build again, or use --shard"};
}

Finding check_packs() {
    const std::string folder = data_folder();
    const std::vector<std::string> studies = shipped_studies();
    if (studies.empty()) {
        return {"packs",
                Health::failure,
                folder.empty() ? "not found" : folder + ": no studies",
                "set CANTIERE_DATA to the folder that holds studies, territories, laws ..."};
    }
    return {"packs", Health::ok, fmt::format("{}: {} studies", folder, studies.size()), ""};
}

/// Tries to write where results go by default.
Finding check_output(Language language) {
    const fs::path folder = fs::absolute(default_results("x")).parent_path();
    const fs::path probe = folder / fmt::format(".cantiere-probe-{}", ::getpid());
    std::ofstream stream(probe);
    stream << "x" << std::flush;
    const bool written = stream.good();
    stream.close();
    std::error_code ignored;
    fs::remove(probe, ignored);
    if (!written) {
        return {"results folder",
                Health::failure,
                folder.string() + " cannot be written",
                "give another place with -o FILE"};
    }
    const fs::space_info space = fs::space(folder, ignored);
    const auto free = static_cast<double>(space.available);
    return {"results folder",
            free < gib ? Health::warning : Health::ok,
            fmt::format("{}: {} GiB free", folder.string(), number_text(free / gib, 1, language)),
            "results of a study take some megabytes; free space where it is short"};
}

Finding check_file_size() {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const bool unlimited = limit.rlim_cur == RLIM_INFINITY;
    return {"file size",
            unlimited ? Health::ok : Health::warning,
            unlimited ? "not limited" : fmt::format("limited to {} bytes", limit.rlim_cur),
            "raise it with ulimit -f unlimited"};
}

/// Looks a program up along $PATH.
std::string program_path(const std::string& name) {
    const char* stated = std::getenv("PATH");
    const std::string path = stated == nullptr ? "" : stated;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        const fs::path candidate = fs::path(path.substr(begin, end - begin)) / name;
        if (::access(candidate.c_str(), X_OK) == 0) {
            return candidate.string();
        }
        begin = end + 1;
    }
    return "";
}

Finding check_program(const std::string& name, const std::string& use) {
    const std::string path = program_path(name);
    return {name,
            path.empty() ? Health::warning : Health::ok,
            path.empty() ? "not found" : path,
            path.empty() ? use : ""};
}

std::vector<Finding> examine(Language language) {
    return {{"program", Health::ok, fmt::format("{} ({})", program_version, git_commit), ""},
            check_cores(),
            check_memory(language),
            check_ranks(),
            check_packs(),
            check_output(language),
            check_file_size(),
            check_program("ncdump", "only to look into results: apt install netcdf-bin")};
}

ExitCode doctor(const Context& context) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    TextTable table({"", "", context.told("found"), context.told("advice")});
    for (const std::size_t column : {1U, 2U, 3U}) {
        table.flush_left(column);
    }
    bool sound = true;
    for (const Finding& finding : examine(context.language())) {
        sound = sound && finding.health != Health::failure;
        const std::string what = context.told(finding.what);
        const std::string found = context.told(finding.found);
        const std::string advice = context.told(finding.advice);
        list.push_back({{"what", what},
                        {"status", name(finding.health)},
                        {"found", found},
                        {"advice", advice}});
        table.add({what,
                   context.told(name(finding.health)),
                   found,
                   finding.health == Health::ok ? "" : advice});
    }
    if (context.json()) {
        context.result_json({{"ok", sound}, {"checks", list}});
    } else {
        context.result(table.text(context.layout()));
    }
    return sound ? ExitCode::ok : ExitCode::run_failed;
}

Action declare_doctor(CLI::App&) {
    return [](const Context& context) { return doctor(context); };
}

}  // namespace

Command doctor_command() {
    return {"doctor",
            "check this machine: processor, memory, packs, places to write",
            "Exit code 1 where something needed is missing.\n"
            "JSON: {ok, checks: [{what, status, found, advice}]}.",
            "cantiere doctor",
            declare_doctor};
}

}  // namespace cantiere
