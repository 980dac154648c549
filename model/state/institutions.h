#pragma once

#include <cstdint>

#include "model/core/columns.h"
#include "model/names.h"

namespace cantiere {

/// Roles in the network of institutions; one node each in a territory.
enum class InstitutionRole : std::uint8_t {
    municipal_social_service,
    municipal_economic_development,
    employment_office,
    training_agency,
    health_authority_service,
    probation_office,
    third_sector,
    social_cooperative,
    chamber_of_commerce,
    trade_association,
    trade_union,
    bank_or_foundation,
    transport_company,
    housing_agency,
    count
};

inline constexpr std::size_t institution_count = static_cast<std::size_t>(InstitutionRole::count);

/// Ties W and assessment sharing s between roles, both in [0, 1], symmetric, diagonal 1.
struct Institutions {
    EnumArray<InstitutionRole, EnumArray<InstitutionRole, double>> tie;
    EnumArray<InstitutionRole, EnumArray<InstitutionRole, double>> sharing;
};

/// Capacity and use of one kind of service in the territory (one unit an instrument).
struct ServiceUnits {
    EnumArray<Instrument, int> usual_slots;
    EnumArray<Instrument, int> programme_slots;
    EnumArray<Instrument, int> usual_in_use;
    EnumArray<Instrument, int> programme_in_use;
    EnumArray<Instrument, int> waiting;
    std::int64_t bundle_tokens = 0;          // null twin: whole bundles bought and not yet taken
    std::int64_t bundle_fund_cents = 0;      // remainder carried to the next month
    std::int64_t bundle_price_cents = 0;     // of each bundle, 0 where none can be bought
    std::int64_t outlay_received_cents = 0;  // since month 0, as are the next two
    std::int64_t outlay_spent_cents = 0;     // price of the bundles that somebody took
    std::int64_t outlay_returned_cents = 0;  // when the programme was over
    int programme_internships_started = 0;   // against internship.total_starts
};

}  // namespace cantiere
