#pragma once
/// What the environment asks of the program.

namespace cantiere {

/// Refuses a CANTIERE_INSTRUCTIONS that names no instruction set, or one that this machine lacks;
/// throws UsageError.
void check_instructions();

}  // namespace cantiere
