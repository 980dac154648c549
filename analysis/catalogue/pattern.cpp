#include "analysis/catalogue/pattern.h"

#include <algorithm>

namespace cantiere {
namespace {

/// A hole of a pattern; other braces are letters.
struct Hole {
    std::size_t begin = std::string_view::npos;
    std::size_t size = 0;
    char mark = ' ';  // of `{*}` and `{1}`

    bool exists() const { return begin != std::string_view::npos; }
};

Hole first_hole(std::string_view pattern) {
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
         at = pattern.find('{', at + 1)) {
        const std::string_view rest = pattern.substr(at + 1);
        if (rest.starts_with('}')) return {at, 2, ' '};
        const bool is_marked = rest.size() > 1 && rest[1] == '}' &&
                               (rest[0] == '*' || (rest[0] >= '0' && rest[0] <= '9'));
        if (is_marked) return {at, 3, rest[0]};
    }
    return {};
}

/// Matches what follows a hole at its first place that leads to the end, and keeps the fillings.
bool matches(std::string_view pattern, std::string_view text, std::vector<Filling>& found) {
    const Hole hole = first_hole(pattern);
    if (!hole.exists()) return pattern == text;
    const std::string_view before = pattern.substr(0, hole.begin);
    if (!text.starts_with(before)) return false;
    text.remove_prefix(before.size());
    const std::string_view after = pattern.substr(hole.begin + hole.size);
    const std::string_view next = after.substr(0, first_hole(after).begin);
    if (after.empty()) {
        found.push_back({std::string(text), hole.mark == '*'});
        return true;
    }
    for (std::size_t at = text.find(next); at != std::string_view::npos;
         at = text.find(next, at + 1)) {
        found.push_back({std::string(text.substr(0, at)), hole.mark == '*'});
        if (matches(after, text.substr(at), found)) return true;
        found.pop_back();
    }
    return false;
}

}  // namespace

std::optional<std::vector<Filling>> fillings(std::string_view pattern, std::string_view text) {
    std::vector<Filling> found;
    if (!matches(pattern, text, found)) return std::nullopt;
    return found;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& values) {
    std::string result;
    std::size_t next = 0;
    for (Hole hole = first_hole(pattern); hole.exists(); hole = first_hole(pattern)) {
        const bool is_numbered = hole.mark >= '0' && hole.mark <= '9';
        const std::size_t number = is_numbered ? static_cast<std::size_t>(hole.mark - '0') : next++;
        result += pattern.substr(0, hole.begin);
        if (number < values.size()) result += values[number];
        pattern.remove_prefix(hole.begin + hole.size);
    }
    return result.append(pattern);
}

std::size_t letters_of(std::string_view pattern) {
    std::size_t letters = pattern.size();
    for (Hole hole = first_hole(pattern); hole.exists(); hole = first_hole(pattern)) {
        letters -= hole.size;
        pattern.remove_prefix(hole.begin + hole.size);
    }
    return letters;
}

std::size_t holes_of(std::string_view pattern) {
    std::size_t holes = 0;
    for (Hole hole = first_hole(pattern); hole.exists(); hole = first_hole(pattern)) {
        ++holes;
        pattern.remove_prefix(hole.begin + hole.size);
    }
    return holes;
}

}  // namespace cantiere
