#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/rules/taxes.h"

namespace cantiere {

/// Remembers what was computed of the latest wages, since most jobs pay one of a few: `of` computes
/// again only where another wage took the place. Made anew for each law and month.
template <class Value>
class WageMemo {
  public:
    /// Returns `compute()`, which depends on the two arguments before it alone.
    template <class Compute>
    const Value& of(std::int32_t gross_cents, Contributions contributions, Compute compute) {
        const auto wage = static_cast<std::uint32_t>(gross_cents);
        const std::size_t place =
            (wage * 0x9e3779b9u >> shift) ^ static_cast<std::size_t>(contributions);
        Known& known = known_[place];
        if (known.gross_cents != gross_cents || known.contributions != contributions) {
            known = {gross_cents, contributions, compute()};
        }
        return known.value;
    }

  private:
    struct Known {
        std::int32_t gross_cents = -1;  // no wage
        Contributions contributions = Contributions::due;
        Value value{};
    };

    static constexpr unsigned shift = 32 - 5;
    std::array<Known, 32> known_;
};

}  // namespace cantiere
