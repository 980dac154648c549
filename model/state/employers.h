#pragma once

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/names.h"
#include "model/state/residents.h"

namespace cantiere {

enum class EmployerKind : std::uint8_t { profit, responsible, coop_b, public_body, count };
enum class Sector : std::uint8_t {
    manufacture,
    construction,
    commerce,
    hospitality,
    care_cleaning,
    agriculture,
    count
};

template <class T>
using EmployerColumn = Column<EmployerId, T>;

/// Employers of the territory that take low-skilled staff.
struct Employers {
    EmployerColumn<EntityKey> key;
    EmployerColumn<MunicipalityId> municipality;
    EmployerColumn<Sector> sector;
    EmployerColumn<EmployerKind> kind;
    EmployerColumn<std::uint16_t> staff;        // n_e
    EmployerColumn<std::uint8_t> host;          // 1 = in the host network
    EmployerColumn<std::uint16_t> seats_used;   // interns now
    EmployerColumn<std::uint16_t> coop_places;  // places for disadvantaged workers (coop B only)
    EmployerColumn<std::uint16_t> coop_places_used;
    EmployerColumn<std::uint16_t> coop_places_new;  // of reserved contracts, not filled yet
    EmployerColumn<std::array<std::uint8_t, static_cast<std::size_t>(Group::count)>> trainees_seen;

    std::size_t size() const { return key.size(); }
};

/// One vacancy of this month; exists iff its index is below the employer's monotone count.
struct Vacancy {
    EntityKey key;
    EmployerId employer;
    MunicipalityId municipality;
    Sector sector = Sector::manufacture;
};

/// Ordinary jobseekers: a pool a municipality, competing for the same vacancies.
struct OrdinaryPool {
    Column<MunicipalityId, double> jobseekers_usual;  // people, without any resident's competition
    Column<MunicipalityId, double> displaced;         // people out of a job they would have had
    Column<MunicipalityId, double> displaced_in_window;  // of them, by hires from month 0 on
};

}  // namespace cantiere
