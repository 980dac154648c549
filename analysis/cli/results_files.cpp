#include "analysis/cli/results_files.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "outputs/results_error.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/file_source.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

bool is_plain_name(const std::string& text) {
    return text.find('/') == std::string::npos && !fs::path(text).has_extension();
}

std::vector<std::string> results_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const std::string& name : disk_files().list(folder.empty() ? "" : folder.string() + "/")) {
        if (name.ends_with(".h5")) names.push_back(name);
    }
    return names;
}

/// How the results of a study come about, where it is known; nothing otherwise.
std::string run_of(const std::string& study) {
    std::error_code ignored;
    const fs::path results = default_results(study);
    const std::string own = study + ".toml";
    const bool is_own = fs::is_regular_file(own, ignored);
    const std::vector<std::string> shipped = shipped_studies();
    if (!is_own && std::ranges::find(shipped, study) == shipped.end()) return "";
    const std::string command = "cantiere run " + (is_own ? own : study);
    const std::string part = results.string() + ".part";
    if (!fs::exists(part, ignored)) return "make it with " + command;
    return fmt::format("a run has begun, in {}: {} --resume goes on with it", part, command);
}

/// A name alone: results of a study, in their default place.
[[noreturn]] void report_missing_of_study(const std::string& study) {
    const fs::path results = default_results(study);
    std::vector<std::string> candidates = shipped_studies();
    for (const std::string& name : results_in(results.parent_path())) {
        candidates.push_back(fs::path(name).stem().string());
    }
    const std::string run = run_of(study);
    throw ResultsError(
        study,
        "there are no such results",
        fmt::format("neither a file {} nor {} is there", study, results.string()),
        run.empty() ? did_you_mean(study, candidates, "make some with cantiere run STUDY") : run);
}

[[noreturn]] void report_missing(const std::string& named) {
    const fs::path path(named);
    throw ResultsError(named,
                       "there is no such file",
                       "it should be a results file of cantiere run",
                       did_you_mean(path.filename().string(),
                                    results_in(path.parent_path()),
                                    "make one with cantiere run STUDY"));
}

/// Reads a file and says so when nothing tells whether its bytes are those that were written.
Results read_and_tell(const fs::path& path, const Context& context) {
    Results results = read_results(path);
    if (results.is_sealed()) return results;
    const std::string text = fmt::format(
        fmt::runtime(in_language(
            context.language(),
            "{}: the file does not end with its checksum (another program wrote it again, or it "
            "was cut): whether its numbers are those written cannot be checked; cantiere verify "
            "runs it again and compares",
            "{}: il file non termina con la sua somma di controllo (un altro programma l'ha "
            "riscritto, o è stato troncato): non si può verificare che i suoi numeri siano quelli "
            "scritti; cantiere verify lo rifà e confronta")),
        path.string());
    if (context.json()) {
        context.note(text);
    } else {
        context.warn(text);
    }
    return results;
}

}  // namespace

fs::path default_results(const std::string& study) {
    std::error_code ignored;
    const bool in_checkout =
        fs::is_directory("outputs/runs", ignored) && fs::is_directory("scenarios/studies", ignored);
    return fs::path(in_checkout ? "outputs/runs" : "") / (study + ".h5");
}

bool is_named_as(const fs::path& file, std::initializer_list<std::string_view> endings) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return std::ranges::find(endings, ending) != endings.end();
}

void refuse_names_of_others(const std::string& output) {
    std::error_code ignored;
    if (fs::exists(output, ignored)) return;  // what is there is looked at itself
    if (!is_named_as(output, {".csv", ".pdf", ".html", ".json", ".toml"})) return;
    throw UsageError(fmt::format("-o is {}, and results are HDF5", output),
                     fmt::format("write -o {}; cantiere export writes tables, report a page",
                                 fs::path(output).replace_extension(".h5").string()));
}

Results open_results(const std::string& named, const Context& context) {
    std::error_code failure;
    const fs::file_status status = fs::status(named, failure);
    if (status.type() != fs::file_type::not_found) {
        return read_and_tell(named, context);
    }
    if (is_plain_name(named) && fs::exists(default_results(named), failure)) {
        return read_and_tell(default_results(named), context);
    }
    if (is_plain_name(named)) report_missing_of_study(named);
    report_missing(named);
}

}  // namespace cantiere
