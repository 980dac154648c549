#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "analysis/exploration/explored_parameter.h"
#include "scenarios/csv.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 4> needed{"name", "low", "high", "distribution"};
constexpr std::string_view header_line = "name,low,high,distribution";

/// Reads the rows of a Parameter CSV; every mistake is told at its cell.
class ParameterCsv {
  public:
    ParameterCsv(const CsvTable& table, Problems& problems) : table_(table), problems_(problems) {}

    std::vector<ExploredParameter> read() {
        check_header();
        if (problems_.has_errors()) {
            return {};
        }
        for (const CsvRow& row : table_.rows) {
            read_row(row);
        }
        if (parameters_.empty() && !problems_.has_errors()) {
            problems_.error("no-parameters",
                            {table_.file, 1, 1},
                            "no parameter is listed",
                            "a design varies at least one",
                            "add a line such as slots,20,60,uniform");
        }
        return problems_.has_errors() ? std::vector<ExploredParameter>{} : std::move(parameters_);
    }

  private:
    void check_header() {
        for (const std::string_view name : needed) {
            if (!table_.column(name)) {
                problems_.error("missing-column",
                                {table_.file, 1, 1},
                                fmt::format("there is no column {}", name),
                                "parameters are read by the names of the columns",
                                fmt::format("begin with the line {}", header_line));
            }
        }
        for (const std::string& column : table_.header) {
            if (column != "value" && std::ranges::find(needed, column) == needed.end()) {
                problems_.error("unknown-column",
                                {table_.file, 1, 1},
                                fmt::format("unknown column \"{}\"", column),
                                fmt::format("the columns are {} and value", header_line),
                                did_you_mean(column,
                                             {"name", "low", "high", "distribution", "value"},
                                             "leave it out"));
            }
        }
    }

    const std::string& cell(const CsvRow& row, std::string_view column) const {
        return row.cells[*table_.column(column)];
    }

    Place place(const CsvRow& row, std::string_view column) const {
        return table_.place(row, *table_.column(column));
    }

    std::optional<double> number(const CsvRow& row, std::string_view column) {
        const std::string& text = cell(row, column);
        const std::optional<double> value = parse_number(text);
        if (!value) {
            problems_.error("not-a-number",
                            place(row, column),
                            fmt::format("{} is \"{}\"", column, text),
                            "it takes a finite number, decimals after a point",
                            "write a number, for example 0.25");
        }
        return value;
    }

    std::optional<std::string> name(const CsvRow& row) {
        const std::string& text = cell(row, "name");
        if (text.empty() || !seen_.insert(text).second) {
            problems_.error(text.empty() ? "empty-name" : "name-twice",
                            place(row, "name"),
                            text.empty() ? std::string("the name is empty")
                                         : fmt::format("\"{}\" stands here twice", text),
                            "names are the columns of the design",
                            "give every parameter a name of its own");
            return std::nullopt;
        }
        return text;
    }

    void read_row(const CsvRow& row) {
        const std::optional<std::string> called = name(row);
        const std::optional<double> low = number(row, "low");
        const std::optional<double> high = number(row, "high");
        const std::optional<Family> kind =
            read_family(cell(row, "distribution"), place(row, "distribution"), problems_);
        const bool has_value = table_.column("value") && !cell(row, "value").empty();
        const std::optional<double> value = has_value ? number(row, "value") : std::nullopt;
        if (!called || !low || !high || !kind || (has_value && !value)) {
            return;
        }
        const DistributionSpec spec{*kind,
                                    value ? *value : central_value(*kind, *low, *high),
                                    *low,
                                    *high};
        if (auto parameter = explored_parameter(*called, spec)) {
            parameters_.push_back(std::move(*parameter));
            return;
        }
        problems_.error("impossible-distribution",
                        place(row, "low"),
                        fmt::format("{} cannot be {} from {} to {}",
                                    *called,
                                    cantiere::name(*kind),
                                    *low,
                                    *high),
                        impossible(spec),
                        "mend low and high, or write uniform");
    }

    const CsvTable& table_;
    Problems& problems_;
    std::set<std::string> seen_;
    std::vector<ExploredParameter> parameters_;
};

}  // namespace

std::optional<Family> read_family(const std::string& text, const Place& place, Problems& problems) {
    const std::optional<Family> found = parse_family(text);
    if (found && *found != Family::fixed) {
        return found;
    }
    std::vector<std::string> names = family_names();
    std::erase(names, "fixed");
    problems.error("unknown-distribution",
                   place,
                   fmt::format("the distribution is \"{}\"", text),
                   found ? "a fixed number is not varied" : "no distribution is called so",
                   did_you_mean(text, names, "write " + one_of(names)));
    return std::nullopt;
}

std::vector<ExploredParameter> read_parameter_csv(const std::string& path,
                                                  const FileSource& files,
                                                  Problems& problems) {
    ReadFiles kept;
    const auto file =
        read_source(path, "the list of parameters", std::nullopt, {files, kept, problems});
    if (!file) {
        return {};
    }
    const CsvTable table = parse_csv(file, problems);
    return problems.has_errors() ? std::vector<ExploredParameter>{}
                                 : ParameterCsv(table, problems).read();
}

}  // namespace cantiere
