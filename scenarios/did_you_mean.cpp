#include "scenarios/did_you_mean.h"

#include <fmt/format.h>

#include <algorithm>

namespace cantiere {
namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// The last part of a dotted key, as people often leave the table out.
std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

std::string_view table_of(std::string_view key) { return key.substr(0, key.find('.')); }

bool is_dotted(std::string_view word) { return word.find('.') != std::string_view::npos; }

/// How many edits are still near: a third of the letters.
std::size_t most_edits(std::size_t letters) { return std::max<std::size_t>(2, letters / 3); }

/// Edits to a candidate: of wholes, or of its last part for a word that names no table.
std::size_t distance_to(std::string_view word, std::string_view candidate) {
    const std::size_t whole = edit_distance(word, candidate);
    return is_dotted(word) ? whole : std::min(whole, edit_distance(word, last_part(candidate)));
}

/// Finds the first candidate at the least distance, at most `most`; only those of a table where one
/// is named.
std::string nearest_within(std::size_t most,
                           std::string_view word,
                           const std::vector<std::string>& candidates,
                           std::string_view table) {
    const std::string* best = nullptr;
    std::size_t least = most + 1;
    for (const std::string& candidate : candidates) {
        if (!table.empty() && table_of(candidate) != table) {
            continue;
        }
        const std::size_t distance = distance_to(word, candidate);
        const bool too_different = distance >= std::max(word.size(), candidate.size());
        if (distance < least && !too_different) {
            best = &candidate;
            least = distance;
        }
    }
    return best != nullptr ? *best : "";
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        cost[i][0] = i;
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
        cost[0][j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const char x = lower(a[i - 1]);
            const char y = lower(b[j - 1]);
            const std::size_t replaced = cost[i - 1][j - 1] + (x == y ? 0 : 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y;
            if (swapped) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_word = 200;
    if (word.empty() || word.size() > longest_word) {
        return "";
    }
    constexpr std::size_t telling_prefix = 4;
    if (word.size() >= telling_prefix) {
        for (const std::string& candidate : candidates) {
            if (candidate.starts_with(word)) return candidate;
        }
    }
    if (!is_dotted(word)) {
        return nearest_within(most_edits(word.size()), word, candidates, "");
    }
    const std::string_view table = table_of(word);
    const std::string beside =
        nearest_within(most_edits(word.size() - table.size() - 1), word, candidates, table);
    constexpr std::size_t letters_an_edit =
        4;  // fewer edits than of a single word: wholes are long
    const std::size_t anywhere = std::max<std::size_t>(2, word.size() / letters_an_edit);
    return beside.empty() ? nearest_within(anywhere, word, candidates, "") : beside;
}

std::string did_you_mean(std::string_view word,
                         const std::vector<std::string>& candidates,
                         std::string_view alternative) {
    const std::string found = nearest(word, candidates);
    return found.empty() ? std::string(alternative) : fmt::format("did you mean \"{}\"?", found);
}

std::string one_of(const std::vector<std::string>& words, std::size_t most) {
    std::string result;
    const std::size_t shown = std::min(words.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == words.size();
        result += i == 0 ? "" : (last ? " or " : ", ");
        result += words[i];
    }
    return words.size() > most ? result + ", ..." : result;
}

}  // namespace cantiere
