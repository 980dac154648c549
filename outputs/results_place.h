#pragma once
/// Where results may be written: nothing but results is ever replaced.

#include <cstdint>
#include <filesystem>

#include "outputs/file_handle.h"

namespace cantiere {

enum class Existing : std::uint8_t { keep, overwrite };

/// What a place is for: a results file, or a shard of one.
enum class PlaceFor : std::uint8_t { results, shard };

/// Checks that a results file can be written there, and its run log beside it; throws ResultsError.
/// What is there already must be of the same kind, finished or damaged, and may be replaced.
void check_place(const std::filesystem::path& path,
                 Existing existing,
                 PlaceFor content = PlaceFor::results);

/// Opens the log of unfinished work, or creates it, and locks it against other processes; throws
/// ResultsError.
FileHandle lock_place(const std::filesystem::path& log);

}  // namespace cantiere
