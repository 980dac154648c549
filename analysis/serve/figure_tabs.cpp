#include "analysis/serve/figure_tabs.h"

#include <array>

#include "analysis/report/sections.h"

namespace cantiere {
namespace {

/// The sections that hold figures, and the tab of each.
struct TabOfSection {
    std::string_view tab;
    std::vector<ReportBlock> (*blocks)(const Findings&);
};

constexpr std::array<TabOfSection, 5> tabs{{{"autonomy", autonomy_blocks},
                                            {"costs", cost_blocks},
                                            {"value", value_blocks},
                                            {"fairness", fairness_blocks},
                                            {"map", territory_blocks}}};

bool is_of_one_scenario(const std::string& kind) { return kind == "map" || kind == "pathways"; }

ApiJson figure_json(const ReportFigure& figure, std::string_view tab, const std::string& id) {
    ApiJson data = figure.data;
    data["tab"] = figure.kind == "pathways" ? "pathways" : std::string(tab);
    data["id"] = id;
    return data;
}

/// Adds the figures of findings; of other scenarios than the first, those that show one alone.
void add_figures(const Findings& findings, bool is_first, ApiJson& figures) {
    for (const TabOfSection& section : tabs) {
        for (const ReportBlock& block : section.blocks(findings)) {
            const auto* const figure = std::get_if<ReportFigure>(&block);
            if (figure == nullptr || (!is_first && !is_of_one_scenario(figure->kind))) continue;
            const std::string ending = is_first ? "" : "-" + findings.programme_id;
            figures.push_back(figure_json(*figure, section.tab, figure->id + ending));
        }
    }
}

}  // namespace

ApiJson figures_json(const Results& results, Language language, const ComparedChoice& choice) {
    ApiJson figures = ApiJson::array();
    const Findings all(results, language, choice.about_all());
    if (all.programme() == nullptr) return figures;  // services as usual, and nothing beside them
    add_figures(all, true, figures);
    for (const std::string& id : choice.scenarios) {
        if (id == choice.programme) continue;
        add_figures({results, language, {choice.options, {id}, id}}, false, figures);
    }
    return figures;
}

}  // namespace cantiere
