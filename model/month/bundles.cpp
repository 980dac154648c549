#include "model/month/bundles.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "model/month/accounts_prices.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/rules/target.h"

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

/// Tells whether the present step may become a bundle's: a project on its way to a job goes on.
bool leads_to_no_job(const Care& care, ResidentId who) {
    const Instrument step = current_step(care, who);
    return step == Instrument::count || step == Instrument::internship || !is_placed(step);
}

/// Tells whether someone may take a bundle: a target at liberty who holds none and waits for a
/// project or for one of its main steps.
bool may_take_bundle(const Care& care,
                     const People& people,
                     const Work& work,
                     const TargetParameters& target,
                     ResidentId who) {
    if (care.holds_bundle[who] != 0) return false;
    if (!is_target(target, people.groups[who], people.sex[who])) return false;
    if (work.state[who] == WorkState::detained || !leads_to_no_job(care, who)) return false;
    return care.state[who] == CareState::assessed_waiting || waits_for_step(care, work, who);
}

/// Steps that a bundle pays to `who`: all of them, or, to who has completed steps as usual, the
/// course if not taken yet and the internship, as far as the project has room.
std::vector<Instrument> steps_of_bundle(const Care& care, ResidentId who) {
    const std::size_t done = care.step[who];
    if (done == 0) return {standard_bundle.begin(), standard_bundle.end()};
    const auto& steps = care.steps[who];
    const auto* const end = steps.begin() + static_cast<std::ptrdiff_t>(done);
    constexpr Instrument course = Instrument::vocational_training;
    const bool taken = std::find(steps.begin(), end, course) != end;
    if (taken || done + 2 > max_project_steps) return {Instrument::internship};
    return {course, Instrument::internship};
}

/// Makes what is left of the project of `who` the bundle's; who waits for its next step already
/// keeps the months waited. Nothing to change for who has no project yet.
void change_for_bundle(Care& care, const std::vector<Instrument>& paid, ResidentId who) {
    if (care.step_count[who] == 0) return;
    const std::size_t done = care.step[who];
    auto& steps = care.steps[who];
    if (steps[done] != paid.front()) care.step_waiting[who] = 0;
    std::copy(paid.begin(), paid.end(), steps.begin() + static_cast<std::ptrdiff_t>(done));
    care.step_count[who] = static_cast<std::uint8_t>(done + paid.size());
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

void take_bundles(Care& care,
                  BundleFund& fund,
                  const People& people,
                  const Work& work,
                  const Parameters& parameters,
                  const Draws& draws,
                  Month month) {
    if (fund.offered <= 0 || !programme_runs(parameters.target, month)) return;
    std::vector<std::tuple<Month, std::uint64_t, ResidentId>> order;
    const ResidentSet at_their_steps =
        rows_with(care.state, CareState::assessed_waiting, CareState::in_project);
    for (const ResidentId who : at_their_steps& present(people)) {
        if (!may_take_bundle(care, people, work, parameters.target, who)) continue;
        const std::uint64_t lot = draws.ticket(people.key[who], month, Decision::queue_tie, 1);
        order.emplace_back(care.registered_month[who], lot, who);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [registered, lot, who] : order) {
        if (fund.offered <= 0) return;
        --fund.offered;
        const std::vector<Instrument> paid = steps_of_bundle(care, who);
        for (const Instrument step : paid) {
            fund.committed_cents += bundle_step_price(parameters, step).whole_cents();
        }
        change_for_bundle(care, paid, who);
        care.holds_bundle[who] = 1;
    }
}

void settle_bundles(BundleFund& fund,
                    const People& people,
                    const Care& care,
                    const Parameters& parameters) {
    if (fund.received_cents == 0) return;
    fund.committed_cents = 0;
    for (const ResidentId who :
         rows_other_than(care.holds_bundle, std::uint8_t{0}) & present(people)) {
        fund.committed_cents += rest_cents(care, parameters, who);
    }
}

}  // namespace cantiere
