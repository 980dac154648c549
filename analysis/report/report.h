#pragma once
/// The masterplan: what the results of one study or several say, in the order in which a decision
/// maker asks.

#include <memory>
#include <vector>

#include "analysis/report/companions.h"
#include "analysis/report/document.h"
#include "analysis/report/findings.h"

namespace cantiere {

struct ReportOptions {
    bool draft = false;  // marked so whatever the number of draws
};

/// Fewer draws than this make a draft.
inline constexpr std::size_t draws_of_a_report = 100;

/// Makes the report of the findings of one study or several, all in one language.
ReportDocument report_of(const std::vector<std::unique_ptr<Findings>>& studies,
                         const Companions& companions,
                         const ReportOptions& options);

}  // namespace cantiere
