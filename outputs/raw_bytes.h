#pragma once
/// A value as it lies in memory, for our own logs.

#include <cstdint>
#include <span>

namespace cantiere {

template <class T>
std::span<const std::uint8_t> bytes_of(const T& value) {
    return {reinterpret_cast<const std::uint8_t*>(&value), sizeof(T)};
}

}  // namespace cantiere
