#include "model/month/contact_rings.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "model/core/insert_few.h"
#include "model/core/rows.h"
#include "model/month/contacts.h"

namespace cantiere {
namespace {

using RingPlace = std::tuple<MunicipalityId, int, EntityKey>;

constexpr EntityKey last_key{std::numeric_limits<std::uint64_t>::max()};

/// Position on the ring of a municipality, or of the first group of need there.
RingPlace in_town(const People& people, ResidentId who) {
    return {people.municipality[who], 0, people.key[who]};
}
RingPlace in_group(const People& people, ResidentId who) {
    return {people.municipality[who], std::countr_zero(people.groups[who]), people.key[who]};
}

/// The rows from `first` on in the order of their places.
template <class PlaceOf>
std::vector<ResidentId> ring_of(const People& people, PlaceOf place, std::size_t first = 0) {
    std::vector<std::pair<RingPlace, ResidentId>> places;
    places.reserve(people.key.size() - first);
    for (const ResidentId who : rows<ResidentId>(first, people.key.size())) {
        places.emplace_back(place(people, who), who);
    }
    std::sort(places.begin(), places.end());
    std::vector<ResidentId> ring;
    ring.reserve(places.size());
    for (const auto& [at, who] : places) ring.push_back(who);
    return ring;
}

/// Follows the rows of a ring, and puts those from `first_new` on in their places.
template <class PlaceOf>
void follow(std::vector<ResidentId>& ring,
            const RowMoves& moves,
            const People& people,
            PlaceOf place,
            std::size_t first_new) {
    for (ResidentId& who : ring) who = moves[who];
    std::erase(ring, ResidentId::none());
    insert_few(ring, ring_of(people, place, first_new), [&](ResidentId a, ResidentId b) {
        return place(people, a) < place(people, b);
    });
}

/// The one present after `from` on its part of the ring, `who` and `passed` others passed over.
template <class PlaceOf>
ResidentId successor(const std::vector<ResidentId>& ring,
                     const People& people,
                     PlaceOf place,
                     const RingPlace& from,
                     int passed,
                     ResidentId who) {
    const auto before = [&](ResidentId a, const RingPlace& at) { return place(people, a) < at; };
    const auto& [town, group, key] = from;
    const auto begin =
        std::lower_bound(ring.begin(), ring.end(), RingPlace{town, group, EntityKey{0}}, before);
    const auto end = std::lower_bound(begin, ring.end(), RingPlace{town, group, last_key}, before);
    auto at = std::lower_bound(begin, end, from, before);
    for (auto left = end - begin; left > 0; --left) {
        if (at == end) at = begin;
        const ResidentId other = *at++;
        if (other == who || people.presence[other] != Presence::present) continue;
        if (passed-- == 0) return other;
    }
    return ResidentId::none();
}

}  // namespace

void draw_rings(Contacts& contacts, const People& people) {
    contacts.by_town = ring_of(people, in_town);
    contacts.by_group = ring_of(people, in_group);
}

void follow_rows(Contacts& contacts, const RowMoves& moves, const People& people) {
    if (contacts.outside.empty()) return;  // nobody has met anybody yet
    const std::size_t residents = people.key.size();
    ResidentColumn<std::uint8_t> outside(residents, 0);
    std::size_t kept = 0;
    for (const ResidentId before : rows<ResidentId>(moves.size())) {
        if (moves[before].is_none()) continue;
        outside[moves[before]] = contacts.outside[before];
        ++kept;
    }
    contacts.outside = std::move(outside);
    contacts.tips.clear();
    for (Tie& tie : contacts.ties) tie = {moves[tie.a], moves[tie.b], tie.ends};
    follow(contacts.by_town, moves, people, in_town, kept);
    follow(contacts.by_group, moves, people, in_group, kept);
    index_neighbours(contacts, residents);
}

ResidentId ContactRings::next_alike(ResidentId who, int passed) const {
    return successor(contacts_.by_group, people_, in_group, in_group(people_, who), passed, who);
}

ResidentId ContactRings::neighbour_at(ResidentId who, EntityKey point) const {
    const RingPlace from{people_.municipality[who], 0, point};
    return successor(contacts_.by_town, people_, in_town, from, 0, who);
}

}  // namespace cantiere
