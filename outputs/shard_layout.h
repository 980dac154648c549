#pragma once
/// How shards lie in their files; internal to their reading and writing.

#include <array>
#include <cstdint>

#include "outputs/crc32c.h"
#include "outputs/provenance.h"
#include "outputs/raw_bytes.h"

namespace cantiere::detail {

// Little-endian: the head, the manifest, then the blocks: a block's head, the values of all its
// scenarios, its people. Everything has a checksum, and the length of the file is in its head.
inline constexpr std::array<char, 8> shard_magic{'C', 'A', 'N', 'T', 'S', 'H', 'R', 'D'};
inline constexpr std::uint32_t shard_version = 1;
inline constexpr std::uint32_t shard_marker = 0x4b4c4253;  // "SBLK"

struct ShardHead {
    std::array<char, 8> magic{shard_magic};
    std::uint32_t version = shard_version;
    std::uint32_t crc = 0;  // of the head with this field zero
    Fingerprint fingerprint{};
    std::uint64_t outcome_values = 0;  // of one run: another program may have others
    std::uint64_t life_bytes = 0;
    std::uint64_t blocks = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t manifest_bytes = 0;
    std::uint32_t manifest_crc = 0;
    std::uint32_t reserved = 0;
};
static_assert(sizeof(ShardHead) == 96);

struct ShardBlockHead {
    std::uint32_t marker = shard_marker;
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;
    std::uint32_t crc = 0;  // of the head with this field zero, the values, the people
    std::uint64_t lives_bytes = 0;
};
static_assert(sizeof(ShardBlockHead) == 24);

inline std::uint32_t shard_checksum(ShardHead head) {
    head.crc = 0;
    return crc32c(bytes_of(head));
}

inline std::uint32_t shard_checksum(ShardBlockHead head, std::span<const std::uint8_t> payload) {
    head.crc = 0;
    return crc32c(payload, crc32c(bytes_of(head)));
}

}  // namespace cantiere::detail
