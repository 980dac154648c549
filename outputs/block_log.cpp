#include "outputs/block_log.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "model/core/contracts.h"
#include "outputs/block_bytes.h"
#include "outputs/crc32c.h"
#include "outputs/raw_bytes.h"
#include "outputs/results_error.h"
#include "outputs/results_place.h"

namespace cantiere {
namespace {

// Layout, little-endian: the header (magic, version, fingerprint, sizes, CRC-32C), then records of
// one length: marker, draw, replicate, CRC-32C of these and the payload, payload (doubles of every
// scenario). One length lets the scan step over a damaged record to the sound ones behind it.
static_assert(std::endian::native == std::endian::little);

constexpr std::array<char, 8> magic{'C', 'A', 'N', 'T', 'P', 'A', 'R', 'T'};
constexpr std::uint32_t log_version = 1;
constexpr std::uint32_t record_marker = 0x4b434c42;  // "BLCK"

struct LogHeader {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t crc = 0;  // of the header with this field zero
    Fingerprint fingerprint{};
    std::uint64_t scenarios = 0;
    std::uint64_t months = 0;
    std::uint64_t years = 0;
    std::uint64_t municipalities = 0;
    std::uint64_t outcome_values = 0;
};
static_assert(sizeof(LogHeader) == 88);

struct RecordHeader {
    std::uint32_t marker = record_marker;
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;
    std::uint32_t crc = 0;  // of the header with this field zero, then the payload
};
static_assert(sizeof(RecordHeader) == 16);

std::uint32_t checksum(LogHeader header) {
    header.crc = 0;
    return crc32c(bytes_of(header));
}

std::uint32_t checksum(RecordHeader header, std::span<const std::uint8_t> payload) {
    header.crc = 0;
    return crc32c(payload, crc32c(bytes_of(header)));
}

LogHeader make_header(const Fingerprint& fingerprint,
                      const BlockShape& shape,
                      std::size_t outcome_values) {
    LogHeader header;
    header.magic = magic;
    header.version = log_version;
    header.fingerprint = fingerprint;
    header.scenarios = shape.scenarios;
    header.months = shape.sizes.months;
    header.years = shape.sizes.years;
    header.municipalities = shape.sizes.municipalities;
    header.outcome_values = outcome_values;
    header.crc = checksum(header);
    return header;
}

enum class Kinship : std::uint8_t { same_inputs, unfinished_header, other };

// A header cut short holds no block: a kill right after the log was created. Starting it again
// loses nothing.
Kinship kinship(const FileHandle& file, const LogHeader& wanted) {
    std::array<std::uint8_t, sizeof(LogHeader)> found{};
    const std::size_t length = file.read_at(0, found);
    const auto expected = bytes_of(wanted);
    if (std::equal(found.begin(),
                   found.begin() + static_cast<std::ptrdiff_t>(length),
                   expected.begin())) {
        return length == found.size() ? Kinship::same_inputs : Kinship::unfinished_header;
    }
    return Kinship::other;
}

std::filesystem::path free_old_name(const std::filesystem::path& path) {
    for (int number = 1;; ++number) {
        std::filesystem::path name = path;
        name += fmt::format(".old-{}", number);
        if (!std::filesystem::exists(name)) {
            return name;
        }
    }
}

[[noreturn]] void throw_other_inputs(const std::filesystem::path& path) {
    throw ResultsError(path.string(),
                       "the unfinished results there are of other inputs",
                       "a file of the study, an option or the program has changed since",
                       "run the command as it was, or leave out --resume to start afresh: the old "
                       "log is then kept under another name");
}

}  // namespace

BlockLog::BlockLog(std::filesystem::path path, FileHandle file, const BlockShape& shape)
    : path_(std::move(path)),
      file_(std::move(file)),
      shape_(shape),
      outcome_values_(values_of_run(shape.sizes)) {}

BlockLog BlockLog::open_or_create(const std::filesystem::path& path,
                                  const Fingerprint& fingerprint,
                                  const BlockShape& shape,
                                  OtherInputs other_inputs) {
    BlockLog log(path, lock_place(path), shape);
    const LogHeader header = make_header(fingerprint, shape, log.outcome_values_);
    switch (kinship(log.file_, header)) {
        case Kinship::same_inputs:
            log.scan();
            return log;
        case Kinship::unfinished_header:
            log.write_header(fingerprint);
            return log;
        case Kinship::other:
            break;
    }
    if (other_inputs == OtherInputs::refuse) {
        throw_other_inputs(path);
    }
    const std::filesystem::path old_name = free_old_name(path);
    std::filesystem::rename(path, old_name);
    BlockLog fresh(path, lock_place(path), shape);
    fresh.set_aside_ = old_name;
    fresh.write_header(fingerprint);
    return fresh;
}

void BlockLog::write_header(const Fingerprint& fingerprint) {
    file_.truncate(0);
    file_.write_at(0, bytes_of(make_header(fingerprint, shape_, outcome_values_)));
    end_ = sizeof(LogHeader);
    sync();
    sync_folder(path_.parent_path());
}

std::vector<BlockId> BlockLog::finished() const {
    std::vector<BlockId> ids;
    ids.reserve(offsets_.size());
    for (const auto& [id, offset] : offsets_) {
        ids.push_back(id);
    }
    return ids;
}

void BlockLog::scan() {
    const std::size_t payload = shape_.scenarios * outcome_values_ * sizeof(double);
    const std::size_t length = sizeof(RecordHeader) + payload;
    const std::uint64_t size = file_.size();
    std::vector<std::uint8_t> record(length);
    std::uint64_t sound_end = sizeof(LogHeader);
    for (std::uint64_t at = sizeof(LogHeader); at + length <= size; at += length) {
        if (file_.read_at(at, record) != length) {
            break;
        }
        RecordHeader header;
        std::memcpy(&header, record.data(), sizeof header);
        const auto values = std::span(record).subspan(sizeof header);
        if (header.marker != record_marker || header.crc != checksum(header, values)) {
            damaged_bytes_ += length;
            continue;
        }
        const Block block = block_from(values, shape_);
        if (std::ranges::none_of(block, &RunOutcome::has_failed)) {
            offsets_[{header.draw, header.replicate}] = at;
        }
        sound_end = at + length;
    }
    // What follows the last sound record was being written when the process or the power went.
    damaged_bytes_ += static_cast<std::size_t>((size - sizeof(LogHeader)) % length);
    if (sound_end < size) {
        file_.truncate(sound_end);
    }
    end_ = sound_end;
}

void BlockLog::append(BlockId id, const Block& block) {
    expects(block.size() == shape_.scenarios, "a block holds every scenario");
    expects(!contains(id), "a block is finished once");
    std::vector<std::uint8_t> record(sizeof(RecordHeader));
    record.reserve(record.size() + block.size() * outcome_values_ * sizeof(double));
    for (const RunOutcome& outcome : block) {
        expects(outcome.sizes() == shape_.sizes, "an outcome has the sizes of the study");
    }
    append_block(record, block);
    RecordHeader header{record_marker, id.draw, id.replicate, 0};
    header.crc = checksum(header, std::span(record).subspan(sizeof header));
    std::memcpy(record.data(), &header, sizeof header);
    try {
        file_.write_at(end_, record);
    } catch (const ResultsError&) {
        file_.truncate(end_);
        throw;
    }
    offsets_[id] = end_;
    end_ += record.size();
    if (std::chrono::steady_clock::now() - last_sync_ > std::chrono::seconds(1)) {
        sync();
    }
}

Block BlockLog::read(BlockId id) const {
    const auto place = offsets_.find(id);
    expects(place != offsets_.end(), "only finished blocks are read");
    std::vector<std::uint8_t> record(sizeof(RecordHeader) +
                                     shape_.scenarios * outcome_values_ * sizeof(double));
    const std::size_t length = file_.read_at(place->second, record);
    RecordHeader header;
    std::memcpy(&header, record.data(), sizeof header);
    const std::span<const std::uint8_t> payload = std::span(record).subspan(sizeof header);
    if (length != record.size() || header.crc != checksum(header, payload)) {
        throw ResultsError(
            path_.string(),
            fmt::format("the block of draw {}, replicate {} is damaged", id.draw, id.replicate),
            "its checksum no longer fits what was written",
            "run the same command again: the block is computed anew");
    }
    return block_from(payload, shape_);
}

void BlockLog::sync() {
    file_.sync();
    last_sync_ = std::chrono::steady_clock::now();
}

void BlockLog::remove() {
    std::error_code ignored;  // a log that stays behind does no harm
    std::filesystem::remove(path_, ignored);
}

std::filesystem::path log_path(const std::filesystem::path& results) {
    std::filesystem::path path = results;
    return path += ".part";
}

}  // namespace cantiere
