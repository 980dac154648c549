#include "analysis/report/sensitivity_answer.h"

#include <algorithm>

#include "analysis/number_text.h"
#include "analysis/report/companions.h"
#include "analysis/report/input_words.h"
#include "model/variables.h"

namespace cantiere {
namespace {

bool is_text(const FigureJson& json, const char* key) {
    return json.contains(key) && json[key].is_string();
}

bool are_numbers(const FigureJson& json, std::initializer_list<const char*> keys) {
    return std::ranges::all_of(keys, [&](const char* key) {
        return json.is_object() && json.contains(key) && json[key].is_number();
    });
}

bool is_estimate(const FigureJson& json, const char* key) {
    return json.is_object() && json.contains(key) && are_numbers(json[key], {"mean"});
}

bool is_axis(const FigureJson& json, const char* key) {
    if (!json.contains(key) || !json[key].is_object()) return false;
    const FigureJson& axis = json[key];
    return is_text(axis, "name") && is_text(axis, "unit") && axis.contains("values") &&
           axis["values"].is_array() && !axis["values"].empty() &&
           std::ranges::all_of(axis["values"], [](const auto& one) { return one.is_number(); });
}

bool is_tornado(const FigureJson& told) {
    return is_estimate(told, "at_value") && told.contains("factors") &&
           std::ranges::all_of(told["factors"], [](const FigureJson& one) {
               return one.is_object() && is_text(one, "name") && is_text(one, "unit") &&
                      are_numbers(one, {"low", "high"}) && is_estimate(one, "at_low") &&
                      is_estimate(one, "at_high") && is_estimate(one, "swing");
           });
}

bool is_plane(const FigureJson& told) {
    if (!is_axis(told, "x") || !is_axis(told, "y") || !told.contains("differences")) return false;
    const FigureJson& rows = told["differences"];
    return rows.size() == told["y"]["values"].size() &&
           std::ranges::all_of(rows, [&](const FigureJson& row) {
               return row.size() == told["x"]["values"].size() &&
                      std::ranges::all_of(row, [](const FigureJson& cell) {
                          return are_numbers(cell, {"mean"});
                      });
           });
}

bool are_shares(const FigureJson& told) {
    return told.contains("factors") &&
           std::ranges::all_of(told["factors"], [](const FigureJson& one) {
               return one.is_object() && is_text(one, "name") &&
                      are_numbers(one, {"S1", "S1_low", "S1_high", "ST", "ST_low", "ST_high"});
           });
}

bool has_parts(const std::string& method, const FigureJson& told) {
    if (!told.is_object()) return false;
    if (method == "oneway") return is_tornado(told);
    return method == "twoway" ? is_plane(told) : are_shares(told);
}

std::string chosen_outcome(const FigureJson& json) {
    return json["outputs"].contains("net_benefit") ? "net_benefit" : json["outputs"].begin().key();
}

}  // namespace

std::string why_no_sensitivity(const FigureJson& json) {
    if (!json.is_object() || !is_text(json, "method")) return "it holds no \"method\"";
    const auto method = json["method"].get<std::string>();
    if (method != "oneway" && method != "twoway" && method != "sobol") {
        return fmt::format("its method is \"{}\", and reports show oneway, twoway and sobol",
                           method);
    }
    if (!is_text(json, "study") || !is_text(json, "scenario")) {
        return "it does not say of which study and scenario it is: its runs came from a table";
    }
    if (!json.contains("outputs") || !json["outputs"].is_object() || json["outputs"].empty()) {
        return "it holds no \"outputs\"";
    }
    if (!are_numbers(json, {"wtp", "draws", "replicates"}) ||
        !has_parts(method, json["outputs"][chosen_outcome(json)])) {
        return fmt::format("it lacks parts of an answer of {}", method);
    }
    return "";
}

SensitivityAnswer::SensitivityAnswer(const Findings& findings,
                                     const FigureJson& answer,
                                     std::size_t place)
    : f(findings), json(answer), outcome(chosen_outcome(answer)), place_(place) {}

std::string SensitivityAnswer::of(std::string_view what) const {
    return fmt::format("sensitivity/{}:{}", place_, what);
}

std::string SensitivityAnswer::of_factor(std::string_view what, const FigureJson& factor) const {
    return of(fmt::format("{}/{}", what, factor["name"].get<std::string>()));
}

std::string SensitivityAnswer::name_of(const FigureJson& part) const {
    return input_title(part["name"].get<std::string>(), f.language);
}

std::string SensitivityAnswer::outcome_name() const {
    if (outcome == "net_benefit") return std::string(f.in("net benefit", "beneficio netto"));
    const auto variable = find_variable(outcome);
    if (!variable) return outcome;
    return std::string(f.in(shape_of(*variable).long_name_en, shape_of(*variable).long_name_it));
}

std::string SensitivityAnswer::unit() const {
    if (outcome == "net_benefit") return "EUR";
    const auto variable = find_variable(outcome);
    return variable && shape_of(*variable).unit == "EUR" ? "EUR" : "";
}

FigureJson SensitivityAnswer::data(std::string_view kind, const std::string& title) const {
    FigureJson data = figure_data(f, kind, title);
    data["source"] = f.say(
        "cantiere sensitivity --method {} --study {}, {} against its base, draws {}, replicates "
        "{}, EUR {} an autonomy-year",
        "cantiere sensitivity --method {} --study {}, {} rispetto alla sua base, estrazioni {}, "
        "repliche {}, {} euro per anno di autonomia",
        method(),
        f.header().study,
        json["scenario"].get<std::string>(),
        json["draws"].get<double>(),
        json["replicates"].get<double>(),
        number_text(json["wtp"].get<double>(), 0, f.language));
    return data;
}

ReportFigure SensitivityAnswer::figure(FigureJson data, ReportTable table) const {
    return figure_of(f, fmt::format("sensitivity-{}", place_), std::move(data), std::move(table));
}

}  // namespace cantiere
