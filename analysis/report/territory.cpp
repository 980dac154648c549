#include <algorithm>
#include <map>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/packs_within.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

constexpr std::string_view not_a_place = "not_attributable";  // of a breakdown: what no place has

const ScenarioBreakdown* breakdown_of(const Findings& f, const ScenarioComparison& scenario) {
    const auto& all = f.by_municipality.scenarios;
    const auto found = std::ranges::find(all, scenario.id, &ScenarioBreakdown::scenario);
    return found == all.end() ? nullptr : &*found;
}

std::size_t column_of(const Findings& f, std::string_view variable) {
    const auto& columns = f.by_municipality.columns;
    return static_cast<std::size_t>(std::ranges::find(columns, variable) - columns.begin());
}

std::string place_fact(const Findings& f,
                       const ScenarioComparison& scenario,
                       const BreakdownRow& row,
                       std::string_view variable,
                       bool as_difference) {
    const BreakdownCell& cell = row.cells[column_of(f, variable)];
    if (cell.suppressed) return std::string(f.in("fewer than five", "meno di cinque"));
    const std::string of =
        f.of(scenario,
             fmt::format("{}.{}:{}", variable, row.name, as_difference ? "difference" : "level"));
    return as_difference ? difference_fact(of, cell.difference, f.language)
                         : level_fact(of, cell.level, f.language);
}

ReportTable places_table(const Findings& f, const ScenarioComparison& p) {
    ReportTable table;
    table.caption = std::string(f.in("Where they live", "Dove abitano"));
    table.header = {
        std::string(f.in("Municipality", "Comune")),
        std::string(f.in("residents at risk or in care", "residenti a rischio o in carico")),
        std::string(f.in("starts, more than under the base", "avvii, più che con la base")),
        std::string(f.in("autonomy-years, more than under the base",
                         "anni di autonomia, più che con la base"))};
    for (const BreakdownRow& row : breakdown_of(f, p)->rows) {
        if (row.name == not_a_place) continue;
        table.rows.push_back({std::string(f.in(row.text_en, row.text_it)),
                              place_fact(f, p, row, "residents_by_municipality", false),
                              place_fact(f, p, row, "starts_by_municipality", true),
                              place_fact(f, p, row, "autonomy_years_by_municipality", true)});
    }
    return table;
}

FigureJson places_json(const Findings& f, const ScenarioComparison& p) {
    const std::map<std::string, Coordinates> where = coordinates_of(f.header().provenance);
    FigureJson list = FigureJson::array();
    for (const BreakdownRow& row : breakdown_of(f, p)->rows) {
        const auto found = where.find(row.text_en.empty() ? row.name : row.text_en);
        if (found == where.end()) continue;
        const BreakdownCell& cell = row.cells[column_of(f, "autonomy_years_by_municipality")];
        list.push_back(
            {{"id", row.name},
             {"name", f.in(row.text_en, row.text_it)},
             {"lon", found->second.longitude},
             {"lat", found->second.latitude},
             {"value", cell.suppressed ? FigureJson(nullptr) : estimate_json(cell.difference)}});
    }
    return list;
}

}  // namespace

std::vector<ReportBlock> territory_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr || breakdown_of(f, *p) == nullptr) return {};
    const ScenarioComparison* const base = f.comparison.find(f.comparison.base);
    std::vector<ReportBlock> blocks;
    blocks.emplace_back(Paragraph{f.say(
        "Over {} years {} people at risk or in care live there at one time or another. With "
        "services as usual {} are served by some instrument, there are {} starts of an internship "
        "or a job placement, {} exits to autonomy and {} relapses.",
        "In {} anni vi abitano, in un momento o nell'altro, {} persone a rischio o in "
        "carico. Con i "
        "servizi di consueto {} ricevono qualche strumento, ci sono {} avvii a tirocini o "
        "inserimenti, {} uscite in autonomia e {} ricadute.",
        f.years(),
        f.level(*base, "residents"),
        f.level(*base, "served"),
        f.level(*base, "starts"),
        f.level(*base, "exits"),
        f.level(*base, "relapses"))});
    FigureJson data =
        figure_data(f,
                    "map",
                    std::string(f.in("Where autonomy is gained", "Dove si guadagna autonomia")));
    data["value_name"] =
        f.in("autonomy-years, more than under the base", "anni di autonomia, più che con la base");
    data["unit"] = f.in("autonomy-years", "anni di autonomia");
    data["places"] = places_json(f, *p);
    if (data["places"].size() < 2) {
        blocks.emplace_back(places_table(f, *p));
    } else {
        blocks.emplace_back(figure_of(f, "map", std::move(data), places_table(f, *p)));
    }
    return blocks;
}

}  // namespace cantiere
