#include "model/core/rare_draws.h"

#include <algorithm>

namespace cantiere::detail {

namespace {

constexpr double words_in_all = 0x1p32;
/// The greatest word whose uniform could be below `ceiling` < 1, and one for rounding.
std::uint32_t last_word_below(double ceiling) {
    return static_cast<std::uint32_t>(std::min(ceiling * words_in_all, words_in_all - 1.0));
}

}  // namespace

void mark_below(std::span<std::uint64_t> marks,
                double ceiling,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on) {
    const std::uint32_t last = last_word_below(ceiling + margin_of_rounding);
    mark_words(marks, draws, who, on, {.last = last});
}

void mark_above(std::span<std::uint64_t> marks,
                double floor,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on) {
    const std::uint32_t first = last_word_below(std::max(0.0, floor - 2 * margin_of_rounding));
    mark_words(marks, draws, who, on, {.first = first});
}

}  // namespace cantiere::detail
