/// Marks of rows for AVX-512: sixty-four bytes an instruction. Only plain functions of this unit,
/// no library templates: what is compiled here must not be what another unit links.

#include "model/core/row_marks_kernel.h"

#if defined(__AVX512BW__)
#include <immintrin.h>
#endif

namespace cantiere::detail {

namespace {

#if defined(__AVX512BW__)
/// Neighbouring values of bytes.
class Avx512Range {
  public:
    [[gnu::always_inline]] Avx512Range(std::uint8_t first, std::uint8_t beyond)
        : first_(_mm512_set1_epi8(static_cast<char>(first))),
          beyond_(_mm512_set1_epi8(static_cast<char>(beyond))) {}

    [[gnu::always_inline]] std::uint64_t bits(const std::uint8_t* bytes) const {
        const __m512i above = _mm512_sub_epi8(_mm512_loadu_si512(bytes), first_);
        return _mm512_cmple_epu8_mask(above, beyond_);
    }

  private:
    __m512i first_, beyond_;
};

void mark_avx512(const MarksBlock& block) { mark_rows<Avx512Range>(block); }
#else
void mark_avx512(const MarksBlock& block) { mark_rows_portable(block); }
#endif

}  // namespace

const MarksFill mark_rows_avx512 = mark_avx512;

}  // namespace cantiere::detail
