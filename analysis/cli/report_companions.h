#pragma once
/// Answers of other commands that stand beside the results of a report.

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/cli/context.h"
#include "analysis/report/companions.h"
#include "outputs/results_header.h"

namespace cantiere {

/// Files named on the command line; empty where none is.
struct CompanionFiles {
    std::string validation, transfer;
    std::vector<std::string> sensitivity;
};

/// Reads the files named, and `validation.json` and `transfer.json` of a folder where none are; one
/// of those two that is spoilt is told and left out. Throws UsageError for a file that is missing,
/// no JSON, of another command, or about a study or scenario that the report is not of.
Companions read_companions(const CompanionFiles& files,
                           const std::filesystem::path& folder,
                           const std::vector<const ResultsHeader*>& studies,
                           const Context& context);

}  // namespace cantiere
