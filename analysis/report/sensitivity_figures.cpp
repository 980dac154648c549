#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/input_words.h"
#include "analysis/report/sensitivity_answer.h"

namespace cantiere {
namespace {

using Json = FigureJson;

constexpr std::size_t factors_told = 15;

std::string counted_fact(const SensitivityAnswer& a, std::string_view what, std::size_t count) {
    const auto value = static_cast<double>(count);
    return fact(a.of(what), value, number_text(value, 0, a.f.language));
}

/// Tells whether the outcome has another sign at an end than at the value, beyond its interval.
bool turns(const SensitivityAnswer& a, const Json& factor) {
    const double at_value = a.told()["at_value"]["mean"].get<double>();
    const int other = at_value > 0.0 ? -1 : 1;
    return told_sign(stat_of_json(factor["at_low"])) == other ||
           told_sign(stat_of_json(factor["at_high"])) == other;
}

double width_of(const Json& factor) { return std::abs(factor["swing"]["mean"].get<double>()); }

/// The widest swings, without those that change nothing.
std::vector<Json> widest(const SensitivityAnswer& a) {
    std::vector<Json> factors(a.told()["factors"].begin(), a.told()["factors"].end());
    std::erase_if(factors, [](const Json& one) { return width_of(one) == 0.0; });
    std::ranges::stable_sort(factors, std::greater{}, width_of);
    if (factors.size() > factors_told) factors.resize(factors_told);
    return factors;
}

std::string tornado_title(const SensitivityAnswer& a, const std::vector<Json>& told) {
    const auto& all = a.told()["factors"];
    const auto moving = [](const Json& one) { return told_sign(stat_of_json(one["swing"])) != 0; };
    const auto first = std::ranges::find_if(told, moving);
    if (first == told.end()) {
        return a.f.say(
            "None of {} numbers, each from end to end of its range, moves the {} beyond "
            "luck",
            "Nessuno di {} numeri, da un estremo all'altro del suo intervallo, sposta "
            "oltre la sorte: {}",
            counted_fact(a, "factors", all.size()),
            a.outcome_name());
    }
    const auto turning = std::ranges::count_if(all, [&](const Json& one) { return turns(a, one); });
    return a.f.say(
        "{} moves the {} most, by {} from end to end of its range; {} of {} numbers turn "
        "the choice",
        "{} sposta di più ({}): di {} da un estremo all'altro; ribaltano la scelta {} "
        "numeri su {}",
        a.name_of(*first),
        a.outcome_name(),
        size_fact(a.of_factor("size", *first), stat_of_json((*first)["swing"]), a.f.language),
        counted_fact(a, "turning", static_cast<std::size_t>(turning)),
        counted_fact(a, "factors", all.size()));
}

ReportTable tornado_table(const SensitivityAnswer& a, const std::vector<Json>& told) {
    ReportTable table;
    table.caption = a.f.say("More than the base at both ends of each range: {}",
                            "Più che con la base ai due estremi di ogni intervallo: {}",
                            a.outcome_name());
    table.header = {std::string(a.f.in("Number", "Numero")),
                    std::string(a.f.in("from", "da")),
                    std::string(a.f.in("to", "a")),
                    std::string(a.f.in("at the low end", "al minimo")),
                    std::string(a.f.in("at the high end", "al massimo")),
                    std::string(a.f.in("change", "differenza"))};
    for (const Json& factor : told) {
        std::vector<std::string> row{a.name_of(factor)};
        for (const char* const end : {"low", "high"}) {
            const double value = factor[end].get<double>();
            row.push_back(fact(a.of_factor(end, factor), value, input_number(value, a.f.language)));
        }
        for (const char* const what : {"at_low", "at_high", "swing"}) {
            row.push_back(difference_fact(a.of_factor(what, factor),
                                          stat_of_json(factor[what]),
                                          a.f.language));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Values at which the choice turns, confirmed by runs; where two, that nearer to the low end.
std::map<std::string, double> switching_of(const SensitivityAnswer& a) {
    std::map<std::string, double> at;
    if (!a.json.contains("switching")) return at;
    for (const Json& one : a.json["switching"]) {
        if (one.value("outcome", "") == a.outcome && one["at"].is_number()) {
            at.emplace(one.value("name", ""), one["at"].get<double>());
        }
    }
    return at;
}

/// Counts cells above zero, below it, and neither.
struct CellCounts {
    std::size_t above = 0, below = 0, unclear = 0;
};

CellCounts counts_of(const Json& rows) {
    CellCounts counts;
    for (const Json& row : rows) {
        for (const Json& cell : row) {
            const int sign = told_sign(stat_of_json(cell));
            ++(sign > 0 ? counts.above : sign < 0 ? counts.below : counts.unclear);
        }
    }
    return counts;
}

std::string cells_title(const SensitivityAnswer& a) {
    const CellCounts counts = counts_of(a.told()["differences"]);
    return a.f.say(
        "{} above the base's in {} of {} combinations of two numbers, below it in {}; in "
        "{} it cannot be told",
        "{}: sopra quello della base in {} combinazioni di due numeri su {}, sotto in "
        "{}; in {} non si distingue",
        a.f.in("Net benefit", "Beneficio netto"),
        counted_fact(a, "cells_above", counts.above),
        counted_fact(a, "cells", counts.above + counts.below + counts.unclear),
        counted_fact(a, "cells_below", counts.below),
        counted_fact(a, "cells_unclear", counts.unclear));
}

ReportTable plane_table(const SensitivityAnswer& a) {
    const Json& told = a.told();
    ReportTable table;
    table.caption = a.f.say("{}, more than the base; across: {}; downwards: {}",
                            "{}, più che con la base; in orizzontale: {}; in verticale: {}",
                            a.outcome_name(),
                            a.name_of(told["x"]),
                            a.name_of(told["y"]));
    table.header = {""};
    const auto value = [&](const char* axis, std::size_t i) {
        const double at = told[axis]["values"][i].get<double>();
        return fact(a.of(fmt::format("{}/{}", axis, i)), at, input_number(at, a.f.language));
    };
    const std::size_t across = told["x"]["values"].size();
    for (std::size_t x = 0; x < across; ++x) table.header.push_back(value("x", x));
    for (std::size_t y = told["y"]["values"].size(); y-- > 0;) {
        std::vector<std::string> row{value("y", y)};
        for (std::size_t x = 0; x < across; ++x) {
            row.push_back(difference_fact(a.of(fmt::format("cell/{}/{}", y, x)),
                                          stat_of_json(told["differences"][y][x]),
                                          a.f.language));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureJson plane_axis(const SensitivityAnswer& a, const Json& axis) {
    return {{"id", axis["name"]},
            {"name", a.name_of(axis)},
            {"unit", figure_unit(axis["unit"].get<std::string>(), a.f.language)},
            {"values", axis["values"]}};
}

}  // namespace

ReportFigure tornado_of(const SensitivityAnswer& a) {
    const std::vector<Json> told = widest(a);
    const std::map<std::string, double> switching = switching_of(a);
    FigureJson data = a.data("tornado", tornado_title(a, told));
    data["outcome"] = a.outcome_name();
    data["unit"] = a.unit();
    data["at_value"] = a.told()["at_value"]["mean"];
    data["factors"] = FigureJson::array();
    for (const Json& factor : told) {
        FigureJson one{{"id", factor["name"]},
                       {"name", a.name_of(factor)},
                       {"unit", figure_unit(factor["unit"].get<std::string>(), a.f.language)},
                       {"low", factor["low"]},
                       {"high", factor["high"]},
                       {"at_low", estimate_json(stat_of_json(factor["at_low"]))},
                       {"at_high", estimate_json(stat_of_json(factor["at_high"]))}};
        const auto at = switching.find(factor["name"].get<std::string>());
        if (at != switching.end()) one["switches_at"] = at->second;
        data["factors"].push_back(std::move(one));
    }
    return a.figure(std::move(data), tornado_table(a, told));
}

ReportFigure plane_of(const SensitivityAnswer& a) {
    FigureJson data = a.data("two-way", cells_title(a));
    data["outcome"] = a.outcome_name();
    data["unit"] = a.unit();
    data["x"] = plane_axis(a, a.told()["x"]);
    data["y"] = plane_axis(a, a.told()["y"]);
    data["cells"] = FigureJson::array();
    for (const Json& row : a.told()["differences"]) {
        FigureJson cells = FigureJson::array();
        for (const Json& cell : row) cells.push_back(estimate_json(stat_of_json(cell)));
        data["cells"].push_back(std::move(cells));
    }
    return a.figure(std::move(data), plane_table(a));
}

}  // namespace cantiere
