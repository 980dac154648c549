#include "model/month/reach.h"

#include <cmath>

#include "model/month/violence.h"

namespace cantiere {

double Reach::minutes(ResidentId who, MunicipalityId workplace) const {
    const MunicipalityId home = people_.municipality[who];
    const double minutes =
        people_.has_car[who] != 0 ? travel_.car(home, workplace) : travel_.transit(home, workplace);
    const bool voucher =
        care_.support[who] == Instrument::transport_voucher && care_.support_left[who] > 0;
    return voucher ? minutes * voucher_factor_ : minutes;
}

bool Reach::may_work_in(ResidentId who, MunicipalityId workplace, const WayLimit& limit) const {
    const double way = minutes(who, workplace);
    if (std::isinf(way)) return false;  // nobody travels there, however mobile
    const bool near = way <= limit.maximum_minutes;
    const bool mobile = double{capital_.mobility[who]} >= limit.mobility_beyond;
    return (near || mobile) && !is_kept_from(who, workplace);
}

bool Reach::is_kept_from(ResidentId who, MunicipalityId workplace) const {
    return holds(people_.groups[who], Group::violence_survivor) &&
           is_excluded_municipality(people_.key[who], workplace, excluded_share_, draws_);
}

}  // namespace cantiere
