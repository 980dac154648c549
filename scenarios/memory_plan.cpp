#include "scenarios/memory_plan.h"

#include <omp.h>
#include <unistd.h>

#include <algorithm>
#include <type_traits>

#include "model/life.h"
#include "model/simulate.h"
#include "model/state/resident_columns.h"
#include "outputs/block_bytes.h"
#include "scenarios/block_run.h"
#include "scenarios/run_inputs.h"

namespace cantiere {
namespace {

constexpr double mebibyte = 1024.0 * 1024.0;

// Measured: the program with its packs read, beside the columns what a resident takes of
// households, contacts and lists of the month, and what the allocator leaves unused.
constexpr double program_bytes = 28.0 * mebibyte;
constexpr double beside_columns = 110.0;
constexpr double unused_share = 0.10;

constexpr double stack_of_thread = 8.0 * mebibyte;
constexpr double arena_of_thread = 64.0 * mebibyte;  // addresses that the allocator reserves
constexpr double prudence = 0.9;                     // of what is available: others use memory too

/// People of one draw: those present at once, and all who are there at some time.
struct Headcount {
    double present = 0.0;
    double ever = 0.0;
};

Headcount largest_headcount(const Study& study) {
    Headcount most;
    const double months = study.horizon.burn_in_months + study.horizon.months;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        const std::size_t services = study.scenarios[i].services;
        const bool is_first =
            std::none_of(study.scenarios.begin(),
                         study.scenarios.begin() + static_cast<std::ptrdiff_t>(i),
                         [services](const Scenario& other) { return other.services == services; });
        for (std::size_t draw = 0; is_first && draw < study.experiment.draws; ++draw) {
            const Parameters usual = usual_at(study, i, draw);
            const double stock = usual.population.residents_in_need;
            const double arrivals = stock * usual.population.arrival_hazard_per_month * months;
            most.present = std::max(most.present, stock + 0.1 * arrivals);
            most.ever = std::max(most.ever, stock + arrivals);
        }
    }
    return most;
}

std::size_t count_bases(const Study& study) {
    std::size_t bases = 0;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].base == i) ++bases;
    }
    return bases;
}

/// State after the burn-in, the copy that a scenario changes and who comes later; then, of each
/// scenario and each base's copy, who was there and all outcomes; lives, which a list that grows
/// holds twice for a moment; the block once more as it goes to the log.
double running_block(const Study& study, const Headcount& people, bool keeps_lives) {
    const auto scenarios = static_cast<double>(study.scenarios.size());
    const auto kept = scenarios + static_cast<double>(count_bases(study));
    const double state = 2.0 * people.present * (bytes_per_resident() + beside_columns) +
                         (people.ever - people.present) * bytes_per_resident();
    const double records = kept * people.ever * static_cast<double>(sizeof(ResidentRecord));
    const auto block = static_cast<double>(bytes_of_block(block_shape(study)));
    const double lives =
        keeps_lives ? (2.0 * scenarios + 1.0) * people.ever * static_cast<double>(sizeof(Life))
                    : 0.0;
    return (state + records + lives) * (1.0 + unused_share) + 4.0 * block;
}

}  // namespace

double bytes_per_resident() {
    Residents none;
    std::size_t bytes = 0;
    for_each_column(none, [&bytes](const auto& column) {
        bytes += sizeof(typename std::decay_t<decltype(column)>::value_type);
    });
    return static_cast<double>(bytes);
}

MemoryNeed memory_need(const Study& study, std::size_t microdata_draws) {
    const Headcount people = largest_headcount(study);
    const auto block = static_cast<double>(bytes_of_block(block_shape(study)));
    const auto blocks = static_cast<double>(study.experiment.draws * study.experiment.replicates);
    MemoryNeed need;
    need.program = program_bytes;
    need.block = running_block(study, people, microdata_draws > 0);
    need.result = 2.0 * block * blocks;  // most variables are kept run by run, and built in memory
    need.residents = people.present;
    return need;
}

bool MemoryPlan::is_short() const { return need.block > available.bytes * prudence; }

std::size_t usual_threads(std::size_t processes) {
    const auto bound = static_cast<std::size_t>(std::max(omp_get_max_threads(), 1));
    if (processes <= 1) return bound;
    const auto online = static_cast<std::size_t>(std::max(::sysconf(_SC_NPROCESSORS_ONLN), 1L));
    return std::clamp<std::size_t>(online / processes, 1, bound);
}

MemoryPlan plan_memory(std::size_t wanted,
                       const MemoryNeed& need,
                       const AvailableMemory& available,
                       std::size_t processes) {
    MemoryPlan plan{wanted, wanted, need, available};
    plan.available.bytes /= static_cast<double>(std::max<std::size_t>(processes, 1));
    const double reserved = available.is_address_space ? stack_of_thread + arena_of_thread : 0.0;
    const double each = need.block + reserved;
    const double affordable = plan.available.bytes * prudence / std::max(each, 1.0);
    if (affordable < static_cast<double>(wanted)) {
        plan.threads = std::max<std::size_t>(static_cast<std::size_t>(affordable), 1);
    }
    return plan;
}

}  // namespace cantiere
