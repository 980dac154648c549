#include "analysis/cli/report_companions.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "analysis/cli/companion_files.h"
#include "analysis/cli/usage_error.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Line and column, from 1, of a byte of a text.
std::string line_and_column(const std::string& text, std::size_t byte) {
    const std::string before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const std::size_t line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string::npos ? 0 : start + 1) + 1;
    return fmt::format("{}:{}", line, column);
}

Json parsed(const std::string& option, const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    try {
        return Json::parse(text.str());
    } catch (const Json::parse_error& error) {
        throw UsageError(fmt::format("{} is {}:{}, which is no JSON",
                                     option,
                                     path.string(),
                                     line_and_column(text.str(), error.byte)),
                         "name what the command printed with --json");
    }
}

bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

void expect_file(const std::string& option, const std::string& named) {
    if (is_file(named)) return;
    throw UsageError(fmt::format("{}: there is no file {}", option, named),
                     "name what the command printed with --json");
}

[[noreturn]] void refuse_sensitivity(const std::string& named,
                                     const std::string& why,
                                     const std::string& fix) {
    throw UsageError(fmt::format("--sensitivity is {}: {}", named, why), fix);
}

/// Refuses an answer about what the report is not of.
void expect_told(const std::string& named,
                 const Json& json,
                 const std::vector<const ResultsHeader*>& studies) {
    const auto study = json["study"].get<std::string>();
    const auto found = std::ranges::find(studies, study, &ResultsHeader::study);
    if (found == studies.end()) {
        std::string known;
        for (const ResultsHeader* const one : studies) {
            known += (known.empty() ? "" : ", ") + one->study;
        }
        refuse_sensitivity(named,
                           fmt::format("it is of study {}, and the report is of {}", study, known),
                           fmt::format("give the results of {} too, or leave the file out", study));
    }
    const auto scenario = json["scenario"].get<std::string>();
    if (std::ranges::find((*found)->scenarios, scenario, &ScenarioEntry::id) ==
        (*found)->scenarios.end()) {
        refuse_sensitivity(
            named,
            fmt::format("it is of scenario {}, which the results of {} do not have",
                        scenario,
                        study),
            "run the study with that scenario, or the sensitivity with one of the results");
    }
}

Json sensitivity_of(const std::string& named, const std::vector<const ResultsHeader*>& studies) {
    expect_file("--sensitivity", named);
    Json json = parsed("--sensitivity", named);
    if (const std::string why = why_no_sensitivity(json); !why.empty()) {
        refuse_sensitivity(named,
                           why,
                           "name what `cantiere sensitivity --study STUDY --method oneway|twoway|"
                           "sobol --json` printed");
    }
    expect_told(named, json, studies);
    return json;
}

}  // namespace

Companions read_companions(const CompanionFiles& files,
                           const fs::path& folder,
                           const std::vector<const ResultsHeader*>& studies,
                           const Context& context) {
    Companions companions = companions_of(files.validation, files.transfer, folder, context);
    for (const std::string& named : files.sensitivity) {
        companions.sensitivity.push_back(sensitivity_of(named, studies));
    }
    return companions;
}

}  // namespace cantiere
