#include "tests/bench/reference_territory.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace cantiere {

namespace {

const detail::WorkloadKernel& kernel_of(InstructionSet set) {
    if (set == InstructionSet::avx512) return detail::reference_avx512;
    if (set == InstructionSet::avx2) return detail::reference_avx2;
    return detail::reference_portable;
}

/// Calls `visit(row)` for every mark in order: bit b of mark g is row 16 g + b. Read 64 rows at a
/// time, as the end of a word cannot be predicted.
template <class Marks, class Visit>
void for_each_mark(const Marks& marks, std::size_t begin, Visit visit) {
    static_assert(std::endian::native == std::endian::little);
    const auto words = std::bit_cast<std::array<std::uint64_t, sizeof(Marks) / 8>>(marks);
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
            visit(begin + word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }
}

float grown_by(float share, float level) { return level + share * (1.0f - level); }

}  // namespace

ReferenceTerritory::ReferenceTerritory(std::uint32_t residents, InstructionSet set)
    : set_(set),
      kernel_(&kernel_of(set)),
      residents_(residents),
      employers_(residents / 10, workload_districts(residents)),
      referrals_(residents),
      hire_chances_(residents + detail::rows_per_group),
      event_keys_(residents) {
    for (ResidentList* list : {&ending_, &finishing_, &climbing_}) list->reserve(residents);
    freed_.reserve(residents);
    event_words_.fill(std::vector<std::uint32_t>(residents));
}

WorkloadHistory ReferenceTerritory::simulate(RunKey run, int months) {
    const Draws draws(run);
    residents_.start(draws);
    employers_.start(draws);
    WorkloadHistory history;
    history.reserve(static_cast<std::size_t>(months));
    for (int month = 1; month <= months; ++month) {
        // A month reads the rows as the month before left them, and sums them on the way.
        const Sums before = live_month(draws, Month{month});
        if (month > 1) history.push_back(end_of_month(before, month - 1));
    }
    history.push_back(end_of_month(sum_rows(), months));
    return history;
}

/// Residents need others only to be placed and to be hired: all else of the month is done in one
/// pass before. That changes nothing, as freed slots wait for the next month, and who is placed
/// neither finishes an internship nor joins the list in the same month.
ReferenceTerritory::Sums ReferenceTerritory::live_month(const Draws& draws, Month month) {
    employers_.open_vacancies(draws, month, set_);
    const Sums before = live_rows(draws, month);
    start_internships(referrals_.place(employers_, residents_, draws, month, set_), month);
    end_internships(draws, month);
    draw_events(climbing_, draws, month);
    for (std::size_t i = 0; i < climbing_.size(); ++i) stay_autonomous(climbing_[i], i);
    for (const std::uint32_t employer : freed_) employers_.free_slot(employer);
    return before;
}

ReferenceTerritory::Sums ReferenceTerritory::live_rows(const Draws& draws, Month month) {
    referrals_.clear();
    ending_.clear();
    climbing_.clear();
    freed_.clear();
    Sums sums;
    for_each_block(residents_.count, [&](std::size_t begin, std::size_t) {
        draw_words_of_states(begin, draws, month);
        const detail::WorkloadRows rows = rows_of(begin);
        const detail::WorkloadMarks marks{joins_.data(), ends_.data(), climbs_.data()};
        for (auto* of_block : {&joins_, &ends_, &climbs_}) of_block->fill(0);
        sums.add(kernel_->live(rows, marks, static_cast<float>(month.index())));
        list_events(begin);
    });
    return sums;
}

/// Draws a word for each row of a block.
void ReferenceTerritory::draw_words_of_states(std::size_t begin, const Draws& draws, Month month) {
    constexpr std::size_t each = counters_per_block;
    const std::span<std::uint32_t> words(state_words_);
    const std::span<const EntityKey> counters(residents_.counter);
    fill_words({words.subspan(0, each),
                words.subspan(each, each),
                words.subspan(2 * each, each),
                words.subspan(3 * each, each)},
               draws,
               counters.subspan(begin / 4, each),
               {month, workload_event},
               set_);
}

ReferenceTerritory::Sums ReferenceTerritory::sum_rows() {
    Sums sums;
    for_each_block(residents_.count,
                   [&](std::size_t begin, std::size_t) { sums.add(kernel_->sum(rows_of(begin))); });
    return sums;
}

detail::WorkloadRows ReferenceTerritory::rows_of(std::size_t begin) {
    const std::size_t rows = std::min(rows_per_block, residents_.state.size() - begin);
    return {residents_.skill.data() + begin,
            residents_.autonomy.data() + begin,
            residents_.state.data() + begin,
            residents_.since.data() + begin,
            state_words_.data(),
            rows / detail::rows_per_group};
}

void ReferenceTerritory::list_events(std::size_t begin) {
    for_each_mark(joins_, begin, [this](std::size_t row) {
        referrals_.add(ResidentId::at(row), residents_);
    });
    for_each_mark(ends_, begin, [this](std::size_t row) {
        ending_.push_back(ResidentId::at(row));
    });
    for_each_mark(climbs_, begin, [this](std::size_t row) {
        climbing_.push_back(ResidentId::at(row));
    });
}

void ReferenceTerritory::start_internships(std::span<const WorkloadPlacement> placements,
                                           Month month) {
    for (const auto& [who, employer, drop_out] : placements) {
        residents_.employer[who] = employer;
        residents_.since[who] = static_cast<float>(month.index());
        residents_.skill[who] = grown_by(0.02f, residents_.skill[who]);
        residents_.autonomy[who] = grown_by(0.015f, residents_.autonomy[who]);
        if (float_of_word(drop_out) < 0.03f) {
            freed_.push_back(employer);
        } else {
            residents_.state[who] = detail::intern;
        }
    }
}

void ReferenceTerritory::end_internships(const Draws& draws, Month month) {
    finishing_.clear();
    for (const ResidentId who : ending_) {
        freed_.push_back(residents_.employer[who]);
        if (residents_.state[who] == detail::intern) finishing_.push_back(who);
    }
    draw_events(finishing_, draws, month);
    find_hire_chances();
    for (std::size_t i = 0; i < finishing_.size(); ++i) {
        const ResidentId who = finishing_[i];
        std::uint8_t& vacancy = employers_.vacancy[residents_.employer[who]];
        residents_.state[who] = detail::in_care;
        const bool is_suitable = event_uniform(EventWord::hire, i) < hire_chances_[i];
        // One branch for both: each alone is as likely as not.
        if ((static_cast<unsigned>(is_suitable) & vacancy) == 0) continue;
        vacancy = 0;
        start_job(who, i);
    }
}

void ReferenceTerritory::find_hire_chances() {
    for (std::size_t i = 0; i < finishing_.size(); ++i) {
        const ResidentId who = finishing_[i];
        const float requirement = employers_.requirement[residents_.employer[who]];
        hire_chances_[i] = residents_.skill[who] - requirement;
    }
    constexpr std::size_t group = detail::rows_per_group;
    kernel_->hire(hire_chances_.data(), (finishing_.size() + group - 1) / group);
}

/// The month of a job in which it began.
void ReferenceTerritory::start_job(ResidentId who, std::size_t entry) {
    float& autonomy = residents_.autonomy[who];
    float& skill = residents_.skill[who];
    autonomy = grown_by(0.02f, autonomy);
    skill = grown_by(0.005f, skill);
    if (event_uniform(EventWord::job_loss_when_hired, entry) < 0.02f * (1.5f - skill)) return;
    residents_.state[who] = autonomy > 0.8f ? detail::autonomous : detail::employed;
    if (autonomy > 0.8f) stay_autonomous(who, entry);
}

/// The month in which somebody became autonomous.
void ReferenceTerritory::stay_autonomous(ResidentId who, std::size_t entry) {
    if (event_uniform(EventWord::relapse_when_autonomous, entry) >= 0.005f) return;
    residents_.state[who] = detail::in_care;
    residents_.autonomy[who] -= 0.2f;
}

/// Draws the words of what follows within the month for a few residents.
void ReferenceTerritory::draw_events(const ResidentList& list, const Draws& draws, Month month) {
    for (std::size_t i = 0; i < list.size(); ++i) event_keys_[i] = residents_.key[list[i]];
    auto& [first, second, third, fourth] = event_words_;
    fill_words({first, second, third, fourth},
               draws,
               {event_keys_.data(), list.size()},
               {month, workload_event},
               set_);
}

float ReferenceTerritory::event_uniform(std::size_t word, std::size_t entry) const {
    return float_of_word(event_words_[word][entry]);
}

WorkloadMonth ReferenceTerritory::end_of_month(const Sums& sums, int month) const {
    const double residents = residents_.count;
    WorkloadMonth end;
    end.in_care = sums.in_care;
    end.interns = sums.interns;
    end.employed = sums.employed;
    end.autonomous = residents - sums.in_care - sums.interns - sums.employed;
    end.mean_autonomy = sums.autonomy / residents;
    end.mean_skill = sums.skill / residents;
    end.cost_eur = (900.0 * end.in_care + 1400.0 * end.interns + 150.0 * end.employed) *
                   std::pow(1.0025, -month);
    return end;
}

void ReferenceTerritory::Sums::add(const detail::WorkloadSums& block) {
    in_care += static_cast<double>(block.in_care);
    interns += static_cast<double>(block.interns);
    employed += static_cast<double>(block.employed);
    autonomy += static_cast<double>(block.autonomy);
    skill += static_cast<double>(block.skill);
}

}  // namespace cantiere
