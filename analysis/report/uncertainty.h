#pragma once
/// Parts of the section on uncertainty: what moves the net benefit, and what to measure next.

#include <vector>

#include "analysis/report/companions.h"
#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// What each number that varies does to the net benefit, by a straight line through the draws of
/// the results themselves; in words why not, where draws are too few.
std::vector<ReportBlock> influence_blocks(const Findings& findings);

/// What it would be worth to know each number before choosing, against the floor of noise; in words
/// why not, where draws are too few.
std::vector<ReportBlock> measure_blocks(const Findings& findings);

/// The answers of `sensitivity --json` about this study: tornado, plane of two numbers, shares of
/// the variance; how to get them where there are none.
std::vector<ReportBlock> sensitivity_blocks(const Findings& findings, const Companions& companions);

}  // namespace cantiere
