#include "tests/bench/reference_tables.h"

#include <algorithm>
#include <limits>

#include "model/core/rows.h"
#include "tests/bench/reference_rows.h"

namespace cantiere {

namespace {

static_assert(4 * counters_per_block == rows_per_block, "a counter has four words");

std::size_t in_whole_groups(std::size_t count) {
    constexpr std::size_t group = detail::rows_per_group;
    return (count + group - 1) / group * group;
}

}  // namespace

std::uint32_t workload_districts(std::uint32_t residents) {
    return std::max<std::uint32_t>(1, residents / 2000);
}

WorkloadResidents::WorkloadResidents(std::uint32_t size)
    : count(size),
      key(size),
      district(size),
      skill(in_whole_groups(size)),
      autonomy(in_whole_groups(size)),
      state(in_whole_groups(size), detail::in_no_state),
      since(in_whole_groups(size)),
      employer(size) {
    for (const ResidentId who : rows<ResidentId>(size)) {
        key[who] = workload_resident(who.index());
        district[who] = who.value % workload_districts(size);
    }
    const std::size_t blocks = (size + rows_per_block - 1) / rows_per_block;
    for (std::size_t number = 0; number < blocks * counters_per_block; ++number) {
        counter.push_back(workload_counter(number));
    }
}

void WorkloadResidents::start(const Draws& draws) {
    for (const ResidentId who : rows<ResidentId>(count)) {
        const auto u = draws.uniforms4(key[who], Month{0}, workload_start);
        skill[who] = static_cast<float>(u[0]);
        autonomy[who] = 0.5f * static_cast<float>(u[1]);
        state[who] = detail::in_care;
        since[who] = 0.0f;
    }
}

WorkloadEmployers::WorkloadEmployers(std::uint32_t count, std::uint32_t districts)
    : requirement(count + 1, std::numeric_limits<float>::infinity()),
      bar(requirement),
      slots(count + 1, 0),
      vacancy(count + 1, 0),
      uniforms(count) {
    for (std::uint32_t district = 0; district < districts; ++district) {
        first.push_back(static_cast<std::uint32_t>(key.size()));
        for (std::uint32_t id = district; id < count; id += districts) {
            key.push_back(workload_employer(id));
            slots_at_start.push_back(1 + static_cast<std::int32_t>(id % 3));
        }
    }
    first.push_back(count);
}

void WorkloadEmployers::start(const Draws& draws) {
    for (std::size_t row = 0; row < key.size(); ++row) {
        requirement[row] = static_cast<float>(draws.uniform(key[row], Month{0}, workload_start));
        vacancy[row] = 0;
        set_slots(static_cast<std::uint32_t>(row), slots_at_start[row]);
    }
}

void WorkloadEmployers::open_vacancies(const Draws& draws, Month month, InstructionSet set) {
    fill_uniforms(uniforms, draws, key, {month, workload_event}, set);
    for (std::size_t row = 0; row < uniforms.size(); ++row) {
        vacancy[row] |= static_cast<std::uint8_t>(uniforms[row] < 0.05f);
    }
}

}  // namespace cantiere
