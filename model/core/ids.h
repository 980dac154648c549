#pragma once
/// Row positions as types, and the stable identities that draws are keyed by.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <string_view>

#include "model/core/contracts.h"

namespace cantiere {

/// Position of a row in the table of `Tag`; ids of different tables do not mix.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    /// Makes the id of the row at `index`.
    static constexpr Id at(std::size_t index) {
        expects(index < std::numeric_limits<std::uint32_t>::max(), "the row fits in 32 bits");
        return Id{static_cast<std::uint32_t>(index)};
    }

    /// Returns the sentinel that names no row.
    static constexpr Id none() { return Id{std::numeric_limits<std::uint32_t>::max()}; }

    /// Tells whether this id names no row.
    constexpr bool is_none() const { return *this == none(); }

    /// Returns the position as an array index.
    constexpr std::size_t index() const { return value; }

    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ResidentId = Id<struct ResidentTag>;
using PersonId = Id<struct PersonTag>;  // of all who ever arrive, whether there or not
using EmployerId = Id<struct EmployerTag>;
using MunicipalityId = Id<struct MunicipalityTag>;
using InstitutionId = Id<struct InstitutionTag>;
using ServiceUnitId = Id<struct ServiceUnitTag>;
using VacancyId = Id<struct VacancyTag>;
using ScenarioId = Id<struct ScenarioTag>;

/// Stable identity of an entity: made of its content (municipality, month, index), never of its
/// position, hence the same in every scenario and storage order.
struct EntityKey {
    std::uint64_t value = 0;

    friend constexpr bool operator==(EntityKey, EntityKey) = default;
    friend constexpr auto operator<=>(EntityKey, EntityKey) = default;
};

namespace detail {

/// Mixes 64 bits into 64 bits, one to one (finaliser of splitmix64: Steele, Lea & Flood 2014,
/// doi:10.1145/2660193.2660195).
constexpr std::uint64_t mix_bits(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

inline constexpr std::uint64_t golden_step = 0x9e3779b97f4a7c15u;

}  // namespace detail

/// Hashes words in order into an identity: h = mix((h xor word) + golden step) word by word, from
/// h = number of words, so that order, length and zeros all count. Fixed for ever: results
/// depend on it.
constexpr EntityKey hash_key(std::initializer_list<std::uint64_t> words) {
    std::uint64_t hash = words.size();
    for (const std::uint64_t word : words) {
        hash = detail::mix_bits((hash ^ word) + detail::golden_step);
    }
    return EntityKey{hash};
}

/// Hashes a name (parameter, pack) into an identity: FNV-1a over its bytes, then mixed.
constexpr EntityKey name_key(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char character : name) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3u;
    }
    return EntityKey{detail::mix_bits(hash + detail::golden_step)};
}

/// Makes the identity of an unordered pair: the same for (a, b) and (b, a).
constexpr EntityKey pair_key(EntityKey a, EntityKey b) {
    return a < b ? hash_key({a.value, b.value}) : hash_key({b.value, a.value});
}

/// Names the luck of a run: seed, parameter draw and replicate.
struct RunKey {
    std::uint64_t seed = 0;
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;
};

}  // namespace cantiere

/// Lets ids be keys of unordered containers (whose order must never reach a result).
template <class Tag>
struct std::hash<cantiere::Id<Tag>> {
    std::size_t operator()(cantiere::Id<Tag> id) const noexcept { return id.value; }
};
