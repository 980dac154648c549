#include "outputs/lives_log.h"

#include <array>
#include <bit>
#include <cstring>
#include <span>

#include <fmt/format.h>

#include "model/core/contracts.h"
#include "outputs/block_bytes.h"
#include "outputs/crc32c.h"
#include "outputs/raw_bytes.h"
#include "outputs/results_error.h"

namespace cantiere {
namespace {

// Layout, little-endian: the header (magic, length of a life, fingerprint), then records: marker,
// draw, replicate, CRC-32C of the payload, its length; payload: number of people of each
// scenario, then the lives as they are in memory.
static_assert(std::endian::native == std::endian::little);

constexpr std::uint32_t life_marker = 0x4546494c;  // "LIFE"

struct LivesHeader {
    std::array<char, 8> magic{'C', 'A', 'N', 'T', 'L', 'I', 'F', 'E'};
    std::uint64_t life_bytes = sizeof(Life);
    Fingerprint fingerprint{};
};

struct LivesRecord {
    std::uint32_t marker = life_marker;
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;
    std::uint32_t crc = 0;
    std::uint64_t bytes = 0;
    std::uint64_t scenarios = 0;
};
static_assert(sizeof(LivesRecord) == 32);

template <class T>
std::span<std::uint8_t> place_of(T& value) {
    return {reinterpret_cast<std::uint8_t*>(&value), sizeof(T)};
}

std::uint64_t people_in(const LivesRecord& record) {
    return (record.bytes - record.scenarios * sizeof(std::uint64_t)) / sizeof(Life);
}

}  // namespace

LivesLog::LivesLog(const std::filesystem::path& path, const Fingerprint& fingerprint)
    : path_(path), file_(path, Access::open_or_create) {
    LivesHeader wanted;
    wanted.fingerprint = fingerprint;
    LivesHeader found;
    const std::size_t length = file_.read_at(0, place_of(found));
    end_ = sizeof wanted;
    if (length == sizeof wanted && std::memcmp(&wanted, &found, sizeof wanted) == 0) {
        scan();
        return;
    }
    file_.truncate(0);
    file_.write_at(0, bytes_of(wanted));
}

void LivesLog::scan() {
    const std::uint64_t size = file_.size();
    LivesRecord record;
    while (file_.read_at(end_, place_of(record)) == sizeof record) {
        const std::uint64_t begin = end_ + sizeof record;
        if (record.marker != life_marker || record.bytes > size - begin) break;
        std::vector<std::uint8_t> payload(record.bytes);
        file_.read_at(begin, payload);
        if (crc32c(payload) != record.crc) break;
        records_[{record.draw, record.replicate}] = {end_, record.bytes, people_in(record)};
        end_ = begin + record.bytes;
    }
    if (end_ < size) file_.truncate(end_);
}

void LivesLog::append(BlockId id, const std::vector<std::vector<Life>>& lives) {
    const std::vector<std::uint8_t> payload = bytes_of_lives(lives);
    const LivesRecord record{life_marker,
                             id.draw,
                             id.replicate,
                             crc32c(payload),
                             payload.size(),
                             lives.size()};
    try {
        file_.write_at(end_, bytes_of(record));
        file_.write_at(end_ + sizeof record, payload);
    } catch (const ResultsError&) {
        file_.truncate(end_);
        throw;
    }
    records_[id] = {end_, record.bytes, people_in(record)};
    end_ += sizeof record + payload.size();
}

std::vector<std::vector<Life>> LivesLog::read(BlockId id) const {
    const auto found = records_.find(id);
    expects(found != records_.end(), "only people that were kept are read");
    LivesRecord record;
    file_.read_at(found->second.offset, place_of(record));
    std::vector<std::uint8_t> payload(found->second.bytes);
    const std::size_t length = file_.read_at(found->second.offset + sizeof record, payload);
    if (length != payload.size() || crc32c(payload) != record.crc) {
        throw ResultsError(
            path_.string(),
            fmt::format("the people of draw {}, replicate {} are damaged", id.draw, id.replicate),
            "their checksum no longer fits what was written",
            "run the same command again: the block is computed anew");
    }
    return lives_from(payload, record.scenarios);
}

std::uint64_t LivesLog::people(BlockId id) const { return records_.at(id).people; }

void LivesLog::remove() {
    std::error_code ignored;  // a log that stays behind does no harm
    std::filesystem::remove(path_, ignored);
}

std::filesystem::path lives_log_path(const std::filesystem::path& results) {
    std::filesystem::path path = results;
    return path += ".people.part";
}

}  // namespace cantiere
