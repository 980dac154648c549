#pragma once
/// Philox4x32-10 as Random123 implements it (Salmon et al. 2011, doi:10.1145/2063384.2063405).

#include <Random123/philox.h>

#include <array>
#include <cstdint>

namespace cantiere {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Returns the four random words of a counter under a key.
inline PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    const r123::Philox4x32::ctr_type input = {{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type secret = {{key[0], key[1]}};
    const auto output = r123::Philox4x32{}(input, secret);
    return {output[0], output[1], output[2], output[3]};
}

}  // namespace cantiere
