#pragma once
/// Writing the results file: HDF5, netCDF-4 compatible, the same bytes for the same inputs.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "model/outcomes.h"
#include "outputs/microdata.h"
#include "outputs/results_header.h"
#include "outputs/results_place.h"

namespace cantiere {

/// The outcomes of all scenarios, in their order, for one (draw, replicate).
using Block = std::vector<RunOutcome>;

/// Yields the block of a (draw, replicate); called once for each, draws first, in order.
using BlockSource = std::function<Block(std::size_t draw, std::size_t replicate)>;

/// Writes the results file through a temporary one beside it, synced and renamed; throws
/// ResultsError. The file is built in memory: about twice its size is needed for a moment. With
/// microdata it is built on the disk, people of one block in memory at a time.
void write_results(const std::filesystem::path& path,
                   const ResultsHeader& header,
                   const BlockSource& blocks,
                   Existing existing = Existing::keep,
                   const std::optional<MicrodataSource>& microdata = std::nullopt);

}  // namespace cantiere
