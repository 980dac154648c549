#pragma once
/// The referral list of a month: who asks for a place, the least autonomous of each district first.

#include <cstdint>
#include <span>
#include <vector>

#include "model/core/draws_of_many.h"
#include "tests/bench/reference_tables.h"

namespace cantiere {

/// A resident, the employer who takes her and the word that says whether she drops out at once.
struct WorkloadPlacement {
    ResidentId who;
    std::uint32_t employer = 0;
    std::uint32_t drop_out = 0;
};

/// The list, with room for everybody made once.
class WorkloadReferrals {
  public:
    explicit WorkloadReferrals(std::uint32_t residents);

    void clear() { size_ = 0; }

    /// Puts somebody in care on the list; in order of id.
    void add(ResidentId who, const WorkloadResidents& residents);

    /// Lets everybody on the list ask five employers of her district; the first with a free slot
    /// who requires at most 0.2 more than her skill takes her. Returns who was taken.
    std::span<const WorkloadPlacement> place(WorkloadEmployers& employers,
                                             const WorkloadResidents& residents,
                                             const Draws& draws,
                                             Month month,
                                             InstructionSet set);

  private:
    static constexpr std::uint32_t buckets_per_district = 512;

    struct Entry {
        float autonomy = 0.0f;
        ResidentId who;
    };

    void sort();
    void sort_within_buckets();
    void draw_words(const WorkloadResidents& residents,
                    const Draws& draws,
                    Month month,
                    InstructionSet set);
    void choose_employers(const WorkloadEmployers& employers);
    std::uint32_t first_that_takes(float most,
                                   const WorkloadEmployers& employers,
                                   std::size_t i) const;

    std::size_t size_ = 0;
    std::vector<Entry> listed_, sorted_;
    std::vector<std::uint32_t> bucket_of_;             // [entry]
    std::vector<std::uint32_t> bucket_;                // [district and autonomy]: size, then end
    std::vector<EntityKey> keys_;                      // [entry, sorted]
    std::array<std::vector<std::uint32_t>, 8> words_;  // [word][entry, sorted]
    std::array<std::vector<std::uint32_t>, choices_of_employers> chosen_;  // [choice][same]
    std::vector<std::size_t> end_of_district_;                             // in the sorted list
    std::vector<WorkloadPlacement> placements_;
};

}  // namespace cantiere
