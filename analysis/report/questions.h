#pragma once
/// The five questions of a mayor, answered from the results of one programme.

#include <string>

#include "analysis/report/findings.h"

namespace cantiere {

/// What does it cost me? What the municipalities pay or save, who else pays, when the money is
/// back.
std::string cost_answer(const Findings& findings, const ScenarioComparison& programme);

/// When public money is back, nothing discounted, as far as the interval at the end of the study
/// tells.
std::string money_back_text(const Findings& findings,
                            const ScenarioComparison& programme,
                            const BudgetYears& budget);

/// Whom does it help? The group that gains most for each of its people, and what all get.
std::string help_answer(const Findings& findings, const ScenarioComparison& programme);

/// Is it the money or the coordination? The programme beside its null twin.
std::string coordination_answer(const Findings& findings, const ScenarioComparison& programme);

/// Who loses? Payers, others on the labour market, residents worse off.
std::string losers_answer(const Findings& findings, const ScenarioComparison& programme);

/// What if it were smaller? The scenario `PROGRAMME-half`, where there is one.
std::string smaller_answer(const Findings& findings, const ScenarioComparison& programme);

}  // namespace cantiere
