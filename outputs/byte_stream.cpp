#include "outputs/byte_stream.h"

#include <bit>
#include <cstring>

#include "outputs/raw_bytes.h"

namespace cantiere {

static_assert(std::endian::native == std::endian::little);

void ByteWriter::number(std::uint64_t value) {
    const auto raw = bytes_of(value);
    written_.insert(written_.end(), raw.begin(), raw.end());
}

void ByteWriter::real(double value) { number(std::bit_cast<std::uint64_t>(value)); }

void ByteWriter::text(std::string_view value) {
    bytes({reinterpret_cast<const std::uint8_t*>(value.data()), value.size()});
}

void ByteWriter::bytes(std::span<const std::uint8_t> value) {
    number(value.size());
    written_.insert(written_.end(), value.begin(), value.end());
}

std::uint64_t ByteReader::number() {
    std::uint64_t value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
}

double ByteReader::real() { return std::bit_cast<double>(number()); }

std::string ByteReader::text() {
    const auto raw = bytes();
    return {raw.begin(), raw.end()};
}

std::span<const std::uint8_t> ByteReader::bytes() { return take(number()); }

std::size_t ByteReader::length(std::size_t least_bytes) {
    const std::uint64_t count = number();
    if (count > rest_.size() / least_bytes) throw BytesCutShort();
    return static_cast<std::size_t>(count);
}

std::span<const std::uint8_t> ByteReader::take(std::uint64_t count) {
    if (count > rest_.size()) throw BytesCutShort();
    const auto taken = rest_.first(static_cast<std::size_t>(count));
    rest_ = rest_.subspan(taken.size());
    return taken;
}

}  // namespace cantiere
