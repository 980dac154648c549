#pragma once
/// Values one after another as bytes, little-endian, and back: for our own files and messages.

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

class ByteWriter {
  public:
    void number(std::uint64_t value);
    void real(double value);

    /// Writes a text, or bytes, preceded by the length.
    void text(std::string_view value);
    void bytes(std::span<const std::uint8_t> value);

    const std::vector<std::uint8_t>& written() const { return written_; }

  private:
    std::vector<std::uint8_t> written_;
};

/// Reports bytes that end before what they should hold.
class BytesCutShort : public std::runtime_error {
  public:
    BytesCutShort() : std::runtime_error("the bytes end too early") {}
};

/// Reads what a ByteWriter has written, in the same order; throws BytesCutShort.
class ByteReader {
  public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

    std::uint64_t number();
    double real();
    std::string text();

    /// Returns bytes as they lie in what is read.
    std::span<const std::uint8_t> bytes();

    /// Reads the length of a list of values of at least so many bytes each.
    std::size_t length(std::size_t least_bytes);

    bool is_at_end() const { return rest_.empty(); }

  private:
    std::span<const std::uint8_t> take(std::uint64_t count);

    std::span<const std::uint8_t> rest_;
};

}  // namespace cantiere
