#include "model/month/services.h"

#include <utility>
#include <vector>

#include "model/core/draws_of_many.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/month/service_delivery.h"
#include "model/month/service_queue.h"
#include "model/month/service_slots.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

using Lines = EnumArray<Instrument, std::vector<Waiter>>;

/// Skips queued steps for which nobody has a slot any more, the programme having ended.
void skip_unserved_steps(Care& care,
                         const ServiceUnits& units,
                         const Waiter& waiter,
                         double follow_up_months) {
    const ResidentId who = waiter.who;
    while (true) {
        const Instrument step = current_step(care, who);
        if (step == Instrument::count || is_placed(step) || waiter.holds_bundle) return;
        if (has_slots(units, step, waiter.is_target)) return;
        advance_project(care, who, follow_up_months);
    }
}

/// Who is first in the lines: the commission's score, or the months waited.
enum class LineOrder : std::uint8_t { score, wait, count };

/// A commission orders the lines of the services where everybody in them is its case; one for a
/// part of the residents leaves the others' order alone.
LineOrder line_order(const Parameters& p, Month month) {
    const bool for_all = p.target.everybody > 0.5 && p.target.women_only <= 0.5;
    const bool sits = p.commission.active > 0.5 && programme_runs(p.target, month);
    return sits && for_all ? LineOrder::score : LineOrder::wait;
}

/// Rank in a line, lower first, of someone who has waited `months` for it.
double rank_of(LineOrder order,
               const Care& care,
               const CommissionParameters& p,
               Month month,
               int months,
               ResidentId who) {
    if (order == LineOrder::wait) return -static_cast<double>(months);
    return -(double{care.score[who]} + waiting_points(p, month - care.registered_month[who]));
}

/// Tells whether `who` waits for a step in the line of a service, not for a placement.
bool queues_for_step(const Care& care, const Work& work, ResidentId who) {
    return waits_for_step(care, work, who) && !is_placed(current_step(care, who));
}

/// Those at liberty who wait for a step or a support, each with a ticket of the month.
std::vector<Waiter> all_waiting(const Care& care,
                                const People& people,
                                const Work& work,
                                const Draws& draws,
                                Month month) {
    const ResidentSet at_liberty =
        (with_project(care) & present(people)).without(rows_with(work.state, WorkState::detained));
    std::vector<Waiter> waiting;
    std::vector<EntityKey> keys;
    for (const ResidentId who : at_liberty) {
        if (!waits_for_support(care, who) && !queues_for_step(care, work, who)) continue;
        waiting.push_back({who});
        keys.push_back(people.key[who]);
    }
    std::vector<std::uint64_t> tickets(keys.size());
    fill_tickets(tickets, draws, keys, {month, Decision::queue_tie});
    for (std::size_t k = 0; k < tickets.size(); ++k) waiting[k].ticket = tickets[k];
    return waiting;
}

/// Puts everyone who waits into the line of each service.
Lines waiting_lines(Care& care,
                    const ServiceUnits& units,
                    const People& people,
                    const Work& work,
                    const Parameters& p,
                    const Draws& draws,
                    Month month) {
    const bool runs = programme_runs(p.target, month);
    const LineOrder order = line_order(p, month);
    Lines lines;
    for (Waiter waiter : all_waiting(care, people, work, draws, month)) {
        const ResidentId who = waiter.who;
        const bool for_support = waits_for_support(care, who);
        waiter.is_target = runs && is_target(p.target, people.groups[who], people.sex[who]);
        const auto queue = [&](Instrument instrument, int months) {
            waiter.rank = rank_of(order, care, p.commission, month, months, who);
            lines[instrument].push_back(waiter);
        };
        if (queues_for_step(care, work, who)) {
            waiter.holds_bundle = care.holds_bundle[who] != 0;
            skip_unserved_steps(care, units, waiter, p.services.follow_up_months);
        }
        if (queues_for_step(care, work, who)) {
            queue(current_step(care, who), care.step_waiting[who]);
        }
        waiter.as_support = true;
        waiter.holds_bundle = false;
        if (for_support) queue(care.support[who], care.support_waiting[who]);
    }
    return lines;
}

void start(Care& care,
           Events& events,
           const ServiceStart& begun,
           Instrument instrument,
           const InstrumentParameters& row,
           Month month) {
    const ResidentId who = begun.waiter.who;
    const std::uint8_t months = is_open_ended(instrument) ? std::uint8_t{1} : planned_months(row);
    if (begun.waiter.as_support) {
        care.support_left[who] = months;
        care.support_funding[who] = begun.funding;
    } else {
        care.state[who] = CareState::in_project;
        care.step_left[who] = months;
        care.step_funding[who] = begun.funding;
    }
    if (care.first_service_month[who] == no_month) care.first_service_month[who] = month;
    events.add(EventKind::instrument_started, who, instrument, begun.funding);
}

}  // namespace

void deliver_services(Care& care,
                      Capital& capital,
                      ServiceUnits& units,
                      Events& events,
                      const People& people,
                      const Work& work,
                      const Parameters& parameters,
                      int months_of_network,
                      const Draws& draws,
                      Month month) {
    progress_services(care, capital, events, people, work, parameters, draws, month);
    count_use(units, people, care, work);
    const bool runs = programme_runs(parameters.target, month);
    const double throughput = service_throughput(parameters.network, runs, months_of_network);
    Lines lines = waiting_lines(care, units, people, work, parameters, draws, month);
    units.standing_still = {};
    for (const Instrument instrument : members<Instrument>()) {
        const std::size_t waiting = lines[instrument].size();
        if (waiting == 0) continue;
        const int working = working_slots(units.usual_slots[instrument], throughput, month);
        const OpenSeats seats{
            working - units.usual_in_use[instrument],
            units.programme_slots[instrument] - units.programme_in_use[instrument]};
        const auto starts = start_by_discipline(std::move(lines[instrument]), seats);
        for (const ServiceStart& begun : starts) {
            const InstrumentParameters& row = parameters.instruments[instrument];
            start(care, events, begun, instrument, row, month);
        }
        const auto left = static_cast<int>(waiting - starts.size());
        units.standing_still[instrument] = standing_still(units, instrument, working, left);
    }
    count_use(units, people, care, work);
}

}  // namespace cantiere
