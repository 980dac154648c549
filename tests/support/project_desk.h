#pragma once

#include <vector>

#include "model/core/rows.h"
#include "model/month/bundles.h"
#include "model/month/project.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

using Steps = std::vector<Instrument>;

inline const Steps standard{Instrument::orientation,
                            Instrument::vocational_training,
                            Instrument::internship};

/// Assessed residents who wait for a project, and everything a territory offers.
struct Desk {
    Residents residents;
    Employers employers;
    Institutions institutions;
    ServiceUnits units;
    Parameters parameters;
    Draws draws{{21, 0, 0}};

    explicit Desk(std::size_t n = 400) : residents(sample_residents(n)) {
        units.usual_slots.fill(10);
        units.usual_slots[Instrument::supported_housing] = 0;
        parameters.autonomy.weights.fill(0.125);
        parameters.commission.assessment_noise = 0.0;
        auto& catalogue = parameters.instruments;
        catalogue[Instrument::orientation].cost_eur_once = 120.0;
        catalogue[Instrument::orientation].language_effect =
            catalogue[Instrument::orientation].mobility_effect = 0.10;
        catalogue[Instrument::counselling].months = 3.0;
        catalogue[Instrument::counselling].cost_eur_month = 60.0;
        catalogue[Instrument::counselling].relational_effect = 0.10;
        catalogue[Instrument::relational_training].months = 2.0;
        catalogue[Instrument::relational_training].cost_eur_month = 300.0;
        catalogue[Instrument::relational_training].relational_effect = 0.20;
        catalogue[Instrument::vocational_training].months = 4.0;
        catalogue[Instrument::vocational_training].cost_eur_month = 231.0;
        catalogue[Instrument::vocational_training].professional_effect = 0.10;
        for (const ResidentId who : rows<ResidentId>(n)) {
            residents.care.state[who] = CareState::assessed_waiting;
            residents.care.registered_month[who] = Month{0};
        }
    }
    void design(int month = 0) {
        take_bundles(residents.care,
                     units.bundles,
                     residents.people,
                     residents.work,
                     parameters,
                     draws,
                     Month{month});
        design_projects(residents.care,
                        units,
                        residents.people,
                        residents.capital,
                        residents.work,
                        residents.housing,
                        residents.standing,
                        employers,
                        institutions,
                        Regimes{parameters, parameters},
                        draws,
                        Month{month});
    }
    Steps steps(ResidentId who) const {
        const auto& all = residents.care.steps[who];
        return {all.begin(), all.begin() + residents.care.step_count[who]};
    }
    Instrument last_step(ResidentId who) const {
        const std::size_t count = residents.care.step_count[who];
        return count > 0 ? residents.care.steps[who][count - 1] : Instrument::count;
    }
    int with_last_step(Instrument last) const {
        int n = 0;
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            n += last_step(who) == last ? 1 : 0;
        }
        return n;
    }
    void open_cooperative(std::uint16_t places, std::uint16_t of_new_orders = 0) {
        employers.key.push_back(EntityKey{1});
        employers.kind.push_back(EmployerKind::coop_b);
        employers.coop_places_new.push_back(of_new_orders);
        employers.coop_places.push_back(places);
        employers.coop_places_used.push_back(0);
    }
};

}  // namespace cantiere
