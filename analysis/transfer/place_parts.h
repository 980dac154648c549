#pragma once
/// What makes one place differ from another, in four parts (model.md 15): who lives there, its
/// services and their network, its labour and housing, the law.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "analysis/language.h"
#include "scenarios/study.h"

namespace cantiere {

enum class PlacePart : std::uint8_t { population, services, economy, law, count };

inline constexpr std::size_t part_count = static_cast<std::size_t>(PlacePart::count);

/// A set of parts, a bit each.
using PartSet = std::uint32_t;

inline constexpr PartSet all_parts = (1U << part_count) - 1;

constexpr PartSet only(PlacePart part) { return 1U << static_cast<unsigned>(part); }
constexpr bool has(PartSet set, PlacePart part) { return (set & only(part)) != 0; }

/// Returns the name that JSON gives to a part: "population", "network_capacity", "labour_housing",
/// "law".
std::string_view name(PlacePart part);

/// Returns what readers call a part.
std::string_view word_of(PlacePart part, Language language);

/// Returns the part that a number of a territory or a law belongs to. Contributions of the
/// municipality are law; seats, prices and staff of services are services.
PlacePart part_of(const ParameterSpec& spec);

/// Returns a territory made of the parts `taken` from `there` and of the others from `here`; its
/// municipalities and ways come with labour and housing.
std::shared_ptr<const Pack> mixed_territory(const Pack& here, const Pack& there, PartSet taken);

/// Returns a study of one scenario and its base in every mix of two places: for each set of parts
/// the base, then the scenario, which are numbers 2 set and 2 set + 1. `there` is the same study
/// read with the other place's packs.
Study crossed_study(const Study& here, const Study& there, std::size_t scenario);

}  // namespace cantiere
