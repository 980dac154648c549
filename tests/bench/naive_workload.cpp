#include "tests/bench/naive_workload.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

namespace cantiere {

namespace {

enum class NaiveState { in_care, intern, employed, autonomous };

struct NaiveResident {
    NaiveState state = NaiveState::in_care;
    double skill = 0.0;
    double autonomy = 0.0;
    std::size_t district = 0;
    int months = 0;
    std::size_t employer = 0;
};

struct NaiveEmployer {
    int free_slots = 0;
    bool has_vacancy = false;
    double requirement = 0.0;
};

/// One replicate with a stream of random numbers of its own.
class NaiveTerritory {
  public:
    NaiveTerritory(std::uint32_t residents, std::uint64_t seed, std::uint32_t replicate)
        : residents_(residents), employers_(residents / 10) {
        std::seed_seq words{static_cast<std::uint32_t>(seed),
                            static_cast<std::uint32_t>(seed >> 32),
                            replicate};
        random_.seed(words);
        const std::size_t districts = std::max<std::size_t>(1, residents / 2000);
        employers_of_district_.resize(districts);
        for (std::size_t id = 0; id < residents_.size(); ++id) {
            residents_[id].skill = draw();
            residents_[id].autonomy = 0.5 * draw();
            residents_[id].district = id % districts;
        }
        for (std::size_t id = 0; id < employers_.size(); ++id) {
            employers_[id].free_slots = 1 + static_cast<int>(id % 3);
            employers_[id].requirement = draw();
            employers_of_district_[id % districts].push_back(id);
        }
    }

    WorkloadMonth live_month() {
        ++month_;
        open_vacancies();
        refer();
        place();
        live();
        for (const std::size_t employer : freed_) ++employers_[employer].free_slots;
        freed_.clear();
        return end_of_month();
    }

  private:
    double draw() { return uniform_(random_); }
    bool happens(double probability) { return draw() < probability; }

    void open_vacancies() {
        for (NaiveEmployer& employer : employers_) {
            if (!employer.has_vacancy) employer.has_vacancy = happens(0.05);
        }
    }

    void refer() {
        referrals_.clear();
        for (std::size_t id = 0; id < residents_.size(); ++id) {
            NaiveResident& resident = residents_[id];
            if (resident.state != NaiveState::in_care) continue;
            resident.skill *= 0.995;
            if (happens(0.10)) referrals_.push_back(id);
        }
        std::sort(referrals_.begin(), referrals_.end(), [this](std::size_t a, std::size_t b) {
            const double first = residents_[a].autonomy, second = residents_[b].autonomy;
            return first < second || (first == second && a < b);
        });
    }

    void place() {
        for (const std::size_t id : referrals_) {
            NaiveResident& resident = residents_[id];
            const auto& choices = employers_of_district_[resident.district];
            if (choices.empty()) continue;
            for (int attempt = 0; attempt < 5; ++attempt) {
                const auto place =
                    static_cast<std::size_t>(draw() * static_cast<double>(choices.size()));
                NaiveEmployer& employer = employers_[choices[place]];
                if (employer.free_slots == 0 || employer.requirement > resident.skill + 0.2)
                    continue;
                --employer.free_slots;
                resident.state = NaiveState::intern;
                resident.months = 0;
                resident.employer = choices[place];
                break;
            }
        }
    }

    void live() {
        for (NaiveResident& resident : residents_) {
            if (resident.state == NaiveState::intern) train(resident);
            if (resident.state == NaiveState::employed) work(resident);
            if (resident.state == NaiveState::autonomous) stay(resident);
        }
    }

    void train(NaiveResident& resident) {
        resident.months += 1;
        resident.skill += 0.02 * (1.0 - resident.skill);
        resident.autonomy += 0.015 * (1.0 - resident.autonomy);
        const bool drops_out = happens(0.03);
        if (!drops_out && resident.months < 6) return;
        freed_.push_back(resident.employer);
        resident.state = NaiveState::in_care;
        if (drops_out) return;
        NaiveEmployer& employer = employers_[resident.employer];
        const double logit = -1.0 + 3.0 * (resident.skill - employer.requirement);
        if (happens(1.0 / (1.0 + std::exp(-logit))) && employer.has_vacancy) {
            employer.has_vacancy = false;
            resident.state = NaiveState::employed;
        }
    }

    void work(NaiveResident& resident) {
        resident.autonomy += 0.02 * (1.0 - resident.autonomy);
        resident.skill += 0.005 * (1.0 - resident.skill);
        if (happens(0.02 * (1.5 - resident.skill))) {
            resident.state = NaiveState::in_care;
        } else if (resident.autonomy > 0.8) {
            resident.state = NaiveState::autonomous;
        }
    }

    void stay(NaiveResident& resident) {
        if (!happens(0.005)) return;
        resident.state = NaiveState::in_care;
        resident.autonomy -= 0.2;
    }

    WorkloadMonth end_of_month() const {
        WorkloadMonth end;
        for (const NaiveResident& resident : residents_) {
            end.in_care += resident.state == NaiveState::in_care ? 1.0 : 0.0;
            end.interns += resident.state == NaiveState::intern ? 1.0 : 0.0;
            end.employed += resident.state == NaiveState::employed ? 1.0 : 0.0;
            end.autonomous += resident.state == NaiveState::autonomous ? 1.0 : 0.0;
            end.mean_autonomy += resident.autonomy;
            end.mean_skill += resident.skill;
        }
        end.mean_autonomy /= static_cast<double>(residents_.size());
        end.mean_skill /= static_cast<double>(residents_.size());
        end.cost_eur = (900.0 * end.in_care + 1400.0 * end.interns + 150.0 * end.employed) *
                       std::pow(1.0025, -month_);
        return end;
    }

    std::vector<NaiveResident> residents_;
    std::vector<NaiveEmployer> employers_;
    std::vector<std::vector<std::size_t>> employers_of_district_;
    std::vector<std::size_t> referrals_;
    std::vector<std::size_t> freed_;  // employers whose slots are usable from the next month
    int month_ = 0;
    std::mt19937_64 random_;
    std::uniform_real_distribution<double> uniform_{0.0, 1.0};
};

}  // namespace

WorkloadHistories simulate_naive_workload(const WorkloadSize& size) {
    WorkloadHistories histories(size.replicates);
#pragma omp parallel for schedule(dynamic, 1) num_threads(size.threads)
    for (std::uint32_t replicate = 0; replicate < size.replicates; ++replicate) {
        NaiveTerritory territory(size.residents, size.seed, replicate);
        for (int month = 0; month < size.months; ++month) {
            histories[replicate].push_back(territory.live_month());
        }
    }
    return histories;
}

}  // namespace cantiere
