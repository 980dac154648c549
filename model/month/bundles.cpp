#include "model/month/bundles.h"

#include "model/core/rows.h"
#include "model/month/accounts_prices.h"

namespace cantiere {
namespace {

/// What the bundle of `who` still pays after this month's books, cents: the months left of the step
/// under way but the one just booked, and the later steps whole.
std::int64_t rest_cents(const Care& care, const Parameters& p, ResidentId who) {
    const CareState state = care.state[who];
    if (state != CareState::assessed_waiting && state != CareState::in_project) return 0;
    std::int64_t rest = 0;
    for (std::size_t step = care.step[who]; step < care.step_count[who]; ++step) {
        const BundleStepPrice price = bundle_step_price(p, care.steps[who][step]);
        const bool under_way = step == care.step[who] && care.step_left[who] > 0;
        rest += under_way ? (care.step_left[who] - 1) * price.month_cents : price.whole_cents();
    }
    return rest;
}

}  // namespace

void buy_bundles(BundleFund& fund, const std::optional<NullTwinPlan>& twin, Month month) {
    if (!twin) return;
    const int m = month.index();
    if (m < twin->start_month) return;
    fund.offered = 0;
    if (m >= twin->start_month + twin->months) {
        if (fund.in_hand_cents() > 0) fund.returned_cents += fund.in_hand_cents();
        return;
    }
    fund.price_cents = twin->bundle_price.value;
    fund.received_cents += twin->outlay_per_month.value;
    if (fund.price_cents > 0 && fund.in_hand_cents() > 0) {
        fund.offered = fund.in_hand_cents() / fund.price_cents;
    }
}

void settle_bundles(BundleFund& fund,
                    const People& people,
                    const Care& care,
                    const Parameters& parameters) {
    if (fund.received_cents == 0) return;
    fund.committed_cents = 0;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const bool present = people.presence[who] == Presence::present;
        if (present && care.holds_bundle[who] != 0) {
            fund.committed_cents += rest_cents(care, parameters, who);
        }
    }
}

}  // namespace cantiere
