#pragma once
/// Pieces of the data that the figures module draws; its README says what each figure takes.

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

using FigureJson = nlohmann::ordered_json;

/// Version of the figures' data.
inline constexpr int figure_schema = 1;

/// Starts the data of a figure: what all figures have. The title may hold facts.
FigureJson figure_data(const Findings& findings, std::string_view kind, const std::string& title);

/// Makes a figure of its data and table; the title and source are those of the data.
ReportFigure figure_of(const Findings& findings,
                       const std::string& id,
                       FigureJson data,
                       ReportTable table);

/// `{"mean", "low", "high"}`; null where there is no mean.
FigureJson estimate_json(const Stat& stat);

/// Reads `{"mean", "se", "low", "high"}`, the answer of another command; NaN for what is not there.
Stat stat_of_json(const FigureJson& json);

/// A number, null where there is none.
FigureJson number_or_null(double value);

/// `{"id", "name", "base"}`.
FigureJson scenario_json(const Findings& findings, const ScenarioComparison& scenario);

/// The base, the programme and its null twin, as far as there are any; or the scenarios chosen.
std::vector<const ScenarioComparison*> main_scenarios(const Findings& findings);

/// Of these, those that are compared with the base.
std::vector<const ScenarioComparison*> compared_scenarios(const Findings& findings);

}  // namespace cantiere
