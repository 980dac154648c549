#include <algorithm>

#include "model/rules/prediction.h"
#include "tests/support/oracle_matching.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

bool is_entitled(const World& world, const Person& person, const Place& place) {
    if (step_of(person) != place.kind) return false;
    if (place.kind == Instrument::coop_b_placement) return is_art4(world, person);
    const bool paid = place.kind == Instrument::internship && person.holds_bundle;
    if (paid || place.funding == Funding::bundle) return paid && place.funding == Funding::bundle;
    return place.funding == Funding::usual || world.is_target(person);
}

/// A capital as it was read when the case was assessed.
double read_level(const World& world, const Person& person, float level, unsigned index) {
    const double sd = world.p().commission.assessment_noise * double{person.assessment_noise};
    const double noise =
        world.draws->normal(person.key, person.registered, Decision::capital_reading, index);
    return std::clamp(double{level} + sd * noise, 0.0, 1.0);
}

/// How far predictions about a person are off this month, in logits.
double error_of(const World& world, const Person& person) {
    const PlacementParameters& p = world.p().placement;
    double bias = 0.0;
    for (const Group group : members<Group>()) {
        const double own = holds(person.groups, group) ? p.prediction_bias[group] : 0.0;
        if (std::abs(own) > std::abs(bias)) bias = own;
    }
    const double sd = prediction_noise_sd(p.prediction_auc, p.chance_logit_mean, p.chance_logit_sd);
    return bias + sd * world.draws->normal(person.key, world.month, Decision::prediction_error);
}

/// What the services foresee of a placement, from what they can see (7.1).
struct Foreseen {
    double hire = 0, uplift = 0;
};

Foreseen foresee(const World& world,
                 const Person& person,
                 Instrument kind,
                 const TraineesSeen& seen) {
    const Parameters& p = world.p();
    const double error = error_of(world, person);
    const double professional = read_level(world, person, person.professional, 0);
    const double relational = read_level(world, person, person.relational, 1);
    const double y = employability(p.search,
                                   professional,
                                   relational,
                                   person.mobility,
                                   group_intercept(p.search, person.groups),
                                   0.0);
    const double exact =
        p.search.base_hazard_per_month * p.search.finding_multiplier * exp(y) *
        duration_factor(p.search, person.jobless) *
        search_effort(p.search, p.placement.foreseen_trust, p.placement.foreseen_tax_rate);
    const double finding = predicted_hazard(exact, p.placement.uplift_horizon_months, error);
    const double months = p.internship.months;
    const auto after = [&](double level, double growth) {
        return 1.0 - (1.0 - level) * power(1.0 - growth, months);
    };
    const double terms =
        conversion_group_terms(p.internship, p.employers, person.groups, limitation(person), seen);
    const Probability hire = predicted(
        conversion_probability(p.internship,
                               after(professional, p.capital.internship_professional_growth),
                               after(relational, p.capital.internship_relational_growth),
                               0.0,
                               terms,
                               1.0,
                               0.0),
        error);
    const double uplift = kind == Instrument::internship
                              ? internship_uplift_years(p.placement, months, hire, finding)
                              : job_uplift_years(p.placement, finding);
    return {hire.value(), uplift};
}

double cost_of(const Parameters& p, const Place& place) {
    const Instrument kind = place.kind;
    const InstrumentParameters& row = p.instruments[kind];
    const InternshipParameters& i = p.internship;
    const double wage = p.search.wage_part_time_eur;
    if (kind == Instrument::internship) {
        const double month = i.indemnity_eur_month + i.insurance_eur_month + i.tutor_eur_month;
        double cost = month * i.months + i.promotion_eur_once;
        if (place.funding == Funding::programme) cost += p.employers.host_bonus_eur;
        return cost;
    }
    if (kind == Instrument::subsidised_hire) {
        return row.months * p.tax.hire_subsidy_share * wage + row.cost_eur_once;
    }
    return row.months * p.tax.coop_b_relief * wage *
           (p.tax.employee_contribution + p.tax.employer_contribution);
}

double utility_of(const World& world, const Person& person, const Place& place, double minutes) {
    const Parameters& p = world.p();
    const Firm& firm = world.firms[place.firm];
    const double fit = world.draws->uniform(person.key,
                                            Month{0},
                                            Decision::sector_fit,
                                            static_cast<unsigned>(firm.sector));
    const bool away =
        holds(person.groups, Group::violence_survivor) && firm.town != person.home_town;
    const double pay = place.kind == Instrument::internship ? p.internship.indemnity_eur_month
                                                            : p.search.wage_part_time_eur;
    const EntityKey pair = hash_key({person.key.value, place.key.value});
    const double taste = world.draws->gumbel(pair, Month{0}, Decision::placement_taste);
    return seat_utility(p.placement, pay, minutes, fit, away ? 1.0 : 0.0) +
           p.placement.taste_scale * taste;
}

Pair pair_of(const World& world, const Person& person, const Place& place) {
    const Parameters& p = world.p();
    const Firm& firm = world.firms[place.firm];
    Pair pair;
    pair.feasible = is_entitled(world, person, place) && within_reach(world, person, firm);
    if (!pair.feasible) return pair;
    const double minutes = minutes_to(world, person, firm.town);
    pair.value = placement_value(p.placement,
                                 foresee(world, person, place.kind, firm.seen).uplift,
                                 person.observed_need,
                                 cost_of(p, place),
                                 minutes);
    pair.utility = utility_of(world, person, place, minutes);
    const EntityKey key = hash_key({person.key.value, place.key.value});
    const PriorBelief belief =
        prior_belief(p.employers, person.groups, limitation(person), firm.seen);
    const double noise =
        belief.signal_sd * world.draws->normal(key, world.month, Decision::applicant_signal);
    pair.priority = assessed_employability(belief, true_employability(world, person), noise);
    return pair;
}

void start_step(World& world, Person& person, const Place& place, int months) {
    person.care = CareState::in_project;
    person.step_left = months;
    person.step_waiting = 0;
    person.step_funding = place.funding;
    Service& service = world.services[place.kind];
    if (place.funding == Funding::usual) ++service.usual_used;
    if (place.funding == Funding::programme) ++service.programme_used;
}

void start_in(World& world, Person& person, const Place& place) {
    const Parameters& p = world.p();
    const Instrument kind = place.kind;
    if (person.first_service == no_month) person.first_service = world.month;
    world.tell(EventKind::instrument_started, person, kind, place.funding);
    if (kind == Instrument::internship) {
        const int months = std::max(1, whole_months(p.internship.months));
        stop_work(person, WorkState::internship);
        person.firm = place.firm;
        person.internship_left = months;
        start_step(world, person, place, months);
        if (place.funding == Funding::programme) ++world.programme_internships;
        return;
    }
    Terms terms = terms_of(world, person.key);
    if (kind == Instrument::coop_b_placement) {
        terms.contract = WorkState::coop_b;
        Firm& firm = world.firms[place.firm];
        const bool of_new_orders = firm.new_places > 0;
        if (of_new_orders) --firm.new_places;
        start_job(world, person, place.firm, terms, incentive_months(world, person));
        if (of_new_orders) return;
    } else {
        terms.contract = WorkState::subsidised;
        const int months = std::max(1, whole_months(p.instruments[kind].months));
        start_step(world, person, place, months);
        terms.subsidy_months = months;
        start_job(world, person, place.firm, terms, incentive_months(world, person));
    }
    const double u = world.draws->uniform(person.key, world.month, Decision::ordinary_displacement);
    if (u < p.search.displacement_share) displace(world, person, world.firms[place.firm].town);
}

/// Everybody who waits for a seat, by key.
std::vector<Hopeful> hopefuls_of(World& world) {
    std::map<EntityKey, Person*> by_key;
    for (Person& person : world.people) {
        if (!is_here(person) || !waits_for_step(person) || !is_placed(step_of(person))) continue;
        if (person.work == person.work_before) by_key[person.key] = &person;
    }
    std::vector<Hopeful> hopefuls;
    for (const auto& [key, person] : by_key) {
        const Foreseen foreseen = foresee(world, *person, step_of(*person), TraineesSeen{});
        hopefuls.push_back({person, {}, foreseen.hire, foreseen.uplift});
    }
    return hopefuls;
}

/// Counts who would rather be elsewhere, and which groups have fewer places than they are to have.
Round round_of(const World& world,
               const std::vector<Hopeful>& hopefuls,
               const std::vector<Place>& places,
               const std::vector<std::optional<std::size_t>>& seats) {
    Round round;
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        for (std::size_t s = 0; s < places.size(); ++s) {
            const Pair& pair = hopefuls[i].pairs[s];
            if (!may_take(hopefuls[i], s)) continue;
            if (seats[i] && hopefuls[i].pairs[*seats[i]].utility >= pair.utility) continue;
            int holders = 0;
            bool behind = false;
            for (std::size_t other = 0; other < hopefuls.size(); ++other) {
                if (seats[other] != s) continue;
                ++holders;
                behind = behind || hopefuls[other].pairs[s].priority < pair.priority;
            }
            round.envy += behind ? 1 : 0;
            round.blocking += behind || holders < places[s].quota ? 1 : 0;
        }
    }
    for (const auto& [group, floor] : floors_of(world, places)) {
        int placed = 0;
        for (std::size_t i = 0; i < hopefuls.size(); ++i) {
            placed += seats[i] && holds(hopefuls[i].person->groups, group) ? 1 : 0;
        }
        round.short_of_floors += std::max(0, floor - placed);
    }
    return round;
}

}  // namespace

void place(World& world) {
    const int batch = std::max(1, whole_months(world.p().placement.batch_months));
    if (world.month.index() % batch != 0) return;
    std::vector<Hopeful> hopefuls = hopefuls_of(world);
    const std::vector<Place> places = places_of(world, hopefuls);
    for (Hopeful& hopeful : hopefuls) {
        for (const Place& place : places) {
            hopeful.pairs.push_back(pair_of(world, *hopeful.person, place));
        }
    }
    const auto seats = match(world, hopefuls, places);
    if (!hopefuls.empty()) world.round = round_of(world, hopefuls, places, seats);
    std::vector<int> left;
    for (const Place& place : places) left.push_back(place.quota);
    for (const auto& seat : seats) {
        if (seat) --left[*seat];
    }
    for (std::size_t i = 0; i < hopefuls.size(); ++i) {
        if (seats[i]) {
            start_in(world, *hopefuls[i].person, places[*seats[i]]);
            continue;
        }
        bool offered = false, accepted = false;
        for (std::size_t s = 0; s < places.size(); ++s) {
            if (left[s] == 0 || !hopefuls[i].pairs[s].feasible) continue;
            offered = true;
            accepted = accepted || may_take(hopefuls[i], s);
        }
        if (offered && !accepted) ++hopefuls[i].person->refusals;
    }
}

}  // namespace cantiere::oracle
