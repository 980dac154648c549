#include "model/core/rare_draws_among.h"

#include <algorithm>
#include <array>
#include <bit>

#include "model/core/rare_draws.h"
#include "model/core/rows.h"

namespace cantiere::detail {

namespace {

constexpr std::size_t rows_of_mark = 64;

/// The word that a uniform of this size is made of, or one beside it.
std::uint32_t word_near(double uniform) {
    return static_cast<std::uint32_t>(std::clamp(uniform * 0x1p32, 0.0, 0x1p32 - 1.0));
}

/// The entities of one block that are asked about, side by side, with where they stand in it.
class BlockAmong {
  public:
    /// Gathers those whose bits are set; a word for each 64 of the block's entities.
    void gather(std::span<const std::uint64_t> among, std::span<const EntityKey> who) {
        count_ = 0;
        for (std::size_t word = 0; word < among.size(); ++word) {
            for (std::uint64_t left = among[word]; left != 0; left &= left - 1) {
                const std::size_t at =
                    rows_of_mark * word + static_cast<std::size_t>(std::countr_zero(left));
                places_[count_] = static_cast<std::uint8_t>(at);
                keys_[count_++] = who[at];
            }
        }
    }

    /// Sets the bits of those for whose draw `mark(word)` holds.
    template <class Mark>
    void mark(std::span<std::uint64_t> marks, const Draws& draws, Occasion on, Mark mark) {
        fill_words(drawn_, draws, std::span(keys_).first(count_), on);
        for (std::size_t i = 0; i < count_; ++i) {
            if (!mark(drawn_[i])) continue;
            marks[places_[i] / rows_of_mark] |= std::uint64_t{1} << (places_[i] % rows_of_mark);
        }
    }

  private:
    static_assert(rows_per_block <= 256, "a place in a block is a byte");
    std::array<EntityKey, rows_per_block> keys_{};
    std::array<std::uint32_t, rows_per_block> drawn_{};
    std::array<std::uint8_t, rows_per_block> places_{};
    std::size_t count_ = 0;
};

/// Gathers each block's entities of `among` and calls `visit(block, marks of the block)`.
template <class Visit>
void for_each_block_among(std::span<std::uint64_t> marks,
                          std::span<const std::uint64_t> among,
                          std::span<const EntityKey> who,
                          Visit visit) {
    BlockAmong block;
    for_each_block(who.size(), [&](std::size_t begin, std::size_t end) {
        const std::size_t first = begin / rows_of_mark;
        const std::size_t words = (end - begin + rows_of_mark - 1) / rows_of_mark;
        block.gather(among.subspan(first, words), who.subspan(begin, end - begin));
        visit(block, marks.subspan(first, words));
    });
}

}  // namespace

void mark_first_to_come(std::span<std::uint64_t> marks,
                        std::span<const std::uint64_t> among,
                        std::span<const Hazard> ceilings,
                        std::span<const EntityKey> who,
                        const Draws& draws,
                        Month month,
                        Decision what) {
    for_each_block_among(marks, among, who, [&](BlockAmong& block, std::span<std::uint64_t> found) {
        for (std::size_t cause = 0; cause < ceilings.size(); ++cause) {
            const double hazard = ceilings[cause].per_month();
            if (hazard <= 0.0) continue;
            const std::uint32_t first = word_near(exp(-hazard) - 2 * margin_of_rounding);
            const Occasion on{month, what, static_cast<Draws::Index>(cause)};
            block.mark(found, draws, on, [first](std::uint32_t word) { return word >= first; });
        }
    });
}

void mark_below(std::span<std::uint64_t> marks,
                std::span<const std::uint64_t> among,
                double ceiling,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on) {
    const std::uint32_t last = word_near(ceiling + margin_of_rounding);
    for_each_block_among(marks, among, who, [&](BlockAmong& block, std::span<std::uint64_t> found) {
        block.mark(found, draws, on, [last](std::uint32_t word) { return word <= last; });
    });
}

}  // namespace cantiere::detail
