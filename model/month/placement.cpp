#include "model/month/placement.h"

#include <algorithm>
#include <limits>

#include "model/core/contracts.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/hiring.h"
#include "model/month/placement_problem.h"
#include "model/month/placement_regions.h"
#include "model/month/project_steps.h"
#include "model/placement/fairness.h"

namespace cantiere {
namespace {

/// What a start changes.
struct Books {
    Work& work;
    Care& care;
    ServiceUnits& units;
    Employers& employers;
    OrdinaryPool& pool;
    Events& events;
};

bool is_placement_month(const PlacementParameters& p, Month month) {
    const int batch = std::max(1, nearest_int(p.batch_months));
    const int position = month.index() % batch;
    return position == 0;
}

PlacementPolicy policy_of(const PlacementParameters& p) {
    const int index = nearest_int(p.policy);
    expects(index >= 0 && index < static_cast<int>(PlacementPolicy::count),
            "the policy is one of the list");
    return static_cast<PlacementPolicy>(index);
}

void begin_step(Care& care, std::uint8_t months, Funding funding, Month month, ResidentId who) {
    care.state[who] = CareState::in_project;
    care.step_left[who] = months;
    care.step_waiting[who] = 0;
    care.step_funding[who] = funding;
    if (care.first_service_month[who] == no_month) care.first_service_month[who] = month;
}

void take_slot(ServiceUnits& units, const Seat& seat) {
    if (seat.funding == Funding::usual) ++units.usual_in_use[seat.kind];
    if (seat.funding != Funding::programme) return;
    ++units.programme_in_use[seat.kind];
    if (seat.kind == Instrument::internship) ++units.programme_internships_started;
}

void start_internship(Books& books,
                      const Seat& seat,
                      const Parameters& p,
                      Month month,
                      ResidentId who) {
    const std::uint8_t months = planned_months(p.internship);
    leave_work(books.work, who, WorkState::internship);
    books.work.employer[who] = seat.employer;
    books.work.internship_left[who] = months;
    begin_step(books.care, months, seat.funding, month, who);
    take_slot(books.units, seat);
    ++books.employers.seats_used[seat.employer];
    books.events.add(EventKind::instrument_started, who, seat.kind, seat.funding);
}

/// A job that is itself the step: subsidised, or with a type-B cooperative.
JobTerms placed_job_terms(const Seat& seat,
                          const Parameters& p,
                          EntityKey key,
                          const Draws& draws,
                          Month month) {
    JobTerms terms = draw_terms(p.search, seat.employer, key, draws, month);
    terms.contract =
        seat.kind == Instrument::coop_b_placement ? WorkState::coop_b : WorkState::subsidised;
    return terms;
}

/// The job would have gone to somebody outside the model, who stays out of work with the share of
/// any hire over an ordinary applicant.
void displace_by_placement(Books& books,
                           const Seat& seat,
                           const People& people,
                           const Parameters& p,
                           const Draws& draws,
                           Month month,
                           ResidentId who) {
    const Probability share{p.search.displacement_share};
    if (!draws.bernoulli(share, people.key[who], month, Decision::ordinary_displacement)) return;
    const MunicipalityId workplace = books.employers.municipality[seat.employer];
    displace_ordinary(books.pool, books.events, workplace, who, month);
}

void start_subsidised_job(Books& books,
                          const Seat& seat,
                          const People& people,
                          const Parameters& p,
                          const Draws& draws,
                          Month month,
                          ResidentId who) {
    const EntityKey key = people.key[who];
    const std::uint8_t months = planned_months(p.instruments[seat.kind]);
    begin_step(books.care, months, seat.funding, month, who);
    take_slot(books.units, seat);
    books.events.add(EventKind::instrument_started, who, seat.kind, seat.funding);
    JobTerms terms = placed_job_terms(seat, p, key, draws, month);
    terms.subsidy_months = months;
    start_job(books.work, books.events, terms, incentive_months(people, p.target, who, month), who);
    displace_by_placement(books, seat, people, p, draws, month, who);
}

/// A place of new orders adds a job; one that turnover frees would have gone to somebody else.
void start_cooperative_job(Books& books,
                           const Seat& seat,
                           const People& people,
                           const Parameters& p,
                           const Draws& draws,
                           Month month,
                           ResidentId who) {
    if (books.care.first_service_month[who] == no_month) {
        books.care.first_service_month[who] = month;
    }
    ++books.employers.coop_places_used[seat.employer];
    std::uint16_t& fresh = books.employers.coop_places_new[seat.employer];
    const bool added = fresh > 0;
    if (added) --fresh;
    books.events.add(EventKind::instrument_started, who, seat.kind, seat.funding);
    const JobTerms terms = placed_job_terms(seat, p, people.key[who], draws, month);
    start_job(books.work, books.events, terms, incentive_months(people, p.target, who, month), who);
    if (!added) displace_by_placement(books, seat, people, p, draws, month, who);
}

void start_in_seat(Books& books,
                   const Seat& seat,
                   const People& people,
                   const Parameters& p,
                   const Draws& draws,
                   Month month,
                   ResidentId who) {
    switch (seat.kind) {
        case Instrument::internship:
            start_internship(books, seat, p, month, who);
            break;
        case Instrument::subsidised_hire:
            start_subsidised_job(books, seat, people, p, draws, month, who);
            break;
        default:
            start_cooperative_job(books, seat, people, p, draws, month, who);
            break;
    }
}

void count_refusal(Care& care, ResidentId who) {
    if (care.refusals[who] < std::numeric_limits<std::uint8_t>::max()) ++care.refusals[who];
}

void add_to(RoundCounts& counts, const PlacementProblem& problem, const Assignment& assignment) {
    counts.justified_envy += count_justified_envy(problem, assignment);
    counts.blocking_pairs += count_blocking_pairs(problem, assignment);
    counts.floor_shortfall += count_floor_shortfall(problem, assignment);
}

void start_round(Books& books,
                 const PlacementProblem& problem,
                 const Assignment& assignment,
                 const People& people,
                 const Parameters& p,
                 const Draws& draws,
                 Month month) {
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const ResidentId who = problem.candidates[i].who;
        if (const auto seat = assignment.seat_of[i]) {
            start_in_seat(books, problem.seats[*seat], people, p, draws, month, who);
        } else if (assignment.reason[i] == PlacementReason::refused) {
            count_refusal(books.care, who);
        }
    }
}

}  // namespace

void place_residents(Work& work,
                     Care& care,
                     ServiceUnits& units,
                     Employers& employers,
                     OrdinaryPool& pool,
                     Events& events,
                     const People& people,
                     const Capital& capital,
                     const TravelTimes& travel,
                     const Parameters& parameters,
                     const Draws& draws,
                     Month month) {
    if (!is_placement_month(parameters.placement, month)) return;
    const Reach reach(people, capital, care, travel, parameters, draws);
    auto candidates = placement_candidates(people, work, care, parameters, month);
    if (candidates.empty()) return;
    const Foresight foresight(people, capital, work, care, parameters, draws, month);
    auto seats = funded_seats(employers, units, candidates, care, reach, parameters, draws, month);
    const PlacementPolicy policy = policy_of(parameters.placement);
    auto rounds = rounds_by_region(std::move(candidates),
                                   std::move(seats),
                                   people,
                                   employers,
                                   travel,
                                   pool.jobseekers_usual.size(),
                                   policy);
    Books books{work, care, units, employers, pool, events};
    RoundCounts counts;
    for (RegionRound& round : rounds) {
        PlacementProblem problem = placement_problem(std::move(round.candidates),
                                                     std::move(round.seats),
                                                     people,
                                                     capital,
                                                     care,
                                                     employers,
                                                     reach,
                                                     foresight,
                                                     parameters,
                                                     draws,
                                                     month);
        add_foresight(problem, people, care, parameters, draws, month);
        const Assignment assignment = place(policy, problem, draws, month);
        add_to(counts, problem, assignment);
        start_round(books, problem, assignment, people, parameters, draws, month);
    }
    events.note_round(counts);
}

}  // namespace cantiere
