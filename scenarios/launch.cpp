#include <charconv>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "scenarios/ranks.h"

namespace cantiere {
namespace {

std::optional<std::size_t> number_in_environment(std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const char* const text = std::getenv(name);
        if (text == nullptr) continue;
        const std::string_view digits(text);
        std::size_t value = 0;
        const char* const end = digits.data() + digits.size();
        if (std::from_chars(digits.data(), end, value).ptr == end && !digits.empty()) return value;
    }
    return std::nullopt;
}

}  // namespace

Launch launch_of_environment() {
    if (const auto count = number_in_environment({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})) {
        return {number_in_environment({"OMPI_COMM_WORLD_RANK", "PMI_RANK"}).value_or(0), *count};
    }
    // srun --mpi=pmix says the rank, and Slurm the number of tasks of the step.
    if (const auto rank = number_in_environment({"PMIX_RANK"})) {
        return {*rank, number_in_environment({"SLURM_STEP_NUM_TASKS", "SLURM_NTASKS"}).value_or(1)};
    }
    return {};
}

}  // namespace cantiere
