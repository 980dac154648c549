#include <algorithm>
#include <cmath>

#include "model/rules/housing.h"
#include "model/rules/referral_route.h"
#include "model/rules/target.h"
#include "tests/support/oracle_assessor.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {

const Parameters& World::p() const {
    if (month.index() < 0) return inputs->usual;
    return programme_runs() ? inputs->programme : inputs->outside;
}

const Parameters& World::p(const Person& person) const {
    if (is_target(person)) return inputs->programme;
    return month.index() < 0 ? inputs->usual : inputs->outside;
}

std::int64_t World::unspent_cents() const {
    return outlay_received_cents - outlay_returned_cents - bundles_paid_cents - bundles_owed_cents;
}

bool World::programme_runs() const {
    const TargetParameters& target = inputs->programme.target;
    return month.index() >= std::max(0.0, target.start_month) &&
           month.index() < target.start_month + target.months;
}

bool World::is_target(const Person& person) const {
    return programme_runs() &&
           cantiere::is_target(inputs->programme.target, person.groups, person.sex);
}

void World::tell(EventKind kind,
                 const Person& who,
                 Instrument instrument,
                 Funding funding,
                 int cents) {
    happenings.push_back(
        {kind, static_cast<std::size_t>(&who - people.data()), instrument, funding, cents});
}

bool is_here(const Person& person) { return person.presence == Presence::present; }

bool has_job(const Person& person) {
    return person.work == WorkState::subsidised || person.work == WorkState::coop_b ||
           person.work == WorkState::fixed_term || person.work == WorkState::open_ended ||
           person.work == WorkState::self_employed;
}

bool is_jobless(const Person& person) {
    return person.work == WorkState::seeking || person.work == WorkState::inactive;
}

bool employment_changed(const Person& person) {
    const auto without_job = [](WorkState state) {
        return state == WorkState::seeking || state == WorkState::inactive ||
               state == WorkState::internship;
    };
    if (without_job(person.work) && without_job(person.work_before)) return false;
    return person.work != person.work_before;
}

bool has_project(const Person& person) {
    return person.care == CareState::assessed_waiting || person.care == CareState::in_project ||
           person.care == CareState::follow_up || person.care == CareState::tapering;
}

bool has_open_file(const Person& person) {
    return person.care == CareState::referred || has_project(person);
}

bool is_art4(const World& world, const Person& person) {
    for (const Group group : {Group::mental_health, Group::addiction, Group::detained_or_ex}) {
        if (holds(person.groups, group)) return true;
    }
    const auto degree = static_cast<float>(world.p().tax.coop_b_disability_from);
    const bool invalid = person.disability >= degree;
    return invalid && holds(person.groups, Group::disability);
}

bool is_categorical(const Person& person) {
    const bool certified =
        holds(person.groups, Group::addiction) || holds(person.groups, Group::mental_health) ||
        holds(person.groups, Group::homeless) || holds(person.groups, Group::violence_survivor) ||
        holds(person.groups, Group::detained_or_ex);
    return person.children > 0 || person.disability > 0.0f || (certified && has_open_file(person));
}

Instrument step_of(const Person& person) {
    return person.step < person.steps.size() ? person.steps[person.step] : Instrument::count;
}

bool waits_for_step(const Person& person) {
    if (person.care != CareState::assessed_waiting && person.care != CareState::in_project) {
        return false;
    }
    const Instrument step = step_of(person);
    if (step == Instrument::count || person.step_left > 0) return false;
    return !is_placed(step) || is_jobless(person);
}

bool waits_for_support(const Person& person) {
    return has_project(person) && person.support != Instrument::count && person.support_left == 0 &&
           !person.support_done;
}

double limitation(const Person& person) {
    return double{person.disability} * (1.0 - double{person.aid});
}

int whole_months(double months) { return static_cast<int>(months + 0.5); }

void stop_work(Person& person, WorkState next) {
    person.work = next;
    person.firm.reset();
    person.tenure = person.wage_cents = person.internship_left = 0;
    person.conversion_left = person.boost_left = person.subsidy_left = 0;
    person.incentive_left = person.quota_left = 0;
    person.in_quota_place = false;
}

void close_file(Person& person, CareState next) {
    person.care = next;
    person.due = person.registered = person.review = no_month;
    person.referral_lost = person.holds_bundle = person.support_done = false;
    person.steps.clear();
    person.step = 0;
    person.step_left = person.step_waiting = person.support_left = person.support_waiting = 0;
    person.step_funding = person.support_funding = Funding::none;
    person.support = Instrument::count;
    person.tutor_funding = Funding::none;
    person.tutor_left = person.follow_up_left = person.taper_left = 0;
}

void give_up_file(World& world, Person& person) {
    close_file(person, CareState::known);
    world.tell(EventKind::file_closed, person);
}

void leave_project(World& world, Person& person) {
    if (person.support_left == 0 && person.tutor_left == 0) {
        give_up_file(world, person);
        return;
    }
    person.care = CareState::follow_up;
    person.step = person.steps.size();
    person.step_left = person.follow_up_left = 0;
    person.step_funding = Funding::none;
}

void next_step(World& world, Person& person) {
    person.step = std::min(person.step + 1, person.steps.size());
    person.step_left = person.step_waiting = 0;
    person.step_funding = Funding::none;
    if (person.step < person.steps.size()) return;
    person.care = CareState::follow_up;
    person.follow_up_left = whole_months(world.p().services.follow_up_months);
}

DomainLevels domains_of(const World& world, const Person& person) {
    const AutonomyParameters& p = world.p().autonomy;
    const JusticeParameters& justice = world.p().justice;
    DomainLevels x;
    x[Domain::health] = person.health;
    x[Domain::relations] = person.relational;
    x[Domain::skills] = person.professional;
    x[Domain::administration] = (double{person.language} + double{person.mobility}) / 2.0;
    if (person.work == WorkState::detained) {
        const double lot = world.draws->uniform(person.key, Month{0}, Decision::prison_work);
        const bool works = lot < justice.prison_work_share;
        x[Domain::income] = works ? justice.prison_income_domain : 0.0;
        x[Domain::work] = works ? p.work_internship : p.work_none;
        x[Domain::housing] = p.housing_level[HousingState::homeless];
        x[Domain::safety] = 0.0;
        return x;
    }
    const double line = p.poverty_line_eur_month * double{person.poverty_scale};
    x[Domain::income] = std::clamp(person.net_income_cents / 100.0 / line, 0.0, 1.0);
    x[Domain::work] = p.work_none;
    if (person.work == WorkState::internship) x[Domain::work] = p.work_internship;
    if (has_job(person)) {
        x[Domain::work] = person.tenure < p.stable_job_months ? p.work_recent : p.work_stable;
    }
    x[Domain::housing] = p.housing_level[person.housing];
    x[Domain::safety] = person.safety;
    return x;
}

Assessor assessor_of(const World& world, const Person& person) {
    Institutions institutions{world.tie, world.sharing};
    const Route route = referral_route(institutions,
                                       InstitutionRole::municipal_social_service,
                                       first_service_institution(person.groups));
    const CommissionParameters& p = world.p().commission;
    const TargetParameters& target = world.inputs->programme.target;
    const bool insider = cantiere::is_target(target, person.groups, person.sex);
    const double usual = world.p().network.usual_sharing;
    const double sharing = insider ? route.sharing : std::min(route.sharing, usual);
    return {assessment_bias(p, person.groups),
            assessment_sd(p, sharing, double{person.assessment_noise})};
}

double seen_level(const World& world,
                  const Person& person,
                  double level,
                  Month look,
                  unsigned index) {
    const auto [bias, sd] = assessor_of(world, person);
    const double error = world.draws->normal(person.key, look, Decision::assessment_noise, index);
    return std::clamp(level + bias + sd * error, 0.0, 1.0);
}

DomainLevels seen_domains(const World& world, const Person& person, Month look) {
    DomainLevels x = domains_of(world, person);
    for (const Domain domain : members<Domain>()) {
        x[domain] = seen_level(world, person, x[domain], look, static_cast<unsigned>(domain));
    }
    return x;
}

double minutes_to(const World& world, const Person& person, MunicipalityId town) {
    const TravelTimes& travel = world.inputs->territory->travel;
    const double minutes = person.has_car ? travel.car(person.home_town, town)
                                          : travel.transit(person.home_town, town);
    const bool voucher = person.support == Instrument::transport_voucher && person.support_left > 0;
    return voucher ? minutes * world.p().services.transport_time_factor : minutes;
}

bool may_work_in(const World& world,
                 const Person& person,
                 MunicipalityId town,
                 double maximum_minutes,
                 double mobile_from) {
    if (holds(person.groups, Group::violence_survivor)) {
        const double lot =
            world.draws->uniform(person.key, Month{0}, Decision::excluded_municipality, town.value);
        if (lot < world.p().violence.excluded_share) return false;
    }
    return minutes_to(world, person, town) <= maximum_minutes ||
           double{person.mobility} >= mobile_from;
}

double mean_wait(const World& world) {
    const Month now = world.month - 1;  // the month just lived
    double waiting = 0.0, months = 0.0;
    for (const Person& person : world.people) {
        int longest = -1;
        const bool for_first =
            person.care == CareState::referred || person.care == CareState::assessed_waiting;
        if (for_first && person.registered != no_month) longest = now - person.registered;
        if (waits_for_step(person)) longest = std::max(longest, person.step_waiting);
        if (waits_for_support(person)) longest = std::max(longest, person.support_waiting);
        if (longest < 0) continue;
        waiting += 1.0;
        months += longest;
    }
    return waiting > 0.0 ? months / waiting : std::nan("");
}

}  // namespace cantiere::oracle
