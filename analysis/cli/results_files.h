#pragma once
/// Results files named on a command line.

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

#include "analysis/cli/context.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// Returns where a study's results go by default: `outputs/runs/STUDY.h5` in a checkout,
/// `./STUDY.h5` elsewhere.
std::filesystem::path default_results(const std::string& study);

/// Tells whether a file's name ends as another kind of file does; letters compare without case.
bool is_named_as(const std::filesystem::path& file,
                 std::initializer_list<std::string_view> endings);

/// Refuses results under a name that promises another kind of file; throws UsageError.
void refuse_names_of_others(const std::string& output);

/// Opens results named by path, or by the id of a study whose results are in their default place.
/// Throws ResultsError; for a missing file it names the nearest one of the folder. A file without
/// its checksum is told.
Results open_results(const std::string& named, const Context& context);

}  // namespace cantiere
