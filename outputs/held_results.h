#pragma once
/// What stands already where results or a shard should go.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "outputs/provenance.h"
#include "outputs/results_place.h"
#include "outputs/shard.h"

namespace cantiere {

enum class Held : std::uint8_t { nothing, of_other_inputs, without_people, with_failed_runs, all };

/// Tells what a path holds of the results of exactly these inputs, with the people of so many
/// draws. What is damaged or something else counts as nothing: it is told when the place is
/// checked.
Held held_results(const std::filesystem::path& results,
                  const Fingerprint& inputs,
                  std::size_t microdata_draws = 0);

/// Tells the same of a shard.
Held held_shard(const std::filesystem::path& shard,
                const Fingerprint& inputs,
                const ShardPart& part,
                std::size_t microdata_draws = 0);

/// Tells the same of a shard, or of the whole where there is none.
Held held_part(const std::filesystem::path& results,
               const Fingerprint& inputs,
               const std::optional<ShardPart>& part,
               std::size_t microdata_draws = 0);

/// Refuses to replace, unasked, what is of other inputs or lacks the people; throws ResultsError.
/// Returns how the place is to be treated: what lacks failed runs is replaced.
Existing treatment_of(const std::filesystem::path& place,
                      Held held,
                      Existing existing,
                      PlaceFor content = PlaceFor::results);

}  // namespace cantiere
