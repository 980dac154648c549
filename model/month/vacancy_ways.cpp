#include "model/month/vacancy_ways.h"

namespace cantiere {

std::size_t VacancyWays::begin_of(ResidentId who) {
    const WayLimit limit{parameters_.maximum_travel_minutes, parameters_.mobility_for_far_jobs};
    const std::size_t kind = reach_.kind_of_ways(who, limit);
    if (kind >= begin_.size()) begin_.resize(kind + 1, 0);
    if (begin_[kind] == 0) {
        begin_[kind] = static_cast<std::uint32_t>(left_.size() + 1);
        add_ways_of(who, limit);
    }
    return begin_[kind] - 1;
}

void VacancyWays::add_ways_of(ResidentId who, const WayLimit& limit) {
    for (const MunicipalityId place : places_) {
        const bool goes = reach_.is_way_accepted(who, place, limit);
        const double hours = reach_.minutes(who, place) / 60.0;
        left_.push_back(goes ? exp(-parameters_.travel_decay_per_hour * hours) : 0.0);
    }
}

}  // namespace cantiere
