#pragma once
/// The sections of a report, one function each, in the order of the report. What they say of one
/// study; a report of several puts each under the study's name.

#include <string>
#include <vector>

#include "analysis/report/companions.h"
#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// The answer in one sentence: what the programme costs, what it does, how likely it is worth it.
/// Right for either sign, for differences that cannot be told and for programmes that do harm.
std::string answer_sentence(const Findings& findings);

std::vector<ReportBlock> summary_blocks(const Findings& findings);
std::vector<ReportBlock> territory_blocks(const Findings& findings);
std::vector<ReportBlock> option_blocks(const Findings& findings);
std::vector<ReportBlock> autonomy_blocks(const Findings& findings);
std::vector<ReportBlock> cost_blocks(const Findings& findings);
std::vector<ReportBlock> value_blocks(const Findings& findings);
std::vector<ReportBlock> fairness_blocks(const Findings& findings);
std::vector<ReportBlock> uncertainty_blocks(const Findings& findings, const Companions& companions);
std::vector<ReportBlock> failure_blocks(const Findings& findings);
std::vector<ReportBlock> implementation_blocks(const Findings& findings);
std::vector<ReportBlock> limit_blocks(const Findings& findings);
std::vector<ReportBlock> method_blocks(const Findings& findings);

/// Every number of the studies: those that all of them share once, then each study's own.
std::vector<ReportBlock> input_blocks(const std::vector<const Findings*>& studies);

std::vector<ReportBlock> checklist_blocks(const Findings& findings);
std::vector<ReportBlock> reproduce_blocks(const Findings& findings);

}  // namespace cantiere
