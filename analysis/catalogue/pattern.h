#pragma once
/// Texts with holes: what was filled in is found again, and filled into another text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// What was filled into a hole, and whether it is told in the reader's language too.
struct Filling {
    std::string text;
    bool is_told = false;
};

/// Returns what stands in the holes `{}` and `{*}` of a pattern, or nothing where a text is no
/// filled pattern.
std::optional<std::vector<Filling>> fillings(std::string_view pattern, std::string_view text);

/// Fills the holes of a pattern: `{}` the next one, `{1}` the second one.
std::string filled(std::string_view pattern, const std::vector<std::string>& values);

/// Counts the letters of a pattern outside of its holes, and its holes.
std::size_t letters_of(std::string_view pattern);
std::size_t holes_of(std::string_view pattern);

}  // namespace cantiere
