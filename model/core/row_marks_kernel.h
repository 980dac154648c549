#pragma once
/// Rows whose byte lies in a range, marked 64 at a time, and the kernels there are, one a unit.
/// Plain types only, no inline functions but those forced, so that no two sets share a symbol.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace cantiere::detail {

/// Bytes of rows, the range asked for, and a word for each 64 rows begun, in which the bits of
/// the rows found are set.
struct MarksBlock {
    std::uint64_t* marks = nullptr;
    const std::uint8_t* bytes = nullptr;
    std::size_t rows = 0;
    std::uint8_t first = 0;
    std::uint8_t beyond = 0;  // how many values follow the first
};

inline constexpr std::size_t rows_of_marks = 64;

using MarksFill = void (*)(const MarksBlock& block);

extern const MarksFill mark_rows_portable;
extern const MarksFill mark_rows_avx2;
extern const MarksFill mark_rows_avx512;

/// Marks the rows of each word by a `Range` of bytes; the last word may be short.
template <class Range>
[[gnu::always_inline]] inline void mark_rows(const MarksBlock& block) {
    const std::size_t whole = block.rows / rows_of_marks;
    const Range range(block.first, block.beyond);
    for (std::size_t word = 0; word < whole; ++word) {
        block.marks[word] |= range.bits(block.bytes + rows_of_marks * word);
    }
    const std::size_t rest = block.rows % rows_of_marks;
    if (rest == 0) return;
    // A template of the library would be compiled for this set and linked by others.
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays)
    std::uint8_t last[rows_of_marks] = {};
    std::memcpy(last, block.bytes + rows_of_marks * whole, rest);
    block.marks[whole] |= range.bits(last) & ((std::uint64_t{1} << rest) - 1);
}

}  // namespace cantiere::detail
