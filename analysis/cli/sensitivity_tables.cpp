#include "analysis/cli/sensitivity_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/catalogue/local_numbers.h"
#include "analysis/cli/sensitivity_sobol.h"
#include "analysis/cli/table_condition.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/exploration/numeric_csv.h"
#include "analysis/exploration/regional.h"
#include "analysis/exploration/screening.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

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

/// The step of a trajectory is told by the number of levels: another number than that of the design
/// gives other indices.
void check_levels(const NumericTable& design, std::size_t levels, const TableFiles& files) {
    constexpr std::size_t enough_steps = 20;  // over all columns, for every level to be seen
    const std::size_t seen = levels_seen(design.rows);
    const std::size_t trajectories = design.rows.size() / (design.names.size() + 1);
    const bool has_too_few =
        seen < levels && design.names.size() * (trajectories - 1) >= enough_steps;
    if (seen <= levels && !has_too_few) return;
    Problems problems;
    problems.error(
        "other-levels",
        place_of(files.design),
        fmt::format("a column takes {} values, and the grid has {} levels", seen, levels),
        "effects are per step of the grid, so that another grid would change them all",
        fmt::format("say --levels {}, as when the design was made", seen + seen % 2));
    throw InputError(problems);
}

Json morris_json(const DesignTables& tables, std::size_t output, std::size_t levels) {
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

Json pawn_json(const DesignTables& tables, std::size_t output) {
    const auto indices = pawn_indices(tables.design.rows, tables.outputs.column(output));
    Json factors = Json::array();
    for (std::size_t j = 0; j < indices.size(); ++j) {
        factors.push_back({{"name", tables.design.names[j]},
                           {"median", indices[j].median},
                           {"max", indices[j].max}});
    }
    return factors;
}

Json regional_json(const DesignTables& tables, const std::string& where) {
    const std::vector<bool> of_interest = rows_of_interest(tables.outputs, where);
    const auto indices = regional_indices(tables.design.rows, of_interest);
    Json factors = Json::array();
    const auto or_null = [](double value) {
        return std::isnan(value) ? Json(nullptr) : Json(value);
    };
    for (std::size_t j = 0; j < indices.size(); ++j) {
        factors.push_back({{"name", tables.design.names[j]},
                           {"distance", indices[j].distance},
                           {"p_value", indices[j].p_value},
                           {"median_in", or_null(indices[j].median_in)},
                           {"median_out", or_null(indices[j].median_out)}});
    }
    return {{"of_interest", std::ranges::count(of_interest, true)}, {"factors", factors}};
}

std::string cell_text(const Json& value, Language language) {
    return value.is_null() ? "-"
                           : local_decimals(fmt::format("{:.4g}", value.get<double>()), language);
}

/// A table of the numbers of the JSON, the greatest of `order` first.
std::string factors_text(const Json& factors, const std::string& order, const Context& context) {
    std::vector<std::string> header, titles;
    for (const auto& [name, value] : factors.front().items()) {
        header.push_back(name);
        titles.push_back(context.told(name));
    }
    std::vector<Json> rows(factors.begin(), factors.end());
    std::ranges::stable_sort(rows, [&order](const Json& a, const Json& b) {
        return a[order].get<double>() > b[order].get<double>();
    });
    TextTable table(titles);
    for (const Json& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& name : header) {
            cells.push_back(row[name].is_string() ? row[name].get<std::string>()
                                                  : cell_text(row[name], context.language()));
        }
        table.add(std::move(cells));
    }
    return table.text(context.layout());
}

void warn_if_constant(const DesignTables& tables, std::size_t output, const Context& context) {
    const std::vector<double> values = tables.outputs.column(output);
    const auto [low, high] = std::ranges::minmax(values);
    if (low == high) {
        context.warn(fmt::format("{}: the same in every row; its indices are 0",
                                 tables.outputs.names[output]));
    }
}

/// The indices of one output, as JSON; not of sobol.
Json indices_json(const std::string& method,
                  const DesignTables& tables,
                  std::size_t output,
                  const TableFiles& files) {
    if (method == "pawn") return {{"factors", pawn_json(tables, output)}};
    return {{"factors",
             morris_json(tables, output, static_cast<std::size_t>(files.levels.value_or(4)))}};
}

/// The column by which a method orders its table.
std::string ordering_of(const std::string& method) {
    if (method == "sobol") return "ST";
    if (method == "morris") return "mu_star";
    return method == "pawn" ? "median" : "distance";
}

/// Pairs whose interval leaves zero out; the others in one line.
std::string pairs_text(const Json& pairs, const Context& context) {
    if (pairs.empty()) return "";
    Json told = Json::array();
    for (const Json& pair : pairs) {
        const bool is_apart = pair["low"].get<double>() > 0.0 || pair["high"].get<double>() < 0.0;
        if (is_apart) {
            told.push_back(
                {{"pair", pair["a"].get<std::string>() + " x " + pair["b"].get<std::string>()},
                 {"S2", pair["value"]},
                 {"low", pair["low"]},
                 {"high", pair["high"]}});
        }
    }
    const std::string rest =
        paragraph(context.told(fmt::format("{} of {} pairs have an interval that holds zero.",
                                           pairs.size() - told.size(),
                                           pairs.size())),
                  context.layout().width,
                  2);
    return (told.empty() ? "" : factors_text(told, "S2", context)) + rest;
}

std::string outputs_text(const std::string& method,
                         const Json& outputs,
                         std::map<std::string, std::string>& remarks,
                         const Context& context) {
    std::string text;
    for (const auto& [name, output] : outputs.items()) {
        text += context.layout().style.bold(name) + "\n" +
                factors_text(output["factors"], ordering_of(method), context) +
                (output.contains("S2") ? pairs_text(output["S2"], context) : "") + remarks[name] +
                "\n";
    }
    return text;
}

}  // namespace

void check_lengths(std::size_t design,
                   std::size_t outputs,
                   const std::string& path,
                   Problems& problems) {
    if (design == outputs) return;
    problems.error("other-length",
                   place_of(path),
                   fmt::format("there are {} rows of outputs", outputs),
                   fmt::format("the design has {}", design),
                   "give one row of outputs for each row of the design, in its order");
}

DesignTables read_design_tables(const std::string& design, const std::string& outputs) {
    Problems problems;
    DesignTables tables{
        read_numeric_csv(design, "the design", disk_files(), problems),
        read_numeric_csv(outputs, "the outputs of the design", disk_files(), problems)};
    if (!problems.has_errors()) {
        check_lengths(tables.design.rows.size(), tables.outputs.rows.size(), outputs, problems);
    }
    if (problems.has_errors()) {
        throw InputError(problems);
    }
    return tables;
}

ExitCode screen(const std::string& method, const TableFiles& files, const Context& context) {
    const std::int64_t levels = files.levels.value_or(4);
    if (levels % 2 != 0) {
        throw UsageError(fmt::format("--levels is {}", levels), "give an even number");
    }
    if (!files.where.empty() && method != "regional") {
        throw UsageError(fmt::format("--where goes with regional, not with {}", method),
                         "leave it out");
    }
    if (files.design.empty() || files.outputs.empty()) {
        throw UsageError(files.design.empty() ? "no design is given" : "no outputs are given",
                         "write --design X.csv --outputs Y.csv");
    }
    const DesignTables tables = read_design_tables(files.design, files.outputs);
    if (method == "morris") {
        check_trajectories(tables.design, files);
        check_levels(tables.design, static_cast<std::size_t>(levels), files);
    }
    return tell_indices(method, tables, files, Json::object(), context);
}

ExitCode tell_indices(const std::string& method,
                      const DesignTables& tables,
                      const TableFiles& files,
                      const Json& about,
                      const Context& context) {
    Json outputs = Json::object();
    std::map<std::string, std::string> remarks;  // by output
    const bool is_sobol = method == "sobol";
    const SaltelliShape shape =
        is_sobol ? saltelli_shape_of(tables.design, files.design) : SaltelliShape{};
    if (method == "regional") {
        outputs[files.where] = regional_json(tables, files.where);
    }
    for (std::size_t o = 0; method != "regional" && o < tables.outputs.names.size(); ++o) {
        warn_if_constant(tables, o, context);
        const std::string& name = tables.outputs.names[o];
        if (!is_sobol) {
            outputs[name] = indices_json(method, tables, o, files);
            continue;
        }
        ToldSobol told = told_sobol(tables, o, shape, context.language());
        outputs[name] = std::move(told.json);
        for (const std::string& remark : told.remarks) {
            context.warn(fmt::format("{}: {}", name, remark));
            remarks[name] += paragraph(remark, context.layout().width, 2);
        }
    }
    if (context.json()) {
        Json json{{"method", method}};
        json.update(about);
        json["n"] = is_sobol ? shape.base : tables.design.rows.size();
        json["rows"] = tables.design.rows.size();
        json["outputs"] = outputs;
        context.result_json(json);
        return ExitCode::ok;
    }
    const std::string head =
        tables.head.empty() ? "" : paragraph(tables.head, context.layout().width) + "\n";
    context.result(head + outputs_text(method, outputs, remarks, context));
    return ExitCode::ok;
}

}  // namespace cantiere
