#include "model/rules/referral_route.h"

#include <algorithm>

namespace cantiere {

InstitutionRole first_service_institution(GroupMask groups) {
    constexpr GroupMask health =
        bit(Group::disability) | bit(Group::mental_health) | bit(Group::addiction);
    constexpr GroupMask shelter = bit(Group::violence_survivor) | bit(Group::homeless);
    if (holds(groups, Group::detained_or_ex)) return InstitutionRole::probation_office;
    if ((groups & health) != 0) return InstitutionRole::health_authority_service;
    if ((groups & shelter) != 0) return InstitutionRole::third_sector;
    return InstitutionRole::employment_office;
}

Route referral_route(const Institutions& institutions,
                     InstitutionRole sender,
                     InstitutionRole receiver) {
    constexpr InstitutionRole relay = InstitutionRole::municipal_economic_development;
    const auto& tie = institutions.tie;
    const auto& sharing = institutions.sharing;
    const Route straight{tie[sender][receiver], sharing[sender][receiver]};
    if (sender == relay || receiver == relay) return straight;
    const Route over_relay{0.5 * (tie[sender][relay] + tie[relay][receiver]),
                           0.5 * (sharing[sender][relay] + sharing[relay][receiver])};
    return over_relay.tie > straight.tie ? over_relay : straight;
}

Route first_route(const Institutions& institutions,
                  const NetworkParameters& network,
                  GroupMask groups,
                  bool target) {
    const Route route = referral_route(institutions,
                                       InstitutionRole::municipal_social_service,
                                       first_service_institution(groups));
    if (target) return route;
    return {std::min(route.tie, network.usual_tie), std::min(route.sharing, network.usual_sharing)};
}

}  // namespace cantiere
