#include "model/month/placement_problem.h"

#include <algorithm>
#include <utility>

#include "model/core/draws_of_many.h"
#include "model/core/rows.h"
#include "model/month/accounts_prices.h"
#include "model/month/demography.h"
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

/// What law and funding hang on of a candidate.
struct Claim {
    Instrument step = Instrument::count;
    bool bundle = false;     // pays an internship of its holder alone
    bool programme = false;  // may have a seat of the programme
    bool certified = false;  // disadvantaged by art. 4: may work in a cooperative's place
};

Claim claim_of(const People& people,
               const Capital& capital,
               const Care& care,
               const Parameters& p,
               Month month,
               ResidentId who) {
    const GroupMask groups = people.groups[who];
    Claim claim;
    claim.step = current_step(care, who);
    claim.bundle = claim.step == Instrument::internship && care.holds_bundle[who] != 0;
    claim.programme =
        programme_runs(p.target, month) && is_target(p.target, groups, people.sex[who]);
    claim.certified = is_certified_art4(p.tax, groups, capital.disability[who]);
    return claim;
}

/// Tells whether law and funding let the person have the seat.
bool is_entitled(const Claim& claim, const Seat& seat) {
    if (claim.step != seat.kind) return false;
    if (claim.bundle != (seat.funding == Funding::bundle)) return false;
    if (seat.kind == Instrument::coop_b_placement) return claim.certified;
    return seat.funding != Funding::programme || claim.programme;
}

/// What all who may have a seat find there.
struct SeatFacts {
    MunicipalityId workplace;
    Sector sector = Sector::manufacture;
    double cost_eur = 0.0;
    double pay_eur = 0.0;
    bool trainees_seen = false;  // by the host
};

Column<SeatId, SeatFacts> facts_of(const Column<SeatId, Seat>& seats,
                                   const Employers& employers,
                                   const Parameters& p) {
    Column<SeatId, SeatFacts> facts;
    for (const Seat& seat : seats) {
        const bool intern = seat.kind == Instrument::internship;
        facts.push_back({employers.municipality[seat.employer],
                         employers.sector[seat.employer],
                         seat_cost_eur(p, seat),
                         intern ? p.internship.indemnity_eur_month : p.search.wage_part_time_eur,
                         employers.trainees_seen[seat.employer] != TraineesSeen{}});
    }
    return facts;
}

/// A pair that law, target, travel and safety allow.
struct Pair {
    CandidateId i;
    SeatId s;
    double minutes = 0.0;
};

/// The pairs of a round, candidate by candidate, and who they are to the draws.
struct Pairs {
    std::vector<Pair> all;
    std::vector<EntityKey> key;
};

/// What the tables say of the pairs of a round.
struct Round {
    PlacementProblem& problem;
    const Pairs& pairs;
    const Column<SeatId, SeatFacts>& facts;
    const People& people;
    const Employers& employers;
    const Parameters& p;
    const Draws& draws;
    Month month;

    ResidentId who(const Pair& pair) const { return problem.candidates[pair.i].who; }
    const TraineesSeen& seen(const Pair& pair) const {
        return employers.trainees_seen[problem.seats[pair.s].employer];
    }
};

/// Finds who may go where, and marks it in the problem.
Pairs feasible_pairs(PlacementProblem& problem,
                     const People& people,
                     const Capital& capital,
                     const Care& care,
                     const Column<SeatId, SeatFacts>& facts,
                     const Reach& reach,
                     const Parameters& p,
                     Month month) {
    const WayLimit limit{p.placement.maximum_minutes, p.placement.mobility_for_long_way};
    Pairs pairs;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const ResidentId who = problem.candidates[i].who;
        const Claim claim = claim_of(people, capital, care, p, month, who);
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const Seat& seat = problem.seats[s];
            const MunicipalityId workplace = facts[s].workplace;
            if (!is_entitled(claim, seat) || !reach.may_work_in(who, workplace, limit)) continue;
            problem.feasible(i, s) = 1;
            pairs.all.push_back({i, s, reach.minutes(who, workplace)});
            pairs.key.push_back(hash_key({people.key[who].value, seat.key.value}));
        }
    }
    return pairs;
}

/// Foresees those who may have a seat at all, and writes what the policies maximise. Most hosts
/// have seen nobody yet: what a seat there gives is that of the candidate, as it is for jobs.
void add_values(const Round& round, const Foresight& foresight) {
    const auto& [problem, pairs, facts, people, employers, p, draws, month] = round;
    CandidateId last = CandidateId::none();
    Prospect prospect;
    for (const Pair& pair : pairs.all) {
        const auto& [i, s, minutes] = pair;
        Candidate& candidate = problem.candidates[i];
        if (last != i) prospect = foresight.foresee(candidate);
        last = i;
        const Instrument kind = problem.seats[s].kind;
        double uplift = candidate.predicted_uplift;
        if (kind == Instrument::internship && facts[s].trainees_seen) {
            const Probability hire =
                foreseen_conversion(p, prospect, candidate.groups, round.seen(pair));
            uplift = uplift_years(p, prospect, kind, hire);
        }
        problem.value(i, s) = placement_value(p.placement,
                                              uplift,
                                              candidate.observed_need,
                                              facts[s].cost_eur,
                                              minutes);
    }
}

/// How well the sectors of the seats fit each candidate, the same from month to month.
EnumArray<Sector, Column<CandidateId, double>> sector_fits(const Round& round) {
    std::vector<EntityKey> keys;
    for (const Candidate& candidate : round.problem.candidates) keys.push_back(candidate.key);
    EnumArray<Sector, Column<CandidateId, double>> fit;
    for (const SeatFacts& seat : round.facts) {
        if (!fit[seat.sector].empty()) continue;
        fit[seat.sector].resize(keys.size());
        const auto index = static_cast<Draws::Index>(seat.sector);
        const Occasion on{Month{0}, Decision::sector_fit, index};
        fill_uniforms(fit[seat.sector].rows(), round.draws, keys, on);
    }
    return fit;
}

/// Writes what the residents think of the seats; tastes are their own and stay the same from month
/// to month.
void add_utilities(const Round& round) {
    const auto& [problem, pairs, facts, people, employers, p, draws, month] = round;
    const auto fit = sector_fits(round);
    std::vector<double> taste(pairs.key.size());
    fill_gumbels(taste, draws, pairs.key, {Month{0}, Decision::placement_taste});
    for (std::size_t k = 0; k < pairs.all.size(); ++k) {
        const auto& [i, s, minutes] = pairs.all[k];
        const ResidentId who = round.who(pairs.all[k]);
        const SeatFacts& seat = facts[s];
        const bool away = seat.workplace != people.municipality[who];
        const bool survivor = holds(people.groups[who], Group::violence_survivor);
        problem.resident_utility(i, s) = seat_utility(p.placement,
                                                      seat.pay_eur,
                                                      minutes,
                                                      fit[seat.sector][i],
                                                      survivor && away ? 1.0 : 0.0) +
                                         p.placement.taste_scale * taste[k];
    }
}

/// Writes what the employers make at an interview of the residents: y_hat.
void add_priorities(const Round& round, const Capital& capital) {
    const auto& [problem, pairs, facts, people, employers, p, draws, month] = round;
    std::vector<double> noise(pairs.key.size());
    fill_normals(noise, draws, pairs.key, {month, Decision::applicant_signal});
    CandidateId last = CandidateId::none();
    double y = 0.0;
    PriorBelief of_strangers;  // who has seen nobody yet
    for (std::size_t k = 0; k < pairs.all.size(); ++k) {
        const auto& [i, s, minutes] = pairs.all[k];
        const ResidentId who = round.who(pairs.all[k]);
        const auto belief_after =
            [&, &terms = p.employers, groups = people.groups[who]](const TraineesSeen& trainees) {
                return prior_belief(terms, groups, effective_disability(capital, who), trainees);
            };
        if (last != i) {
            y = employability_of(people, capital, p.search, who);
            of_strangers = belief_after({});
            last = i;
        }
        const PriorBelief belief =
            facts[s].trainees_seen ? belief_after(round.seen(pairs.all[k])) : of_strangers;
        problem.employer_priority(i, s) =
            assessed_employability(belief, y, belief.signal_sd * noise[k]);
    }
}

}  // namespace

std::vector<Candidate> placement_candidates(const People& people,
                                            const Work& work,
                                            const Care& care,
                                            const Parameters& parameters,
                                            Month month) {
    const ResidentSet at_their_steps =
        rows_with(care.state, CareState::assessed_waiting, CareState::in_project) &
        rows_with(work.state, WorkState::seeking, WorkState::inactive) & present(people);
    std::vector<std::pair<EntityKey, ResidentId>> waiting;
    for (const ResidentId who : at_their_steps) {
        if (!is_placed(current_step(care, who)) || !waits_for_step(care, work, who)) continue;
        if (work.state[who] != work.state_at_start[who]) continue;
        waiting.emplace_back(people.key[who], who);
    }
    std::ranges::sort(waiting);
    std::vector<Candidate> candidates;
    for (const auto& [key, who] : waiting) {
        Candidate& candidate = candidates.emplace_back();
        candidate.who = who;
        candidate.key = key;
        candidate.registered_month = care.registered_month[who];
        candidate.observed_need = care.observed_need[who];
        candidate.score = care.score[who] +
                          waiting_points(parameters.commission, month - care.registered_month[who]);
        candidate.children = people.children[who];
        candidate.groups = people.groups[who];
    }
    return candidates;
}

PlacementProblem placement_problem(std::vector<Candidate> candidates,
                                   std::vector<Seat> seats,
                                   const People& people,
                                   const Capital& capital,
                                   const Care& care,
                                   const Employers& employers,
                                   const Reach& reach,
                                   const Foresight& foresight,
                                   const Parameters& parameters,
                                   const Draws& draws,
                                   Month month) {
    PlacementProblem problem(std::move(candidates), std::move(seats));
    const auto facts = facts_of(problem.seats, employers, parameters);
    const Pairs pairs =
        feasible_pairs(problem, people, capital, care, facts, reach, parameters, month);
    const Round round{problem, pairs, facts, people, employers, parameters, draws, month};
    add_values(round, foresight);
    add_utilities(round);
    add_priorities(round, capital);
    return problem;
}

}  // namespace cantiere
