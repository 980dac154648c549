#pragma once
/// Where results may be written: nothing but results is ever replaced.

#include <cstdint>
#include <filesystem>

namespace cantiere {

enum class Existing : std::uint8_t { keep, overwrite };

/// Checks that a results file can be written there, and its run log beside it; throws ResultsError.
/// What is there already must be results, finished or damaged, and may be replaced.
void check_place(const std::filesystem::path& path, Existing existing);

}  // namespace cantiere
