#pragma once

#include <span>
#include <vector>

#include "model/state/residents.h"

namespace cantiere {

/// Two residents who know each other, `a` of the smaller key, until a month drawn when they met.
struct Tie {
    ResidentId a = ResidentId::none();
    ResidentId b = ResidentId::none();
    Month ends;
};

/// Returns the identity of a pair, the same from both sides.
inline EntityKey dyad_key(EntityKey one, EntityKey other) {
    return one < other ? hash_key({one.value, other.value}) : hash_key({other.value, one.value});
}

/// Who knows whom. Ties are in the order of keys and the rings too, so that the order in which
/// residents are stored never matters. Contacts outside the agents are counted only.
struct Contacts {
    std::vector<Tie> ties;                 // by (key of a, key of b), both present
    ResidentColumn<std::uint8_t> outside;  // contacts among employees of hosts
    std::vector<ResidentId> by_town;       // all rows, by (municipality, key)
    std::vector<ResidentId> by_group;      // ... by (municipality, first group of need, key)
    std::vector<std::uint32_t> first;      // of each row, where its neighbours begin
    std::vector<ResidentId> neighbours;    // in the order of `ties`
    ResidentColumn<std::uint8_t> tips;     // vacancies that contacts told of this month

    /// Returns the vacancies that contacts told `who` of this month.
    int told(ResidentId who) const { return tips.empty() ? 0 : tips[who]; }

    /// Lists the residents whom `who` knows, as of the last rebuild.
    std::span<const ResidentId> of(ResidentId who) const {
        if (first.empty()) return {};
        const std::size_t begin = first[who.index()];
        return std::span(neighbours).subspan(begin, first[who.index() + 1] - begin);
    }
};

}  // namespace cantiere
