#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Cents of `instrument` in a bundle: at its start, and each month.
std::pair<std::int64_t, std::int64_t> bundle_cents(const Parameters& p, Instrument instrument) {
    const auto cents = [](double eur) { return Cents::from_euros(eur).value; };
    const InstrumentParameters& row = p.instruments[instrument];
    if (instrument != Instrument::internship) {
        return {cents(row.cost_eur_once), cents(row.cost_eur_month)};
    }
    const InternshipParameters& seat = p.internship;
    return {cents(row.cost_eur_once) + cents(seat.promotion_eur_once),
            cents(seat.indemnity_eur_month) + cents(seat.insurance_eur_month) +
                cents(seat.tutor_eur_month)};
}

}  // namespace

/// What a null twin's bundles cost this month, and still cost when nothing is left early.
void settle_bundles(World& world) {
    const Parameters& p = world.p();
    for (const Happening& h : world.happenings) {
        if (h.kind != EventKind::instrument_started || h.funding != Funding::bundle) continue;
        world.bundles_paid_cents += bundle_cents(p, h.instrument).first;
    }
    world.bundles_owed_cents = 0;
    for (const Person& person : world.people) {
        if (!is_here(person)) continue;
        const Instrument now = step_of(person);
        if (now != Instrument::count && person.step_left > 0 &&
            person.step_funding == Funding::bundle) {
            world.bundles_paid_cents += bundle_cents(p, now).second;
        }
        const bool on_the_way =
            person.care == CareState::assessed_waiting || person.care == CareState::in_project;
        if (!person.holds_bundle || !on_the_way) continue;
        for (std::size_t k = static_cast<std::size_t>(person.step); k < person.steps.size(); ++k) {
            const Instrument step = person.steps[k];
            const auto [once, each] = bundle_cents(p, step);
            const bool intern = step == Instrument::internship;
            const int months =
                whole_months(intern ? p.internship.months : p.instruments[step].months);
            const bool begun = step == now && person.step_left > 0;
            world.bundles_owed_cents +=
                begun ? (person.step_left - 1) * each : once + months * each;
        }
    }
}

}  // namespace cantiere::oracle
