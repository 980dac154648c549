#include "model/month/service_delivery.h"

#include <algorithm>

#include "model/core/rare_draws_among.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

enum class Delivery : std::uint8_t { goes_on, completed, dropped };

/// Luck of all residents in one month in one line of delivery: main steps and supports draw apart.
struct Luck {
    const Draws& draws;
    const ResidentColumn<EntityKey>& key;
    Month month;
    Decision dropout{};
    Decision completion{};
    ResidentSet could_drop_out;
};

/// Draws for `served` who could drop out of an instrument, whichever it is.
Luck luck_of(const ResidentSet& served,
             const People& people,
             const InstrumentCatalogue& instruments,
             const Draws& draws,
             Month month,
             Decision dropout,
             Decision completion) {
    double greatest = 0.0;
    for (const InstrumentParameters& row : instruments) {
        greatest = std::max(greatest, row.dropout_hazard_per_month);
    }
    return {draws,
            people.key,
            month,
            dropout,
            completion,
            could_happen(greatest, people.key, served, draws, {month, dropout})};
}

Probability completion_chance(const InstrumentParameters& instrument) {
    return Probability{instrument.months > 1.0 ? 1.0 / instrument.months : 1.0};
}

/// One more month of an instrument of which `left` months were left.
Delivery deliver(std::uint8_t& left,
                 Instrument instrument,
                 const InstrumentParameters& row,
                 const Luck& luck,
                 ResidentId who) {
    const Hazard dropout{row.dropout_hazard_per_month};
    if (luck.could_drop_out.contains(who) &&
        luck.draws.event(dropout, luck.key[who], luck.month, luck.dropout)) {
        left = 0;
        return Delivery::dropped;
    }
    if (is_open_ended(instrument)) {
        const Probability end = completion_chance(row);
        left = luck.draws.bernoulli(end, luck.key[who], luck.month, luck.completion) ? 0 : 1;
    } else {
        --left;
    }
    return left == 0 ? Delivery::completed : Delivery::goes_on;
}

void progress_step(Care& care,
                   Capital& capital,
                   Events& events,
                   const Parameters& p,
                   const Luck& luck,
                   ResidentId who) {
    const Instrument step = current_step(care, who);
    if (step == Instrument::count || is_placed(step) || care.step_left[who] == 0) return;
    const InstrumentParameters& row = p.instruments[step];
    const Funding funding = care.step_funding[who];
    const Delivery delivery = deliver(care.step_left[who], step, row, luck, who);
    if (delivery == Delivery::completed) {
        events.add(EventKind::instrument_completed, who, step, funding);
        apply_effects(capital, row, p.services, funding, who);
        if (step == Instrument::skills_assessment) {
            care.assessment_noise[who] = static_cast<float>(
                double{care.assessment_noise[who]} * p.services.skills_assessment_noise_factor);
        }
        advance_project(care, who, p.services.follow_up_months);
    } else if (delivery == Delivery::dropped) {
        events.add(EventKind::instrument_dropped, who, step, funding);
        leave_project(care, events, who);
    }
}

/// Counts down a hire incentive under way: the subsidised job is the last step of its project.
void progress_subsidised_hire(Care& care,
                              Events& events,
                              const Work& work,
                              const Parameters& p,
                              ResidentId who) {
    if (current_step(care, who) != Instrument::subsidised_hire || care.step_left[who] == 0) return;
    const Funding funding = care.step_funding[who];
    if (!is_employed(work.state[who])) {
        care.step_left[who] = 0;
        events.add(EventKind::instrument_dropped, who, Instrument::subsidised_hire, funding);
        leave_project(care, events, who);
        return;
    }
    if (--care.step_left[who] > 0) return;
    events.add(EventKind::instrument_completed, who, Instrument::subsidised_hire, funding);
    advance_project(care, who, p.services.follow_up_months);
}

void progress_support(Care& care,
                      Capital& capital,
                      Events& events,
                      const Parameters& p,
                      const Luck& luck,
                      ResidentId who) {
    if (care.support_left[who] == 0) return;
    const Instrument support = care.support[who];
    const InstrumentParameters& row = p.instruments[support];
    const Funding funding = care.support_funding[who];
    const Delivery delivery = deliver(care.support_left[who], support, row, luck, who);
    if (delivery == Delivery::goes_on) return;
    care.support_funding[who] = Funding::none;
    care.support_done[who] = 1;
    if (delivery == Delivery::dropped) {
        events.add(EventKind::instrument_dropped, who, support, funding);
        return;
    }
    events.add(EventKind::instrument_completed, who, support, funding);
    apply_effects(capital, row, p.services, funding, who);
}

/// The tutor stays for the planned months: who loses the job meanwhile is coached to the next one
/// (supported employment, model.md 5.17.8).
void progress_tutor(Care& care, Events& events, ResidentId who) {
    if (care.tutor_left[who] == 0 || --care.tutor_left[who] > 0) return;
    events.add(EventKind::instrument_completed,
               who,
               Instrument::job_tutor,
               care.tutor_funding[who]);
    care.tutor_funding[who] = Funding::none;
}

void count_down_after_project(Care& care, const ServiceParameters& services, ResidentId who) {
    if (care.state[who] == CareState::follow_up && care.follow_up_left[who] > 0) {
        --care.follow_up_left[who];
    }
    if (care.state[who] != CareState::tapering) return;
    if (care.taper_left[who] > 0) --care.taper_left[who];
    if (care.taper_left[who] > 0) return;
    care.step[who] = care.step_count[who];
    advance_project(care, who, services.follow_up_months);
}

bool is_followed_to_the_end(const Care& care, ResidentId who) {
    return care.state[who] == CareState::follow_up && care.follow_up_left[who] == 0 &&
           care.support_left[who] == 0 && care.tutor_left[who] == 0;
}

}  // namespace

void progress_services(Care& care,
                       Capital& capital,
                       Events& events,
                       const People& people,
                       const Work& work,
                       const Parameters& parameters,
                       const Draws& draws,
                       Month month) {
    const ResidentSet open = with_open_file(care) & present(people);
    const ResidentSet in_step = open & rows_other_than(care.step_left, std::uint8_t{0});
    const ResidentSet in_support = open & rows_other_than(care.support_left, std::uint8_t{0});
    const Luck step_luck = luck_of(in_step,
                                   people,
                                   parameters.instruments,
                                   draws,
                                   month,
                                   Decision::step_dropout,
                                   Decision::step_completion);
    const Luck support_luck = luck_of(in_support,
                                      people,
                                      parameters.instruments,
                                      draws,
                                      month,
                                      Decision::support_dropout,
                                      Decision::support_completion);
    for (const ResidentId who : open) {
        if (work.state[who] == WorkState::detained) {
            close_file(care, events, who);
            continue;
        }
        count_down_after_project(care, parameters.services, who);
        progress_support(care, capital, events, parameters, support_luck, who);
        progress_tutor(care, events, who);
        progress_step(care, capital, events, parameters, step_luck, who);
        progress_subsidised_hire(care, events, work, parameters, who);
        if (is_followed_to_the_end(care, who)) close_file(care, events, who);
    }
}

}  // namespace cantiere
