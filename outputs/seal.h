#pragma once
/// The last bytes of a results file: a checksum of all before them.

#include <array>
#include <cstdint>
#include <span>

#include "outputs/file_handle.h"

namespace cantiere {

/// A mark, the length of what is sealed and its CRC-32C. HDF5 overlooks bytes behind its own end.
using Seal = std::array<std::uint8_t, 24>;

enum class SealState : std::uint8_t {
    sound,
    broken,
    absent  // another program has written the file again, or it was cut
};

/// Makes the seal of the bytes of a file.
Seal seal_of(std::span<const std::uint8_t> bytes);

/// Makes the seal of a file as it is.
Seal seal_of(const FileHandle& file);

/// Compares a file with its seal.
SealState check_seal(const FileHandle& file);

}  // namespace cantiere
