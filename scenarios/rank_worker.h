#pragma once
/// What a process does that is not the first of its command: it runs the blocks it is given.

#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/ranks.h"
#include "scenarios/study.h"

namespace cantiere {

/// Runs blocks on so many threads until the first process says that the command has ended.
void work_for_first_rank(Ranks& ranks, const std::vector<Study>& studies, std::size_t threads);

/// Tells the first process why this one cannot take part, and waits for the end of the command.
void report_to_first_rank(Ranks& ranks, const std::string& failure);

}  // namespace cantiere
