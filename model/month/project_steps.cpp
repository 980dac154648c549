#include "model/month/project_steps.h"

#include <algorithm>

#include "model/core/rounding.h"
#include "model/month/care_file.h"

namespace cantiere {
namespace {

void close_gap(Level& level, double share) {
    if (share == 0.0) return;
    const auto x = double{level};
    level = static_cast<Level>(std::clamp(x + share * (1.0 - x), 0.0, 1.0));
}

void add_to(Level& level, double amount, double greatest) {
    if (amount == 0.0) return;
    const auto x = double{level};
    if (x < greatest) level = static_cast<Level>(std::clamp(x + amount, 0.0, greatest));
}

}  // namespace

ResidentSet with_project(const Care& care) {
    return rows_with(care.state,
                     CareState::assessed_waiting,
                     CareState::in_project,
                     CareState::follow_up,
                     CareState::tapering);
}

ResidentSet with_open_file(const Care& care) {
    return rows_with(care.state,
                     CareState::referred,
                     CareState::assessed_waiting,
                     CareState::in_project,
                     CareState::follow_up,
                     CareState::tapering);
}

std::uint8_t planned_months(const InstrumentParameters& instrument) {
    return static_cast<std::uint8_t>(std::clamp(nearest_int(instrument.months), 1, 255));
}

std::uint8_t planned_months(const InternshipParameters& internship) {
    return static_cast<std::uint8_t>(std::clamp(nearest_int(internship.months), 1, 255));
}

bool is_open_ended(Instrument instrument) {
    return instrument == Instrument::health_path || instrument == Instrument::supported_housing;
}

void close_file(Care& care, Events& events, ResidentId who) {
    close_file(care, who, CareState::known);
    events.add(EventKind::file_closed, who);
}

void leave_project(Care& care, Events& events, ResidentId who) {
    if (care.support_left[who] == 0 && care.tutor_left[who] == 0) {
        close_file(care, events, who);
        return;
    }
    care.state[who] = CareState::follow_up;
    care.step[who] = care.step_count[who];
    care.step_left[who] = 0;
    care.step_funding[who] = Funding::none;
    care.follow_up_left[who] = 0;
}

void advance_project(Care& care, ResidentId who, double follow_up_months) {
    if (care.step[who] < care.step_count[who]) ++care.step[who];
    care.step_left[who] = 0;
    care.step_waiting[who] = 0;
    care.step_funding[who] = Funding::none;
    if (care.step[who] < care.step_count[who]) return;
    care.state[who] = CareState::follow_up;
    care.follow_up_left[who] =
        static_cast<std::uint8_t>(std::clamp(nearest_int(follow_up_months), 0, 255));
}

void apply_effects(Capital& capital,
                   const InstrumentParameters& instrument,
                   const ServiceParameters& services,
                   Funding funding,
                   ResidentId who) {
    const double fidelity = funding == Funding::programme ? services.fidelity : 1.0;
    const double strength = services.quality * fidelity;
    close_gap(capital.professional[who], strength * instrument.professional_effect);
    close_gap(capital.relational[who], strength * instrument.relational_effect);
    close_gap(capital.health[who], strength * instrument.health_effect);
    close_gap(capital.language[who], strength * instrument.language_effect);
    close_gap(capital.mobility[who], strength * instrument.mobility_effect);
    add_to(capital.trust[who], strength * instrument.trust_effect, 1.0);
    add_to(capital.safety[who], strength * instrument.safety_effect, 1.0);
    if (capital.disability[who] > 0.0f) {
        add_to(capital.aid[who], strength * instrument.aid_effect, services.greatest_aid);
    }
}

}  // namespace cantiere
