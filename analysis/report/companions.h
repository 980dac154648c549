#pragma once
/// What stands beside the results files of a report: answers of other commands, as their JSON.

#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// Answers of `validate --json` and `transfer --matrix --json`; null where there are none.
struct Companions {
    nlohmann::ordered_json validation;
    nlohmann::ordered_json transfer;
};

/// Patterns of the world that the model meets and misses; how to get them where there are none.
std::vector<ReportBlock> validation_blocks(const Findings& findings, const Companions& companions);

/// Every programme in every place; how to get it where there is none.
std::vector<ReportBlock> transfer_blocks(const std::vector<const Findings*>& studies,
                                         const Companions& companions);

}  // namespace cantiere
