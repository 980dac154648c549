#include "model/core/draws_of_many.h"

#include "model/core/contracts.h"
#include "model/core/philox_fills.h"
#include "model/core/rows.h"

namespace cantiere {

namespace {

static_assert(sizeof(EntityKey) == sizeof(std::uint64_t), "a kernel reads keys as their values");

const detail::PhiloxFills& fills_of(InstructionSet set) {
    expects(is_supported(set), "the processor has the instructions asked for");
    if (set == InstructionSet::avx512) return detail::philox_avx512;
    if (set == InstructionSet::avx2) return detail::philox_avx2;
    return detail::philox_portable;
}

detail::PhiloxBlock block_of(const Draws& draws,
                             std::span<const EntityKey> who,
                             Occasion on,
                             std::size_t room) {
    expects(room >= who.size(), "there is room for a number for each entity");
    return {reinterpret_cast<const std::uint64_t*>(who.data()),
            who.size(),
            Draws::occasion(on.when, on.what),
            on.index,
            draws.key()[0],
            draws.key()[1]};
}

}  // namespace

void fill_uniforms(std::span<double> to,
                   const Draws& draws,
                   std::span<const EntityKey> who,
                   Occasion on,
                   InstructionSet set) {
    fills_of(set).doubles(to.data(), block_of(draws, who, on, to.size()));
}

void fill_normals(std::span<double> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on) {
    std::array<double, rows_per_block> uniform{};
    for_each_block(who.size(), [&](std::size_t begin, std::size_t end) {
        fill_uniforms(uniform, draws, who.subspan(begin, end - begin), on);
        fill_normal_quantiles(to.subspan(begin), std::span(uniform).first(end - begin));
    });
}

void fill_gumbels(std::span<double> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on) {
    fill_uniforms(to, draws, who, on);
    for (double& x : to.first(who.size())) x = -log(-log(x));
}

void fill_tickets(std::span<std::uint64_t> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on) {
    std::array<std::array<std::uint32_t, rows_per_block>, 4> words{};
    for_each_block(who.size(), [&](std::size_t begin, std::size_t end) {
        const WordArrays four{words[0], words[1], words[2], words[3]};
        fill_words(four, draws, who.subspan(begin, end - begin), on);
        for (std::size_t i = begin; i < end; ++i) {
            to[i] = (std::uint64_t{words[0][i - begin]} << 32) | words[1][i - begin];
        }
    });
}

void fill_uniforms(std::span<float> to,
                   const Draws& draws,
                   std::span<const EntityKey> who,
                   Occasion on,
                   InstructionSet set) {
    fills_of(set).floats(to.data(), block_of(draws, who, on, to.size()));
}

void fill_words(std::span<std::uint32_t> to,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                InstructionSet set) {
    fills_of(set).first_words(to.data(), block_of(draws, who, on, to.size()));
}

void fill_words(const WordArrays& to,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                InstructionSet set) {
    for (const auto& words : to) {
        expects(words.size() >= who.size(), "there is room for every word of each entity");
    }
    fills_of(set).four_words({to[0].data(), to[1].data(), to[2].data(), to[3].data()},
                             block_of(draws, who, on, to[0].size()));
}

void mark_words(std::span<std::uint64_t> marks,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                WordRange range,
                InstructionSet set) {
    fills_of(set).marks({marks.data(), range.first, range.last - range.first},
                        block_of(draws, who, on, 64 * marks.size()));
}

}  // namespace cantiere
