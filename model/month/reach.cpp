#include "model/month/reach.h"

#include <cmath>

#include "model/month/violence.h"

namespace cantiere {

bool Reach::has_voucher(ResidentId who) const {
    return care_.support[who] == Instrument::transport_voucher && care_.support_left[who] > 0;
}

double Reach::minutes(ResidentId who, MunicipalityId workplace) const {
    const MunicipalityId home = people_.municipality[who];
    const double minutes =
        people_.has_car[who] != 0 ? travel_.car(home, workplace) : travel_.transit(home, workplace);
    return has_voucher(who) ? minutes * voucher_factor_ : minutes;
}

bool Reach::is_way_accepted(ResidentId who, MunicipalityId workplace, const WayLimit& limit) const {
    const double way = minutes(who, workplace);
    if (std::isinf(way)) return false;  // nobody travels there, however mobile
    return way <= limit.maximum_minutes || is_mobile(who, limit);
}

bool Reach::may_work_in(ResidentId who, MunicipalityId workplace, const WayLimit& limit) const {
    return is_way_accepted(who, workplace, limit) && !is_kept_from(who, workplace);
}

std::size_t Reach::kind_of_ways(ResidentId who, const WayLimit& limit) const {
    const std::size_t car = people_.has_car[who] != 0 ? 1 : 0;
    const std::size_t voucher = has_voucher(who) ? 2 : 0;
    const std::size_t mobile = is_mobile(who, limit) ? 4 : 0;
    return 8 * people_.municipality[who].index() + mobile + voucher + car;
}

bool Reach::is_kept_from(ResidentId who, MunicipalityId workplace) const {
    return holds(people_.groups[who], Group::violence_survivor) &&
           is_excluded_municipality(people_.key[who], workplace, excluded_share_, draws_);
}

}  // namespace cantiere
