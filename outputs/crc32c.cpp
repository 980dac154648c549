#include "outputs/crc32c.h"

#include <array>
#include <cstddef>

namespace cantiere {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

// Eight bytes at a time ("slicing by 8"): Kounavis and Berry 2008, doi 10.1109/TC.2008.85.
constexpr Tables make_tables() {
    constexpr std::uint32_t polynomial = 0x82f63b78;  // 0x1edc6f41 with its bits reversed
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? polynomial : 0U);
        }
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < tables.size(); ++slice) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[slice - 1][byte];
            tables[slice][byte] = (before >> 8) ^ tables[0][before & 0xffU];
        }
    }
    return tables;
}

constexpr Tables tables = make_tables();

}  // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    while (bytes.size() >= 8) {
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            next ^= tables[7 - i][bytes[i] ^ ((crc >> (8 * i)) & 0xffU)];
            next ^= tables[3 - i][bytes[4 + i]];
        }
        crc = next;
        bytes = bytes.subspan(8);
    }
    for (const std::uint8_t byte : bytes) {
        crc = (crc >> 8) ^ tables[0][(crc ^ byte) & 0xffU];
    }
    return ~crc;
}

}  // namespace cantiere
