#include "model/month/service_slots.h"

#include <algorithm>

#include "model/core/rounding.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

void take(ServiceUnits& units, Instrument instrument, Funding funding) {
    if (funding == Funding::usual) ++units.usual_in_use[instrument];
    if (funding == Funding::programme) ++units.programme_in_use[instrument];
}

std::int64_t whole_part(double x) {
    const auto truncated = static_cast<std::int64_t>(x);
    return static_cast<double>(truncated) > x ? truncated - 1 : truncated;
}

}  // namespace

int usual_slots(const InstrumentParameters& instrument, double residents_in_need) {
    return nearest_int(instrument.usual_slots_per_1000 * residents_in_need / 1000.0);
}

void open_slots(ServiceUnits& units,
                const InstrumentCatalogue& instruments,
                double residents_in_need,
                const TargetParameters& target,
                Month month) {
    const bool runs = programme_runs(target, month);
    for (const Instrument instrument : members<Instrument>()) {
        const int usual = usual_slots(instruments[instrument], residents_in_need);
        const int above = std::max(0, units.usual_in_use[instrument] - usual);
        const bool fewer = usual < units.usual_slots[instrument];
        int& closing = units.usual_closing[instrument];
        closing = fewer ? above : std::min(closing, above);
        units.usual_slots[instrument] = usual;
        const double slots = runs ? std::max(0.0, instruments[instrument].slots) : 0.0;
        units.programme_slots[instrument] = nearest_int(slots);
    }
}

void count_use(ServiceUnits& units, const People& people, const Care& care, const Work& work) {
    units.usual_in_use.fill(0);
    units.programme_in_use.fill(0);
    units.waiting.fill(0);
    const ResidentSet here = present(people);
    for (const ResidentId who : here& rows_other_than(care.step_left, std::uint8_t{0})) {
        const Instrument step = current_step(care, who);
        if (step != Instrument::count) take(units, step, care.step_funding[who]);
    }
    for (const ResidentId who : here& rows_other_than(care.support_left, std::uint8_t{0})) {
        take(units, care.support[who], care.support_funding[who]);
    }
    for (const ResidentId who : here& with_project(care)) {
        if (waits_for_step(care, work, who)) ++units.waiting[current_step(care, who)];
        if (waits_for_support(care, who)) ++units.waiting[care.support[who]];
    }
}

int tutors_in_use(const People& people, const Care& care, Funding funding) {
    int tutored = 0;
    for (const ResidentId who :
         rows_other_than(care.tutor_left, std::uint8_t{0}) & present(people)) {
        tutored += care.tutor_funding[who] == funding ? 1 : 0;
    }
    return tutored;
}

bool has_slots(const ServiceUnits& units, Instrument instrument, bool serves_target) {
    return units.usual_slots[instrument] > 0 ||
           (serves_target && units.programme_slots[instrument] > 0);
}

int free_slots(const ServiceUnits& units, Instrument instrument, bool serves_target) {
    const int usual = units.usual_slots[instrument] - units.usual_in_use[instrument];
    const int extra = units.programme_slots[instrument] - units.programme_in_use[instrument];
    return std::max(0, usual) + (serves_target ? std::max(0, extra) : 0);
}

int standing_still(const ServiceUnits& units,
                   Instrument instrument,
                   int working,
                   int left_waiting) {
    const int busy = std::max(working, units.usual_in_use[instrument]);
    return std::clamp(units.usual_slots[instrument] - busy, 0, std::max(0, left_waiting));
}

int working_slots(int usual_slots, double throughput, Month month) {
    if (throughput >= 1.0) return usual_slots;
    const double working = usual_slots * throughput;
    const double position = month.index();
    return static_cast<int>(whole_part((position + 1.0) * working) -
                            whole_part(position * working));
}

}  // namespace cantiere
