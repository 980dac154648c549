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

/// The entities of one block that are asked about.
class BlockAmong {
  public:
    /// Takes those whose bits are set, a word for each 64 of the block's entities: gathered side by
    /// side where they are few; else it is sooner to draw for all of the block.
    void take(std::span<const std::uint64_t> among, std::span<const EntityKey> who) {
        std::size_t count = 0;
        for (const std::uint64_t word : among)
            count += static_cast<std::size_t>(std::popcount(word));
        among_ = among;
        are_few_ = 3 * count < who.size();
        if (are_few_) gather(who);
        drawn_for_ = are_few_ ? std::span<const EntityKey>(keys_).first(count) : who;
    }

    /// Sets the bits of those whose draw is in a range.
    void mark(std::span<std::uint64_t> marks, const Draws& draws, Occasion on, WordRange range) {
        if (drawn_for_.empty()) return;
        std::array<std::uint64_t, rows_per_block / rows_of_mark> bits{};
        mark_words(bits, draws, drawn_for_, on, range);
        for (std::size_t word = 0; word < among_.size(); ++word) {
            if (are_few_)
                mark_places(marks, bits[word], rows_of_mark * word);
            else
                marks[word] |= bits[word] & among_[word];
        }
    }

  private:
    void gather(std::span<const EntityKey> who) {
        std::size_t count = 0;
        for (std::size_t word = 0; word < among_.size(); ++word) {
            for (std::uint64_t left = among_[word]; left != 0; left &= left - 1) {
                const std::size_t at = rows_of_mark * word + first_of(left);
                places_[count] = static_cast<std::uint16_t>(at);
                keys_[count++] = who[at];
            }
        }
    }

    void mark_places(std::span<std::uint64_t> marks, std::uint64_t bits, std::size_t first) const {
        for (std::uint64_t left = bits; left != 0; left &= left - 1) {
            const std::size_t place = places_[first + first_of(left)];
            marks[place / rows_of_mark] |= std::uint64_t{1} << (place % rows_of_mark);
        }
    }

    static std::size_t first_of(std::uint64_t bits) {
        return static_cast<std::size_t>(std::countr_zero(bits));
    }

    std::array<EntityKey, rows_per_block> keys_{};
    std::array<std::uint16_t, rows_per_block> places_{};
    std::span<const std::uint64_t> among_;
    std::span<const EntityKey> drawn_for_;
    bool are_few_ = false;
};

/// Takes each block's entities of `among` and calls `visit(block, marks of the block)`.
template <class Visit>
void for_each_block_among(std::span<std::uint64_t> marks,
                          std::span<const std::uint64_t> among,
                          std::span<const EntityKey> who,
                          Visit visit) {
    BlockAmong block;
    for_each_block(who.size(), [&](std::size_t begin, std::size_t end) {
        const std::size_t first = begin / rows_of_mark;
        const std::size_t words = (end - begin + rows_of_mark - 1) / rows_of_mark;
        block.take(among.subspan(first, words), who.subspan(begin, end - begin));
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
            block.mark(found, draws, on, {.first = first});
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
        block.mark(found, draws, on, {.last = last});
    });
}

}  // namespace cantiere::detail
