#pragma once
/// The trace of chosen residents, beside the results.

#include <filesystem>
#include <string>
#include <vector>

#include "model/core/ids.h"
#include "scenarios/study.h"

namespace cantiere {

/// Reads the ids of `--trace`; throws UsageError for what is none.
std::vector<EntityKey> trace_ids(const std::vector<std::string>& words);

/// Simulates the runs of the first so many draws again and returns the lives of these residents as
/// CSV; throws UsageError for an id that nobody of the study has.
std::string trace_of(const Study& study, const std::vector<EntityKey>& ids, std::size_t draws);

/// Writes the trace beside the results; one with another text is replaced only where that is
/// allowed. Throws ResultsError.
void write_trace(const std::filesystem::path& results, const std::string& text, bool overwrite);

}  // namespace cantiere
