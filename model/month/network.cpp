#include "model/month/network.h"

#include "model/core/rounding.h"

#include <algorithm>

namespace cantiere {
namespace {

/// Stable identity of the pair of roles, of all territories alike.
EntityKey tie_key(InstitutionRole a, InstitutionRole b) {
    const auto one = static_cast<std::uint64_t>(a);
    const auto other = static_cast<std::uint64_t>(b);
    return hash_key({0x7469655full, std::min(one, other), std::max(one, other)});
}

/// Target of the tie between two roles; 0 = the programme does not care for it.
double tie_target(const NetworkParameters& p,
                  const EnumArray<InstitutionRole, bool>& member,
                  InstitutionRole a,
                  InstitutionRole b) {
    const double at_table = member[a] && member[b] ? p.tie_target : 0.0;
    const bool pair = (a == InstitutionRole::municipal_social_service &&
                       b == InstitutionRole::municipal_economic_development) ||
                      (b == InstitutionRole::municipal_social_service &&
                       a == InstitutionRole::municipal_economic_development);
    return pair ? std::max(at_table, p.social_economic_tie) : at_table;
}

/// Strength and sharing of one tie, or what the programme aims at for them.
struct Tie {
    double strength;
    double sharing;
};

/// What a running programme aims at for the tie of two roles.
Tie aim_for(const NetworkParameters& p,
            const EnumArray<InstitutionRole, bool>& member,
            InstitutionRole a,
            InstitutionRole b) {
    return {tie_target(p, member, a, b), member[a] && member[b] ? p.sharing_target : 0.0};
}

/// One month of a tie: towards what is aimed at, and down by turnover.
Tie next_month(const NetworkParameters& p, Tie now, Tie aim, bool turnover) {
    const Tie next{next_tie(p, now.strength, aim.strength, p.usual_tie),
                   next_tie(p, now.sharing, aim.sharing, p.usual_sharing)};
    if (!turnover) return next;
    return {after_turnover(p, next.strength, p.usual_tie),
            after_turnover(p, next.sharing, p.usual_sharing)};
}

}  // namespace

EnumArray<InstitutionRole, bool> network_members(const NetworkParameters& p) {
    EnumArray<InstitutionRole, bool> member{};
    auto places = nearest_int(p.members);
    const auto seat = [&](InstitutionRole role) {
        if (places <= 0 || member[role]) return;
        member[role] = true;
        --places;
    };
    if (p.cooperative_led > 0.5) {
        seat(InstitutionRole::social_cooperative);
        seat(InstitutionRole::probation_office);
    }
    for (const InstitutionRole role : members<InstitutionRole>()) seat(role);
    return member;
}

void update_network(Institutions& institutions,
                    int& months_of_network,
                    const NetworkParameters& p,
                    bool runs,
                    const Draws& draws,
                    Month month) {
    const auto member = network_members(p);
    const Hazard turnover{p.turnover_hazard_per_year / 12.0};
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            if (a >= b) continue;
            const Tie aim = runs ? aim_for(p, member, a, b) : Tie{0.0, 0.0};
            const bool left = draws.event(turnover, tie_key(a, b), month, Decision::tie_turnover);
            const Tie now{institutions.tie[a][b], institutions.sharing[a][b]};
            const Tie next = next_month(p, now, aim, left);
            institutions.tie[a][b] = institutions.tie[b][a] = next.strength;
            institutions.sharing[a][b] = institutions.sharing[b][a] = next.sharing;
        }
    }
    months_of_network = runs && has_table(p) ? months_of_network + 1 : 0;
}

}  // namespace cantiere
