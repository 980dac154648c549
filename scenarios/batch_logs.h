#pragma once
/// The unfinished work of a batch: finished blocks, and their people where they are kept.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/lives_log.h"
#include "outputs/microdata.h"
#include "outputs/shard.h"
#include "scenarios/block_run.h"

namespace cantiere {

class BatchLogs {
  public:
    /// Opens the logs beside the results to go on from them, or creates them; throws ResultsError.
    BatchLogs(const std::filesystem::path& results,
              const Fingerprint& inputs,
              const BlockShape& shape,
              OtherInputs other_inputs,
              std::size_t microdata_draws);

    /// Returns where a log of other inputs was renamed to, if there was one.
    const std::optional<std::filesystem::path>& set_aside() const { return blocks_.set_aside(); }

    /// Tells whether the people of a block are kept.
    bool keeps_people_of(BlockId id) const { return id.draw < microdata_draws_; }

    /// Tells whether a block is finished, with its people where they are kept.
    bool contains(BlockId id) const;

    /// Adds a finished block; one caller at a time.
    void keep(BlockId id, const BlockRun& done);

    /// Reads a block back, with its people where they are kept.
    Block block(BlockId id) const { return blocks_.read(id); }
    ShardBlock block_with_people(BlockId id) const;

    /// Returns the people of all these blocks as a results file takes them; none where none are
    /// kept.
    std::optional<MicrodataSource> microdata(const std::vector<BlockId>& blocks) const;

    /// Waits until all has reached the disk.
    void sync();

    /// Deletes the logs, once the results are written.
    void remove();

  private:
    std::size_t microdata_draws_;
    BlockLog blocks_;
    std::optional<LivesLog> lives_;
};

}  // namespace cantiere
