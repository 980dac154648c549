#pragma once
/// What is answered of results files: the list of them, comparisons, figures, the report.

#include "analysis/serve/exchange.h"
#include "analysis/serve/results_folder.h"

namespace cantiere {

/// Lists the results files of the folder, newest first.
ApiJson runs_answer(const ResultsFolder& folder, const Query& query);

/// Names of the values that `compare_answer` and `figures_answer` take.
std::vector<std::string> choice_names();

/// Compares: the JSON of `compare` for the scenarios chosen, the answer in a sentence, who pays,
/// the five questions.
ApiJson compare_answer(const ResultsFolder& folder, const Query& query);

/// Returns the data of the report's figures for the scenarios chosen, each with its tab.
ApiJson figures_answer(const ResultsFolder& folder, const Query& query);

/// Returns the report of one results file.
ApiAnswer report_answer(const ResultsFolder& folder, const Query& query);

/// Returns what `validate --json` printed into the folder; null where there is nothing.
ApiJson validation_answer(const ResultsFolder& folder);

}  // namespace cantiere
