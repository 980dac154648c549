/// Philox for the AVX2: four lanes of 64 bits. Only plain functions of this unit, no library
/// templates: what is compiled here must not be what another unit links.

#include "model/core/philox_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int avx2_lanes = 4;

void fill_first_words_avx2(std::uint32_t* to, const PhiloxBlock& block) {
    fill_block<avx2_lanes>(FirstWordOfEach{to}, block);
}

void fill_four_words_avx2(const FourWords& to, const PhiloxBlock& block) {
    fill_block<avx2_lanes>(FourWordsOfEach{to}, block);
}

void fill_floats_avx2(float* to, const PhiloxBlock& block) {
    fill_block<avx2_lanes>(FloatOfEach{to}, block);
}

void fill_doubles_avx2(double* to, const PhiloxBlock& block) {
    fill_block<avx2_lanes>(DoubleOfEach{to}, block);
}

void mark_words_avx2(const WordMarks& to, const PhiloxBlock& block) {
    fill_block<avx2_lanes>(MarkOfEach{to}, block);
}

}  // namespace

const PhiloxFills philox_avx2{fill_first_words_avx2,
                              fill_four_words_avx2,
                              fill_floats_avx2,
                              fill_doubles_avx2,
                              mark_words_avx2};

}  // namespace cantiere::detail
