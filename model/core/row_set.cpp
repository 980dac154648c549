#include "model/core/row_set.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cantiere {

namespace {

constexpr std::size_t rows_of_word = 64;

std::uint64_t equal_bits(const std::uint8_t* bytes, std::size_t count, std::uint8_t value) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        bits |= std::uint64_t{bytes[i] == value ? 1u : 0u} << i;
    }
    return bits;
}

/// The same of a whole word of rows.
std::uint64_t equal_bits(const std::uint8_t* bytes, std::uint8_t value) {
#if defined(__SSE2__)
    std::uint64_t bits = 0;
    const __m128i wanted = _mm_set1_epi8(static_cast<char>(value));
    for (std::size_t part = 0; part < 4; ++part) {
        const auto* from = reinterpret_cast<const __m128i*>(bytes + 16 * part);
        const __m128i same = _mm_cmpeq_epi8(_mm_loadu_si128(from), wanted);
        const auto signs = static_cast<std::uint32_t>(_mm_movemask_epi8(same));
        bits |= std::uint64_t{signs} << (16 * part);
    }
    return bits;
#else
    return equal_bits(bytes, rows_of_word, value);
#endif
}

}  // namespace

void mark_equal(std::span<std::uint64_t> marks, std::span<const std::uint8_t> bytes, int value) {
    const auto wanted = static_cast<std::uint8_t>(value);
    const std::size_t whole = bytes.size() / rows_of_word;
    for (std::size_t word = 0; word < whole; ++word) {
        marks[word] |= equal_bits(bytes.data() + rows_of_word * word, wanted);
    }
    const std::size_t rest = bytes.size() % rows_of_word;
    if (rest > 0) marks[whole] |= equal_bits(bytes.data() + rows_of_word * whole, rest, wanted);
}

}  // namespace cantiere
