#include "tests/bench/reference_workload.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/core/columns.h"
#include "tests/bench/naive_workload.h"
#include "tests/bench/reference_rows.h"
#include "tests/bench/reference_territory.h"
#include "tests/support/catch.h"
#include "tests/support/workload_oracle.h"

namespace cantiere {
namespace {

using PeopleOfMonth = std::vector<WorkloadPerson>;

double count_in(const PeopleOfMonth& people, WorkloadState state) {
    return static_cast<double>(
        std::count_if(people.begin(), people.end(), [state](const WorkloadPerson& person) {
            return person.state == state;
        }));
}

double mean_of(const PeopleOfMonth& people, float WorkloadPerson::*level) {
    double sum = 0.0;
    for (const WorkloadPerson& person : people) sum += static_cast<double>(person.*level);
    return sum / static_cast<double>(people.size());
}

void check_same_month(const WorkloadMonth& fast, const PeopleOfMonth& people) {
    REQUIRE(fast.in_care == count_in(people, WorkloadState::in_care));
    REQUIRE(fast.interns == count_in(people, WorkloadState::intern));
    REQUIRE(fast.employed == count_in(people, WorkloadState::employed));
    REQUIRE(fast.autonomous == count_in(people, WorkloadState::autonomous));
    REQUIRE(fast.mean_autonomy == Approx(mean_of(people, &WorkloadPerson::autonomy)).epsilon(1e-6));
    REQUIRE(fast.mean_skill == Approx(mean_of(people, &WorkloadPerson::skill)).epsilon(1e-6));
}

void check_same_people(const WorkloadResidents& fast, const PeopleOfMonth& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        const ResidentId who = ResidentId::at(i);
        REQUIRE(fast.state[who] == static_cast<float>(people[i].state));
        REQUIRE(fast.skill[who] == people[i].skill);
        REQUIRE(fast.autonomy[who] == people[i].autonomy);
    }
}

TEST_CASE("The reference workload lives the lives of its oracle bit for bit on any instructions") {
    constexpr int months = 100;
    const RunKey run{7, 0, 3};
    for (const std::uint32_t residents : {1u, 9u, 16u, 257u, 1000u, 2047u, 4003u}) {
        const auto plain = simulate_workload_plainly(residents, months, run);
        for (const InstructionSet set : members<InstructionSet>()) {
            if (!is_supported(set)) continue;
            INFO(residents << " residents, " << std::string(name(set)));
            ReferenceTerritory territory(residents, set);
            territory.simulate({8, 0, 0}, 5);  // what was simulated before leaves no trace
            const WorkloadHistory fast = territory.simulate(run, months);
            REQUIRE(fast.size() == plain.size());
            for (std::size_t month = 0; month < months; ++month) {
                check_same_month(fast[month], plain[month]);
            }
            check_same_people(territory.residents(), plain.back());
        }
    }
}

TEST_CASE("The reference workload gives the same bits on any threads and instructions") {
    WorkloadSize size{1003, 40, 9, 1, 5};
    const WorkloadHistories one = simulate_reference_workload(size, InstructionSet::portable);
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        for (const int threads : {1, 2, 7}) {
            INFO(threads << " threads, " << std::string(name(set)));
            size.threads = threads;
            CHECK(simulate_reference_workload(size, set) == one);
        }
    }
}

/// A mean over replicates with its standard error.
struct Estimate {
    double mean = 0.0, error = 0.0;
};

Estimate estimate(const WorkloadHistories& histories, double WorkloadMonth::*what) {
    const auto n = static_cast<double>(histories.size());
    Estimate result;
    for (const WorkloadHistory& history : histories) result.mean += history.back().*what / n;
    double squares = 0.0;
    for (const WorkloadHistory& history : histories) {
        const double gap = history.back().*what - result.mean;
        squares += gap * gap;
    }
    result.error = std::sqrt(squares / (n * (n - 1.0)));
    return result;
}

struct PublishedMean {
    const char* name;
    double WorkloadMonth::*what;
    double mean;
};

TEST_CASE("The reference workload, naive and fast, meets the published means of its month 120") {
    const WorkloadSize size{5000, 120, 30, 2, 11};
    const WorkloadHistories fast = simulate_reference_workload(size);
    const WorkloadHistories naive = simulate_naive_workload(size);
    for (const PublishedMean& published :
         {PublishedMean{"U", &WorkloadMonth::in_care, 3431.6},
          PublishedMean{"I", &WorkloadMonth::interns, 690.7},
          PublishedMean{"J", &WorkloadMonth::employed, 484.7},
          PublishedMean{"X", &WorkloadMonth::autonomous, 393.0},
          PublishedMean{"a", &WorkloadMonth::mean_autonomy, 0.5376},
          PublishedMean{"s", &WorkloadMonth::mean_skill, 0.5010}}) {
        const Estimate a = estimate(fast, published.what), b = estimate(naive, published.what);
        INFO(published.name << ": fast " << a.mean << " +- " << a.error << ", naive " << b.mean
                            << " +- " << b.error << ", published " << published.mean);
        CHECK(std::abs(a.mean - b.mean) <= 4.5 * std::hypot(a.error, b.error));
        CHECK(std::abs(a.mean - published.mean) <= 4.5 * a.error);
        CHECK(std::abs(b.mean - published.mean) <= 4.5 * b.error);
    }
}

}  // namespace
}  // namespace cantiere
