#include "analysis/cli/resolved_file.h"

#include <array>
#include <fstream>
#include <optional>

#include "analysis/cli/results_files.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/shipped_packs.h"
#include "scenarios/pack.h"

namespace cantiere {
namespace {

bool is_hdf5(const std::string& path) {
    std::array<char, 4> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "\x89HDF";
}

std::string resolved_pack(PackKind kind, const std::string& path, Origins origins) {
    const FileSource source = disk_files();
    ReadFiles files;
    Problems problems;
    const ReadingContext reading{source, files, problems};
    const PriceIndex prices = shipped_prices(reading);
    const EvidenceCatalogue evidence = read_evidence(path, source);
    const std::optional<Pack> pack =
        read_pack(kind,
                  path,
                  place_of(path),
                  {reading, prices, evidence, Evaluation{}.price_year, {1, 1}});
    if (!pack || problems.has_errors()) {
        problems.sort();
        throw InputError(problems);
    }
    return pack_text(*pack, origins);
}

}  // namespace

std::string resolved_text(const std::string& named, Origins origins, const Context& context) {
    if (is_hdf5(named)) {
        if (origins == Origins::show) {
            throw UsageError("--origin of a results file",
                             "its files are inside it: see cantiere inspect, or show the study");
        }
        return read_results(named).header().provenance.resolved_study;
    }
    const std::string path = study_path(named);
    Problems problems;
    const std::optional<std::string> kind = kind_of_file(path, disk_files(), problems);
    if (!kind) {
        throw InputError(problems);
    }
    for (const PackKind pack :
         {PackKind::territory, PackKind::law, PackKind::behaviour, PackKind::policy}) {
        if (*kind == name(pack)) {
            return resolved_pack(pack, path, origins);
        }
    }
    return study_text(study_or_throw(read_study(path), context), origins);
}

}  // namespace cantiere
