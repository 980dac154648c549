#include "model/core/instruction_set.h"

#include <cstdlib>

#include "model/core/columns.h"

namespace cantiere {

namespace {

InstructionSet widest_supported_and_asked() {
    const char* asked = std::getenv("CANTIERE_INSTRUCTIONS");
    InstructionSet widest = InstructionSet::portable;
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) break;
        widest = set;
        if (asked != nullptr && name(set) == asked) break;
    }
    return widest;
}

}  // namespace

std::string_view name(InstructionSet set) {
    static constexpr EnumArray<InstructionSet, std::string_view> names{
        {"portable", "avx2", "avx512"}};
    return names[set];
}

bool is_supported([[maybe_unused]] InstructionSet set) {
#if defined(__x86_64__)
    if (set == InstructionSet::avx2) return static_cast<bool>(__builtin_cpu_supports("avx2"));
    if (set == InstructionSet::avx512) {
        return static_cast<bool>(__builtin_cpu_supports("avx512f")) &&
               static_cast<bool>(__builtin_cpu_supports("avx512bw")) &&
               static_cast<bool>(__builtin_cpu_supports("avx512dq")) &&
               static_cast<bool>(__builtin_cpu_supports("avx512vl"));
    }
#endif
    return set == InstructionSet::portable;
}

InstructionSet best_instruction_set() {
    static const InstructionSet best = widest_supported_and_asked();
    return best;
}

}  // namespace cantiere
