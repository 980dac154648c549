#include <algorithm>

#include "model/core/row_lists.h"
#include "model/month/benefits.h"
#include "model/recorder.h"

namespace cantiere {
namespace {

bool is_placement(Instrument instrument) {
    return instrument == Instrument::internship || instrument == Instrument::subsidised_hire ||
           instrument == Instrument::coop_b_placement;
}

/// Variable that an event of this kind adds one to, where there is one.
std::optional<Variable> counted_as(const Event& event) {
    const bool internship = event.instrument == Instrument::internship;
    switch (event.kind) {
        case EventKind::referral_completed:
            return Variable::referrals;
        case EventKind::instrument_completed:
            return internship ? std::optional(Variable::completions) : std::nullopt;
        case EventKind::instrument_dropped:
            return internship ? std::optional(Variable::dropouts) : std::nullopt;
        case EventKind::early_success:
            return Variable::early_successes;
        case EventKind::hired:
            return Variable::hires;
        case EventKind::host_hired:
            return Variable::host_hires;
        case EventKind::quota_hired:
            return Variable::quota_hires;
        case EventKind::reincarcerated:
            return Variable::reoffences;
        case EventKind::alternative_granted:
            return Variable::alternative_measures;
        case EventKind::alternative_revoked:
            return Variable::revocations;
        case EventKind::file_closed:
            return Variable::administrative_exits;
        case EventKind::exited:
            return Variable::exits;
        case EventKind::exited_social_economy:
            return Variable::social_economy_exits;
        case EventKind::reference_exited:
            return Variable::reference_law_exits;
        case EventKind::exited_work_light:
            return Variable::exits_work_light;
        case EventKind::exited_equal:
            return Variable::exits_equal;
        case EventKind::excluded:
            return Variable::exclusions;
        default:
            return std::nullopt;
    }
}

/// People in instruments that occupy a slot; the bundles of a null twin need none.
struct InUse {
    EnumArray<Instrument, int> usual{};
    EnumArray<Instrument, int> programme{};

    void add(Instrument instrument, Funding funding) {
        if (funding == Funding::usual) ++usual[instrument];
        if (funding == Funding::programme) ++programme[instrument];
    }
};

/// Tells whether someone who relapses opens a file again; not after an exit of burn-in.
bool returns_to_file(const Residents& residents, ResidentId who) {
    return residents.standing.exit_month[who] >= Month{0} && is_in_care(residents.care.state[who]);
}

AssessedResident assessment_of(const Residents& residents, ResidentId who) {
    return {residents.people.groups[who],
            {1.0 - double{residents.standing.autonomy[who]},
             double{residents.care.observed_need[who]}}};
}

using Waiting = EnumArray<Instrument, int>;

/// Counts the step of a project that is under way or waited for.
void count_step(InUse& use, Waiting& waiting, const Care& care, ResidentId who) {
    if (care.step[who] >= care.step_count[who]) return;
    const Instrument step = care.steps[who][care.step[who]];
    if (care.step_left[who] > 0) {
        use.add(step, care.step_funding[who]);
    } else if (care.state[who] == CareState::assessed_waiting ||
               care.state[who] == CareState::in_project) {
        ++waiting[step];
    }
}

/// Counts the support that is under way or waited for.
void count_support(InUse& use, Waiting& waiting, const Care& care, ResidentId who) {
    if (care.support[who] == Instrument::count) return;
    if (care.support_left[who] > 0) {
        use.add(care.support[who], care.support_funding[who]);
    } else if (care.support_done[who] == 0) {
        ++waiting[care.support[who]];
    }
}

double share_in_use(int in_use, int all) {
    return all > 0 ? static_cast<double>(in_use) / all : std::numeric_limits<double>::quiet_NaN();
}

/// Slots of a programme that has ended are there for as long as somebody is in them.
double use_of_slots(const InUse& use, const ServiceUnits& units, Instrument instrument) {
    const int usual = std::max(units.usual_slots[instrument], use.usual[instrument]);
    const int programme = std::max(units.programme_slots[instrument], use.programme[instrument]);
    return share_in_use(use.usual[instrument] + use.programme[instrument], usual + programme);
}

}  // namespace

void Recorder::record_events(Tally& tally, const State& state, const Events& events, Month month) {
    for (const Event& event : events.all()) {
        if (const auto variable = counted_as(event)) outcome_[*variable] += 1.0;
        record_file(state, event);
        record_event(tally, state, event, month);
    }
    const RoundCounts& round = events.round();
    outcome_[Variable::justified_envy] += round.justified_envy;
    outcome_[Variable::blocking_pairs] += round.blocking_pairs;
    outcome_[Variable::floor_shortfall] += round.floor_shortfall;
}

/// What an office learns of: only while a file is open, and it takes every closing for an end.
void Recorder::record_file(const State& state, const Event& event) {
    const bool internship = event.instrument == Instrument::internship;
    switch (event.kind) {
        case EventKind::instrument_started:
            if (is_placement(event.instrument)) outcome_[Variable::recorded_starts] += 1.0;
            break;
        case EventKind::instrument_completed:
            if (internship) outcome_[Variable::recorded_completions] += 1.0;
            break;
        case EventKind::early_success:
            outcome_[Variable::recorded_completions] += 1.0;
            break;
        case EventKind::hired:
            if (is_in_care(care_before_[event.who])) outcome_[Variable::recorded_hires] += 1.0;
            break;
        case EventKind::file_closed:
            outcome_[Variable::recorded_exits] += 1.0;
            break;
        case EventKind::exited:
            if (is_in_care(care_before_[event.who])) outcome_[Variable::recorded_exits] += 1.0;
            break;
        case EventKind::relapsed:
            if (returns_to_file(state.residents, event.who)) {
                outcome_[Variable::recorded_returns] += 1.0;
            }
            break;
        default:
            break;
    }
}

void Recorder::record_event(Tally& tally, const State& state, const Event& event, Month month) {
    NetworkYear& year = years_[year_index(month)];
    const ResidentId who = event.who;
    const PersonId person = who.is_none() ? PersonId::none() : state.residents.people.person[who];
    switch (event.kind) {
        case EventKind::died:
        case EventKind::emigrated:
        case EventKind::aged_out:
            gone_month_[person] = month;
            break;
        case EventKind::referral_lost:
            ++year.lost;
            break;
        case EventKind::referral_completed:
            ++year.completed;
            break;
        case EventKind::referral_sent:
            if (tally.first_referred_month[person] == no_month) {
                tally.first_referred_month[person] = month;
            }
            break;
        case EventKind::assessed:
            ++year.assessed;
            assessed_.push_back(assessment_of(state.residents, who));
            break;
        case EventKind::assessment_duplicated:
            ++year.duplicated;
            break;
        case EventKind::instrument_started:
            record_start(tally, state, event, month);
            break;
        case EventKind::hired:
            ++tally.hires[person];
            break;
        case EventKind::excluded:
            was_excluded_[person] = 1;
            break;
        case EventKind::exited:
            ++exits_of_month_[static_cast<std::size_t>(month.index())];
            break;
        case EventKind::stable_exit:
            if (state.residents.standing.exit_month[who] < Month{0}) break;  // an exit of burn-in
            outcome_[Variable::stable_exits] += 1.0;
            ++tally.stable_exits[person];
            break;
        case EventKind::relapsed:
            if (state.residents.standing.exit_month[who] < Month{0}) break;
            outcome_[Variable::relapses] += 1.0;
            break;
        default:
            break;
    }
}

void Recorder::record_start(Tally& tally, const State& state, const Event& event, Month month) {
    const ResidentId who = event.who;
    const PersonId person = state.residents.people.person[who];
    if (is_placement(event.instrument)) {
        outcome_[Variable::starts] += 1.0;
        ++tally.starts[person];
        if (tally.first_start_month[person] == no_month) tally.first_start_month[person] = month;
    }
    if (counts_as_served(event.instrument)) tally.served[person] = 1;
    const bool referred = tally.first_referred_month[person] != no_month;
    if (referred && first_instrument_[person] == no_month) first_instrument_[person] = month;
    const Care& care = state.residents.care;
    const bool first = care.first_service_month[who] == month && first_service_[person] != month;
    if (first && care.identified_month[who] != no_month) {
        first_service_[person] = month;  // a support may start in the same month: counted once
        NetworkYear& year = years_[year_index(month)];
        year.months_to_first += month - care.identified_month[who];
        ++year.first_services;
    }
}

void Recorder::record_services(const State& state, Month month) {
    const Residents& residents = state.residents;
    const Care& care = residents.care;
    Waiting waiting{};
    InUse use;
    const auto has_service = [](std::uint8_t steps, Instrument support, std::uint8_t tutor_left) {
        // NOLINTNEXTLINE(readability-implicit-bool-conversion): without branches, many rows at once
        return (steps > 0) | (support != Instrument::count) | (tutor_left > 0);
    };
    const ResidentSet served =
        rows_where(has_service, care.step_count, care.support, care.tutor_left);
    for (const ResidentId who : served) {
        count_step(use, waiting, care, who);
        count_support(use, waiting, care, who);
        if (care.tutor_left[who] > 0) use.add(Instrument::job_tutor, care.tutor_funding[who]);
    }
    for (const Instrument instrument : members<Instrument>()) {
        // A place in a cooperative is the employer's, and most are taken by others: no share.
        outcome_.at(Variable::utilisation, month.index(), instrument) =
            instrument == Instrument::coop_b_placement ? std::numeric_limits<double>::quiet_NaN()
                                                       : use_of_slots(use, state.units, instrument);
        outcome_.at(Variable::queue_length, month.index(), instrument) = waiting[instrument];
    }
}

void Recorder::record_network(const State& state, Month month) {
    double sum = 0.0;
    for (const InstitutionRole g : members<InstitutionRole>()) {
        for (const InstitutionRole h : members<InstitutionRole>()) {
            if (g != h) sum += state.institutions.tie[g][h];
        }
    }
    NetworkYear& year = years_[year_index(month)];
    year.density += sum / static_cast<double>(institution_count * (institution_count - 1));
    ++year.months;
}

}  // namespace cantiere
