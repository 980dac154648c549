#include "tests/support/workload_oracle.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/core/draws.h"
#include "model/core/draws_of_many.h"

namespace cantiere {

namespace {

struct WorkloadFirm {
    EntityKey key;
    int free_slots = 0;
    bool has_vacancy = false;
    float requirement = 0.0f;
};

class PlainTerritory {
  public:
    PlainTerritory(std::uint32_t residents, RunKey run)
        : draws_(run),
          people_(residents),
          firms_(residents / 10),
          districts_(std::max<std::uint32_t>(1, residents / 2000)) {
        for (std::uint32_t id = 0; id < people_.size(); ++id) {
            people_[id].key = hash_key({1, id});
            const auto u = draws_.uniforms4(people_[id].key, month_, Decision::toy_level);
            people_[id].skill = static_cast<float>(u[0]);
            people_[id].autonomy = 0.5f * static_cast<float>(u[1]);
        }
        for (std::uint32_t id = 0; id < firms_.size(); ++id) {
            firms_[id].key = hash_key({2, id});
            firms_[id].free_slots = 1 + static_cast<int>(id % 3);
            firms_[id].requirement =
                static_cast<float>(draws_.uniform(firms_[id].key, month_, Decision::toy_level));
        }
    }

    const std::vector<WorkloadPerson>& live_month() {
        ++month_;
        freed_.clear();
        open_vacancies();
        refer_and_place();
        for (WorkloadPerson& person : people_) {
            if (person.state == WorkloadState::intern) train(person);
        }
        for (WorkloadPerson& person : people_) {
            if (person.state == WorkloadState::employed) work(person);
        }
        for (WorkloadPerson& person : people_) {
            if (person.state == WorkloadState::autonomous) stay(person);
        }
        for (const std::uint32_t firm : freed_) ++firms_[firm].free_slots;
        return people_;
    }

  private:
    std::uint32_t word(EntityKey who, Decision what, std::uint32_t index, std::size_t k) const {
        const double u = draws_.uniforms4(who, month_, what, index)[k];
        return static_cast<std::uint32_t>(u * 0x1p32 - 0.5);
    }

    /// Uniform for the event of the state in which the month finds somebody. Of 256 residents those
    /// 64 apart share a counter.
    float state_uniform(const WorkloadPerson& person) const {
        const auto id = static_cast<std::uint64_t>(&person - people_.data());
        const EntityKey counter = hash_key({3, id / 256 * 64 + id % 64});
        return float_of_word(word(counter, Decision::toy_event, 0, id % 256 / 64));
    }

    /// Uniform k for what follows within the month: hire, job loss at once, relapse at once.
    float event_uniform(const WorkloadPerson& person, std::size_t k) const {
        return float_of_word(word(person.key, Decision::toy_event, 0, k));
    }

    /// Word k of the choices of somebody on the list; a counter has four.
    std::uint32_t choice_word(const WorkloadPerson& person, std::uint32_t k) const {
        return word(person.key, Decision::toy_choice, k / 4, k % 4);
    }

    void open_vacancies() {
        for (WorkloadFirm& firm : firms_) {
            const float u = float_of_word(word(firm.key, Decision::toy_event, 0, 0));
            if (!firm.has_vacancy && u < 0.05f) firm.has_vacancy = true;
        }
    }

    void refer_and_place() {
        std::vector<std::uint32_t> list;
        for (std::uint32_t id = 0; id < people_.size(); ++id) {
            WorkloadPerson& person = people_[id];
            person.months += 1;
            if (person.state != WorkloadState::in_care) continue;
            person.skill *= 0.995f;
            if (state_uniform(person) < 0.10f) list.push_back(id);
        }
        std::stable_sort(list.begin(), list.end(), [this](std::uint32_t a, std::uint32_t b) {
            return people_[a].autonomy < people_[b].autonomy;
        });
        for (const std::uint32_t id : list) place(people_[id], id % districts_);
    }

    void place(WorkloadPerson& person, std::uint32_t district) {
        std::vector<std::uint32_t> firms;
        for (std::uint32_t id = district; id < firms_.size(); id += districts_) firms.push_back(id);
        for (std::uint32_t choice = 0; choice < 5 && !firms.empty(); ++choice) {
            const std::uint64_t place =
                (std::uint64_t{choice_word(person, choice)} * firms.size()) >> 32;
            WorkloadFirm& firm = firms_[firms[place]];
            if (firm.free_slots == 0 || firm.requirement > person.skill + 0.2f) continue;
            --firm.free_slots;
            become(person, WorkloadState::intern);
            person.employer = firms[place];
            return;
        }
    }

    static void become(WorkloadPerson& person, WorkloadState state) {
        person.state = state;
        person.months = 0;
    }

    static void grow(float& level, float share) { level += share * (1.0f - level); }

    void train(WorkloadPerson& person) {
        const bool is_new = person.months == 0;
        if (is_new) person.months = 1;
        grow(person.skill, 0.02f);
        grow(person.autonomy, 0.015f);
        const float drop_out =
            is_new ? float_of_word(choice_word(person, 5)) : state_uniform(person);
        const bool drops_out = drop_out < 0.03f;
        if (!drops_out && person.months < 6) return;
        freed_.push_back(person.employer);
        become(person, WorkloadState::in_care);
        WorkloadFirm& firm = firms_[person.employer];
        const float chance = logistic(-1.0f + 3.0f * (person.skill - firm.requirement));
        if (drops_out || !firm.has_vacancy || event_uniform(person, 0) >= chance) return;
        firm.has_vacancy = false;
        become(person, WorkloadState::employed);
    }

    void work(WorkloadPerson& person) {
        grow(person.autonomy, 0.02f);
        grow(person.skill, 0.005f);
        const bool is_new = person.months == 0;
        if ((is_new ? event_uniform(person, 1) : state_uniform(person)) <
            0.02f * (1.5f - person.skill)) {
            become(person, WorkloadState::in_care);
        } else if (person.autonomy > 0.8f) {
            become(person, WorkloadState::autonomous);
        }
    }

    void stay(WorkloadPerson& person) {
        const bool is_new = person.months == 0;
        if ((is_new ? event_uniform(person, 2) : state_uniform(person)) >= 0.005f) return;
        become(person, WorkloadState::in_care);
        person.autonomy -= 0.2f;
    }

    Draws draws_;
    Month month_{0};
    std::vector<WorkloadPerson> people_;
    std::vector<WorkloadFirm> firms_;
    std::uint32_t districts_;
    std::vector<std::uint32_t> freed_;  // firms whose slots are usable from the next month
};

}  // namespace

std::vector<std::vector<WorkloadPerson>> simulate_workload_plainly(std::uint32_t residents,
                                                                   int months,
                                                                   RunKey run) {
    PlainTerritory territory(residents, run);
    std::vector<std::vector<WorkloadPerson>> ends;
    for (int month = 0; month < months; ++month) ends.push_back(territory.live_month());
    return ends;
}

}  // namespace cantiere
