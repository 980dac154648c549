#include "model/core/rare_draws.h"

#include <algorithm>
#include <array>

#include "model/core/rows.h"

namespace cantiere::detail {

namespace {

constexpr double words_in_all = 0x1p32;
constexpr std::size_t rows_of_word = 64;

/// Calls `mark(word)` for the draw of each of a block; where it holds, the bit is set.
template <class Mark>
void mark_words(std::span<std::uint64_t> marks, std::span<const std::uint32_t> drawn, Mark mark) {
    for (std::size_t begin = 0; begin < drawn.size(); begin += rows_of_word) {
        const std::size_t count = std::min(rows_of_word, drawn.size() - begin);
        std::array<std::uint8_t, rows_of_word> holds{};
        for (std::size_t i = 0; i < count; ++i) holds[i] = mark(drawn[begin + i]) ? 1 : 0;
        mark_equal(marks.subspan(begin / rows_of_word, 1), holds, 1);
    }
}

template <class Mark>
void mark_draws(std::span<std::uint64_t> marks,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on,
                Mark mark) {
    static_assert(rows_per_block % rows_of_word == 0);
    std::array<std::uint32_t, rows_per_block> drawn{};
    for_each_block(who.size(), [&](std::size_t begin, std::size_t end) {
        const std::span<std::uint32_t> words = std::span(drawn).first(end - begin);
        fill_words(words, draws, who.subspan(begin, end - begin), on);
        mark_words(marks.subspan(begin / rows_of_word), words, mark);
    });
}

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
    mark_draws(marks, who, draws, on, [last](std::uint32_t word) { return word <= last; });
}

void mark_above(std::span<std::uint64_t> marks,
                double floor,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on) {
    const std::uint32_t last = last_word_below(std::max(0.0, floor - 2 * margin_of_rounding));
    mark_draws(marks, who, draws, on, [last](std::uint32_t word) { return word >= last; });
}

}  // namespace cantiere::detail
