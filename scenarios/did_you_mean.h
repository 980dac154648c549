#pragma once
/// The nearest known word to a mistyped one.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Counts insertions, deletions, replacements and swaps of neighbours between two words
/// (Damerau-Levenshtein, optimal string alignment); ASCII letters compare without case.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Returns the candidate nearest to a word; empty when none is near: at most a third of the word's
/// letters (at least two) away. Of a dotted word wholes are compared, first those of its table.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// Returns `did you mean "x"?`, or `alternative` when nothing is near.
std::string did_you_mean(std::string_view word,
                         const std::vector<std::string>& candidates,
                         std::string_view alternative);

/// Joins words as a list for readers: `a, b or c`, cut after `most` of them.
std::string one_of(const std::vector<std::string>& words, std::size_t most = 24);

}  // namespace cantiere
