/// Philox for the baseline: two lanes of 64 bits (SSE2). Only plain functions of this unit, no
/// library templates: what is compiled here must not be what another unit links.

#include "model/core/philox_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int portable_lanes = 2;

void fill_first_words_portable(std::uint32_t* to, const PhiloxBlock& block) {
    fill_block<portable_lanes>(FirstWordOfEach{to}, block);
}

void fill_four_words_portable(const FourWords& to, const PhiloxBlock& block) {
    fill_block<portable_lanes>(FourWordsOfEach{to}, block);
}

void fill_floats_portable(float* to, const PhiloxBlock& block) {
    fill_block<portable_lanes>(FloatOfEach{to}, block);
}

void fill_doubles_portable(double* to, const PhiloxBlock& block) {
    fill_block<portable_lanes>(DoubleOfEach{to}, block);
}

void mark_words_portable(const WordMarks& to, const PhiloxBlock& block) {
    fill_block<portable_lanes>(MarkOfEach{to}, block);
}

}  // namespace

const PhiloxFills philox_portable{fill_first_words_portable,
                                  fill_four_words_portable,
                                  fill_floats_portable,
                                  fill_doubles_portable,
                                  mark_words_portable};

}  // namespace cantiere::detail
