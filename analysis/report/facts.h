#pragma once
/// Numbers within sentences and tables that carry what they are of, so that a reader, or a
/// program, can go from each of them back to the results file; and links.

#include <string>
#include <string_view>

#include "analysis/language.h"
#include "analysis/statistics.h"

namespace cantiere {

/// Writes a shown number as a fact within a text: `of` names it (`STUDY/SCENARIO:VARIABLE:WHAT`,
/// README.md), `value` is unrounded, `text` is what readers see. The page makes an element of it.
std::string fact(std::string_view of, double value, std::string_view text);

/// Writes a difference with half of its interval, `+12 ±3`, `~` where it may be zero.
std::string difference_fact(std::string_view of, const Stat& stat, Language language);

/// Writes the size of a difference, without its sign, with half of its interval: for sentences that
/// say more or less.
std::string size_fact(std::string_view of, const Stat& stat, Language language);

/// Writes the mean of a level.
std::string level_fact(std::string_view of, const Stat& stat, Language language);

/// Writes a share in percent.
std::string share_fact(std::string_view of, double share, Language language);

/// Writes a link within a text, to a place of the page (`#source-3`) or to an address. It holds no
/// fact.
std::string link(std::string_view to, std::string_view text);

/// Writes a text for a page: characters that mean something there are escaped, facts become
/// `<data value="..." data-of="...">` elements, links `<a href="...">`.
std::string html_text(std::string_view text);

/// Writes a text without the marks of its facts and links.
std::string plain_text(std::string_view text);

}  // namespace cantiere
