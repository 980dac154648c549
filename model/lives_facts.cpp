#include "model/core/rows.h"
#include "model/lives.h"
#include "model/month/benefits.h"
#include "model/month/employers.h"
#include "model/simulate.h"

namespace cantiere {
namespace {

bool is_jobless(WorkState state) {
    return state == WorkState::seeking || state == WorkState::inactive;
}

bool is_ordinary_job(WorkState state) {
    return state == WorkState::fixed_term || state == WorkState::open_ended;
}

bool is_own_home(HousingState state) {
    return state == HousingState::precarious || state == HousingState::stable;
}

void record_loan(LifeFacts& facts, EventKind kind, Month month) {
    if (kind == EventKind::loan_granted && facts.loan_month == no_month) facts.loan_month = month;
    const bool called = kind == EventKind::guarantee_called && facts.loan_month != no_month;
    if (called && facts.called_month == no_month) facts.called_month = month;
}

bool is_unsafe(const Capital& capital, const ServiceParameters& services, ResidentId who) {
    return double{capital.safety[who]} < services.low_safety;
}

}  // namespace

LifeRecorder::Begun LifeRecorder::begun(const State& state, ResidentId who) const {
    const Residents& residents = state.residents;
    return {residents.care.tutor_left[who] > 0,
            is_in_care(residents.care.state[who]) &&
                is_unsafe(residents.capital, inputs_->usual.services, who)};
}

void LifeRecorder::begin_next(const State& state) {
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        begun_[who] = begun(state, who);
    }
}

void LifeRecorder::record_facts(LifeFacts& facts,
                                const State& state,
                                const Ledger& ledger,
                                Month month,
                                ResidentId who) {
    const Residents& residents = state.residents;
    const WorkState work = residents.work.state[who];
    const double cost = static_cast<double>(ledger.public_cents(who)) / 100.0;
    if (is_jobless(work)) facts.public_eur_jobless += cost;
    if (work == WorkState::coop_b) facts.public_eur_coop += cost;
    if (facts.housing_month != no_month && month - facts.housing_month == months_to_autonomy) {
        const bool autonomous = is_own_home(residents.housing.state[who]) && is_employed(work);
        facts.autonomous_then = autonomous ? EmployedThen::yes : EmployedThen::no;
    }
    if (begun_[who].coached && is_jobless(residents.work.state_at_start[who])) {
        ++facts.coached_jobless_months;
    }
    if (!begun_[who].unsafe_in_care) return;
    ++facts.unsafe_care_months;
    if (!is_unsafe(residents.capital, inputs_->usual.services, who)) ++facts.safety_reached;
}

void LifeRecorder::record_fact(LifeFacts& facts,
                               const State& state,
                               const Event& event,
                               Month month) {
    const Residents& residents = state.residents;
    const ResidentId who = event.who;
    if (event.kind == EventKind::early_success) ++facts.early_successes;
    const bool coached = begun_[who].coached && is_jobless(residents.work.state_at_start[who]);
    const bool open_market = is_ordinary_job(residents.work.state[who]);
    if (event.kind == EventKind::hired && coached && open_market) ++facts.coached_hires;
    record_loan(facts, event.kind, month);
    record_housing(facts, residents, event, month);
}

void LifeRecorder::record_housing(LifeFacts& facts,
                                  const Residents& residents,
                                  const Event& event,
                                  Month month) {
    const ResidentId who = event.who;
    if (event.instrument != Instrument::supported_housing) return;
    if (event.kind == EventKind::instrument_started && facts.housing_month == no_month) {
        facts.housing_month = month;
        return;
    }
    const bool completed = event.kind == EventKind::instrument_completed;
    const bool dropped = event.kind == EventKind::instrument_dropped;
    const bool under_way =
        facts.housing_month != no_month && facts.housing_end == HousingEnd::under_way;
    if (!under_way || (!completed && !dropped)) return;
    facts.housing_end_month = month;
    const bool own_home = completed && is_own_home(residents.housing.state[who]) &&
                          is_employed(residents.work.state[who]);
    facts.housing_end = dropped    ? HousingEnd::dropped
                        : own_home ? HousingEnd::own_home
                                   : HousingEnd::otherwise;
}

void LifeRecorder::record_ties(LabourMonth& labour, const State& state) {
    const People& people = state.residents.people;
    const Work& work = state.residents.work;
    const auto takes_part = [&](ResidentId who) {
        return people.presence[who] == Presence::present && work.state[who] != WorkState::detained;
    };
    for (const Tie& tie : state.contacts.ties) {
        if (!takes_part(tie.a) || !takes_part(tie.b)) continue;
        const bool a = is_employed(work.state[tie.a]);
        const bool b = is_employed(work.state[tie.b]);
        labour.ties += 1.0;
        if (a && b) labour.ties_at_work += 1.0;
        if (a != b) labour.ties_divided += 1.0;
    }
}

void LifeRecorder::record_labour(const State& state, Month month) {
    const Residents& residents = state.residents;
    const Parameters& p = in_force(*inputs_, month);
    LabourMonth labour;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        if (residents.people.presence[who] != Presence::present) continue;
        const WorkState work = residents.work.state[who];
        if (work == WorkState::seeking) labour.seeking += 1.0;
        if (is_employed(work)) labour.employed += 1.0;
    }
    // Vacancies depend on employers' staff and the cycle alone: the same draws give them again.
    const double tightness = p.search.tightness * exp(state.log_cycle);
    labour.vacancies = static_cast<double>(
        open_vacancies(state.employers, p.employers, tightness, *draws_, month).size());
    labour.employers = static_cast<double>(state.employers.size());
    record_ties(labour, state);
    labour_.push_back(labour);
}

}  // namespace cantiere
