#include "model/month/project.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "model/core/row_set.h"
#include "model/month/accounts_prices.h"
#include "model/month/assessment.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/month/service_slots.h"
#include "model/rules/project.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

constexpr std::array preparatory_steps{Instrument::orientation,
                                       Instrument::counselling,
                                       Instrument::skills_assessment,
                                       Instrument::relational_training,
                                       Instrument::vocational_training};

/// A resident as the caseworker sees one.
struct View {
    DomainLevels domains;
    ObservedLevels levels;
};

/// What the design of one project reads.
struct Designer {
    const CaseTables& tables;
    const ServiceUnits& units;
    const Parameters& p;
    const Draws& draws;
    Month month;
    double coop_openings = 0.0;  // places a month

    bool serves(ResidentId who) const {
        return programme_runs(p.target, month) &&
               is_target(p.target, tables.people.groups[who], tables.people.sex[who]);
    }
    EntityKey key(ResidentId who) const { return tables.people.key[who]; }
    bool has(Instrument instrument, bool target) const {
        return has_slots(units, instrument, target);
    }
};

/// Cooperatives' places to be filled in a month: those of new orders, and those that others leave.
double coop_openings(const Employers& employers, const Parameters& p, Month month) {
    const bool runs = programme_runs(p.target, month);
    const double leaves = probability_of(Hazard{p.employers.coop_turnover_per_month}).value();
    double open = 0.0;
    for (const EmployerId e : rows_with(employers.kind, EmployerKind::coop_b)) {
        const int free = int{employers.coop_places[e]} - int{employers.coop_places_used[e]};
        if (free <= 0) continue;
        const int fresh = runs ? std::min(free, int{employers.coop_places_new[e]}) : 0;
        open += fresh + leaves * (free - fresh);
    }
    return open;
}

/// Standard bundle, without the courses that the territory does not offer unless a bundle pays.
std::vector<Instrument> standard_steps(const Designer& d, bool target, bool paid_by_bundle) {
    std::vector<Instrument> steps;
    for (const Instrument step : standard_bundle) {
        if (is_placed(step) || paid_by_bundle || d.has(step, target)) steps.push_back(step);
    }
    return steps;
}

/// Last step of a tailored project: a logit choice by how many seats are open for each one
/// waiting, among an internship, a subsidised hire, a loan for those whom a lender would consider
/// and, for art. 4 groups, a cooperative's place.
Instrument choose_last_step(const Designer& d, const View& seen, ResidentId who, bool target) {
    Instrument best = Instrument::internship;
    double best_utility = 0.0;
    const auto consider = [&](Instrument route, double open) {
        const auto index = static_cast<Draws::Index>(route);
        const double utility = log(open + 0.5) - log(1.0 + d.units.waiting[route]) +
                               d.draws.gumbel(d.key(who), d.month, Decision::project_route, index);
        if (route != Instrument::internship && utility <= best_utility) return;
        best = route;
        best_utility = utility;
    };
    consider(Instrument::internship, free_slots(d.units, Instrument::internship, target));
    if (d.has(Instrument::subsidised_hire, target)) {
        consider(Instrument::subsidised_hire,
                 free_slots(d.units, Instrument::subsidised_hire, target));
    }
    const DomainLevels& x = seen.domains;
    if (d.has(Instrument::microcredit, target) &&
        is_creditworthy(d.p.microcredit, x[Domain::skills], x[Domain::relations])) {
        consider(Instrument::microcredit, free_slots(d.units, Instrument::microcredit, target));
    }
    if (d.coop_openings > 0.0 &&
        is_certified_art4(d.p.tax, d.tables.people.groups[who], d.tables.capital.disability[who])) {
        consider(Instrument::coop_b_placement, d.coop_openings);
    }
    return best;
}

/// Tells whether a step is offered to this person and its line is not too long to plan for.
bool is_plannable(const Designer& d, Instrument step, bool target) {
    if (!d.has(step, target)) return false;
    const int slots = d.units.usual_slots[step] + (target ? d.units.programme_slots[step] : 0);
    const double wait_months = d.units.waiting[step] * d.p.instruments[step].months / slots;
    return wait_months <= d.p.services.longest_planned_wait_months;
}

/// Instruments that may still be added to a project, given what was seen.
std::vector<Instrument> open_steps(const Designer& d, const DomainLevels& x, bool target) {
    std::vector<Instrument> open;
    for (const Instrument step : preparatory_steps) {
        const bool skilled = x[Domain::skills] > d.p.services.skip_training_above;
        if (step == Instrument::vocational_training && skilled) continue;
        if (is_plannable(d, step, target)) open.push_back(step);
    }
    return open;
}

/// Step of `open` that gains most log autonomy for each EUR, with a taste of the caseworker;
/// nothing when none gains enough or fits what is left of the budget.
std::optional<Instrument> best_step(const Designer& d,
                                    const DomainLevels& x,
                                    ResidentId who,
                                    const std::vector<Instrument>& open,
                                    double left_eur) {
    const ServiceParameters& services = d.p.services;
    std::optional<Instrument> best;
    double best_value = 0.0;
    for (const Instrument step : open) {
        const InstrumentParameters& row = d.p.instruments[step];
        if (path_price_eur(row) > left_eur) continue;
        const double gain = expected_gain(d.p.autonomy, x, row, services.quality);
        if (gain < services.minimum_step_gain) continue;
        const auto index = static_cast<Draws::Index>(step);
        const double taste = d.draws.gumbel(d.key(who), d.month, Decision::project_taste, index);
        const double value = gain / path_price_eur(row) * exp(services.noise_of_choice * taste);
        if (value > best_value) {
            best = step;
            best_value = value;
        }
    }
    return best;
}

/// Greedy choice: the best step at a time, at the levels that those before it are expected to give.
std::vector<Instrument> tailored_steps(const Designer& d,
                                       const View& seen,
                                       ResidentId who,
                                       bool target) {
    const ServiceParameters& services = d.p.services;
    DomainLevels x = seen.domains;
    std::vector<Instrument> steps;
    double left_eur = preparation_budget_eur(services);
    const double language_eur = path_price_eur(d.p.instruments[Instrument::language]);
    const bool language = seen.levels.language < services.low_language &&
                          language_eur <= left_eur && is_plannable(d, Instrument::language, target);
    if (language) {
        steps.push_back(Instrument::language);
        left_eur -= language_eur;
    }
    std::vector<Instrument> open = open_steps(d, x, target);
    while (steps.size() + 1 < max_project_steps && !open.empty()) {
        const std::optional<Instrument> best = best_step(d, x, who, open, left_eur);
        if (!best) break;
        x = levels_after(x, d.p.instruments[*best], services.quality);
        left_eur -= path_price_eur(d.p.instruments[*best]);
        steps.push_back(*best);
        open.erase(std::find(open.begin(), open.end(), *best));
    }
    // Taken in the order of the catalogue, the language course before all else.
    std::sort(steps.begin() + (language ? 1 : 0), steps.end());
    steps.push_back(choose_last_step(d, seen, who, target));
    return steps;
}

/// First support, in the order of urgency, that is needed and that somebody offers.
Instrument choose_support(const Designer& d, const View& seen, ResidentId who, bool target) {
    const Capital& capital = d.tables.capital;
    const ServiceParameters& services = d.p.services;
    const GroupMask groups = d.tables.people.groups[who];
    const HousingState home = d.tables.housing.state[who];
    const bool ill = (groups & (bit(Group::addiction) | bit(Group::mental_health))) != 0 ||
                     seen.domains[Domain::health] < services.low_health;
    const bool immobile =
        seen.levels.mobility < services.low_mobility && d.tables.people.has_car[who] == 0;
    const std::array<std::pair<Instrument, bool>, 7> needs{{
        {Instrument::safety_refuge, seen.domains[Domain::safety] < services.low_safety},
        {Instrument::supported_housing, is_unhoused(home)},
        {Instrument::health_path, ill},
        {Instrument::aids,
         capital.disability[who] > 0.0f && double{capital.aid[who]} < services.greatest_aid},
        {Instrument::rent_guarantee, home == HousingState::precarious},
        {Instrument::childcare, d.tables.people.children[who] > 0},
        {Instrument::transport_voucher, immobile},
    }};
    for (const auto& [support, needed] : needs) {
        if (needed && d.has(support, target)) return support;
    }
    return Instrument::count;
}

/// Residents present who have been assessed and have no project yet.
std::vector<ResidentId> without_project(const Care& care, const People& people) {
    std::vector<ResidentId> found;
    for (const ResidentId who :
         rows_with(care.state, CareState::assessed_waiting) & present(people)) {
        if (care.step_count[who] == 0) found.push_back(who);
    }
    return found;
}

void write_steps(Care& care, const std::vector<Instrument>& steps, ResidentId who) {
    std::copy(steps.begin(), steps.end(), care.steps[who].begin());
    care.step_count[who] = static_cast<std::uint8_t>(steps.size());
    care.step[who] = 0;
    care.step_left[who] = 0;
    care.step_waiting[who] = 0;
    care.step_funding[who] = Funding::none;
}

void write_support(Care& care, Instrument support, ResidentId who) {
    care.support[who] = support;
    care.support_left[who] = 0;
    care.support_waiting[who] = 0;
    care.support_funding[who] = Funding::none;
    care.support_done[who] = 0;
}

/// Writes the support and the steps of someone assessed who has no project yet.
void design(Care& care,
            const Designer& d,
            const Institutions& institutions,
            const Regimes& regimes,
            ResidentId who) {
    const bool target = d.serves(who);
    const Parameters& regime = target ? regimes.programme : regimes.others;
    const Probability tailored{std::clamp(regime.services.personalisation, 0.0, 1.0)};
    const bool bundle = care.holds_bundle[who] != 0;
    const Month registered = care.registered_month[who];
    const View seen{observed_domains(d.tables, care, institutions, d.p, d.draws, who),
                    observed_levels(d.tables, care, institutions, d.p, d.draws, who, registered)};
    write_support(care, choose_support(d, seen, who, target), who);
    const bool own_path =
        !bundle && d.draws.bernoulli(tailored, d.key(who), d.month, Decision::project_tailored);
    if (!own_path) {
        write_steps(care, standard_steps(d, target, bundle), who);
        return;
    }
    write_steps(care, tailored_steps(d, seen, who, target), who);
}

}  // namespace

void design_projects(Care& care,
                     const ServiceUnits& units,
                     const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Housing& housing,
                     const Standing& standing,
                     const Employers& employers,
                     const Institutions& institutions,
                     const Regimes& regimes,
                     const Draws& draws,
                     Month month) {
    const std::vector<ResidentId> new_cases = without_project(care, people);
    if (new_cases.empty()) return;
    const CaseTables tables{people, capital, work, housing, standing};
    const double openings = coop_openings(employers, regimes.programme, month);
    const Designer d{tables, units, regimes.programme, draws, month, openings};
    for (const ResidentId who : new_cases) design(care, d, institutions, regimes, who);
}

}  // namespace cantiere
