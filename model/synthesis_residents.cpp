#include "model/core/rows.h"
#include "model/state/resident_columns.h"
#include "model/synthesis.h"
#include "model/synthesis_traits.h"

namespace cantiere {
namespace {

Residents empty_rows(std::size_t count) {
    Residents residents;
    for_each_column(residents, [count](auto& column) { column.resize(count); });
    Care& care = residents.care;
    for (auto* column : {&care.identified_month,
                         &care.referral_due_month,
                         &care.registered_month,
                         &care.review_month,
                         &care.first_service_month,
                         &residents.standing.exit_month}) {
        column->assign(count, no_month);
    }
    care.support.assign(count, Instrument::count);
    care.assessment_noise.assign(count, 1.0f);
    residents.work.employer.assign(count, EmployerId::none());
    return residents;
}

void draw_care(Care& care, const People& people, double known_share, const Draws& draws) {
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const Month arrival = people.arrival_month[who];
        const bool known = draws.bernoulli(Probability{known_share},
                                           people.key[who],
                                           arrival,
                                           Decision::initial_care);
        if (!known) continue;
        care.state[who] = CareState::known;
        care.identified_month[who] = arrival;
    }
}

}  // namespace

Residents draw_residents(const std::vector<Newcomer>& newcomers,
                         const Parameters& parameters,
                         const Draws& draws) {
    Residents residents = empty_rows(newcomers.size());
    People& people = residents.people;
    for (const ResidentId who : rows<ResidentId>(newcomers.size())) {
        const Newcomer& newcomer = newcomers[who.index()];
        people.key[who] = newcomer.key;
        people.municipality[who] = newcomer.municipality;
        people.arrival_month[who] = newcomer.arrival;
        people.presence[who] = newcomer.initial ? Presence::present : Presence::not_arrived;
    }
    draw_traits(people, parameters, draws);
    draw_capitals(residents.capital, people, parameters.initial, draws);
    draw_work(residents.work, residents.justice, people, parameters, draws);
    draw_housing(residents.housing, people, parameters, draws);
    draw_care(residents.care, people, parameters.population.known_share, draws);
    return residents;
}

}  // namespace cantiere
