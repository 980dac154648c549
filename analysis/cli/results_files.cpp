#include "analysis/cli/results_files.h"

#include <fmt/format.h>

#include "outputs/results_error.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/file_source.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

bool is_plain_name(const std::string& text) {
    return text.find('/') == std::string::npos && !fs::path(text).has_extension();
}

[[noreturn]] void report_missing(const std::string& named) {
    const fs::path path(named);
    std::vector<std::string> candidates;
    for (const std::string& name : disk_files().list(path.parent_path().string())) {
        if (name.ends_with(".h5")) {
            candidates.push_back(name);
        }
    }
    throw ResultsError(
        named,
        "there is no such file",
        "it should be a results file of cantiere run",
        did_you_mean(path.filename().string(), candidates, "make one with cantiere run STUDY"));
}

/// Reads a file and says so when nothing tells whether its bytes are those that were written.
Results read_and_tell(const fs::path& path, const Context& context) {
    Results results = read_results(path);
    if (results.is_sealed()) return results;
    context.warn(fmt::format(
        fmt::runtime(in_language(
            context.language(),
            "{}: the file does not end with its checksum (another program wrote it again, or it "
            "was "
            "cut): whether its numbers are those written cannot be checked; cantiere verify runs "
            "it "
            "again and compares",
            "{}: il file non termina con la sua somma di controllo (un altro programma l'ha "
            "riscritto, o è stato troncato): non si può verificare che i suoi numeri siano quelli "
            "scritti; cantiere verify lo rifà e confronta")),
        path.string()));
    return results;
}

}  // namespace

fs::path default_results(const std::string& study) {
    std::error_code ignored;
    const bool in_checkout =
        fs::is_directory("outputs/runs", ignored) && fs::is_directory("scenarios/studies", ignored);
    return fs::path(in_checkout ? "outputs/runs" : "") / (study + ".h5");
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
    report_missing(named);
}

}  // namespace cantiere
