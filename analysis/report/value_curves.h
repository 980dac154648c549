#pragma once
/// The decision over a range of the willingness to pay: what is best, how likely, and what a wrong
/// choice costs.

#include <string>

#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// Names the best option on average at the study's willingness to pay, and how often it is best.
std::string best_sentence(const Findings& findings);

/// Expected loss of each option, with the worth of perfect information below all of them.
ReportFigure loss_figure(const Findings& findings);

/// How often each option is the best, with the frontier of the best on average.
ReportFigure acceptability_figure(const Findings& findings);

}  // namespace cantiere
