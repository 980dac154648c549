#include <algorithm>
#include <compare>
#include <optional>
#include <utility>
#include <vector>

#include "model/core/draws_of_many.h"
#include "model/core/rounding.h"
#include "model/core/row_set.h"
#include "model/month/employers.h"
#include "model/month/placement_problem.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

/// Slots of one instrument that are free, by who pays.
struct FreeFunds {
    int usual = 0;
    int programme = 0;
    int bundles = 0;

    int all() const { return usual + programme + bundles; }
};

FreeFunds free_funds(const ServiceUnits& units,
                     const std::vector<Candidate>& candidates,
                     const Care& care,
                     const InternshipParameters& internship,
                     Instrument kind) {
    FreeFunds free;
    free.usual = std::max(0, units.usual_slots[kind] - units.usual_in_use[kind]);
    free.programme = std::max(0, units.programme_slots[kind] - units.programme_in_use[kind]);
    if (kind != Instrument::internship) return free;
    if (internship.total_starts > 0.0) {
        const int total = nearest_int(internship.total_starts);
        const int left = total - units.programme_internships_started;
        free.programme = std::clamp(left, 0, free.programme);
    }
    for (const Candidate& candidate : candidates) {
        const bool paid = care.holds_bundle[candidate.who] != 0;
        if (paid && current_step(care, candidate.who) == kind) ++free.bundles;
    }
    return free;
}

/// Places a host has this month for an instrument: free internship seats, or one subsidised job.
int host_places(const Employers& employers,
                const EmployerParameters& parameters,
                EmployerId e,
                Instrument kind) {
    if (employers.host[e] == 0) return 0;
    if (kind == Instrument::subsidised_hire) return 1;
    return internship_seats(parameters, employers.staff[e]) - int{employers.seats_used[e]};
}

/// Where those who wait for one instrument can get to.
class ReachedTowns {
  public:
    ReachedTowns(const std::vector<Candidate>& candidates,
                 const Care& care,
                 const Reach& reach,
                 const WayLimit& limit,
                 Instrument kind)
        : reach_(reach), limit_(limit) {
        for (const Candidate& candidate : candidates) {
            if (current_step(care, candidate.who) == kind) waiting_.push_back(candidate.who);
        }
    }

    /// Tells whether nobody waits.
    bool none() const { return waiting_.empty(); }

    /// Tells whether any of them may work in `town`.
    bool contain(MunicipalityId town) {
        if (town.index() >= known_.size()) known_.resize(town.index() + 1);
        std::optional<bool>& reached = known_[town.index()];
        if (!reached) {
            reached = std::ranges::any_of(waiting_, [&](ResidentId who) {
                return reach_.may_work_in(who, town, limit_);
            });
        }
        return *reached;
    }

  private:
    const Reach& reach_;
    WayLimit limit_;
    std::vector<ResidentId> waiting_;
    std::vector<std::optional<bool>> known_;
};

EntityKey seat_key(EntityKey employer, Instrument kind, int place) {
    return hash_key(
        {employer.value, static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(place)});
}

/// A place with a host.
struct HostPlace {
    std::uint64_t ticket = 0;  // the order of the month
    EntityKey key;
    EmployerId employer;

    auto operator<=>(const HostPlace&) const = default;
};

/// Lists the host places of `kind` that somebody waiting can get to, with their tickets.
std::vector<HostPlace> places_of_hosts(const Employers& employers,
                                       ReachedTowns towns,
                                       const EmployerParameters& parameters,
                                       Instrument kind,
                                       const Draws& draws,
                                       Month month) {
    std::vector<HostPlace> places;
    std::vector<EntityKey> keys;
    for (const EmployerId e : rows_other_than(employers.host, std::uint8_t{0})) {
        if (!towns.contain(employers.municipality[e])) continue;
        const int count = host_places(employers, parameters, e, kind);
        for (int k = 0; k < count; ++k) {
            keys.push_back(seat_key(employers.key[e], kind, k));
            places.push_back({0, keys.back(), e});
        }
    }
    std::vector<std::uint64_t> tickets(keys.size());
    fill_tickets(tickets, draws, keys, {month, Decision::host_order});
    for (std::size_t k = 0; k < places.size(); ++k) places[k].ticket = tickets[k];
    return places;
}

/// Gives the first places, in keyed order, to the funds that are free.
void add_host_seats(std::vector<Seat>& seats,
                    std::vector<HostPlace> places,
                    FreeFunds free,
                    Instrument kind) {
    const int funded = std::min(free.all(), static_cast<int>(places.size()));
    std::partial_sort(places.begin(), places.begin() + funded, places.end());
    places.resize(static_cast<std::size_t>(funded));
    for (const HostPlace& place : places) {
        Funding funding = Funding::bundle;
        if (free.usual-- > 0) {
            funding = Funding::usual;
        } else if (free.programme-- > 0) {
            funding = Funding::programme;
        }
        seats.push_back({place.employer, place.key, kind, funding, 1});
    }
}

}  // namespace

std::vector<Seat> funded_seats(const Employers& employers,
                               const ServiceUnits& units,
                               const std::vector<Candidate>& candidates,
                               const Care& care,
                               const Reach& reach,
                               const Parameters& parameters,
                               const Draws& draws,
                               Month month) {
    const WayLimit limit{parameters.placement.maximum_minutes,
                         parameters.placement.mobility_for_long_way};
    std::vector<Seat> seats;
    for (const Instrument kind : {Instrument::internship, Instrument::subsidised_hire}) {
        const FreeFunds free = free_funds(units, candidates, care, parameters.internship, kind);
        const ReachedTowns towns(candidates, care, reach, limit, kind);
        if (free.all() == 0 || towns.none()) continue;
        add_host_seats(seats,
                       places_of_hosts(employers, towns, parameters.employers, kind, draws, month),
                       free,
                       kind);
    }
    const auto open =
        open_coop_places(employers, parameters.employers, parameters.target, draws, month);
    constexpr Instrument coop = Instrument::coop_b_placement;
    for (const EmployerId e : rows_with(employers.kind, EmployerKind::coop_b)) {
        if (open[e] == 0) continue;
        seats.push_back({e, seat_key(employers.key[e], coop, 0), coop, Funding::usual, open[e]});
    }
    std::sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) {
        return a.key < b.key;
    });
    return seats;
}

}  // namespace cantiere
