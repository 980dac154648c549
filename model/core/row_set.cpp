#include "model/core/row_set.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cantiere {

namespace {

constexpr std::size_t rows_of_word = 64;

/// A run of neighbouring values.
struct Values {
    std::uint8_t first = 0;
    std::uint8_t beyond = 0;  // how many follow the first
};

std::uint64_t bits_of(const std::uint8_t* bytes, std::size_t count, Values values) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto above = static_cast<std::uint8_t>(bytes[i] - values.first);
        bits |= std::uint64_t{above <= values.beyond ? 1u : 0u} << i;
    }
    return bits;
}

/// The same of a whole word of rows.
std::uint64_t bits_of(const std::uint8_t* bytes, Values values) {
#if defined(__SSE2__)
    std::uint64_t bits = 0;
    const __m128i first = _mm_set1_epi8(static_cast<char>(values.first));
    const __m128i beyond = _mm_set1_epi8(static_cast<char>(values.beyond));
    for (std::size_t part = 0; part < 4; ++part) {
        const auto* from = reinterpret_cast<const __m128i*>(bytes + 16 * part);
        const __m128i above = _mm_sub_epi8(_mm_loadu_si128(from), first);
        const __m128i within = _mm_cmpeq_epi8(_mm_min_epu8(above, beyond), above);
        const auto signs = static_cast<std::uint32_t>(_mm_movemask_epi8(within));
        bits |= std::uint64_t{signs} << (16 * part);
    }
    return bits;
#else
    return bits_of(bytes, rows_of_word, values);
#endif
}

void mark_run(std::span<std::uint64_t> marks, std::span<const std::uint8_t> bytes, Values values) {
    const std::size_t whole = bytes.size() / rows_of_word;
    for (std::size_t word = 0; word < whole; ++word) {
        marks[word] |= bits_of(bytes.data() + rows_of_word * word, values);
    }
    const std::size_t rest = bytes.size() % rows_of_word;
    if (rest > 0) marks[whole] |= bits_of(bytes.data() + rows_of_word * whole, rest, values);
}

}  // namespace

void mark_equal(std::span<std::uint64_t> marks, std::span<const std::uint8_t> bytes, int value) {
    mark_run(marks, bytes, {static_cast<std::uint8_t>(value), 0});
}

void mark_any(std::span<std::uint64_t> marks,
              std::span<const std::uint8_t> bytes,
              std::span<const int> values) {
    const auto [least, greatest] = std::ranges::minmax(values);
    const int beyond = greatest - least;
    if (beyond + 1 == static_cast<int>(values.size())) {
        mark_run(marks,
                 bytes,
                 {static_cast<std::uint8_t>(least), static_cast<std::uint8_t>(beyond)});
        return;
    }
    for (const int value : values) mark_equal(marks, bytes, value);
}

}  // namespace cantiere
