#pragma once
/// SHA-256 (FIPS 180-4) for provenance and fingerprints.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cantiere {

using Sha256Digest = std::array<std::uint8_t, 32>;

/// Takes bytes piece by piece and yields their SHA-256.
class Sha256 {
  public:
    Sha256();

    /// Takes further bytes.
    void update(std::span<const std::uint8_t> bytes);
    void update(std::string_view text);

    /// Takes a text preceded by its length, so that neighbouring fields cannot run together.
    void update_field(std::string_view text);

    /// Ends the message and returns its digest; the object is used up.
    Sha256Digest finish();

  private:
    void compress(std::span<const std::uint8_t, 64> block);

    std::array<std::uint32_t, 8> state_;
    std::array<std::uint8_t, 64> pending_{};
    std::uint64_t length_ = 0;
};

/// Returns the SHA-256 of a text.
Sha256Digest sha256(std::string_view text);

/// Writes a digest as 64 hexadecimal digits.
std::string hex(const Sha256Digest& digest);

}  // namespace cantiere
