#pragma once
/// Which scenarios are compared with which, as a request says.

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/findings.h"
#include "analysis/serve/exchange.h"

namespace cantiere {

/// No comparison shows more scenarios, the base apart.
inline constexpr std::size_t most_scenarios_compared = 5;

struct ComparedChoice {
    ComparisonOptions options;
    std::string base;                    // asked for, or the study's
    std::vector<std::string> scenarios;  // in the order asked for, without the base; empty: all

    /// What sentences are about: the first scenario asked for that is no null twin, among all of
    /// the file, so that its twin and its half are told of.
    FindingsChoice about_one() const;

    /// What figures show: the scenarios chosen.
    FindingsChoice about_all() const;

    /// Tells whether a scenario is shown.
    bool keeps(std::string_view id) const;

    std::string programme;  // empty: the usual one
};

/// Reads base, scenarios, wtp and perspective of a request; throws ApiError for what the results do
/// not have.
ComparedChoice choice_of(const ResultsHeader& header, const Query& query);

}  // namespace cantiere
