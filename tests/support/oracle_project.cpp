#include <algorithm>
#include <set>

#include "model/month/accounts_prices.h"
#include "model/rules/housing.h"
#include "model/rules/project.h"
#include "tests/support/oracle_assessor.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

constexpr auto papers = static_cast<unsigned>(Domain::administration);

bool offers(const World& world, Instrument instrument, bool target) {
    const Service& service = world.services[instrument];
    return service.usual > 0 || (target && service.programme > 0);
}

int free_slots(const World& world, Instrument instrument, bool target) {
    const Service& service = world.services[instrument];
    const int programme = std::max(0, service.programme - service.programme_used);
    return std::max(0, service.usual - service.usual_used) + (target ? programme : 0);
}

/// Tells whether a step is offered and its line short enough to plan for.
bool is_plannable(const World& world, Instrument step, bool target) {
    if (!offers(world, step, target)) return false;
    const Service& service = world.services[step];
    const int slots = service.usual + (target ? service.programme : 0);
    const double months = service.waiting * world.p().instruments[step].months / slots;
    return months <= world.p().services.longest_planned_wait_months;
}

/// Places of cooperatives that may be had this month: new ones, and their part of the others that
/// are left in a month.
double coop_places_to_be_had(const World& world) {
    const double left = 1.0 - exp(-world.p().employers.coop_turnover_per_month);
    double sum = 0.0;
    for (const Firm& firm : world.firms) {
        if (firm.kind != EmployerKind::coop_b || firm.coop_places <= firm.coop_workers) continue;
        const int others = firm.coop_places - firm.coop_workers;
        const int added = world.programme_runs() ? std::min(firm.new_places, others) : 0;
        sum += added + left * (others - added);
    }
    return sum;
}

/// Last step: a logit choice by seats open for each one waiting.
Instrument last_step(const World& world,
                     const Person& person,
                     const DomainLevels& x,
                     bool target,
                     double coop_places) {
    std::map<double, Instrument> by_utility;
    const auto consider = [&](Instrument route, double open) {
        const double taste = world.draws->gumbel(person.key,
                                                 world.month,
                                                 Decision::project_route,
                                                 static_cast<unsigned>(route));
        const double crowd = log(open + 0.5) - log(1.0 + world.services[route].waiting);
        by_utility[crowd + taste] = route;
    };
    consider(Instrument::internship, free_slots(world, Instrument::internship, target));
    if (offers(world, Instrument::subsidised_hire, target)) {
        consider(Instrument::subsidised_hire,
                 free_slots(world, Instrument::subsidised_hire, target));
    }
    const double asked = world.p().microcredit.capital_threshold;
    if (offers(world, Instrument::microcredit, target) &&
        std::min(x[Domain::skills], x[Domain::relations]) > asked) {
        consider(Instrument::microcredit, free_slots(world, Instrument::microcredit, target));
    }
    if (coop_places > 0 && is_art4(world, person)) {
        consider(Instrument::coop_b_placement, coop_places);
    }
    return by_utility.rbegin()->second;
}

double price_eur(const World& world, Instrument step) {
    const InstrumentParameters& row = world.p().instruments[step];
    return std::max(1.0, row.cost_eur_once + row.months * row.cost_eur_month);
}

/// Tells whether a project may cost so much before its last step.
bool fits_budget(const World& world, double eur) {
    const double most = world.p().services.project_budget_eur;
    return most <= 0.0 || eur <= most;
}

/// Preparatory step of most gain for its price, given what was taken; count when none is worth it.
Instrument best_preparation(const World& world,
                            const Person& person,
                            const DomainLevels& x,
                            const std::set<Instrument>& open,
                            double spent_eur) {
    const ServiceParameters& services = world.p().services;
    Instrument best = Instrument::count;
    double best_value = 0.0;
    for (const Instrument step : open) {
        const InstrumentParameters& row = world.p().instruments[step];
        if (!fits_budget(world, spent_eur + price_eur(world, step))) continue;
        const double gain = expected_gain(world.p().autonomy, x, row, services.quality);
        if (gain < services.minimum_step_gain) continue;
        const double taste = world.draws->gumbel(person.key,
                                                 world.month,
                                                 Decision::project_taste,
                                                 static_cast<unsigned>(step));
        const double value = gain / path_price_eur(row) * exp(services.noise_of_choice * taste);
        if (value <= best_value) continue;
        best = step;
        best_value = value;
    }
    return best;
}

std::vector<Instrument> tailored(const World& world,
                                 const Person& person,
                                 bool target,
                                 double coop_places) {
    const ServiceParameters& services = world.p().services;
    const DomainLevels seen = seen_domains(world, person, person.registered);
    DomainLevels x = seen;
    double spent_eur = 0.0;
    const bool language =
        seen_level(world, person, double{person.language}, person.registered, papers) <
            services.low_language &&
        fits_budget(world, price_eur(world, Instrument::language)) &&
        is_plannable(world, Instrument::language, target);
    if (language) spent_eur += price_eur(world, Instrument::language);
    std::set<Instrument> open;
    for (const Instrument step : {Instrument::orientation,
                                  Instrument::counselling,
                                  Instrument::skills_assessment,
                                  Instrument::relational_training,
                                  Instrument::vocational_training}) {
        if (is_plannable(world, step, target)) open.insert(step);
    }
    if (x[Domain::skills] > services.skip_training_above) {
        open.erase(Instrument::vocational_training);
    }
    std::set<Instrument> chosen;  // in the order of the catalogue
    while (chosen.size() < (language ? 2u : 3u)) {
        const Instrument step = best_preparation(world, person, x, open, spent_eur);
        if (step == Instrument::count) break;
        x = levels_after(x, world.p().instruments[step], services.quality);
        spent_eur += price_eur(world, step);
        chosen.insert(step);
        open.erase(step);
    }
    std::vector<Instrument> steps;
    if (language) steps.push_back(Instrument::language);
    steps.insert(steps.end(), chosen.begin(), chosen.end());
    steps.push_back(last_step(world, person, seen, target, coop_places));
    return steps;
}

std::vector<Instrument> standard(const World& world, bool target, bool paid) {
    std::vector<Instrument> steps;
    for (const Instrument step : {Instrument::orientation, Instrument::vocational_training}) {
        if (paid || offers(world, step, target)) steps.push_back(step);
    }
    steps.push_back(Instrument::internship);
    return steps;
}

/// Gives the bundles bought to the first registered of the target, by lot where they tie, among
/// those at liberty who have none and wait for a step of their project, or for a project. What is
/// left of the standard path after the steps completed becomes theirs.
void take_bundles(World& world) {
    std::map<std::pair<Month, std::uint64_t>, Person*> order;
    for (Person& person : world.people) {
        const bool waits = person.care == CareState::assessed_waiting || waits_for_step(person);
        if (!is_here(person) || !waits || person.holds_bundle) continue;
        if (person.work == WorkState::detained || !world.is_target(person)) continue;
        const Instrument next = step_of(person);
        if (next == Instrument::subsidised_hire || next == Instrument::coop_b_placement) continue;
        const auto lot = world.draws->ticket(person.key, world.month, Decision::queue_tie, 1);
        order[{person.registered, lot}] = &person;
    }
    for (const auto& [rank, person] : order) {
        if (world.bundles_offered == 0) return;
        --world.bundles_offered;
        std::vector<Instrument> done(
            person->steps.begin(),
            person->steps.begin() + static_cast<std::ptrdiff_t>(person->step));
        std::vector<Instrument> rest = standard(world, true, true);
        const auto drop = [&](Instrument step) { std::erase(rest, step); };
        if (!done.empty()) drop(Instrument::orientation);
        for (const Instrument step : done) drop(step);
        if (done.size() + rest.size() > 4) drop(Instrument::vocational_training);
        for (const Instrument step : rest) {
            world.bundles_owed_cents += bundle_step_price(world.p(), step).whole_cents();
        }
        person->holds_bundle = true;
        if (person->steps.empty()) continue;
        if (person->steps[person->step] != rest.front()) person->step_waiting = 0;
        done.insert(done.end(), rest.begin(), rest.end());
        person->steps = done;
    }
}

/// Most urgent support that the person needs and somebody offers.
Instrument support_for(const World& world, const Person& person, bool target) {
    const ServiceParameters& p = world.p().services;
    const DomainLevels x = seen_domains(world, person, person.registered);
    const bool ill = holds(person.groups, Group::addiction) ||
                     holds(person.groups, Group::mental_health) || x[Domain::health] < p.low_health;
    const auto may = [&](bool needs, Instrument support) {
        return needs && offers(world, support, target);
    };
    if (may(x[Domain::safety] < p.low_safety, Instrument::safety_refuge)) {
        return Instrument::safety_refuge;
    }
    if (may(is_unhoused(person.housing), Instrument::supported_housing)) {
        return Instrument::supported_housing;
    }
    if (may(ill, Instrument::health_path)) return Instrument::health_path;
    if (may(person.disability > 0.0f && double{person.aid} < world.p().services.greatest_aid,
            Instrument::aids)) {
        return Instrument::aids;
    }
    if (may(person.housing == HousingState::precarious, Instrument::rent_guarantee)) {
        return Instrument::rent_guarantee;
    }
    if (may(person.children > 0, Instrument::childcare)) return Instrument::childcare;
    const double mobility =
        seen_level(world, person, double{person.mobility}, person.registered, papers);
    if (may(mobility < p.low_mobility && !person.has_car, Instrument::transport_voucher)) {
        return Instrument::transport_voucher;
    }
    return Instrument::count;
}

}  // namespace

void open_slots(World& world) {
    for (const Instrument instrument : members<Instrument>()) {
        const double per_1000 = world.p().instruments[instrument].usual_slots_per_1000;
        world.services[instrument].usual = static_cast<int>(
            round_half_away(per_1000 * world.p().population.residents_in_need / 1000.0));
        const double slots = world.p().instruments[instrument].slots;
        world.services[instrument].programme =
            world.programme_runs() ? whole_months(std::max(0.0, slots)) : 0;
    }
}

void buy_bundles(World& world) {
    const auto& twin = world.inputs->null_twin;
    if (!twin) return;
    const int month = world.month.index();
    if (month < twin->start_month) return;
    // What is owed is as of the last books: who left since is known of at the end of the month.
    const std::int64_t in_hand = world.unspent_cents();
    world.bundles_offered = 0;
    if (month >= twin->start_month + twin->months) {
        world.outlay_returned_cents += std::max<std::int64_t>(0, in_hand);
        return;
    }
    world.outlay_received_cents += twin->outlay_per_month.value;
    std::int64_t to_spend = in_hand + twin->outlay_per_month.value;
    while (twin->bundle_price.value > 0 && to_spend >= twin->bundle_price.value) {
        to_spend -= twin->bundle_price.value;
        ++world.bundles_offered;
    }
}

void design_projects(World& world) {
    const double coop_places = coop_places_to_be_had(world);
    take_bundles(world);
    for (Person& person : world.people) {
        if (!is_here(person) || person.care != CareState::assessed_waiting) continue;
        if (!person.steps.empty()) continue;
        const bool target = world.is_target(person);
        const bool bundle = person.holds_bundle;
        const double u = world.draws->uniform(person.key, world.month, Decision::project_tailored);
        person.steps = !bundle && u < world.p(person).services.personalisation
                           ? tailored(world, person, target, coop_places)
                           : standard(world, target, bundle);
        person.step = 0;
        person.step_left = person.step_waiting = 0;
        person.support = support_for(world, person, target);
        person.support_left = person.support_waiting = 0;
        person.support_done = false;
    }
}

}  // namespace cantiere::oracle
