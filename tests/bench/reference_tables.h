#pragma once
/// The tables of the reference workload, and the identities its draws are keyed by.

#include <cstdint>
#include <limits>
#include <vector>

#include "model/core/columns.h"
#include "model/core/draws_of_many.h"
#include "model/core/ids.h"

namespace cantiere {

/// Draws of the workload. The event of the state in which a month finds a resident is one word of a
/// counter that four residents share; what follows within the month has a counter of her own,
/// whose words are told apart below.
inline constexpr Decision workload_start = Decision::toy_level;  // skill, autonomy; requirement
inline constexpr Decision workload_event = Decision::toy_event;
inline constexpr Decision workload_choice = Decision::toy_choice;

/// Words of a resident's own counter of `workload_event`.
struct EventWord {
    static constexpr std::size_t hire = 0;
    static constexpr std::size_t job_loss_when_hired = 1;
    static constexpr std::size_t relapse_when_autonomous = 2;
};

/// Words of the counters of `workload_choice` in order: five employers, the drop-out in the first
/// month.
inline constexpr std::size_t choices_of_employers = 5;

inline EntityKey workload_resident(std::uint64_t id) { return hash_key({1, id}); }
inline EntityKey workload_employer(std::uint64_t id) { return hash_key({2, id}); }

/// The counters of states: of every 256 residents in order of id, those 64 apart share one, and the
/// first of them has its first word. Every word of a counter is used, in the order of columns.
inline constexpr std::size_t counters_per_block = 64;
inline EntityKey workload_counter(std::uint64_t number) { return hash_key({3, number}); }

/// Returns the number of districts of `residents`.
std::uint32_t workload_districts(std::uint32_t residents);

/// Residents as columns, in whole groups of rows; those behind the last are in no state.
struct WorkloadResidents {
    explicit WorkloadResidents(std::uint32_t count);

    /// Puts everybody in care, with the skill and autonomy of a run.
    void start(const Draws& draws);

    std::uint32_t count = 0;
    Column<ResidentId, EntityKey> key;
    std::vector<EntityKey> counter;  // [block of residents, place in it]: of the event of a state
    Column<ResidentId, std::uint32_t> district;
    Column<ResidentId, float> skill, autonomy, state;
    Column<ResidentId, float> since;             // month of the last placement
    Column<ResidentId, std::uint32_t> employer;  // of the last placement
};

/// Employers district by district, in order of id within each; the row behind the last one stands
/// for none and never takes anybody.
struct WorkloadEmployers {
    WorkloadEmployers(std::uint32_t count, std::uint32_t districts);

    /// Draws requirements, frees all slots, closes all vacancies.
    void start(const Draws& draws);

    /// Opens vacancies with probability 0.05 where there is none.
    void open_vacancies(const Draws& draws, Month month, InstructionSet set);

    void take_slot(std::uint32_t row) { set_slots(row, slots[row] - 1); }
    void free_slot(std::uint32_t row) { set_slots(row, slots[row] + 1); }

    std::vector<EntityKey> key;
    std::vector<std::uint32_t> first;  // [district], and the row of none
    std::vector<float> requirement;
    std::vector<float> bar;  // the requirement; infinite while no slot is free
    std::vector<std::int32_t> slots_at_start, slots;
    std::vector<std::uint8_t> vacancy;
    std::vector<float> uniforms;

  private:
    void set_slots(std::uint32_t row, std::int32_t free) {
        slots[row] = free;
        bar[row] = free > 0 ? requirement[row] : std::numeric_limits<float>::infinity();
    }
};

}  // namespace cantiere
