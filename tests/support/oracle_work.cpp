#include <algorithm>
#include <array>

#include "model/rules/housing.h"
#include "model/rules/internship.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Month after completion at which the host hires, 1 to 3; 0 = never.
int host_hire_month(const World& world, const Person& person) {
    const Parameters& p = world.p();
    const double terms = conversion_group_terms(p.internship,
                                                p.employers,
                                                person.groups,
                                                limitation(person),
                                                world.firms[*person.firm].seen);
    const double chance = conversion_probability(p.internship,
                                                 person.professional,
                                                 person.relational,
                                                 0.0,
                                                 terms,
                                                 1.0,
                                                 person.frailty)
                              .value();
    const double u = world.draws->uniform(person.key, world.month, Decision::host_hire);
    if (u >= chance) return 0;
    const int window = std::max(1, whole_months(p.internship.host_hire_months));
    return std::min(window, 1 + static_cast<int>(u / chance * window));
}

void wait_for_host(World& world, Person& person) {
    if (person.conversion_left == 0 || !is_jobless(person)) return;
    if (person.work != person.work_before) return;
    if (--person.conversion_left > 0 || !person.firm) return;
    const MunicipalityId town = world.firms[*person.firm].town;
    start_job(world,
              person,
              person.firm,
              terms_of(world, person.key),
              incentive_months(world, person));
    world.tell(EventKind::host_hired, person);
    const double u = world.draws->uniform(person.key, world.month, Decision::ordinary_displacement);
    if (u < world.p().search.displacement_share) displace(world, person, town);
}

/// Drop-out of this intern over that of the average one.
double dropout_ratio(const InternshipParameters& p, const Person& person) {
    const double ease =
        p.dropout_frailty_slope * person.frailty + p.dropout_trust_slope * (person.trust - 0.5);
    return exp(-ease) / p.dropout_modifier_mean;
}

/// What interrupts the internship this month: 0 drop-out, 1 a survivor's safety.
std::optional<std::size_t> interruption(const World& world, const Person& person) {
    const InternshipParameters& p = world.p().internship;
    const bool survivor = holds(person.groups, Group::violence_survivor);
    const std::array hazards{
        Hazard{group_dropout_hazard(p, person.groups) * dropout_ratio(p, person)},
        Hazard{survivor ? world.p().violence.interruption_hazard : 0.0}};
    return world.draws->competing(hazards, person.key, world.month, Decision::internship_end);
}

struct Ended {
    std::size_t firm;
    const Person* trainee;
    bool completed;
};

/// One more month of an internship; tells whether and how it ended.
std::optional<Ended> progress(World& world, Person& person) {
    const std::size_t firm = *person.firm;
    const Funding funding = person.step_funding;
    constexpr Instrument internship = Instrument::internship;
    if (const auto cause = interruption(world, person)) {
        stop_work(person, WorkState::seeking);
        world.tell(EventKind::instrument_dropped, person, internship, funding);
        if (*cause == 0) {
            leave_project(world, person);
        } else {
            world.tell(EventKind::safety_interrupted, person);
            person.step_left = 0;
            person.step_funding = Funding::none;
        }
        return Ended{firm, &person, false};
    }
    ++person.tenure;
    person.step_left = --person.internship_left;
    if (person.internship_left > 0) return std::nullopt;
    const int due = host_hire_month(world, person);
    stop_work(person, WorkState::seeking);
    person.conversion_left = due;
    if (due > 0) person.firm = firm;
    person.boost_left = whole_months(world.p().search.boost_months);
    world.tell(EventKind::instrument_completed, person, internship, funding);
    next_step(world, person);
    return Ended{firm, &person, true};
}

/// Causes that end a job this month: 0 separation, 1 the open market for cooperative workers.
std::optional<std::size_t> end_of_job(const World& world, const Person& person) {
    const JobKeepingParameters& p = world.p().keeping;
    const TravelTimes& travel = world.inputs->territory->travel;
    KeepingConditions c;
    c.professional = person.professional;
    c.relational = person.relational;
    c.frailty = person.frailty;
    c.effective_disability = limitation(person);
    c.unhoused = is_unhoused(person.housing);
    c.tutored = person.tutor_left > 0;
    c.in_coop_b = person.work == WorkState::coop_b;
    if (person.firm) {
        const MunicipalityId town = world.firms[*person.firm].town;
        const double minutes = person.has_car ? travel.car(person.home_town, town)
                                              : travel.transit(person.home_town, town);
        c.long_way = minutes > world.p().search.maximum_travel_minutes;
    }
    const bool own_boss = person.work == WorkState::self_employed;
    const std::array hazards{own_boss ? Hazard{} : separation_hazard(p, person.tenure, c),
                             Hazard{c.in_coop_b ? p.coop_b_transition_hazard : 0.0}};
    return world.draws->competing(hazards, person.key, world.month, Decision::separation);
}

void keep_job(World& world, Person& person) {
    const auto end = end_of_job(world, person);
    if (end == 0u) {
        stop_work(person, WorkState::seeking);
        world.tell(EventKind::separated, person);
        return;
    }
    if (end == 1u) {
        person.work = WorkState::fixed_term;
        person.firm.reset();
        person.tenure = 0;
        return;
    }
    ++person.tenure;
    if (person.subsidy_left > 0) --person.subsidy_left;
    if (person.incentive_left > 0) --person.incentive_left;
    if (person.quota_left > 0) --person.quota_left;
    const bool settled = person.work == WorkState::fixed_term &&
                         person.tenure >= world.p().keeping.open_ended_after_months;
    const bool paid_off = person.work == WorkState::subsidised && person.subsidy_left == 0;
    if (settled || paid_off) person.work = WorkState::open_ended;
}

/// Jobless duration of section 0: only a job spell of `reset_months` resets it.
void count_joblessness(Person& person, double reset_months) {
    const bool course = person.step_left > 0 && is_course(step_of(person));
    if (has_job(person)) {
        if (person.tenure + 1 >= reset_months) person.jobless = 0;
    } else if (is_jobless(person) && !course) {
        ++person.jobless;
    }
}

}  // namespace

double true_employability(const World& world, const Person& person) {
    const JobSearchParameters& p = world.p().search;
    return employability(p,
                         person.professional,
                         person.relational,
                         person.mobility,
                         group_intercept(p, person.groups),
                         person.frailty);
}

Terms terms_of(const World& world, EntityKey offer) {
    const JobSearchParameters& p = world.p().search;
    const double contract = world.draws->uniform(offer, world.month, Decision::contract_kind);
    const double hours = world.draws->uniform(offer, world.month, Decision::working_hours);
    const double eur = hours < p.full_time_share ? p.wage_full_time_eur : p.wage_part_time_eur;
    return {contract < p.fixed_term_share ? WorkState::fixed_term : WorkState::open_ended,
            static_cast<int>(Cents::from_euros(eur).value),
            0};
}

int incentive_months(const World& world, const Person& person) {
    const TargetParameters& target = world.p().target;
    const bool gets = target.hire_incentive_eur_month > 0.0 && world.is_target(person);
    return gets ? whole_months(target.hire_incentive_months) : 0;
}

void start_job(World& world,
               Person& person,
               std::optional<std::size_t> firm,
               const Terms& terms,
               int incentive_months) {
    stop_work(person, terms.contract);
    person.firm = firm;
    person.wage_cents = terms.wage_cents;
    person.subsidy_left = terms.subsidy_months;
    person.incentive_left = incentive_months;
    world.tell(EventKind::hired, person);
}

void displace(World& world, const Person& person, MunicipalityId town) {
    world.towns[town.index()].displaced += 1.0;
    if (world.month.index() >= 0) world.towns[town.index()].displaced_in_window += 1.0;
    world.tell(EventKind::ordinary_displaced, person);
}

void end_internship(World& world, std::size_t firm, const Person& trainee, bool completed) {
    const EmployerParameters& p = world.p().employers;
    Firm& host = world.firms[firm];
    for (const Group group : members<Group>()) {
        auto& seen = host.seen[static_cast<std::size_t>(group)];
        if (holds(trainee.groups, group) && seen < 255) ++seen;
    }
    const EntityKey pair = hash_key({host.key.value, trainee.key.value});
    const double u = world.draws->uniform(pair, world.month, Decision::host_stay);
    if (u >= (completed ? p.stay_after_completion : p.stay_after_interruption)) host.host = false;
}

void progress_internships(World& world) {
    std::vector<Ended> ended;
    for (Person& person : world.people) {
        if (!is_here(person)) continue;
        wait_for_host(world, person);
        const bool at_risk =
            person.work == WorkState::internship && person.work_before == WorkState::internship;
        if (!at_risk) continue;
        if (const auto end = progress(world, person)) ended.push_back(*end);
    }
    for (const Ended& end : ended) end_internship(world, end.firm, *end.trainee, end.completed);
}

void follow_hires(World& world) {
    const Parameters& p = world.p();
    const int taper = whole_months(3.0 * p.target.taper_step_months);
    std::map<std::uint64_t, std::pair<Person*, bool>> for_tutor;
    for (const Happening& happening : std::vector<Happening>(world.happenings)) {
        Person& person = world.people[happening.who];
        if (happening.kind != EventKind::hired || !has_open_file(person)) continue;
        if (person.care == CareState::referred) {
            give_up_file(world, person);
            continue;
        }
        const bool target = world.is_target(person);
        const bool is_step =
            person.work == WorkState::subsidised && step_of(person) == Instrument::subsidised_hire;
        if (!is_step && person.care != CareState::tapering) {
            const int follow_up = person.follow_up_left;
            person.step = person.steps.size();
            next_step(world, person);
            if (target && taper > 0 && person.local_aid_cents > 0) {
                person.care = CareState::tapering;
                person.taper_left = taper;
                person.follow_up_left = follow_up;  // begins anew after the taper
            }
        }
        const double u = world.draws->uniform(person.key, world.month, Decision::job_tutor);
        if (person.tutor_left > 0) continue;
        const auto lot = world.draws->ticket(person.key, world.month, Decision::tutor_tie);
        for_tutor[lot] = {&person, target && u < p.target.tutor_share};
    }
    const Service& tutors = world.services[Instrument::job_tutor];
    std::map<Funding, int> free{{Funding::usual, tutors.usual},
                                {Funding::programme, tutors.programme}};
    for (const Person& person : world.people) {
        if (is_here(person) && person.tutor_left > 0) --free[person.tutor_funding];
    }
    for (const auto& [lot, candidate] : for_tutor) {
        const auto& [person, chosen] = candidate;
        const bool of_programme = chosen && free[Funding::programme] > 0;
        const Funding funding = of_programme ? Funding::programme : Funding::usual;
        if (free[funding]-- <= 0) continue;
        person->tutor_left = std::max(1, whole_months(p.instruments[Instrument::job_tutor].months));
        person->tutor_funding = funding;
        world.tell(EventKind::instrument_started, *person, Instrument::job_tutor, funding);
    }
}

void keep_jobs(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person)) continue;
        if (has_job(person) && person.work == person.work_before) keep_job(world, person);
        count_joblessness(person, world.p().keeping.reset_months);
    }
}

}  // namespace cantiere::oracle
