#pragma once
/// The append-only log of finished blocks: what survives a kill, a full disk or a power cut.

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "model/outcomes.h"
#include "outputs/file_handle.h"
#include "outputs/provenance.h"
#include "outputs/results_file.h"

namespace cantiere {

/// Names a block: one (draw, replicate) with all scenarios.
struct BlockId {
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;

    auto operator<=>(const BlockId&) const = default;
};

/// Says what every block of a log is made of.
struct BlockShape {
    std::size_t scenarios = 0;
    OutcomeSizes sizes;
};

/// Says what to do with a log of other inputs: rename it `.old-N`, or refuse (`--resume`).
enum class OtherInputs : std::uint8_t { set_aside, refuse };

class BlockLog {
  public:
    /// Opens the log of the same inputs to go on from it, or creates one; locks it against other
    /// processes; cuts off a torn tail. Throws ResultsError.
    static BlockLog open_or_create(const std::filesystem::path& path,
                                   const Fingerprint& fingerprint,
                                   const BlockShape& shape,
                                   OtherInputs other_inputs);

    /// Lists the finished blocks, sorted; damaged ones are not among them, nor those in which a run
    /// failed under an earlier command: they are to be run again.
    std::vector<BlockId> finished() const;

    /// Tells whether a block is finished.
    bool contains(BlockId id) const { return offsets_.contains(id); }

    /// Adds a finished block; one caller at a time. On a full disk the log stays as it was.
    void append(BlockId id, const Block& block);

    /// Reads a finished block back; throws ResultsError when it was damaged since.
    Block read(BlockId id) const;

    /// Waits until all blocks have reached the disk.
    void sync();

    /// Deletes the log, once the results file is written.
    void remove();

    /// Returns where a log of other inputs was renamed to, if there was one.
    const std::optional<std::filesystem::path>& set_aside() const { return set_aside_; }

    /// Counts the bytes of torn or damaged records found on opening.
    std::size_t damaged_bytes() const { return damaged_bytes_; }

  private:
    BlockLog(std::filesystem::path path, FileHandle file, const BlockShape& shape);

    void write_header(const Fingerprint& fingerprint);
    void scan();

    std::filesystem::path path_;
    FileHandle file_;
    BlockShape shape_;
    std::size_t outcome_values_ = 0;
    std::uint64_t end_ = 0;
    std::map<BlockId, std::uint64_t> offsets_;
    std::optional<std::filesystem::path> set_aside_;
    std::size_t damaged_bytes_ = 0;
    std::chrono::steady_clock::time_point last_sync_{};
};

/// Returns the name of the log beside a results file.
std::filesystem::path log_path(const std::filesystem::path& results);

}  // namespace cantiere
