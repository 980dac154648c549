#include <algorithm>

#include "tests/support/oracle_matching.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

int interns_of(const World& world, std::size_t firm) {
    int interns = 0;
    for (const Person& person : world.people) {
        if (person.work == WorkState::internship && person.firm == firm) ++interns;
    }
    return interns;
}

int workers_of(const World& world, std::size_t firm) {
    int workers = 0;
    for (const Person& person : world.people) {
        if (person.work == WorkState::coop_b && person.firm == firm) ++workers;
    }
    return workers;
}

EntityKey place_key(const Firm& firm, Instrument kind, int k) {
    return hash_key(
        {firm.key.value, static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(k)});
}

/// Fundings that are free for one instrument, in the order in which they are spent.
std::vector<Funding> free_funds(const World& world,
                                const std::vector<Hopeful>& hopefuls,
                                Instrument kind) {
    const Service& service = world.services[kind];
    int programme = service.programme - service.programme_used;
    const double total = world.p().internship.total_starts;
    if (kind == Instrument::internship && total > 0.0) {
        programme = std::min(programme, whole_months(total) - world.programme_internships);
    }
    std::vector<Funding> funds(
        static_cast<std::size_t>(std::max(0, service.usual - service.usual_used)),
        Funding::usual);
    funds.insert(funds.end(), static_cast<std::size_t>(std::max(0, programme)), Funding::programme);
    for (const Hopeful& hopeful : hopefuls) {
        const bool paid = kind == Instrument::internship && hopeful.person->holds_bundle;
        if (paid && step_of(*hopeful.person) == kind) funds.push_back(Funding::bundle);
    }
    return funds;
}

void add_host_places(const World& world,
                     const std::vector<Hopeful>& hopefuls,
                     Instrument kind,
                     std::map<EntityKey, Place>& places) {
    const EmployerParameters& p = world.p().employers;
    std::map<std::pair<std::uint64_t, EntityKey>, std::size_t> by_lot;
    for (std::size_t f = 0; f < world.firms.size(); ++f) {
        const Firm& firm = world.firms[f];
        const bool wanted = std::any_of(hopefuls.begin(), hopefuls.end(), [&](const Hopeful& h) {
            return step_of(*h.person) == kind && within_reach(world, *h.person, firm);
        });
        if (!firm.host || !wanted) continue;
        const int free = kind == Instrument::subsidised_hire
                             ? 1
                             : internship_seats(p, firm.staff) - interns_of(world, f);
        for (int k = 0; k < free; ++k) {
            const EntityKey key = place_key(firm, kind, k);
            by_lot[{world.draws->ticket(key, world.month, Decision::host_order), key}] = f;
        }
    }
    const std::vector<Funding> funds = free_funds(world, hopefuls, kind);
    std::size_t spent = 0;
    for (const auto& [lot, f] : by_lot) {
        if (spent == funds.size()) break;
        places[lot.second] = {lot.second, f, kind, funds[spent++], 1};
    }
}

/// Places of cooperatives that can be filled: new ones of reserved contracts while the programme
/// runs, and those that somebody outside the model leaves this month.
void add_cooperatives(const World& world, std::map<EntityKey, Place>& places) {
    const Hazard turnover{world.p().employers.coop_turnover_per_month};
    for (std::size_t f = 0; f < world.firms.size(); ++f) {
        const Firm& firm = world.firms[f];
        if (firm.kind != EmployerKind::coop_b) continue;
        const int free = firm.coop_places - workers_of(world, f);
        const int fresh = world.programme_runs() ? firm.new_places : 0;
        int open = 0;
        for (int k = 0; k < free; ++k) {
            const bool left = world.draws->event(turnover,
                                                 firm.key,
                                                 world.month,
                                                 Decision::coop_opening,
                                                 static_cast<unsigned>(k));
            if (k < fresh || left) ++open;
        }
        const EntityKey key = place_key(firm, Instrument::coop_b_placement, 0);
        if (open > 0) places[key] = {key, f, Instrument::coop_b_placement, Funding::usual, open};
    }
}

}  // namespace

bool within_reach(const World& world, const Person& person, const Firm& firm) {
    const PlacementParameters& p = world.p().placement;
    return may_work_in(world, person, firm.town, p.maximum_minutes, p.mobility_for_long_way);
}

std::vector<Place> places_of(const World& world, const std::vector<Hopeful>& hopefuls) {
    std::map<EntityKey, Place> by_key;
    add_host_places(world, hopefuls, Instrument::internship, by_key);
    add_host_places(world, hopefuls, Instrument::subsidised_hire, by_key);
    add_cooperatives(world, by_key);
    std::vector<Place> places;
    for (const auto& [key, place] : by_key) places.push_back(place);
    return places;
}

}  // namespace cantiere::oracle
