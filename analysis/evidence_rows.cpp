#include "analysis/evidence_rows.h"

#include <memory>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "scenarios/csv.h"

namespace cantiere {
namespace {

std::string cell_of(const CsvTable& table, const CsvRow& row, std::string_view column) {
    const auto at = table.column(column);
    return at ? row.cells[*at] : std::string();
}

EvidenceRow row_of(const CsvTable& table, const CsvRow& row, const std::string& file) {
    const auto cell = [&](std::string_view column) { return cell_of(table, row, column); };
    return {cell("key"),
            cell("value"),
            cell("low"),
            cell("high"),
            cell("unit"),
            cell("year"),
            cell("territory"),
            cell("flag"),
            cell("source"),
            file};
}

/// A source that is the one of the row above, "same (2020)", with that one in words.
std::string with_above(const std::string& source, const std::string& above) {
    constexpr std::string_view same = "same", as_above = " as above";
    if (!source.starts_with(same) || above.empty()) return source;
    std::string_view rest = std::string_view(source).substr(same.size());
    if (rest.starts_with(as_above)) rest.remove_prefix(as_above.size());
    const bool is_a_word =
        !rest.empty() && std::string_view(" ,;:").find(rest.front()) == std::string_view::npos;
    return is_a_word ? source : above + std::string(rest);
}

/// "500000 (480000 to 520000) EUR"; a value that is not stated is told as such.
std::string amount_text(const EvidenceRow& row, Language language) {
    std::string text = row.value.empty()
                           ? std::string(in_language(language, "no value", "nessun valore"))
                           : row.value;
    if (!row.low.empty() && !row.high.empty() && row.low != row.high) {
        text += fmt::format(fmt::runtime(in_language(language, " ({} to {})", " (da {} a {})")),
                            row.low,
                            row.high);
    }
    return row.unit.empty() ? text : text + " " + row.unit;
}

}  // namespace

EvidenceRows evidence_rows(const std::string& folder, const FileSource& files) {
    EvidenceRows rows;
    for (const std::string& name : files.list(folder)) {
        if (!name.ends_with(".csv")) continue;
        FileText read = files.read(folder + name);
        if (read.state != FileState::read) continue;
        Problems ignored;  // tests check the catalogue
        const CsvTable table = parse_csv(
            std::make_shared<const SourceFile>(SourceFile{folder + name, std::move(read.text)}),
            ignored);
        if (!table.column("key")) continue;
        std::string above;  // the source of the row before
        for (const CsvRow& row : table.rows) {
            EvidenceRow one = row_of(table, row, name);
            one.source = with_above(one.source, above);
            above = one.source;
            rows.emplace(one.key, std::move(one));
        }
    }
    return rows;
}

EvidenceRows shipped_evidence() {
    return evidence_rows(std::string(shipped_prefix) + "evidence/", disk_files());
}

std::string evidence_text(const EvidenceRow& row, Language language, const Layout& layout) {
    std::string text = layout.style.bold(row.key) + fmt::format("  evidence/{}\n", row.file);
    std::string line = amount_text(row, language);
    for (const std::string* const part : {&row.year, &row.territory}) {
        if (!part->empty()) line += "; " + *part;
    }
    if (!row.quality.empty()) {
        line += fmt::format("; {} {}", in_language(language, "quality", "qualità"), row.quality);
    }
    text += paragraph(line, layout.width, 4);
    const std::string_view none = in_language(language, "no citation", "nessuna citazione");
    return text + paragraph(row.source.empty() ? none : row.source, layout.width, 4);
}

nlohmann::ordered_json evidence_json(const EvidenceRow& row) {
    using Json = nlohmann::ordered_json;
    const auto text = [](const std::string& cell) {
        return cell.empty() ? Json(nullptr) : Json(cell);
    };
    return {{"key", row.key},
            {"value", text(row.value)},
            {"low", text(row.low)},
            {"high", text(row.high)},
            {"unit", text(row.unit)},
            {"year", text(row.year)},
            {"territory", text(row.territory)},
            {"quality", text(row.quality)},
            {"source", text(row.source)},
            {"file", row.file}};
}

}  // namespace cantiere
