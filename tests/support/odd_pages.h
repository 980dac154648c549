#pragma once
/// The pages of the ODD description that are written from the code's own tables.

#include <string>

#include "scenarios/study.h"

namespace cantiere {

/// Writes what each phase does, from the phase table of model/README.md and the headers it names.
/// Reads below the current folder, the root of the project.
std::string odd_phases_page();

/// Writes every parameter with unit, value, range, quality and source, as `study` has them.
std::string odd_parameters_page(const Study& study);

}  // namespace cantiere
