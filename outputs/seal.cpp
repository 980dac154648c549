#include "outputs/seal.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "outputs/crc32c.h"

namespace cantiere {
namespace {

static_assert(std::endian::native == std::endian::little);

struct SealFields {
    std::array<char, 8> mark{'C', 'A', 'N', 'T', 'S', 'E', 'A', 'L'};
    std::uint64_t length = 0;
    std::uint32_t crc = 0;
    std::uint32_t unused = 0;
};
static_assert(sizeof(SealFields) == sizeof(Seal));

std::uint32_t crc_of_first(const FileHandle& file, std::uint64_t length) {
    constexpr std::uint64_t piece = std::uint64_t{1} << 20U;
    std::vector<std::uint8_t> bytes(piece);
    std::uint32_t crc = 0;
    for (std::uint64_t at = 0; at < length; at += piece) {
        const auto wanted = static_cast<std::size_t>(std::min(piece, length - at));
        const std::size_t got = file.read_at(at, std::span(bytes).first(wanted));
        crc = crc32c(std::span(bytes).first(got), crc);
    }
    return crc;
}

}  // namespace

Seal seal_of(std::span<const std::uint8_t> bytes) {
    SealFields fields;
    fields.length = bytes.size();
    fields.crc = crc32c(bytes);
    return std::bit_cast<Seal>(fields);
}

Seal seal_of(const FileHandle& file) {
    SealFields fields;
    fields.length = file.size();
    fields.crc = crc_of_first(file, fields.length);
    return std::bit_cast<Seal>(fields);
}

SealState check_seal(const FileHandle& file) {
    const std::uint64_t size = file.size();
    if (size < sizeof(Seal)) {
        return SealState::absent;
    }
    Seal found{};
    file.read_at(size - found.size(), found);
    const auto fields = std::bit_cast<SealFields>(found);
    if (fields.mark != SealFields{}.mark) {
        return SealState::absent;
    }
    const bool fits =
        fields.length == size - found.size() && fields.crc == crc_of_first(file, fields.length);
    return fits ? SealState::sound : SealState::broken;
}

}  // namespace cantiere
