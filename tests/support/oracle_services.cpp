#include <algorithm>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

enum class Delivery { goes_on, completed, dropped };

bool is_open_ended(Instrument instrument) {
    return instrument == Instrument::health_path || instrument == Instrument::supported_housing;
}

int planned(const InstrumentParameters& row) { return std::max(1, whole_months(row.months)); }

/// One more month of an instrument with `left` months to go.
Delivery deliver(const World& world,
                 const Person& person,
                 Instrument instrument,
                 int& left,
                 Decision dropout,
                 Decision completion) {
    const InstrumentParameters& row = world.p().instruments[instrument];
    const Hazard drops{row.dropout_hazard_per_month};
    if (world.draws->event(drops, person.key, world.month, dropout)) {
        left = 0;
        return Delivery::dropped;
    }
    if (is_open_ended(instrument)) {
        const double u = world.draws->uniform(person.key, world.month, completion);
        if (u < 1.0 / std::max(1.0, row.months)) left = 0;
    } else {
        --left;
    }
    return left == 0 ? Delivery::completed : Delivery::goes_on;
}

void close_gap(float& level, double share) {
    level = static_cast<float>(double{level} + share * (1.0 - double{level}));
}

void add(float& level, double amount, double most) {
    if (double{level} >= most) return;
    level = static_cast<float>(std::clamp(double{level} + amount, 0.0, most));
}

void apply_effects(const World& world, Person& person, Instrument instrument, Funding funding) {
    const InstrumentParameters& row = world.p().instruments[instrument];
    const ServiceParameters& p = world.p().services;
    const double strength = p.quality * (funding == Funding::programme ? p.fidelity : 1.0);
    close_gap(person.professional, strength * row.professional_effect);
    close_gap(person.relational, strength * row.relational_effect);
    close_gap(person.health, strength * row.health_effect);
    close_gap(person.language, strength * row.language_effect);
    close_gap(person.mobility, strength * row.mobility_effect);
    add(person.trust, strength * row.trust_effect, 1.0);
    add(person.safety, strength * row.safety_effect, 1.0);
    if (person.disability > 0.0f) add(person.aid, strength * row.aid_effect, p.greatest_aid);
    if (instrument == Instrument::skills_assessment) {
        person.assessment_noise =
            static_cast<float>(double{person.assessment_noise} * p.skills_assessment_noise_factor);
    }
}

void progress_after_project(World& world, Person& person) {
    if (person.care == CareState::follow_up && person.follow_up_left > 0) --person.follow_up_left;
    if (person.care != CareState::tapering) return;
    if (person.taper_left > 0) --person.taper_left;
    if (person.taper_left > 0) return;
    person.step = person.steps.size();
    next_step(world, person);
}

void progress_support(World& world, Person& person) {
    if (person.support_left == 0) return;
    const Instrument support = person.support;
    const Funding funding = person.support_funding;
    const Delivery month = deliver(world,
                                   person,
                                   support,
                                   person.support_left,
                                   Decision::support_dropout,
                                   Decision::support_completion);
    if (month == Delivery::goes_on) return;
    person.support_funding = Funding::none;
    person.support_done = true;
    const bool completed = month == Delivery::completed;
    world.tell(completed ? EventKind::instrument_completed : EventKind::instrument_dropped,
               person,
               support,
               funding);
    if (completed) apply_effects(world, person, support, funding);
}

void progress_tutor(World& world, Person& person) {
    if (person.tutor_left == 0) return;
    if (--person.tutor_left > 0) return;
    world.tell(EventKind::instrument_completed,
               person,
               Instrument::job_tutor,
               person.tutor_funding);
    person.tutor_funding = Funding::none;
}

void progress_step(World& world, Person& person) {
    const Instrument step = step_of(person);
    if (step == Instrument::count || person.step_left == 0) return;
    const Funding funding = person.step_funding;
    Delivery month = Delivery::goes_on;
    if (!is_placed(step)) {
        month = deliver(world,
                        person,
                        step,
                        person.step_left,
                        Decision::step_dropout,
                        Decision::step_completion);
    } else if (step == Instrument::subsidised_hire) {
        person.step_left = has_job(person) ? person.step_left - 1 : 0;
        if (!has_job(person)) {
            month = Delivery::dropped;
        } else if (person.step_left == 0) {
            month = Delivery::completed;
        }
    }
    if (month == Delivery::completed) {
        world.tell(EventKind::instrument_completed, person, step, funding);
        if (!is_placed(step)) apply_effects(world, person, step, funding);
        next_step(world, person);
    } else if (month == Delivery::dropped) {
        world.tell(EventKind::instrument_dropped, person, step, funding);
        leave_project(world, person);
    }
}

void progress(World& world) {
    for (Person& person : world.people) {
        if (!is_here(person) || !has_open_file(person)) continue;
        if (person.work == WorkState::detained) {
            give_up_file(world, person);
            continue;
        }
        progress_after_project(world, person);
        progress_support(world, person);
        progress_tutor(world, person);
        progress_step(world, person);
        if (person.care == CareState::follow_up && person.follow_up_left == 0 &&
            person.support_left == 0 && person.tutor_left == 0) {
            give_up_file(world, person);
        }
    }
}

struct Waiting {
    Person* person;
    bool support, target;
};

using Line = std::map<std::pair<double, std::uint64_t>, Waiting>;

/// The lines before the services, each in order of (rank, ticket).
std::map<Instrument, Line> line_up(World& world) {
    // Only a commission whose target is everybody may reorder everybody's lines.
    const TargetParameters& target_of = world.p().target;
    bool by_score = world.programme_runs() && world.p().commission.active > 0.5;
    if (target_of.women_only > 0.5 || target_of.everybody <= 0.5) by_score = false;
    std::map<Instrument, Line> lines;
    for (Person& person : world.people) {
        if (!is_here(person) || !has_project(person)) continue;
        if (person.work == WorkState::detained) continue;
        const auto ticket = world.draws->ticket(person.key, world.month, Decision::queue_tie);
        const bool target = world.is_target(person);
        const double points = waiting_points(world.p().commission, world.month - person.registered);
        const auto rank = [&](int months) {
            return by_score ? -(double{person.score} + points) : -static_cast<double>(months);
        };
        while (waits_for_step(person) && !is_placed(step_of(person))) {
            const Instrument step = step_of(person);
            const Service& service = world.services[step];
            if (service.usual > 0 || (target && service.programme > 0) || person.holds_bundle) {
                lines[step][{rank(person.step_waiting), ticket}] = {&person, false, target};
                break;
            }
            next_step(world, person);
        }
        if (waits_for_support(person)) {
            lines[person.support][{rank(person.support_waiting), ticket}] = {&person, true, target};
        }
    }
    return lines;
}

void start(World& world, const Waiting& waiting, Instrument instrument, Funding funding) {
    Person& person = *waiting.person;
    const int months = is_open_ended(instrument) ? 1 : planned(world.p().instruments[instrument]);
    if (waiting.support) {
        person.support_left = months;
        person.support_funding = funding;
    } else {
        person.care = CareState::in_project;
        person.step_left = months;
        person.step_funding = funding;
    }
    if (person.first_service == no_month) person.first_service = world.month;
    world.tell(EventKind::instrument_started, person, instrument, funding);
}

/// Gives the seats of one service out: usual ones first, then the programme's; bundles need none.
void serve(World& world, Instrument instrument, const Line& line) {
    Service& service = world.services[instrument];
    const int working = working_slots(world, service.usual);
    int usual = working - service.usual_used;
    int unserved = 0;
    int programme = service.programme - service.programme_used;
    for (const auto& [rank, waiting] : line) {
        Person& person = *waiting.person;
        if (!waiting.support && person.holds_bundle) {
            start(world, waiting, instrument, Funding::bundle);
        } else if (usual > 0) {
            --usual;
            start(world, waiting, instrument, Funding::usual);
        } else if (waiting.target && programme > 0) {
            --programme;
            start(world, waiting, instrument, Funding::programme);
        } else {
            ++unserved;
        }
    }
    const int shut = service.usual - std::max(working, service.usual_used);
    service.still = std::max(0, std::min(shut, unserved));
}

}  // namespace

int working_slots(const World& world, int usual) {
    const double share =
        service_throughput(world.p().network, world.programme_runs(), world.network_months);
    if (share >= 1.0) return usual;
    const auto whole = [](double x) {
        auto n = static_cast<std::int64_t>(x);
        while (static_cast<double>(n) > x) --n;
        return n;
    };
    const double month = world.month.index();
    return static_cast<int>(whole((month + 1.0) * (usual * share)) -
                            whole(month * (usual * share)));
}

void count_services(World& world) {
    for (Service& service : world.services) {
        service.usual_used = service.programme_used = service.waiting = 0;
    }
    const auto use = [&](Instrument instrument, Funding funding) {
        Service& service = world.services[instrument];
        if (funding == Funding::usual) ++service.usual_used;
        if (funding == Funding::programme) ++service.programme_used;
    };
    for (const Person& person : world.people) {
        if (!is_here(person)) continue;
        const Instrument step = step_of(person);
        if (step != Instrument::count && person.step_left > 0) use(step, person.step_funding);
        if (person.support_left > 0) use(person.support, person.support_funding);
        if (waits_for_step(person)) ++world.services[step].waiting;
        if (waits_for_support(person)) ++world.services[person.support].waiting;
    }
}

void deliver_services(World& world) {
    progress(world);
    count_services(world);
    auto lines = line_up(world);
    for (const Instrument instrument : members<Instrument>()) {
        serve(world, instrument, lines[instrument]);
    }
    count_services(world);
}

}  // namespace cantiere::oracle
