#pragma once
/// The decision over a range of the willingness to pay: what is best, how likely, and what a wrong
/// choice costs.

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// Writes euros with three digits, whole ones below a thousand.
std::string eur_text(const Findings& findings, double eur);

/// Names the best option on average at the study's willingness to pay, and how often it is best.
std::string best_sentence(const Findings& findings);

/// The options that charts show: those that are the best somewhere, the base, the programme and
/// its null twin. Positions in the samples.
std::vector<std::size_t> strategies_shown(const Findings& findings);

/// Expected loss of each option, with the worth of perfect information below all of them.
ReportFigure loss_figure(const Findings& findings);

/// How often each option is the best, with the frontier of the best on average.
ReportFigure acceptability_figure(const Findings& findings);

/// What each option can lose against the best of each draw: at most, in one draw of ten, on
/// average.
ReportFigure regret_figure(const Findings& findings);

}  // namespace cantiere
