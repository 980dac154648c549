#pragma once
/// CRC-32C (Castagnoli), the checksum of the records of the block log.

#include <cstdint>
#include <span>

namespace cantiere {

/// Returns the CRC-32C of bytes, continuing from an earlier part's where given.
std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

}  // namespace cantiere
