#pragma once
/// What stands beside the results files of a report: answers of other commands, as their JSON.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// Answers of `validate --json` and `transfer --matrix --json`, null where there are none, and of
/// `sensitivity --study --json`, each checked by `why_no_sensitivity`.
struct Companions {
    nlohmann::ordered_json validation;
    nlohmann::ordered_json transfer;
    std::vector<nlohmann::ordered_json> sensitivity;
};

/// Says why JSON is no answer of `sensitivity` that a report can show; empty where it is one.
std::string why_no_sensitivity(const nlohmann::ordered_json& json);

/// Patterns of the world that the model meets and misses; how to get them where there are none.
std::vector<ReportBlock> validation_blocks(const Findings& findings, const Companions& companions);

/// Every programme in every place; how to get it where there is none.
std::vector<ReportBlock> transfer_blocks(const std::vector<const Findings*>& studies,
                                         const Companions& companions);

}  // namespace cantiere
