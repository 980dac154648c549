#include "model/lives.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/simulate.h"

namespace cantiere {
namespace {

Life born(const People& people, ResidentId who) {
    Life life;
    life.key = people.key[who];
    life.groups = people.groups[who];
    life.sex = people.sex[who];
    life.municipality = static_cast<std::uint32_t>(people.municipality[who].index());
    life.frailty = people.frailty[who];
    life.workplace_minutes = std::numeric_limits<float>::quiet_NaN();
    life.employed_at.fill(EmployedThen::not_observed);
    return life;
}

void set_first(Month& first, Month month) {
    if (first == no_month) first = month;
}

bool is_placement(Instrument instrument) {
    return instrument == Instrument::internship || instrument == Instrument::subsidised_hire ||
           instrument == Instrument::coop_b_placement;
}

}  // namespace

MunicipalityId main_town(const Territory& territory) {
    MunicipalityId largest = MunicipalityId::at(0);
    for (const MunicipalityId place : rows<MunicipalityId>(territory.municipalities.size())) {
        if (territory.municipalities[place].population >
            territory.municipalities[largest].population) {
            largest = place;
        }
    }
    return largest;
}

double minutes_to(const People& people,
                  const TravelTimes& travel,
                  MunicipalityId place,
                  ResidentId who) {
    const MunicipalityId home = people.municipality[who];
    return people.has_car[who] != 0 ? travel.car(home, place) : travel.transit(home, place);
}

LifeRecorder::LifeRecorder(const RunInputs& inputs,
                           const State& state,
                           const Draws& draws,
                           std::vector<double> discount)
    : inputs_(&inputs),
      draws_(&draws),
      discount_(std::move(discount)),
      main_town_(main_town(*inputs.territory)),
      cost_(state.residents.size()),
      begun_(state.residents.size()) {
    const People& people = state.residents.people;
    lives_.resize(state.residents.size());
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        lives_[who] = born(people, who);
        lives_[who].travel_minutes =
            static_cast<float>(minutes_to(people, inputs.territory->travel, main_town_, who));
    }
    begin_next(state);
}

void LifeRecorder::record(const State& state,
                          const Events& events,
                          const Ledger& ledger,
                          Month month) {
    const Residents& residents = state.residents;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        if (residents.people.presence[who] != Presence::present) continue;
        record_month(lives_[who], residents, who, month);
        record_facts(lives_[who].facts, state, ledger, month, who);
        const double factor = discount_[static_cast<std::size_t>(month.index())];
        for (const Payer payer : members<Payer>()) {
            const double cost = static_cast<double>(ledger.payer_cents(who, payer)) / 100.0;
            cost_[who][static_cast<std::size_t>(payer)].add(cost * factor);
        }
    }
    for (const Event& event : events.all()) {
        if (event.who.is_none()) continue;
        record_event(lives_[event.who], state, event, month);
        record_fact(lives_[event.who].facts, state, event, month);
    }
    record_labour(state, month);
    begin_next(state);
}

void LifeRecorder::record_month(Life& life,
                                const Residents& residents,
                                ResidentId who,
                                Month month) {
    const WorkState work = residents.work.state[who];
    if (life.first_present_month == no_month) {
        life.first_present_month = month;
        life.age_years =
            static_cast<std::uint8_t>((month.index() - residents.people.birth_month[who]) / 12);
    }
    life.last_present_month = month;
    ++life.months_in_work_state[static_cast<std::size_t>(work)];
    if (residents.care.state[who] == CareState::excluded) ++life.excluded_months;
    for (std::size_t h = 0; h < months_after_eligibility.size(); ++h) {
        if (month - life.first_present_month != months_after_eligibility[h]) continue;
        life.employed_at[h] = is_employed(work) ? EmployedThen::yes : EmployedThen::no;
    }
}

void LifeRecorder::record_event(Life& life, const State& state, const Event& event, Month month) {
    const bool internship = event.instrument == Instrument::internship;
    const Month exited = state.residents.standing.exit_month[event.who];
    switch (event.kind) {
        case EventKind::instrument_started:
            record_start(life, state, event);
            break;
        case EventKind::instrument_completed:
            if (internship) ++life.completions;
            break;
        case EventKind::instrument_dropped:
            if (internship) ++life.dropouts;
            break;
        case EventKind::host_hired:
            ++life.host_hires;
            break;
        case EventKind::hired:
            ++life.hires;
            set_first(life.first_hire_month, month);
            note_workplace(life, state, event.who);
            break;
        case EventKind::separated:
            ++life.separations;
            break;
        case EventKind::released:
            if (life.release_month != no_month) break;
            life.release_month = month;
            life.reoffence_month = no_month;  // one before the release belongs to an earlier one
            break;
        case EventKind::reincarcerated:
            set_first(life.reoffence_month, month);
            break;
        case EventKind::exited:
            set_first(life.exit_month, month);
            break;
        case EventKind::stable_exit:
            if (exited == life.exit_month) life.stable_exit = 1;
            break;
        case EventKind::relapsed:
            if (exited == life.exit_month) set_first(life.relapse_month, month);
            break;
        default:
            break;
    }
}

void LifeRecorder::record_start(Life& life, const State& state, const Event& event) {
    life.treated |= treated_bit(event.instrument);
    if (!is_placement(event.instrument)) return;
    ++life.starts;
    note_workplace(life, state, event.who);
}

void LifeRecorder::note_workplace(Life& life, const State& state, ResidentId who) {
    const EmployerId employer = state.residents.work.employer[who];
    if (employer.is_none() || life.workplace_minutes == life.workplace_minutes) return;
    life.workplace_minutes = static_cast<float>(minutes_to(state.residents.people,
                                                           inputs_->territory->travel,
                                                           state.employers.municipality[employer],
                                                           who));
}

std::vector<Life> LifeRecorder::finish(const Residents& residents) {
    std::vector<Life> lives;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        Life& life = lives_[who];
        if (life.first_present_month == no_month) continue;
        const PersonId person = residents.people.person[who];
        life.first_referral_month = residents.tally.first_referred_month[person];
        life.first_start_month = residents.tally.first_start_month[person];
        life.autonomy_years = residents.tally.autonomy_years[person].value();
        for (std::size_t payer = 0; payer < life.cost_eur.size(); ++payer) {
            life.cost_eur[payer] = cost_[who][payer].value();
        }
        lives.push_back(life);
    }
    std::ranges::sort(lives, {}, &Life::key);
    return lives;
}

}  // namespace cantiere
