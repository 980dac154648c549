#include "scenarios/evidence.h"

#include "scenarios/csv.h"

namespace cantiere {
namespace {

void add_keys(const std::string& folder, const FileSource& source, std::set<std::string>& keys) {
    for (const std::string& name : source.list(folder)) {
        if (!name.ends_with(".csv")) {
            continue;
        }
        FileText read = source.read(folder + name);
        if (read.state != FileState::read) {
            continue;
        }
        Problems of_catalogue;  // told by the tests of the catalogue, not to the study's author
        const CsvTable table = parse_csv(
            std::make_shared<const SourceFile>(SourceFile{folder + name, std::move(read.text)}),
            of_catalogue);
        const std::optional<std::size_t> key = table.column("key");
        for (const CsvRow& row : table.rows) {
            if (key) {
                keys.insert(row.cells[*key]);
            }
        }
    }
}

}  // namespace

EvidenceCatalogue read_evidence(const std::string& study_path, const FileSource& source) {
    std::set<std::string> keys;
    add_keys(std::string(shipped_prefix) + "evidence/", source, keys);
    add_keys(path_from(study_path, "evidence/"), source, keys);
    add_keys(path_from(study_path, "../evidence/"), source, keys);
    return EvidenceCatalogue(std::move(keys));
}

}  // namespace cantiere
