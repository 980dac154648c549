#pragma once
/// Levers at both ends of what a policy could choose: the difference each makes in the outcome it
/// is meant for.

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/statistics.h"
#include "analysis/text_table.h"
#include "scenarios/design_runs.h"
#include "scenarios/file_source.h"
#include "scenarios/problems.h"

namespace cantiere {

enum class ExpectedSign : std::uint8_t { up, down, either, none };

/// What is asked of one lever. Amounts are in the study's prices.
struct LeverQuestion {
    const ParameterSpec* spec = nullptr;
    std::string low_text, high_text;
    double low = 0.0, high = 0.0;
    std::string study, scenario, outcome;
    ExpectedSign sign = ExpectedSign::either;
    std::vector<std::pair<std::string, std::string>> with;  // as `--set`, the whole study
    std::string note;
};

/// `unclear`: the interval holds zero; `none`: zero in every run.
enum class LeverVerdict : std::uint8_t { as_expected, opposite, unclear, none };

struct LeverEffect {
    LeverQuestion question;
    Stat at_low, at_high;
    Stat difference;  // at high minus at low, run by run
    LeverVerdict verdict = LeverVerdict::unclear;
};

struct LeverEffects {
    std::vector<LeverEffect> effects;
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no effects
};

/// Reads a table `lever,low,high,study,scenario,outcome,sign,with,note`; sign is + - ? or 0, and
/// `with` holds `key=value` pairs after semicolons. Every problem is told; empty when there are
/// errors.
std::vector<LeverQuestion> read_lever_csv(const std::string& path,
                                          const FileSource& files,
                                          Problems& problems);

/// Runs a study's scenarios with each lever at both ends, all under the same luck and from one
/// burn-in. The questions are about scenarios that the study has; throws std::invalid_argument for
/// an outcome that it has not.
LeverEffects lever_effects(const Study& study,
                           const std::vector<LeverQuestion>& questions,
                           const DesignOptions& options);

/// Writes a line a question.
std::string lever_table_text(const std::vector<LeverEffect>& effects,
                             Language language,
                             const Layout& layout);

/// Returns `[{"lever", "unit", "low", "high", "study", "scenario", "outcome", "with", "at_low",
/// "at_high", "difference": STAT, "sign", "verdict", "note"}]`.
nlohmann::ordered_json lever_table_json(const std::vector<LeverEffect>& effects);

}  // namespace cantiere
