#include <algorithm>

#include "model/rules/referral_route.h"
#include "model/rules/target.h"
#include "tests/support/oracle_assessor.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

constexpr InstitutionRole sender = InstitutionRole::municipal_social_service;

/// The way of a file; people outside the programme meet ties no stronger than the usual ones.
Route route_of(const World& world, const Person& person) {
    Institutions met{world.tie, world.sharing};
    const TargetParameters& target = world.inputs->programme.target;
    const bool outside = !cantiere::is_target(target, person.groups, person.sex);
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            if (!outside || a == b) continue;
            const NetworkParameters& usual = world.p(person).network;
            met.tie[a][b] = std::min(met.tie[a][b], usual.usual_tie);
            met.sharing[a][b] = std::min(met.sharing[a][b], usual.usual_sharing);
        }
    }
    return referral_route(met, sender, first_service_institution(person.groups));
}

/// Sends the file over its hand-overs, one after the other until one loses it. A procedure with a
/// cap misses a lost file at the cap.
void send(World& world, Person& person, unsigned first_index) {
    const ReferralParameters& p = world.p(person).referral;
    const Draws& draws = *world.draws;
    const double tie = route_of(world, person).tie;
    const double loss = hop_loss(p, tie).value();
    const bool capped = p.delay_cap_months < 99.0;
    const int cap = whole_months(p.delay_cap_months);
    int months = 0;
    bool lost = false;
    double left = p.hops;
    for (unsigned hop = first_index; left > 1e-9 && !lost; ++hop, left -= 1.0) {
        const double share = std::min(left, 1.0);
        const double chance = share < 1.0 ? 1.0 - power(1.0 - loss, share) : loss;
        lost = draws.uniform(person.key, world.month, Decision::referral_loss, hop) < chance;
        const double mean = mean_hop_delay_months(p, tie) * share;
        int delay = static_cast<int>(
            draws.geometric(mean, person.key, world.month, Decision::referral_delay, hop));
        if (capped) delay = lost ? cap : std::min(delay, cap);
        months += delay;
    }
    person.care = CareState::referred;
    person.referral_lost = lost;
    person.due = world.month + std::min(months, 240);
}

void arrive(World& world, Person& person) {
    const ReferralParameters& p = world.p(person).referral;
    const double again = duplicate_probability(p, route_of(world, person).sharing).value();
    person.registered = world.month;
    person.due = no_month;
    world.tell(EventKind::referral_completed, person);
    for (unsigned hop = 1; static_cast<int>(hop) < whole_months(p.hops); ++hop) {
        const double u =
            world.draws->uniform(person.key, world.month, Decision::assessment_duplicated, hop);
        if (u >= again) continue;
        ++person.assessments;
        world.tell(EventKind::assessment_duplicated, person);
    }
}

void miss(World& world, Person& person) {
    const ReferralParameters& p = world.p(person).referral;
    const double u = world.draws->uniform(person.key, world.month, Decision::referral_control);
    if (u < p.control_rate) {
        send(world, person, 32);
        return;
    }
    person.care = CareState::known;
    person.due = no_month;
    person.referral_lost = false;
    person.trust = static_cast<float>(double{person.trust} * p.lost_trust_factor);
    world.tell(EventKind::referral_lost, person);
}

struct Case {
    Person* person;
    double score, lasting, need;
};

Case look_at(const World& world, Person& person, Month look) {
    const Parameters& p = world.p();
    const DomainLevels x = seen_domains(world, person, look);
    double need = 0.0;
    for (const Domain domain : members<Domain>()) {
        need += p.autonomy.weights[domain] * (1.0 - x[domain]);
    }
    const auto beyond_domains = static_cast<unsigned>(Domain::count);
    const double trust = seen_level(world, person, double{person.trust}, look, beyond_domains);
    const double risk = exclusion_risk(trust,
                                       person.jobless,
                                       p.autonomy.exclusion_trust,
                                       p.autonomy.exclusion_jobless_months);
    const double lasting =
        score_without_wait(p.commission, need, risk, person.children, person.refusals);
    const double score = lasting + waiting_points(p.commission, world.month - person.registered);
    return {&person, score, lasting, 1.0 - autonomy_index(p.autonomy, x, p.autonomy.weights)};
}

/// Takes in the first `capacity` cases of a list in order of (rank, key).
void take_in(World& world,
             const std::map<std::pair<double, EntityKey>, Case>& cases,
             int capacity,
             bool commission) {
    for (const auto& [rank, seen] : cases) {
        if (capacity-- <= 0) return;
        Person& person = *seen.person;
        person.care = CareState::assessed_waiting;
        person.score = static_cast<float>(seen.lasting);
        person.observed_need = static_cast<float>(seen.need);
        ++person.assessments;
        world.tell(EventKind::assessed, person);
        if (commission) world.tell(EventKind::commission_case, person);
    }
}

}  // namespace

void refer(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person)) continue;
        const ReferralParameters& p = world.p(person).referral;
        if (person.care == CareState::known && is_jobless(person) &&
            world.draws->event(Hazard{p.referral_hazard_per_month},
                               person.key,
                               world.month,
                               Decision::referral_sent)) {
            world.tell(EventKind::referral_sent, person);
            person.assessments = 0;
            send(world, person, 0);
        }
        const bool under_way = person.care == CareState::referred && person.registered == no_month;
        if (!under_way || person.due > world.month) continue;
        if (person.referral_lost) {
            miss(world, person);
        } else {
            arrive(world, person);
        }
    }
}

void wait(World& world) {
    const Parameters& p = world.p();
    for (Person& person : world.people) {
        if (!is_here(person) || person.work == WorkState::detained) continue;
        if (waits_for_support(person)) ++person.support_waiting;
        const bool for_assessment = person.care == CareState::referred &&
                                    person.registered != no_month &&
                                    person.registered < world.month;
        const bool for_step = waits_for_step(person);
        if (!for_assessment && !for_step) continue;
        if (for_step) ++person.step_waiting;
        if (person.trust > p.trust.floor) {
            const double less = double{person.trust} * p.trust.waiting_factor;
            person.trust = static_cast<float>(std::max(less, p.trust.floor));
        }
        const Hazard gives_up{p.services.abandonment_hazard_per_month};
        if (world.draws->event(gives_up, person.key, world.month, Decision::queue_abandonment)) {
            world.tell(EventKind::abandoned_queue, person, step_of(person));
            leave_project(world, person);
        }
    }
}

void assess(World& world) {
    const CommissionParameters& p = world.p().commission;
    const int interval = std::max(1, whole_months(p.interval_months));
    const bool meets = world.month.index() % interval == 0;
    std::map<std::pair<double, EntityKey>, Case> commission, front_line;
    for (Person& person : world.people) {
        if (!is_here(person) || person.work == WorkState::detained) continue;
        if (person.care != CareState::referred || person.registered == no_month) continue;
        Case seen = look_at(world, person, person.registered);
        if (person.review != no_month) {
            const Case again = look_at(world, person, person.review + 1);
            if (again.score > seen.score) seen = again;
        }
        if (p.active > 0.5 && world.is_target(person)) {
            if (meets) commission[{-seen.score, person.key}] = seen;
        } else {
            const double taste =
                world.draws->normal(person.key, person.registered, Decision::front_line_taste);
            const double rank = person.registered.index() + p.taste_noise_months * taste;
            front_line[{rank, person.key}] = seen;
        }
    }
    const double intake =
        p.frontline_cases_per_1000 * world.p().population.residents_in_need / 1000.0;
    take_in(world, commission, whole_months(p.cases_per_meeting), true);
    take_in(world, front_line, whole_months(intake), false);
    for (const auto& [rank, seen] : commission) {
        Person& person = *seen.person;
        if (person.care != CareState::referred || person.review != no_month) continue;
        const double u = world.draws->uniform(person.key, world.month, Decision::commission_appeal);
        if (u >= p.appeal_share) continue;
        person.review = world.month;
        world.tell(EventKind::commission_case, person);
    }
}

}  // namespace cantiere::oracle
