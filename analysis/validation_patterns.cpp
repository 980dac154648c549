#include <algorithm>
#include <cmath>
#include <memory>
#include <sstream>

#include <fmt/format.h>

#include "analysis/validation.h"
#include "analysis/validation_measures.h"
#include "scenarios/csv.h"
#include "scenarios/overrides.h"

namespace cantiere {
namespace {

constexpr std::string_view why = "validate compares simulations with this file";

/// Reads the rows of the table of patterns.
class PatternReader {
  public:
    PatternReader(const CsvTable& table, Problems& problems) : table_(table), problems_(problems) {}

    std::vector<PatternSpec> all() {
        std::vector<PatternSpec> patterns;
        if (!has_columns()) return patterns;
        for (const CsvRow& row : table_.rows) patterns.push_back(pattern_of(row));
        return patterns;
    }

  private:
    bool has_columns() {
        for (const char* name : {"id",
                                 "unit",
                                 "target",
                                 "low",
                                 "high",
                                 "reference",
                                 "measure",
                                 "runs",
                                 "with",
                                 "set",
                                 "calibrated",
                                 "times",
                                 "text_en",
                                 "text_it",
                                 "source",
                                 "missed_en",
                                 "missed_it"}) {
            if (table_.column(name)) continue;
            problems_.error("csv-header",
                            {table_.file, 1, 1},
                            fmt::format("the patterns lack the column {}", name),
                            std::string(why),
                            "add it to the first line");
            return false;
        }
        return true;
    }

    const std::string& cell(const CsvRow& row, std::string_view name) const {
        return row.cells[*table_.column(name)];
    }

    void refuse(const CsvRow& row, std::string_view name, std::string what, std::string fix) {
        problems_.error("pattern",
                        table_.place(row, *table_.column(name)),
                        std::move(what),
                        std::string(why),
                        std::move(fix));
    }

    std::optional<double> number(const CsvRow& row, std::string_view name) {
        const std::string& text = cell(row, name);
        if (text.empty()) return std::nullopt;
        const std::optional<double> value = parse_number(text);
        if (!value) {
            refuse(row,
                   name,
                   fmt::format("{} is \"{}\", no number", name, text),
                   "write a number with a decimal point, or nothing");
        }
        return value;
    }

    PatternSpec pattern_of(const CsvRow& row) {
        PatternSpec pattern;
        pattern.id = cell(row, "id");
        pattern.unit = cell(row, "unit");
        pattern.target = number(row, "target");
        pattern.low = number(row, "low");
        pattern.high = number(row, "high");
        pattern.reference = number(row, "reference");
        pattern.measure = cell(row, "measure");
        pattern.text_en = cell(row, "text_en");
        pattern.text_it = cell(row, "text_it");
        pattern.source = cell(row, "source");
        pattern.missed_en = cell(row, "missed_en");
        pattern.missed_it = cell(row, "missed_it");
        pattern.calibrated = read_yes(row, "calibrated");
        const auto known = pattern_measures();
        const auto measure = std::ranges::find(known, pattern.measure, &PatternMeasureEntry::name);
        if (measure == known.end()) {
            refuse(row,
                   "measure",
                   fmt::format("no measure is called \"{}\"", pattern.measure),
                   "name one of analysis/validation_measures.cpp");
        } else {
            pattern.by_construction = measure->measured_on == MeasuredOn::parameters;
        }
        read_runs(row, pattern);
        pattern.times = read_times(row);
        pattern.with = read_set(row, "with");
        pattern.set = read_set(row, "set");
        return pattern;
    }

    void read_runs(const CsvRow& row, PatternSpec& pattern) {
        std::istringstream words(cell(row, "runs"));
        for (std::string word; words >> word;) {
            const std::size_t colon = word.find(':');
            if (colon == std::string::npos) {
                refuse(row,
                       "runs",
                       fmt::format("\"{}\" names no scenario", word),
                       "write STUDY:SCENARIO, several with blanks between them");
                continue;
            }
            pattern.runs.emplace_back(word.substr(0, colon), word.substr(colon + 1));
        }
    }

    Sets read_set(const CsvRow& row, std::string_view name) {
        Sets sets;
        std::istringstream words(cell(row, name));
        for (std::string word; words >> word;) {
            if (const auto pair = parse_set(word)) {
                sets.push_back(*pair);
            } else {
                refuse(row, name, fmt::format("\"{}\" sets nothing", word), "write key=value");
            }
        }
        return sets;
    }

    std::size_t read_times(const CsvRow& row) {
        const double times = number(row, "times").value_or(1.0);
        if (times >= 1.0 && times <= 100.0 && std::floor(times) == times) {
            return static_cast<std::size_t>(times);
        }
        refuse(row,
               "times",
               fmt::format("times is {}", times),
               "write how many times the replicates asked for: a whole number from 1 to 100");
        return 1;
    }

    bool read_yes(const CsvRow& row, std::string_view name) {
        const std::string& text = cell(row, name);
        if (!text.empty() && text != "yes") {
            refuse(row, name, fmt::format("{} is \"{}\"", name, text), "write yes, or nothing");
        }
        return text == "yes";
    }

    const CsvTable& table_;
    Problems& problems_;
};

}  // namespace

std::vector<PatternSpec> read_patterns(const FileSource& files, Problems& problems) {
    const std::string path = std::string(shipped_prefix) + "evidence/patterns.csv";
    FileText read = files.read(path);
    if (read.state != FileState::read) {
        problems.error("missing-file",
                       place_of(path),
                       "the patterns cannot be read",
                       std::string(why),
                       "install the program with its packs, or set CANTIERE_DATA to their folder");
        return {};
    }
    const CsvTable table =
        parse_csv(std::make_shared<const SourceFile>(SourceFile{path, std::move(read.text)}),
                  problems);
    return problems.has_errors() ? std::vector<PatternSpec>{}
                                 : PatternReader(table, problems).all();
}

}  // namespace cantiere
