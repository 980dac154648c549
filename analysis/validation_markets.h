#pragma once
/// Patterns measured on loans, on who knows whom, on the labour market and on streams of people to
/// place; `second` is the reference that the pattern states.

#include "analysis/validation_measures.h"

namespace cantiere {

/// P17: first loans whose guarantee is called within `months` (Kaplan-Meier), in runs where all
/// have a tutor less in those of the second arm, where none has; NaN without loans.
double guarantee_calls(const PatternRuns& runs, double months);

/// P18: correlation of employment over pairs of residents who know each other, in the last month,
/// mean over runs.
double contacts_correlation(const PatternRuns& runs, double);

/// P19: slope of what the cycle does to the unemployment rate on what it does to vacancies, month
/// by month within a run: the run less its twin of the second arm, which has no cycle.
double beveridge_slope(const PatternRuns& runs, double);

/// P11: value that a placement policy gets out of the stream of each run (`placement_stream.h`), as
/// a share of the best in hindsight.
double greedy_of_hindsight(const PatternRuns& runs, double);
double bid_price_of_hindsight(const PatternRuns& runs, double);

}  // namespace cantiere
