#pragma once
/// What the kernels of the reference workload's month read and write. Shared by units of different
/// instruction sets: plain types only.

#include <cstddef>
#include <cstdint>

namespace cantiere::detail {

/// States are numbers, so that lanes compare them; rows behind the last resident are in none.
constexpr float in_no_state = -1.0f;
constexpr float in_care = 0.0f;
constexpr float intern = 1.0f;
constexpr float employed = 2.0f;
constexpr float autonomous = 3.0f;

/// Rows that are computed, summed and marked together, on every instruction set.
constexpr std::size_t rows_per_group = 16;
constexpr int months_of_internship = 6;

/// Columns of the residents of one block, from its first row on.
struct WorkloadRows {
    float* skill = nullptr;
    float* autonomy = nullptr;
    float* state = nullptr;
    const float* since = nullptr;          // month of the last placement
    const std::uint32_t* words = nullptr;  // a random one for each row, for the event of its state
    std::size_t groups = 0;
};

/// Marks of rows, a bit each: who joins the referral list, whose internship ends by dropping out
/// or in its last month, who becomes autonomous.
struct WorkloadMarks {
    std::uint16_t* joins = nullptr;  // [group]
    std::uint16_t* ends = nullptr;
    std::uint16_t* climbs = nullptr;
};

/// Sums over rows. Their order is fixed, so that their bits do not depend on the instructions.
struct WorkloadSums {
    float in_care = 0.0f;
    float interns = 0.0f;
    float employed = 0.0f;
    float autonomy = 0.0f;
    float skill = 0.0f;
};

/// The kernel of one instruction set.
struct WorkloadKernel {
    /// Sums the rows of a block.
    WorkloadSums (*sum)(const WorkloadRows& rows);
    /// Sums the rows of a block as they stand, then moves them through one month up to what needs
    /// others: placement and jobs.
    WorkloadSums (*live)(const WorkloadRows& rows, const WorkloadMarks& marks, float month);
    /// Turns how far skill exceeds the requirement into the chance of being hired, in whole groups.
    void (*hire)(float* gaps, std::size_t groups);
};

extern const WorkloadKernel reference_portable;
extern const WorkloadKernel reference_avx2;
extern const WorkloadKernel reference_avx512;

}  // namespace cantiere::detail
