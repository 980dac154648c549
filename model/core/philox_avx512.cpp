/// Philox for the AVX-512: eight lanes of 64 bits. Only plain functions of this unit, no library
/// templates: what is compiled here must not be what another unit links.

#include "model/core/philox_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int avx512_lanes = 8;

void fill_first_words_avx512(std::uint32_t* to, const PhiloxBlock& block) {
    fill_block<avx512_lanes>(FirstWordOfEach{to}, block);
}

void fill_four_words_avx512(const FourWords& to, const PhiloxBlock& block) {
    fill_block<avx512_lanes>(FourWordsOfEach{to}, block);
}

void fill_floats_avx512(float* to, const PhiloxBlock& block) {
    fill_block<avx512_lanes>(FloatOfEach{to}, block);
}

void fill_doubles_avx512(double* to, const PhiloxBlock& block) {
    fill_block<avx512_lanes>(DoubleOfEach{to}, block);
}

void mark_words_avx512(const WordMarks& to, const PhiloxBlock& block) {
    fill_block<avx512_lanes>(MarkOfEach{to}, block);
}

}  // namespace

const PhiloxFills philox_avx512{fill_first_words_avx512,
                                fill_four_words_avx512,
                                fill_floats_avx512,
                                fill_doubles_avx512,
                                mark_words_avx512};

}  // namespace cantiere::detail
