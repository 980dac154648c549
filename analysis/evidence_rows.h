#pragma once
/// The rows of the evidence catalogue: what a source key of a number stands for.

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "scenarios/file_source.h"

namespace cantiere {

/// A row as it stands in its table; empty cells are empty texts.
struct EvidenceRow {
    std::string key;
    std::string value, low, high, unit, year;
    std::string territory;  // where it was seen
    std::string quality;    // "found", "derived", "assumed" ...
    std::string source;     // the citation
    std::string file;       // "costs.csv"
};

using EvidenceRows = std::map<std::string, EvidenceRow>;

/// Reads every table of a folder ("shipped:evidence/") that has a column `key`; of two rows of one
/// key the first is kept. Without the folder there are none.
EvidenceRows evidence_rows(const std::string& folder, const FileSource& files);

/// Reads the catalogue that comes with the program.
EvidenceRows shipped_evidence();

/// Tells a row: key and table, value with range and unit, year and place, quality, citation.
std::string evidence_text(const EvidenceRow& row, Language language, const Layout& layout);

/// `{key, value, low, high, unit, year, territory, quality, source, file}`: texts; null where
/// empty.
nlohmann::ordered_json evidence_json(const EvidenceRow& row);

}  // namespace cantiere
