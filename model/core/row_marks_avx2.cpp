/// Marks of rows for AVX2: thirty-two bytes an instruction. Only plain functions of this unit, no
/// library templates: what is compiled here must not be what another unit links.

#include "model/core/row_marks_kernel.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace cantiere::detail {

namespace {

#if defined(__AVX2__)
/// Neighbouring values of bytes.
class Avx2Range {
  public:
    [[gnu::always_inline]] Avx2Range(std::uint8_t first, std::uint8_t beyond)
        : first_(_mm256_set1_epi8(static_cast<char>(first))),
          beyond_(_mm256_set1_epi8(static_cast<char>(beyond))) {}

    [[gnu::always_inline]] std::uint64_t bits(const std::uint8_t* bytes) const {
        return half(bytes) | std::uint64_t{half(bytes + 32)} << 32;
    }

  private:
    [[gnu::always_inline]] std::uint32_t half(const std::uint8_t* bytes) const {
        const __m256i read = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
        const __m256i above = _mm256_sub_epi8(read, first_);
        const __m256i within = _mm256_cmpeq_epi8(_mm256_min_epu8(above, beyond_), above);
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(within));
    }

    __m256i first_, beyond_;
};

void mark_avx2(const MarksBlock& block) { mark_rows<Avx2Range>(block); }
#else
void mark_avx2(const MarksBlock& block) { mark_rows_portable(block); }
#endif

}  // namespace

const MarksFill mark_rows_avx2 = mark_avx2;

}  // namespace cantiere::detail
