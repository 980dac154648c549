#include "analysis/serve/study_shelf.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::string_view toml = ".toml";
constexpr std::string_view shipped_studies_folder = "studies/";

std::vector<std::string> stems(const std::vector<std::string>& names) {
    std::vector<std::string> list;
    for (const std::string& name : names) {
        if (name.ends_with(toml)) list.push_back(name.substr(0, name.size() - toml.size()));
    }
    return list;
}

std::vector<std::string> shipped_ids() {
    return stems(disk_files().list(fmt::format("{}{}", shipped_prefix, shipped_studies_folder)));
}

bool is_among(const std::vector<std::string>& list, const std::string& one) {
    return std::ranges::find(list, one) != list.end();
}

ApiJson entry_json(const std::string& id, const Study& study, Language language) {
    ApiJson scenarios = ApiJson::array();
    for (const Scenario& one : study.scenarios) {
        scenarios.push_back({{"id", one.id},
                             {"title", in_language(language, one.title.en, one.title.it)},
                             {"base", study.scenarios[one.base].id}});
    }
    return {{"id", id},
            {"title", in_language(language, study.title.en, study.title.it)},
            {"scenarios", scenarios},
            {"draws", study.experiment.draws},
            {"replicates", study.experiment.replicates},
            {"months", study.horizon.months},
            {"seed", study.experiment.seed}};
}

}  // namespace

StudyOptions at_values() {
    StudyOptions options;
    options.files = remembering(disk_files());
    options.overrides.draws = 1;
    options.overrides.replicates = 1;
    return options;
}

std::vector<std::string> StudyShelf::ids() const {
    std::vector<std::string> list = stems(folder_.names(toml));
    for (const std::string& id : shipped_ids()) {
        if (!is_among(list, id)) list.push_back(id);
    }
    return list;
}

std::string StudyShelf::reference(const std::string& id) const {
    if (is_plain_file_name(id)) {
        std::string name = id + std::string(toml);
        if (is_among(folder_.names(toml), name)) return name;
        if (is_among(shipped_ids(), id)) {
            return fmt::format("{}{}{}", shipped_prefix, shipped_studies_folder, name);
        }
    }
    throw ApiError(404,
                   "missing-file",
                   fmt::format("there is no study \"{}\"", id),
                   "studies are those of the folder and those that come with the program",
                   did_you_mean(id, ids(), "take one of the list of studies"));
}

std::string StudyShelf::path(const std::string& id) const {
    const std::string named = reference(id);
    return named.starts_with(shipped_prefix)
               ? (std::filesystem::path(data_folder()) / named.substr(shipped_prefix.size()))
                     .string()
               : folder_.place(named).string();
}

Study StudyShelf::read(const std::string& path, const StudyOptions& options) {
    StudyReading reading = read_study(path, options);
    if (!reading.study) throw InputError(std::move(reading.problems));
    return std::move(*reading.study);
}

const StudyShelf::Entry& StudyShelf::entry(const std::string& id) {
    const std::string at = path(id);
    std::error_code failure;
    const auto written = std::filesystem::last_write_time(at, failure);
    const auto found = entries_.find(at);
    if (found != entries_.end() && found->second.written == written) return found->second;
    Entry made{written, nullptr, nullptr};
    const StudyReading reading = read_study(at);
    if (reading.study) {
        made.english = entry_json(id, *reading.study, Language::english);
        made.italian = entry_json(id, *reading.study, Language::italian);
    }
    return entries_[at] = std::move(made);
}

ApiJson StudyShelf::list(Language language) {
    ApiJson list = ApiJson::array();
    for (const std::string& id : ids()) {
        const Entry& one = entry(id);
        const ApiJson& text = language == Language::italian ? one.italian : one.english;
        if (!text.is_null()) list.push_back(text);
    }
    return list;
}

}  // namespace cantiere
