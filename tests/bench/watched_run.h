#pragma once
/// Runs of a study with the time of each phase.

#include <cstdint>
#include <optional>

#include "scenarios/study.h"
#include "tests/bench/phase_watch.h"

namespace cantiere {

/// Reads a study with every parameter at its value; tells on standard error what is wrong with it.
std::optional<Study> study_at_its_values(const char* path);

/// Lives the runs of one scenario, replicates 0, 1, ..., burn-in and window, and gives each phase
/// its time; the recorder runs in the window alone. Returns resident-months.
double live_watched(PhaseWatch& watch,
                    const Study& study,
                    std::size_t scenario,
                    std::uint32_t replicates);

}  // namespace cantiere
