#pragma once
/// Autonomy read with other weights of its eight domains: what a comparison says does not hang on
/// one choice, or the reader is told that it does (model.md 5.17.15, 9).

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Scenarios of one base that another set of weights ranks in another order than the base weights.
struct WeightReversal {
    std::string base;
    std::string_view weights;               // "work_light" or "equal"
    std::vector<std::string> base_weights;  // ids, most autonomy-years first
    std::vector<std::string> other_weights;
    bool is_told = true;  // some pair changes places by more than luck, under both weights
};

/// Lists the changes of order, by mean autonomy-years, and whether paired intervals tell one; empty
/// for files of earlier versions.
std::vector<WeightReversal> weight_reversals(const Comparison& comparison);

/// Writes autonomy-years and exits of a scenario and its base under each set of weights; nothing
/// for files of earlier versions.
std::string weight_sets_text(const ScenarioComparison& scenario,
                             const ScenarioComparison& base,
                             Language language,
                             const Layout& layout);

/// Writes a paragraph for each change of order, or that it cannot be told; nothing where there is
/// none.
std::string reversals_text(const Comparison& comparison, Language language, const Layout& layout);

nlohmann::ordered_json reversals_json(const Comparison& comparison);

}  // namespace cantiere
