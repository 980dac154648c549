#include "analysis/shipped_packs.h"

#include <array>
#include <utility>

#include "scenarios/csv.h"

namespace cantiere {
namespace {

struct PackFolder {
    PackKind kind;
    std::string_view path;
};

constexpr std::array folders{
    PackFolder{PackKind::behaviour, "shipped:behaviour/"},
    PackFolder{PackKind::law, "shipped:laws/"},
    PackFolder{PackKind::territory, "shipped:territories/"},
    PackFolder{PackKind::policy, "shipped:policies/"},
};

}  // namespace

PriceIndex shipped_prices(const ReadingContext& reading) {
    const auto index = read_source(std::string(shipped_prefix) + "evidence/price_index.csv",
                                   "the price index",
                                   std::nullopt,
                                   reading);
    return index ? PriceIndex(parse_csv(index, reading.problems), reading.problems) : PriceIndex{};
}

std::vector<Pack> shipped_packs(int price_year) {
    const FileSource source = disk_files();
    ReadFiles files;
    Problems problems;
    const ReadingContext reading{source, files, problems};
    const PriceIndex prices = shipped_prices(reading);
    const EvidenceCatalogue evidence;  // tests check the sources of shipped packs
    std::vector<Pack> packs;
    for (const PackFolder& folder : folders) {
        for (const std::string& file : source.list(std::string(folder.path))) {
            const std::string path = std::string(folder.path) + file;
            if (!path.ends_with(".toml")) {
                continue;
            }
            std::optional<Pack> pack = read_pack(folder.kind,
                                                 path,
                                                 place_of(path),
                                                 {reading, prices, evidence, price_year, {1, 1}});
            if (pack) {
                packs.push_back(std::move(*pack));
            }
        }
    }
    return packs;
}

}  // namespace cantiere
