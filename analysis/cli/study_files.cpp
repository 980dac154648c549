#include "analysis/cli/study_files.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "analysis/catalogue/told_problems.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::string_view extension = ".toml";

bool is_study_id(const std::string& text) {
    return text.find('/') == std::string::npos && !text.ends_with(extension);
}

}  // namespace

std::vector<std::string> shipped_studies() {
    const FileSource files = disk_files();
    std::vector<std::string> ids;
    for (const std::string& name : files.list(std::string(shipped_prefix) + "studies/")) {
        if (name.ends_with(extension)) {
            ids.push_back(name.substr(0, name.size() - extension.size()));
        }
    }
    return ids;
}

std::string counted(std::size_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string study_path(const std::string& named) {
    std::error_code ignored;
    if (!is_study_id(named) || std::filesystem::is_regular_file(named, ignored)) {
        return named;
    }
    const std::vector<std::string> ids = shipped_studies();
    if (std::find(ids.begin(), ids.end(), named) != ids.end()) {
        return (std::filesystem::path(data_folder()) / "studies" / (named + std::string(extension)))
            .string();
    }
    if (std::filesystem::is_directory(named, ignored)) {
        throw InputError(single_problem("is-a-folder",
                                        named,
                                        "this is a folder",
                                        "a study is a file",
                                        "name a TOML file in it"));
    }
    throw InputError(single_problem(
        "missing-file",
        "",
        fmt::format("there is no study \"{}\"", named),
        ids.empty() ? "shipped studies are in the program's packs, and none were found"
                    : fmt::format("the shipped studies are {}", one_of(ids)),
        ids.empty() ? without_packs_text()
                    : did_you_mean(named, ids, "name a study file, or one of these")));
}

Study study_or_throw(StudyReading reading, const Context& context) {
    if (!reading.study) {
        throw InputError(std::move(reading.problems));
    }
    const std::vector<Problem>& all = reading.problems.list();
    const auto warnings = std::count_if(all.begin(), all.end(), [](const Problem& problem) {
        return problem.severity == Severity::warning;
    });
    if (context.is_verbose()) {
        context.detail(problems_text(reading.problems, context));
    } else if (warnings > 0) {
        context.note(fmt::format("{}: {}; cantiere check {} shows them",
                                 reading.study->path,
                                 counted(static_cast<std::size_t>(warnings), "warning"),
                                 reading.study->path));
    }
    return std::move(*reading.study);
}

std::string problems_text(const Problems& problems, const Context& context) {
    const Problems all = told(problems, context.language());
    std::string result;
    for (Problem problem : all.list()) {
        if (problem.severity != Severity::error) {  // only errors have no word before them
            const bool is_warning = problem.severity == Severity::warning;
            problem.what = context.told(is_warning ? "warning" : "note") + ": " + problem.what;
            problem.severity = Severity::error;
        }
        result += text(problem) + "\n";
    }
    return result;
}

void tell_problems(const Problems& problems, const Context& context) {
    context.warn_as_is(context.json() ? json(told(problems, context.language()))
                                      : problems_text(problems, context));
}

Problems single_problem(const std::string& code,
                        const std::string& path,
                        const std::string& what,
                        const std::string& why,
                        const std::string& fix) {
    Problems problems;
    problems.error(code, path.empty() ? Place{} : place_of(path), what, why, fix);
    return problems;
}

}  // namespace cantiere
