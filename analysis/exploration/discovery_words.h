#pragma once
/// Sentences about boxes and trees.

#include <string>
#include <vector>

#include "analysis/exploration/discovery.h"
#include "analysis/language.h"

namespace cantiere {

/// Writes a limit with four digits.
std::string limit_number(double value, Language language);

/// Returns the categories of a limit.
std::vector<std::string> category_names(const ColumnLimit& limit, const Factor& factor);

/// Writes `x is below 3 and y is a or b`.
std::string limits_in_words(const std::vector<ColumnLimit>& limits,
                            const Discovery& discovery,
                            Language language);

/// Returns the limits of a box without how sure they are.
std::vector<ColumnLimit> plain_limits(const DiscoveredBox& box);

/// Says in one sentence where cases of interest lie, how many of them, and how dense.
std::string sentence_of(const std::vector<ColumnLimit>& limits,
                        const BoxQuality& quality,
                        const Discovery& discovery,
                        Language language);

/// Says whether the tree and the boxes name the same inputs.
std::string agreement_text(const Discovery& discovery, Language language);

}  // namespace cantiere
