/// Marks of rows for any x86-64 processor: sixteen bytes an instruction. Only plain functions of
/// this unit, no library templates: what is compiled here must not be what another unit links.

#include "model/core/row_marks_kernel.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cantiere::detail {

namespace {

/// Neighbouring values of bytes.
class PortableRange {
  public:
    [[gnu::always_inline]] PortableRange(std::uint8_t first, std::uint8_t beyond)
        : first_(first), beyond_(beyond) {}

    [[gnu::always_inline]] std::uint64_t bits(const std::uint8_t* bytes) const {
        std::uint64_t found = 0;
#if defined(__SSE2__)
        const __m128i first = _mm_set1_epi8(static_cast<char>(first_));
        const __m128i beyond = _mm_set1_epi8(static_cast<char>(beyond_));
        for (std::size_t part = 0; part < 4; ++part) {
            const auto* from = reinterpret_cast<const __m128i*>(bytes + 16 * part);
            const __m128i above = _mm_sub_epi8(_mm_loadu_si128(from), first);
            const __m128i within = _mm_cmpeq_epi8(_mm_min_epu8(above, beyond), above);
            const auto signs = static_cast<std::uint32_t>(_mm_movemask_epi8(within));
            found |= std::uint64_t{signs} << (16 * part);
        }
#else
        for (std::size_t i = 0; i < rows_of_marks; ++i) {
            const auto above = static_cast<std::uint8_t>(bytes[i] - first_);
            found |= std::uint64_t{above <= beyond_ ? 1u : 0u} << i;
        }
#endif
        return found;
    }

  private:
    std::uint8_t first_, beyond_;
};

void mark_portable(const MarksBlock& block) { mark_rows<PortableRange>(block); }

}  // namespace

const MarksFill mark_rows_portable = mark_portable;

}  // namespace cantiere::detail
