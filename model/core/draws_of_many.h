#pragma once
/// Draws of many entities on one occasion, bit for bit those of draws.h, evaluated side by side.
/// The last argument is for tests: no result depends on the instructions used.

#include <array>
#include <cstdint>
#include <span>

#include "model/core/draws.h"
#include "model/core/ids.h"
#include "model/core/instruction_set.h"

namespace cantiere {

/// What tells draws of one entity apart.
struct Occasion {
    Month when;
    Decision what = Decision::none;
    Draws::Index index = 0;
};

/// Where the four words of each counter go, an array for each.
using WordArrays = std::array<std::span<std::uint32_t>, 4>;

/// Returns the uniform on (0, 1) that `fill_uniforms` makes of a word: steps of 2^-23.
constexpr float float_of_word(std::uint32_t word) {
    return (static_cast<float>(word >> 9) + 0.5f) * 0x1p-23f;
}

/// Fills `to[i]` with `draws.uniform(who[i], on.when, on.what, on.index)`.
void fill_uniforms(std::span<double> to,
                   const Draws& draws,
                   std::span<const EntityKey> who,
                   Occasion on,
                   InstructionSet set = best_instruction_set());

/// Fills `to[i]` with `draws.normal(who[i], on.when, on.what, on.index)`.
void fill_normals(std::span<double> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on);

/// Fills `to[i]` with `draws.gumbel(who[i], on.when, on.what, on.index)`.
void fill_gumbels(std::span<double> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on);

/// Fills `to[i]` with `draws.ticket(who[i], on.when, on.what, on.index)`.
void fill_tickets(std::span<std::uint64_t> to,
                  const Draws& draws,
                  std::span<const EntityKey> who,
                  Occasion on);

/// Fills `to[i]` with `float_of_word` of the first word of the counter of `who[i]`.
void fill_uniforms(std::span<float> to,
                   const Draws& draws,
                   std::span<const EntityKey> who,
                   Occasion on,
                   InstructionSet set = best_instruction_set());

/// Fills `to[i]` with the first word of the counter of `who[i]`, of which `uniform` is made.
void fill_words(std::span<std::uint32_t> to,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                InstructionSet set = best_instruction_set());

/// Fills `to[k][i]` with word k of the counter of `who[i]`, of which `uniforms4` are made.
void fill_words(const WordArrays& to,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                InstructionSet set = best_instruction_set());

/// Words from `first` to `last`, which is not below it; all unless told.
struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0xffffffff;
};

/// Sets the bits of those whose first word is in a range, a word of marks for each 64 of `who`.
void mark_words(std::span<std::uint64_t> marks,
                const Draws& draws,
                std::span<const EntityKey> who,
                Occasion on,
                WordRange range,
                InstructionSet set = best_instruction_set());

}  // namespace cantiere
