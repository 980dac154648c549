#pragma once
/// A shard: the finished blocks of a part of a study, in one file that can be joined with others.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/file_handle.h"
#include "outputs/microdata.h"
#include "outputs/results_header.h"
#include "outputs/results_place.h"
#include "outputs/run_log.h"

namespace cantiere {

/// Says which blocks a shard has: every `count`-th of the study, from the `index`-th on.
struct ShardPart {
    std::size_t index = 1;  // from 1
    std::size_t count = 1;

    bool operator==(const ShardPart&) const = default;
};

/// Writes a part as the command line does: 2/3.
std::string shard_text(const ShardPart& part);

/// Tells whether a block belongs to a part; blocks are numbered draw by draw.
bool belongs_to(BlockId id, const ShardPart& part, std::size_t replicates);

/// What a shard says about itself.
struct ShardManifest {
    ResultsHeader header;
    ShardPart part;
    std::size_t microdata_draws = 0;
    std::vector<std::string> command_line;  // that made it
    std::vector<FailedRun> failed;
};

/// Returns the command line that makes another shard of the same study.
std::string shard_command(const ShardManifest& manifest, const ShardPart& part);

/// A block with its people, where they are kept.
struct ShardBlock {
    Block block;
    std::vector<Lives> lives;
};

/// Writes a shard of blocks in their order through a temporary file, synced and renamed; throws
/// ResultsError. One block is in memory at a time.
void write_shard(const std::filesystem::path& path,
                 const ShardManifest& manifest,
                 const std::vector<BlockId>& blocks,
                 const std::function<ShardBlock(BlockId)>& source,
                 Existing existing);

/// A finished shard, open for reading.
class Shard {
  public:
    /// Opens a shard and checks every byte of it; throws ResultsError.
    explicit Shard(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    const ShardManifest& manifest() const { return manifest_; }
    const Fingerprint& fingerprint() const { return fingerprint_; }
    std::vector<BlockId> blocks() const;

    /// Tells whether a run of a block failed; one of checksum says whether two blocks are equal.
    bool has_failed(BlockId id) const { return places_.at(id).has_failed; }
    std::uint32_t checksum(BlockId id) const { return places_.at(id).checksum; }

    /// Counts the people of a block, all scenarios.
    std::uint64_t people(BlockId id) const { return places_.at(id).people; }

    /// Reads a block back; throws ResultsError when it was damaged since.
    ShardBlock read(BlockId id) const;

  private:
    struct BlockPlace {
        std::uint64_t offset = 0;
        std::uint32_t checksum = 0;
        std::uint64_t people = 0;
        bool has_failed = false;
    };

    void read_manifest();
    void read_blocks();
    std::uint64_t read_block_at(std::uint64_t offset);
    [[noreturn]] void throw_damaged(const std::string& why) const;

    std::filesystem::path path_;
    FileHandle file_;
    ShardManifest manifest_;
    Fingerprint fingerprint_{};
    BlockShape shape_;
    std::uint64_t first_block_ = 0;
    std::uint64_t size_ = 0;
    std::map<BlockId, BlockPlace> places_;
};

}  // namespace cantiere
