#include "tests/bench/reference_referrals.h"

#include <algorithm>
#include <bit>

namespace cantiere {

WorkloadReferrals::WorkloadReferrals(std::uint32_t residents)
    : listed_(residents),
      sorted_(residents),
      bucket_of_(residents),
      bucket_(std::size_t{buckets_per_district} * workload_districts(residents)),
      keys_(residents),
      end_of_district_(workload_districts(residents)),
      placements_(residents + 1) {
    words_.fill(std::vector<std::uint32_t>(residents));
    chosen_.fill(std::vector<std::uint32_t>(residents));
}

void WorkloadReferrals::add(ResidentId who, const WorkloadResidents& residents) {
    const float autonomy = residents.autonomy[who];
    const auto bucket = residents.district[who] * buckets_per_district +
                        static_cast<std::uint32_t>(autonomy * buckets_per_district);
    listed_[size_] = {autonomy, who};
    bucket_of_[size_] = bucket;
    ++bucket_[bucket];
    ++size_;
}

/// Buckets by district and autonomy, which leave little to sort; ties stay in order of id.
void WorkloadReferrals::sort() {
    std::uint32_t end = 0;
    for (std::uint32_t& bucket : bucket_) {
        const std::uint32_t begin = end;
        end += bucket;
        bucket = begin;
    }
    for (std::size_t i = 0; i < size_; ++i) sorted_[bucket_[bucket_of_[i]]++] = listed_[i];
    sort_within_buckets();
    std::fill(bucket_.begin(), bucket_.end(), 0u);
}

void WorkloadReferrals::sort_within_buckets() {
    std::size_t begin = 0;
    for (std::size_t district = 0; district < end_of_district_.size(); ++district) {
        const std::size_t end = bucket_[(district + 1) * buckets_per_district - 1];
        for (std::size_t i = begin + 1; i < end; ++i) {
            const Entry entry = sorted_[i];
            std::size_t place = i;
            for (; place > begin && sorted_[place - 1].autonomy > entry.autonomy; --place) {
                sorted_[place] = sorted_[place - 1];
            }
            sorted_[place] = entry;
        }
        end_of_district_[district] = end;
        begin = end;
    }
}

void WorkloadReferrals::draw_words(const WorkloadResidents& residents,
                                   const Draws& draws,
                                   Month month,
                                   InstructionSet set) {
    for (std::size_t i = 0; i < size_; ++i) keys_[i] = residents.key[sorted_[i].who];
    const std::span<const EntityKey> who(keys_.data(), size_);
    fill_words({words_[0], words_[1], words_[2], words_[3]},
               draws,
               who,
               {month, workload_choice, 0},
               set);
    fill_words({words_[4], words_[5], words_[6], words_[7]},
               draws,
               who,
               {month, workload_choice, 1},
               set);
}

/// Turns words into rows of employers of the district, with replacement.
void WorkloadReferrals::choose_employers(const WorkloadEmployers& employers) {
    for (std::size_t choice = 0; choice < choices_of_employers; ++choice) {
        const std::uint32_t* words = words_[choice].data();
        std::uint32_t* chosen = chosen_[choice].data();
        std::size_t i = 0;
        for (std::size_t district = 0; district < end_of_district_.size(); ++district) {
            const std::uint32_t first = employers.first[district];
            const std::uint64_t count = employers.first[district + 1] - first;
            for (; i < end_of_district_[district]; ++i) {
                chosen[i] = first + static_cast<std::uint32_t>((words[i] * count) >> 32);
            }
        }
    }
}

/// Returns the row of the first choice that takes somebody; that of nobody when none does. Without
/// branches, as nothing predicts which of the five it is.
std::uint32_t WorkloadReferrals::first_that_takes(float most,
                                                  const WorkloadEmployers& employers,
                                                  std::size_t i) const {
    std::array<std::uint32_t, choices_of_employers + 1> asked{};
    asked.back() = employers.first.back();
    std::uint32_t takers = 1u << choices_of_employers;
    for (std::size_t choice = 0; choice < choices_of_employers; ++choice) {
        asked[choice] = chosen_[choice][i];
        takers |= static_cast<std::uint32_t>(employers.bar[asked[choice]] <= most) << choice;
    }
    return asked[static_cast<std::size_t>(std::countr_zero(takers))];
}

std::span<const WorkloadPlacement> WorkloadReferrals::place(WorkloadEmployers& employers,
                                                            const WorkloadResidents& residents,
                                                            const Draws& draws,
                                                            Month month,
                                                            InstructionSet set) {
    sort();
    draw_words(residents, draws, month, set);
    choose_employers(employers);
    const std::uint32_t nobody = employers.first.back();
    std::size_t placed = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        const ResidentId who = sorted_[i].who;
        const std::uint32_t employer = first_that_takes(residents.skill[who] + 0.2f, employers, i);
        employers.take_slot(employer);
        placements_[placed] = {who, employer, words_[choices_of_employers][i]};
        placed += employer != nobody ? 1 : 0;
    }
    return {placements_.data(), placed};
}

}  // namespace cantiere
