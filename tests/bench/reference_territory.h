#pragma once
/// The month of the reference workload on the project's own core: keyed draws, columns, blocks of
/// rows that stay in cache, lists of events read from bit masks.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/draws_of_many.h"
#include "model/core/rows.h"
#include "tests/bench/reference_referrals.h"
#include "tests/bench/reference_rows.h"
#include "tests/bench/reference_tables.h"
#include "tests/bench/workload.h"

namespace cantiere {

/// One territory, made once and used for one replicate after the other: a month allocates nothing.
class ReferenceTerritory {
  public:
    explicit ReferenceTerritory(std::uint32_t residents,
                                InstructionSet set = best_instruction_set());

    /// Simulates one replicate from its start.
    WorkloadHistory simulate(RunKey run, int months);

    /// Returns the residents as the last replicate left them.
    const WorkloadResidents& residents() const { return residents_; }

  private:
    using ResidentList = std::vector<ResidentId>;  // room for everybody

    /// Sums over all rows.
    struct Sums {
        double in_care = 0.0, interns = 0.0, employed = 0.0, autonomy = 0.0, skill = 0.0;
        void add(const detail::WorkloadSums& block);
    };

    Sums live_month(const Draws& draws, Month month);
    Sums live_rows(const Draws& draws, Month month);
    Sums sum_rows();
    void draw_words_of_states(std::size_t begin, const Draws& draws, Month month);
    detail::WorkloadRows rows_of(std::size_t begin);
    void list_events(std::size_t begin);
    void start_internships(std::span<const WorkloadPlacement> placements, Month month);
    void end_internships(const Draws& draws, Month month);
    void find_hire_chances();
    void start_job(ResidentId who, std::size_t entry);
    void stay_autonomous(ResidentId who, std::size_t entry);
    void draw_events(const ResidentList& list, const Draws& draws, Month month);
    float event_uniform(std::size_t word, std::size_t entry) const;
    WorkloadMonth end_of_month(const Sums& sums, int month) const;

    InstructionSet set_;
    const detail::WorkloadKernel* kernel_;
    WorkloadResidents residents_;
    WorkloadEmployers employers_;
    WorkloadReferrals referrals_;

    // Of one block.
    static constexpr std::size_t groups_per_block = rows_per_block / detail::rows_per_group;
    alignas(64) std::array<std::uint32_t, rows_per_block> state_words_{};
    std::array<std::uint16_t, groups_per_block> joins_{}, ends_{}, climbs_{};

    // Of one month.
    ResidentList ending_, finishing_, climbing_;
    std::vector<float> hire_chances_;                        // [entry of finishing_]
    std::vector<std::uint32_t> freed_;                       // slots usable from the next month
    std::vector<EntityKey> event_keys_;                      // [entry of a list]
    std::array<std::vector<std::uint32_t>, 4> event_words_;  // [word][entry of a list]
};

}  // namespace cantiere
