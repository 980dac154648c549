#pragma once
/// Results files named on a command line.

#include <filesystem>
#include <string>

#include "analysis/cli/context.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// Returns where a study's results go by default: `outputs/runs/STUDY.h5` in a checkout,
/// `./STUDY.h5` elsewhere.
std::filesystem::path default_results(const std::string& study);

/// Opens results named by path, or by the id of a study whose results are in their default place.
/// Throws ResultsError; for a missing file it names the nearest one of the folder. A file without
/// its checksum is told.
Results open_results(const std::string& named, const Context& context);

}  // namespace cantiere
