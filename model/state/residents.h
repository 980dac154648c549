#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/core/row_set.h"
#include "model/core/units.h"
#include "model/names.h"
#include "model/rules/households.h"

namespace cantiere {

/// Level of a capital, domain or safety in [0, 1]; stored in single precision, computed in double.
using Level = float;

/// Named sets of weights beside the base, under which autonomy and exits are counted again: what
/// an index values is a choice, and rankings may hang on it. No rule reads them (model.md 5.17.15).
enum class OtherWeights : std::uint8_t { work_light, equal, count };

/// Bit mask of Group flags; a resident may carry several (they mark overlapping needs).
using GroupMask = std::uint16_t;

/// Returns the bit of `group` in a GroupMask.
constexpr GroupMask bit(Group group) {
    return static_cast<GroupMask>(1u << static_cast<unsigned>(group));
}

/// Tells whether `mask` holds `group`.
constexpr bool holds(GroupMask mask, Group group) { return (mask & bit(group)) != 0; }

enum class Sex : std::uint8_t { female, male };
enum class Presence : std::uint8_t { not_arrived, present, gone };
enum class HousingState : std::uint8_t { homeless, shelter, supported, precarious, stable, count };
/// `alternative`: a sentence served outside, at home, under the supervision of the probation
/// office.
enum class JusticeState : std::uint8_t { none, detained, alternative, released };

template <class T>
using ResidentColumn = Column<ResidentId, T>;
template <class T>
using PersonColumn = Column<PersonId, T>;
using ResidentSet = RowSet<ResidentId>;

/// Who the resident is: fixed at synthesis, but for presence and who lives in the household.
struct People {
    ResidentColumn<EntityKey> key;    // stable identity: the same in every scenario
    ResidentColumn<PersonId> person;  // number on the register
    ResidentColumn<Presence> presence;
    ResidentColumn<Month> arrival_month;  // first month present; negative or 0 before the window
    ResidentColumn<std::int16_t> birth_month;  // months since the study's start, negative
    ResidentColumn<Sex> sex;
    ResidentColumn<GroupMask> groups;
    ResidentColumn<MunicipalityId> municipality;
    ResidentColumn<Level> frailty;  // latent advantage z ~ N(0, sigma_z); seen by nature only
    ResidentColumn<std::uint8_t> children;  // minors in the household
    ResidentColumn<float> poverty_scale;    // equivalence scale of the poverty line, 1 = single
    ResidentColumn<std::uint8_t> renter;    // 1 when the household rents
    ResidentColumn<std::uint8_t> takes_up;  // 1 when the household claims the benefit it is due
    ResidentColumn<std::uint8_t> has_car;   // 1 when the resident travels by car
    ResidentColumn<Partner> partner;
    ResidentColumn<std::uint8_t> small_children;       // 1 when one of the minors needs minding
    ResidentColumn<std::int32_t> partner_gross_cents;  // a month, of a partner outside the agents
    ResidentColumn<EntityKey> partner_key;             // of a partner who is a resident
};

/// Human and social capital and the levels that drift monthly, all in [0, 1].
struct Capital {
    ResidentColumn<Level> professional;   // P
    ResidentColumn<Level> relational;     // R
    ResidentColumn<Level> health;         // H
    ResidentColumn<Level> health_mean;    // personal mean of H
    ResidentColumn<Level> mobility;       // M
    ResidentColumn<Level> language;       // L: language and administrative capability
    ResidentColumn<Level> trust;          // T
    ResidentColumn<Level> trust_initial;  // T0
    ResidentColumn<Level> safety;         // S
    ResidentColumn<Level> disability;     // d, limitation at work
    ResidentColumn<Level> aid;            // share of d that aids mitigate
};

/// Work: one state at a time.
struct Work {
    ResidentColumn<WorkState> state;
    ResidentColumn<WorkState> state_at_start;       // at the start of this month: who is at risk
    ResidentColumn<std::uint16_t> tenure_months;    // in the present job or internship
    ResidentColumn<std::uint16_t> jobless_months;   // tau_u
    ResidentColumn<EmployerId> employer;            // none when without one
    ResidentColumn<std::int32_t> gross_wage_cents;  // a month, 0 without a job
    ResidentColumn<std::uint8_t> internship_left;   // planned months still to do
    ResidentColumn<std::uint8_t>
        conversion_left;  // months until the host hires a completer; 0 = it will not
    ResidentColumn<std::uint8_t>
        search_boost_left;  // months of better search after a completed internship
    ResidentColumn<std::uint8_t> subsidy_left;    // months of a subsidised hire's wage share left
    ResidentColumn<std::uint8_t> incentive_left;  // months of the programme's hire incentive left
    ResidentColumn<std::uint8_t> quota_place;     // 1 in a place of the quota for disabled people
    ResidentColumn<std::uint8_t> quota_subsidy_left;  // months that the State subsidises it yet
};

struct Housing {
    ResidentColumn<HousingState> state;
};

struct Justice {
    ResidentColumn<JusticeState> state;
    ResidentColumn<std::uint16_t> months_since_release;
    ResidentColumn<std::uint16_t> sentence_left;  // months, inside or outside; 0 without a sentence
    ResidentColumn<std::uint8_t>
        served_outside;  // the last part of the latest sentence was outside
};

}  // namespace cantiere
