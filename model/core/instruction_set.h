#pragma once
/// Which vector instructions the kernels of a run use. Results do not depend on it: every kernel
/// gives the same bits (engine.md 1), some sooner.

#include <cstdint>
#include <string_view>

namespace cantiere {

/// The sets that kernels are compiled for, each in a translation unit of its own.
enum class InstructionSet : std::uint8_t { portable, avx2, avx512, count };

/// Names a set as the environment variable CANTIERE_INSTRUCTIONS does.
std::string_view name(InstructionSet set);

/// Tells whether this processor and its operating system have the set.
bool is_supported(InstructionSet set);

/// Returns the widest set supported, or that named by CANTIERE_INSTRUCTIONS when it is narrower;
/// decided once. Tests name a set themselves.
InstructionSet best_instruction_set();

}  // namespace cantiere
