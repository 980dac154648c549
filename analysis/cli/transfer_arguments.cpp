#include "analysis/cli/transfer_arguments.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::string_view pack_extension = ".toml";
constexpr std::string_view territory_folder = "territories";
constexpr std::string_view whole_country = "italy";  // no place to copy a local programme to

std::string shipped_path(std::string_view folder, const std::string& id) {
    return fmt::format("{}{}/{}{}", shipped_prefix, folder, id, pack_extension);
}

/// Lists the ids of the shipped packs of a folder.
std::vector<std::string> shipped_ids(std::string_view folder) {
    std::vector<std::string> ids;
    for (const std::string& file :
         disk_files().list(fmt::format("{}{}/", shipped_prefix, folder))) {
        if (!file.ends_with(pack_extension)) continue;
        ids.push_back(file.substr(0, file.size() - pack_extension.size()));
    }
    return ids;
}

/// Returns the path of a pack named by path, or by the id of a shipped one ("versilia").
std::string pack_path(const std::string& option,
                      std::string_view folder,
                      const std::string& named) {
    std::error_code ignored;
    if (named.starts_with(shipped_prefix)) return named;
    if (named.find('/') != std::string::npos || named.ends_with(pack_extension)) {
        if (!std::filesystem::is_regular_file(named, ignored)) {
            throw UsageError(fmt::format("{}: there is no file {}", option, named),
                             "name a pack by its path, or a shipped one by its id");
        }
        return std::filesystem::absolute(named).string();
    }
    const std::vector<std::string> ids = shipped_ids(folder);
    if (std::ranges::find(ids, named) == ids.end()) {
        throw UsageError(
            fmt::format("{} is \"{}\"", option, named),
            did_you_mean(named, ids, fmt::format("the shipped ones are {}", one_of(ids))));
    }
    return shipped_path(folder, named);
}

/// The shipped territories that have a study of their own, each with its law.
std::vector<NamedPlace> shipped_places(const ProgrammeStudy& home) {
    const std::string& here = home.study.scenarios[home.scenario].territory->id;
    const std::vector<std::string> studies = shipped_studies();
    std::vector<NamedPlace> places;
    for (const std::string& id : shipped_ids(territory_folder)) {
        const bool has_study = std::ranges::find(studies, id) != studies.end();
        if (!has_study || id == here || id == whole_country) continue;
        const StudyReading reading = read_study(study_path(id));
        if (!reading.study) continue;  // a pack in work is told by `check`
        places.push_back({id, reading.study->scenarios.front().law->path});
    }
    return places;
}

}  // namespace

StudyOptions options_there(const std::string& territory,
                           const std::string& law,
                           StudyOptions options) {
    if (!territory.empty()) {
        options.overrides.territory = pack_path("--to", territory_folder, territory);
    }
    if (!law.empty()) options.overrides.law = pack_path("--law", "laws", law);
    return options;
}

std::vector<NamedPlace> places_named(const TransferArguments& arguments,
                                     const ProgrammeStudy& home) {
    if (arguments.territories.empty()) {
        return arguments.law.empty() ? shipped_places(home)
                                     : std::vector<NamedPlace>{{"", arguments.law}};
    }
    std::vector<NamedPlace> places;
    for (const std::string& territory : arguments.territories) {
        places.push_back({territory, arguments.law});
    }
    return places;
}

std::vector<ProgrammeStudy> read_in_places(const ProgrammeStudy& home,
                                           const std::vector<NamedPlace>& places,
                                           const StudyOptions& options) {
    std::vector<ProgrammeStudy> read;
    for (const NamedPlace& place : places) {
        read.push_back(read_again(home, options_there(place.territory, place.law, options)));
    }
    return read;
}

ExportPlace export_place_of(const ProgrammeStudy& programme) {
    const Scenario& scenario = programme.study.scenarios[programme.scenario];
    return {scenario.territory->id, scenario.law->id, scenario.territory->title};
}

}  // namespace cantiere
