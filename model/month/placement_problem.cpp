#include "model/month/placement_problem.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/month/accounts_prices.h"
#include "model/month/placement_prospect.h"
#include "model/month/project_steps.h"
#include "model/month/search_effort.h"
#include "model/rules/hiring.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

/// Public money that one start in this seat commits, EUR; the host's bonus is a programme's alone.
double seat_cost_eur(const Parameters& p, const Seat& seat) {
    const InstrumentParameters& row = p.instruments[seat.kind];
    const double wage = p.search.wage_part_time_eur;
    switch (seat.kind) {
        case Instrument::internship: {
            const InternshipParameters& i = p.internship;
            const double month = i.indemnity_eur_month + i.insurance_eur_month + i.tutor_eur_month;
            const bool bonus = seat.funding == Funding::programme;
            return month * i.months + i.promotion_eur_once +
                   (bonus ? p.employers.host_bonus_eur : 0.0);
        }
        case Instrument::subsidised_hire:
            return row.months * p.tax.hire_subsidy_share * wage + row.cost_eur_once;
        default:
            return row.months * p.tax.coop_b_relief * wage *
                   (p.tax.employee_contribution + p.tax.employer_contribution);
    }
}

/// Tells whether law and funding let this person have the seat.
bool is_entitled(const People& people,
                 const Capital& capital,
                 const Care& care,
                 const Parameters& p,
                 const Seat& seat,
                 Month month,
                 ResidentId who) {
    if (current_step(care, who) != seat.kind) return false;
    const bool bundle = seat.kind == Instrument::internship && care.holds_bundle[who] != 0;
    if (bundle != (seat.funding == Funding::bundle)) return false;
    if (seat.kind == Instrument::coop_b_placement) {
        return is_certified_art4(p.tax, people.groups[who], capital.disability[who]);
    }
    if (seat.funding != Funding::programme) return true;
    return programme_runs(p.target, month) &&
           is_target(p.target, people.groups[who], people.sex[who]);
}

/// Utility of a seat to a resident; tastes are their own and stay the same from month to month.
double utility(const Parameters& p,
               const Employers& employers,
               const People& people,
               const Seat& seat,
               double minutes,
               ResidentId who,
               const Draws& draws) {
    const EntityKey key = people.key[who];
    const MunicipalityId workplace = employers.municipality[seat.employer];
    const auto sector = static_cast<Draws::Index>(employers.sector[seat.employer]);
    const double fit = draws.uniform(key, Month{0}, Decision::sector_fit, sector);
    const bool survivor = holds(people.groups[who], Group::violence_survivor);
    const double safety = survivor && workplace != people.municipality[who] ? 1.0 : 0.0;
    const double pay = seat.kind == Instrument::internship ? p.internship.indemnity_eur_month
                                                           : p.search.wage_part_time_eur;
    const EntityKey pair = hash_key({key.value, seat.key.value});
    return seat_utility(p.placement, pay, minutes, fit, safety) +
           p.placement.taste_scale * draws.gumbel(pair, Month{0}, Decision::placement_taste);
}

/// What the employer makes at an interview of a resident of employability y: y_hat.
double priority(const Parameters& p,
                const Employers& employers,
                const People& people,
                const Capital& capital,
                const Seat& seat,
                double y,
                ResidentId who,
                const Draws& draws,
                Month month) {
    const EntityKey pair = hash_key({people.key[who].value, seat.key.value});
    const auto belief = prior_belief(p.employers,
                                     people.groups[who],
                                     effective_disability(capital, who),
                                     employers.trainees_seen[seat.employer]);
    const double noise = belief.signal_sd * draws.normal(pair, month, Decision::applicant_signal);
    return assessed_employability(belief, y, noise);
}

}  // namespace

std::vector<Candidate> placement_candidates(const People& people,
                                            const Capital& capital,
                                            const Work& work,
                                            const Care& care,
                                            const Parameters& parameters,
                                            const Draws& draws,
                                            Month month) {
    const Foresight view = foresight_of(parameters.placement, month);
    std::vector<Candidate> candidates;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.presence[who] != Presence::present) continue;
        if (!is_placed(current_step(care, who)) || !waits_for_step(care, work, who)) continue;
        if (work.state[who] != work.state_at_start[who]) continue;
        const auto prospect =
            prospect_of(people, capital, work, care, parameters, draws, view, who);
        const Probability hire =
            foreseen_conversion(parameters, prospect, people.groups[who], TraineesSeen{});
        candidates.push_back({who,
                              people.key[who],
                              care.registered_month[who],
                              care.observed_need[who],
                              care.score[who] + waiting_points(parameters.commission,
                                                               month - care.registered_month[who]),
                              hire.value(),
                              people.children[who],
                              uplift_years(parameters, prospect, current_step(care, who), hire),
                              people.groups[who]});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.key < b.key;
    });
    return candidates;
}

PlacementProblem placement_problem(std::vector<Candidate> candidates,
                                   std::vector<Seat> seats,
                                   const People& people,
                                   const Capital& capital,
                                   const Work& work,
                                   const Care& care,
                                   const Employers& employers,
                                   const Reach& reach,
                                   const Parameters& parameters,
                                   const Draws& draws,
                                   Month month) {
    const WayLimit limit{parameters.placement.maximum_minutes,
                         parameters.placement.mobility_for_long_way};
    const Foresight view = foresight_of(parameters.placement, month);
    PlacementProblem problem(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const Candidate& candidate = problem.candidates[i];
        const ResidentId who = candidate.who;
        const auto prospect =
            prospect_of(people, capital, work, care, parameters, draws, view, who);
        const double y = employability_of(people, capital, parameters.search, who);
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const Seat& seat = problem.seats[s];
            const MunicipalityId workplace = employers.municipality[seat.employer];
            if (!is_entitled(people, capital, care, parameters, seat, month, who)) continue;
            if (!reach.may_work_in(who, workplace, limit)) continue;
            problem.feasible(i, s) = 1;
            const double minutes = reach.minutes(who, workplace);
            const TraineesSeen& seen = employers.trainees_seen[seat.employer];
            // Most hosts have seen nobody yet: foreseen for the candidate already.
            const Probability hire =
                seen == TraineesSeen{}
                    ? Probability{candidate.predicted_success}
                    : foreseen_conversion(parameters, prospect, people.groups[who], seen);
            problem.value(i, s) =
                placement_value(parameters.placement,
                                uplift_years(parameters, prospect, seat.kind, hire),
                                candidate.observed_need,
                                seat_cost_eur(parameters, seat),
                                minutes);
            problem.resident_utility(i, s) =
                utility(parameters, employers, people, seat, minutes, who, draws);
            problem.employer_priority(i, s) =
                priority(parameters, employers, people, capital, seat, y, who, draws, month);
        }
    }
    return problem;
}

}  // namespace cantiere
