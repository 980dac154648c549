#pragma once
/// What a kernel of Philox does, and the kernels there are: one unit and one table each. This
/// header is shared by units of different instruction sets: plain types only, no inline functions.

#include <cstddef>
#include <cstdint>

namespace cantiere::detail {

/// Counters that differ by their entity only, and the key they are evaluated under.
struct PhiloxBlock {
    const std::uint64_t* entities = nullptr;
    std::size_t count = 0;
    std::uint32_t occasion = 0;  // month and decision
    std::uint32_t index = 0;
    std::uint32_t key0 = 0, key1 = 0;
};

/// Where the four words of counters go, an array each.
struct FourWords {
    std::uint32_t* first = nullptr;
    std::uint32_t* second = nullptr;
    std::uint32_t* third = nullptr;
    std::uint32_t* fourth = nullptr;
};

/// Where the bits of counters go, a word for each 64, and which first words set them.
struct WordMarks {
    std::uint64_t* marks = nullptr;
    std::uint32_t first = 0;
    std::uint32_t beyond = 0;  // how many words follow the first
};

/// The kernel of one instruction set. Each function fills as many numbers as there are counters.
struct PhiloxFills {
    /// The first word of each counter.
    void (*first_words)(std::uint32_t* to, const PhiloxBlock& block);
    void (*four_words)(const FourWords& to, const PhiloxBlock& block);
    /// The first word as a uniform in steps of 2^-23.
    void (*floats)(float* to, const PhiloxBlock& block);
    /// The first word as a uniform in steps of 2^-32.
    void (*doubles)(double* to, const PhiloxBlock& block);
    /// Sets the bits of the counters whose first word is in the range.
    void (*marks)(const WordMarks& to, const PhiloxBlock& block);
};

extern const PhiloxFills philox_portable;
extern const PhiloxFills philox_avx2;
extern const PhiloxFills philox_avx512;

}  // namespace cantiere::detail
