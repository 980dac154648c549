#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "analysis/exploration/lever_table.h"
#include "scenarios/csv.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/overrides.h"
#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 9>
    lever_columns{"lever", "low", "high", "study", "scenario", "outcome", "sign", "with", "note"};

std::optional<ExpectedSign> sign_of(std::string_view text) {
    if (text == "+") return ExpectedSign::up;
    if (text == "-") return ExpectedSign::down;
    if (text == "?") return ExpectedSign::either;
    return text == "0" ? std::optional(ExpectedSign::none) : std::nullopt;
}

template <NamedList E>
std::optional<double> number_of_member(std::string_view text) {
    const std::optional<E> member = parse<E>(text);
    return member ? std::optional(static_cast<double>(*member)) : std::nullopt;
}

/// Reads a value as packs store it; nothing when the key takes no such value.
std::optional<double> lever_value(const ParameterSpec& spec, const std::string& text) {
    if (spec.type == ValueType::payer) return number_of_member<Payer>(text);
    if (spec.type == ValueType::placement_policy) return number_of_member<PlacementPolicy>(text);
    if (spec.type == ValueType::flag) {
        if (text != "true" && text != "false") return std::nullopt;
        return text == "true" ? 1.0 : 0.0;
    }
    const std::optional<double> value = parse_number(text);
    const bool fits = value && *value >= spec.low && *value <= spec.high;
    return fits ? value : std::nullopt;
}

/// Reads the rows; every mistake is told at its cell.
class LeverCsv {
  public:
    LeverCsv(const CsvTable& table, Problems& problems) : table_(table), problems_(problems) {}

    std::vector<LeverQuestion> read() {
        for (const std::string_view name : lever_columns) {
            if (table_.column(name)) continue;
            problems_.error("missing-column",
                            {table_.file, 1, 1},
                            fmt::format("there is no column {}", name),
                            "levers are read by the names of the columns",
                            "begin with the line "
                            "lever,low,high,study,scenario,outcome,sign,with,note");
        }
        if (problems_.has_errors()) return {};
        std::vector<LeverQuestion> questions;
        for (const CsvRow& row : table_.rows) {
            if (const auto question = read_row(row)) questions.push_back(*question);
        }
        return problems_.has_errors() ? std::vector<LeverQuestion>{} : questions;
    }

  private:
    const std::string& cell(const CsvRow& row, std::string_view column) const {
        return row.cells[*table_.column(column)];
    }

    Place place(const CsvRow& row, std::string_view column) const {
        return table_.place(row, *table_.column(column));
    }

    const ParameterSpec* lever(const CsvRow& row) {
        const std::string& key = cell(row, "lever");
        const ParameterSpec* spec = find_parameter(key);
        if (spec == nullptr) {
            std::vector<std::string> keys;
            for (const ParameterSpec& one : parameter_table()) keys.push_back(one.key);
            problems_.error("unknown-key",
                            place(row, "lever"),
                            fmt::format("there is no key \"{}\"", key),
                            "a lever is a key of the parameter table",
                            did_you_mean(key, keys, "cantiere params WORD finds the keys"));
        } else if (spec->acts == Acts::at_start) {
            problems_.error("acts-at-start",
                            place(row, "lever"),
                            fmt::format("{} acts only at the start of the burn-in", key),
                            "all scenarios share that start",
                            "name a key that acts in every month");
            return nullptr;
        }
        return spec;
    }

    std::optional<double> end(const CsvRow& row,
                              std::string_view column,
                              const ParameterSpec& spec) {
        const std::optional<double> value = lever_value(spec, cell(row, column));
        if (!value) {
            problems_.error("impossible-value",
                            place(row, column),
                            fmt::format("{} is \"{}\"", column, cell(row, column)),
                            fmt::format("{} takes no such value", spec.key),
                            fmt::format("cantiere params {} tells what it takes", spec.key));
        }
        return value;
    }

    std::vector<std::pair<std::string, std::string>> with(const CsvRow& row) {
        std::vector<std::pair<std::string, std::string>> settings;
        const std::string& text = cell(row, "with");
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t after = std::min(text.find(';', begin), text.size());
            const std::string one = text.substr(begin, after - begin);
            if (const auto pair = parse_set(one)) {
                settings.push_back(*pair);
            } else {
                problems_.error("no-setting",
                                place(row, "with"),
                                fmt::format("\"{}\" is no setting", one),
                                "a setting is key=value",
                                "write key=value, and a semicolon before the next");
            }
            begin = after + 1;
        }
        return settings;
    }

    std::optional<LeverQuestion> read_row(const CsvRow& row) {
        const ParameterSpec* spec = lever(row);
        if (spec == nullptr) return std::nullopt;
        const std::optional<double> low = end(row, "low", *spec);
        const std::optional<double> high = end(row, "high", *spec);
        const std::optional<ExpectedSign> sign = sign_of(cell(row, "sign"));
        if (!sign) {
            problems_.error("unknown-sign",
                            place(row, "sign"),
                            fmt::format("the sign is \"{}\"", cell(row, "sign")),
                            "it tells which way the outcome is expected to go",
                            "write +, -, ? for either, or 0 for no effect, with a note");
        } else if (*sign == ExpectedSign::none && cell(row, "note").empty()) {
            problems_.error(
                "no-note",
                place(row, "note"),
                fmt::format("{} is expected to do nothing, without a reason", spec->key),
                "a lever without effect is a defect or has a reason",
                "say why in the column note");
        }
        if (!low || !high || !sign) return std::nullopt;
        return LeverQuestion{spec,
                             cell(row, "low"),
                             cell(row, "high"),
                             *low,
                             *high,
                             cell(row, "study"),
                             cell(row, "scenario"),
                             cell(row, "outcome"),
                             *sign,
                             with(row),
                             cell(row, "note")};
    }

    const CsvTable& table_;
    Problems& problems_;
};

}  // namespace

std::vector<LeverQuestion> read_lever_csv(const std::string& path,
                                          const FileSource& files,
                                          Problems& problems) {
    ReadFiles kept;
    const auto file =
        read_source(path, "the table of levers", std::nullopt, {files, kept, problems});
    if (!file) return {};
    const CsvTable table = parse_csv(file, problems);
    return problems.has_errors() ? std::vector<LeverQuestion>{} : LeverCsv(table, problems).read();
}

}  // namespace cantiere
