#pragma once
/// The packs that come with the program.

#include <optional>
#include <string>
#include <vector>

#include "scenarios/pack.h"

namespace cantiere {

/// Reads the price index that comes with the program; an empty one, with the problem told, where it
/// cannot be read.
PriceIndex shipped_prices(const ReadingContext& reading);

/// Reads every shipped pack: behaviour, laws, territories and policies, by name within each kind.
/// Amounts are in the prices of `price_year`. Without the program's packs there are none; those
/// that do not pass the check are left out.
std::vector<Pack> shipped_packs(int price_year);

}  // namespace cantiere
