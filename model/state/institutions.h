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

/// Money of a null twin, cents since month 0: planned outlay received, and where it is. A bundle of
/// standard services is paid month by month; `committed_cents` is what those under way still cost
/// if nothing is left early.
struct BundleFund {
    std::int64_t offered = 0;      // whole bundles that may be taken this month
    std::int64_t price_cents = 0;  // of one, 0 where none can be bought
    std::int64_t received_cents = 0;
    std::int64_t paid_cents = 0;
    std::int64_t committed_cents = 0;
    std::int64_t returned_cents = 0;  // after the programme

    /// Money that is neither paid, committed nor returned; below zero when internships begun again
    /// for safety cost more than the bundle.
    std::int64_t in_hand_cents() const {
        return received_cents - paid_cents - committed_cents - returned_cents;
    }
};

/// Capacity and use of one kind of service in the territory (one unit an instrument).
struct ServiceUnits {
    EnumArray<Instrument, int> usual_slots;
    EnumArray<Instrument, int>
        usual_closing;  // beyond them: seats that close when who has them is done
    EnumArray<Instrument, int> programme_slots;
    EnumArray<Instrument, int> usual_in_use;
    EnumArray<Instrument, int> programme_in_use;
    EnumArray<Instrument, int> waiting;
    /// Usual seats that stand still this month though somebody waits, while a network is new.
    EnumArray<Instrument, int> standing_still;
    BundleFund bundles;                     // null twin
    int programme_internships_started = 0;  // against internship.total_starts
};

}  // namespace cantiere
