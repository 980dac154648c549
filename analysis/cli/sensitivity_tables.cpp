#include "analysis/cli/sensitivity_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/exploration/numeric_csv.h"
#include "analysis/exploration/screening.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct Tables {
    NumericTable design, outputs;
};

Tables read_tables(const TableFiles& files) {
    if (files.design.empty() || files.outputs.empty()) {
        throw UsageError(files.design.empty() ? "no design is given" : "no outputs are given",
                         "write --design X.csv --outputs Y.csv");
    }
    Problems problems;
    Tables tables{
        read_numeric_csv(files.design, "the design", disk_files(), problems),
        read_numeric_csv(files.outputs, "the outputs of the design", disk_files(), problems)};
    if (!problems.has_errors() && tables.design.rows.size() != tables.outputs.rows.size()) {
        problems.error("other-length",
                       place_of(files.outputs),
                       fmt::format("there are {} rows of outputs", tables.outputs.rows.size()),
                       fmt::format("the design has {}", tables.design.rows.size()),
                       "give one row of outputs for each row of the design, in its order");
    }
    if (problems.has_errors()) {
        throw InputError(problems);
    }
    return tables;
}

void check_trajectories(const NumericTable& design, const TableFiles& files) {
    const std::size_t row = first_outside_trajectories(design.rows);
    if (row == design.rows.size()) {
        return;
    }
    Problems problems;
    problems.error("no-trajectories",
                   place_of(files.design),
                   fmt::format("row {} does not go on the trajectory before it", row + 1),
                   "Morris needs blocks of D + 1 rows that change one column at a time, each once",
                   "make the design with cantiere design morris, or use --method pawn");
    throw InputError(problems);
}

Json morris_json(const Tables& tables, std::size_t output, std::size_t levels) {
    const auto indices =
        morris_indices(tables.design.rows, tables.outputs.column(output), levels, 1);
    Json factors = Json::array();
    for (std::size_t j = 0; j < indices.size(); ++j) {
        factors.push_back({{"name", tables.design.names[j]},
                           {"mu", indices[j].mu},
                           {"mu_star", indices[j].mu_star},
                           {"sigma", indices[j].sigma},
                           {"mu_star_low", indices[j].mu_star_low},
                           {"mu_star_high", indices[j].mu_star_high}});
    }
    return factors;
}

Json pawn_json(const Tables& tables, std::size_t output) {
    const auto indices = pawn_indices(tables.design.rows, tables.outputs.column(output));
    Json factors = Json::array();
    for (std::size_t j = 0; j < indices.size(); ++j) {
        factors.push_back({{"name", tables.design.names[j]},
                           {"median", indices[j].median},
                           {"max", indices[j].max}});
    }
    return factors;
}

/// A table of the numbers of the JSON, the greatest of `order` first.
std::string factors_text(const Json& factors, const std::string& order, const Layout& layout) {
    std::vector<std::string> header;
    for (const auto& [name, value] : factors.front().items()) {
        header.push_back(name);
    }
    std::vector<Json> rows(factors.begin(), factors.end());
    std::ranges::stable_sort(rows, [&order](const Json& a, const Json& b) {
        return a[order].get<double>() > b[order].get<double>();
    });
    TextTable table(header);
    for (const Json& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& name : header) {
            cells.push_back(row[name].is_string() ? row[name].get<std::string>()
                                                  : fmt::format("{:.4g}", row[name].get<double>()));
        }
        table.add(std::move(cells));
    }
    return table.text(layout);
}

void warn_if_constant(const Tables& tables, std::size_t output, const Context& context) {
    const std::vector<double> values = tables.outputs.column(output);
    const auto [low, high] = std::ranges::minmax(values);
    if (low == high) {
        context.warn(fmt::format("{}: the same in every row; its indices are 0",
                                 tables.outputs.names[output]));
    }
}

}  // namespace

ExitCode screen(const std::string& method, const TableFiles& files, const Context& context) {
    const std::int64_t levels = files.levels.value_or(4);
    if (levels % 2 != 0) {
        throw UsageError(fmt::format("--levels is {}", levels), "give an even number");
    }
    const Tables tables = read_tables(files);
    const bool is_morris = method == "morris";
    if (is_morris) {
        check_trajectories(tables.design, files);
    }
    Json outputs = Json::object();
    std::string text;
    for (std::size_t o = 0; o < tables.outputs.names.size(); ++o) {
        warn_if_constant(tables, o, context);
        const Json factors = is_morris ? morris_json(tables, o, static_cast<std::size_t>(levels))
                                       : pawn_json(tables, o);
        outputs[tables.outputs.names[o]] = {{"factors", factors}};
        text += context.layout().style.bold(tables.outputs.names[o]) + "\n" +
                factors_text(factors, is_morris ? "mu_star" : "median", context.layout()) + "\n";
    }
    if (context.json()) {
        context.result_json(
            {{"method", method}, {"n", tables.design.rows.size()}, {"outputs", outputs}});
    } else {
        context.result(text);
    }
    return ExitCode::ok;
}

}  // namespace cantiere
