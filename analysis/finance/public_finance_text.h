#pragma once
/// Public finance for readers and for programs.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/finance/public_finance.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes who gains and who pays, the marginal value of public funds, the budget by payer and year
/// and the value of each start, scenario by scenario.
std::string public_finance_text(const std::vector<PublicFinance>& all,
                                std::size_t draws,
                                Language language,
                                const Layout& layout);

/// Returns `[{"scenario", "base", "benefits": {NAME: STAT}, "chance_benefits_exceed_costs", "mvpf":
/// {"gain", "net_cost", "kind", "value", "low", "high", "at_cost"}, "budget": {"payers": {PAYER:
/// [STAT]}, "public": [STAT], "cumulative": [STAT], "chance_even": [], "break_even_year"},
/// "per_start": [{"group", "more_starts", "saved"}]}]`; years in order, from the first.
nlohmann::ordered_json public_finance_json(const std::vector<PublicFinance>& all);

}  // namespace cantiere
