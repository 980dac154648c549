#pragma once
/// The log of the people of finished blocks, beside the log of blocks: what the microdata is made
/// of once all runs are done.

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/microdata.h"

namespace cantiere {

class LivesLog {
  public:
    /// Opens the log of the same inputs to go on from it; starts afresh where it is of others or
    /// damaged. Needs no lock: the log of blocks has one. Throws ResultsError.
    LivesLog(const std::filesystem::path& path, const Fingerprint& fingerprint);

    /// Tells whether the people of a block are there.
    bool contains(BlockId id) const { return records_.contains(id); }

    /// Adds the people of all scenarios of a block; one caller at a time. The latest one counts.
    void append(BlockId id, const std::vector<std::vector<Life>>& lives);

    /// Reads the people of a block back; throws ResultsError when they were damaged since.
    std::vector<std::vector<Life>> read(BlockId id) const;

    /// Counts the people of a block, all scenarios.
    std::uint64_t people(BlockId id) const;

    void sync() { file_.sync(); }

    /// Deletes the log, once the results file is written.
    void remove();

  private:
    struct Record {
        std::uint64_t offset = 0;
        std::uint64_t bytes = 0;  // of the payload
        std::uint64_t people = 0;
    };

    void scan();

    std::filesystem::path path_;
    FileHandle file_;
    std::uint64_t end_ = 0;
    std::map<BlockId, Record> records_;
};

/// Returns the name of this log beside a results file.
std::filesystem::path lives_log_path(const std::filesystem::path& results);

}  // namespace cantiere
