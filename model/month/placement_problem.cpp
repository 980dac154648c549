#include "model/month/placement_problem.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/month/accounts_prices.h"
#include "model/month/project_steps.h"
#include "model/month/search_effort.h"
#include "model/rules/hiring.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

/// What the services know of a candidate when they foresee how a placement will end.
struct Prospect {
    double professional = 0.0;  // P and R as read at assessment, with its noise
    double relational = 0.0;
    double effective_disability = 0.0;
    double finding_hazard = 0.0;  // of the person left to search alone, per month
    double logit_error = 0.0;     // of every prediction about this person this month
};

/// How far predictions err this month, and when it is.
struct Foresight {
    double noise_sd = 0.0;
    Month month;
};

Foresight foresight_of(const PlacementParameters& p, Month now) {
    return {prediction_noise_sd(p.prediction_auc, p.chance_logit_mean, p.chance_logit_sd), now};
}

/// Error of what is predicted of a person, with a placement and without: b_g + sigma eps.
double logit_error(const PlacementParameters& p,
                   GroupMask groups,
                   const Foresight& foresight,
                   EntityKey key,
                   const Draws& draws) {
    return prediction_bias(p, groups) +
           foresight.noise_sd * draws.normal(key, foresight.month, Decision::prediction_error);
}

/// A capital as the assessment of this spell of care read it.
double reading(Level level,
               double noise_sd,
               EntityKey key,
               Month assessed,
               Draws::Index index,
               const Draws& draws) {
    const double noise = noise_sd * draws.normal(key, assessed, Decision::capital_reading, index);
    return std::clamp(double{level} + noise, 0.0, 1.0);
}

/// Finding hazard foreseen from observed quantities: mean effort, no frailty (5.17.1).
double foreseen_finding(const JobSearchParameters& p,
                        const PlacementParameters& placement,
                        const Prospect& prospect,
                        double mobility,
                        GroupMask groups,
                        double jobless_months) {
    const double y = employability(p,
                                   prospect.professional,
                                   prospect.relational,
                                   mobility,
                                   group_intercept(p, groups),
                                   0.0);
    return p.base_hazard_per_month * p.finding_multiplier * exp(y) *
           duration_factor(p, jobless_months) *
           search_effort(p, placement.foreseen_trust, placement.foreseen_tax_rate);
}

Prospect prospect_of(const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Care& care,
                     const Parameters& p,
                     const Draws& draws,
                     const Foresight& foresight,
                     ResidentId who) {
    const double sd = p.commission.assessment_noise * double{care.assessment_noise[who]};
    const EntityKey key = people.key[who];
    const Month assessed = care.registered_month[who];
    Prospect prospect;
    prospect.professional = reading(capital.professional[who], sd, key, assessed, 0, draws);
    prospect.relational = reading(capital.relational[who], sd, key, assessed, 1, draws);
    prospect.effective_disability = effective_disability(capital, who);
    prospect.logit_error = logit_error(p.placement, people.groups[who], foresight, key, draws);
    const double hazard = foreseen_finding(p.search,
                                           p.placement,
                                           prospect,
                                           capital.mobility[who],
                                           people.groups[who],
                                           work.jobless_months[who]);
    prospect.finding_hazard =
        predicted_hazard(hazard, p.placement.uplift_horizon_months, prospect.logit_error);
    return prospect;
}

/// A capital after an internship of the planned length.
double after_internship(double level, double growth, double months) {
    return 1.0 - (1.0 - level) * power(1.0 - growth, months);
}

/// Host hire foreseen at a host that has seen `seen`.
Probability foreseen_conversion(const Parameters& p,
                                const Prospect& prospect,
                                GroupMask groups,
                                const TraineesSeen& seen) {
    const double months = p.internship.months;
    const Probability chance = conversion_probability(
        p.internship,
        after_internship(prospect.professional, p.capital.internship_professional_growth, months),
        after_internship(prospect.relational, p.capital.internship_relational_growth, months),
        0.0,
        conversion_group_terms(p.internship,
                               p.employers,
                               groups,
                               prospect.effective_disability,
                               seen),
        1.0,
        0.0);
    return predicted(chance, prospect.logit_error);
}

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

double uplift_years(const Parameters& p,
                    const Prospect& prospect,
                    Instrument kind,
                    Probability hire) {
    if (kind != Instrument::internship)
        return job_uplift_years(p.placement, prospect.finding_hazard);
    return internship_uplift_years(p.placement, p.internship.months, hire, prospect.finding_hazard);
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

/// What the employer makes of the resident at an interview: y_hat.
double priority(const Parameters& p,
                const Employers& employers,
                const People& people,
                const Capital& capital,
                const Seat& seat,
                ResidentId who,
                const Draws& draws,
                Month month) {
    const double y = employability_of(people, capital, p.search, who);
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
                              care.score[who],
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
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const Seat& seat = problem.seats[s];
            const MunicipalityId workplace = employers.municipality[seat.employer];
            if (!is_entitled(people, capital, care, parameters, seat, month, who)) continue;
            if (!reach.may_work_in(who, workplace, limit)) continue;
            problem.feasible(i, s) = 1;
            const double minutes = reach.minutes(who, workplace);
            const Probability hire = foreseen_conversion(parameters,
                                                         prospect,
                                                         people.groups[who],
                                                         employers.trainees_seen[seat.employer]);
            problem.value(i, s) =
                placement_value(parameters.placement,
                                uplift_years(parameters, prospect, seat.kind, hire),
                                candidate.observed_need,
                                seat_cost_eur(parameters, seat),
                                minutes);
            problem.resident_utility(i, s) =
                utility(parameters, employers, people, seat, minutes, who, draws);
            problem.employer_priority(i, s) =
                priority(parameters, employers, people, capital, seat, who, draws, month);
        }
    }
    return problem;
}

}  // namespace cantiere
