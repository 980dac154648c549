#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {
namespace {

using enum Variable;

void only(RunInputs& s, Instrument wanted) {
    change_everywhere(s, [&](Parameters& p) {
        for (const Instrument i : members<Instrument>()) {
            const bool support = !is_main_step(i) && i != Instrument::job_tutor;
            if (support && i != wanted) p.instruments[i].usual_slots_per_1000 = 0.0;
            if (support && i != wanted) p.instruments[i].slots = 0.0;
        }
        p.instruments[wanted].usual_slots_per_1000 = 0.0;
    });
}

std::function<void(RunInputs&, double)> slots(Instrument instrument) {
    return [=](RunInputs& s, double x) { s.programme.instruments[instrument].slots = x; };
}

void share(RunInputs& s, Group group, double value) {
    change_everywhere(s, [&](Parameters& p) { p.population.group_share[group] = value; });
}

/// The far town has no job near by, and nobody there has a car.
void make_remote(RunInputs& s) {
    Territory territory = *s.territory;
    const auto town = MunicipalityId::at(2);
    for (std::size_t i = 0; i < territory.municipalities.size(); ++i) {
        territory.travel.transit(town, MunicipalityId::at(i)) = 80.0;
    }
    s.territory = std::make_shared<const Territory>(std::move(territory));
    change_everywhere(s, [](Parameters& p) {
        p.population.car_share = 0.0;
        p.services.low_mobility = 0.8;
        p.instruments[Instrument::transport_voucher].months = 24.0;
    });
    only(s, Instrument::transport_voucher);
    s.programme.instruments[Instrument::internship].slots = 40.0;
}

/// Lenders consider everybody and approve whom they consider; projects are all tailored.
void lend(RunInputs& s) {
    s.modules.on[Module::microcredit] = true;
    s.programme.services.personalisation = 1.0;
    change_everywhere(s, [](Parameters& p) {
        p.microcredit.capital_threshold = 0.2;
        p.microcredit.approval_share = 1.0;
    });
}

}  // namespace

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Levers of commission, services and queues move their outcomes as stated") {
    check_levers({
        {"commission.cases_per_meeting", 1.0, 40.0,
         [](RunInputs& s, double x) { s.programme.commission.cases_per_meeting = x; },
         "starts", total(starts), Moves::up},
        {"commission.cases_per_meeting", 2.0, 40.0,
         [](RunInputs& s, double x) { s.programme.commission.cases_per_meeting = x; },
         "served", total(served), Moves::up},
        {"commission.interval_months", 1.0, 6.0,
         [](RunInputs& s, double x) { s.programme.commission.interval_months = x; },
         "months_to_first_instrument", yearly(months_to_first_instrument), Moves::up},
        {"frontline_cases_per_1000", 2.0, 60.0,
         [](RunInputs& s, double x) {
             change_everywhere(s, [&](Parameters& p) {
                 p.commission.frontline_cases_per_1000 = x;
             });
         },
         "served", total(served), Moves::up,
         [](RunInputs& s) { s.programme.commission.active = 0.0; }},
        {"internship.slots", 1.0, 24.0, slots(Instrument::internship),
         "starts", total(starts), Moves::up},
        {"internship.total_starts", 3.0, 80.0,
         [](RunInputs& s, double x) { s.programme.internship.total_starts = x; },
         "starts", total(starts), Moves::up},
        {"internship.months", 3.0, 12.0,
         [](RunInputs& s, double x) {
             change_everywhere(s, [&](Parameters& p) { p.internship.months = x; });
         },
         "starts", total(starts), Moves::down},
        {"programme.months", 6.0, 36.0,
         [](RunInputs& s, double x) { s.programme.target.months = x; },
         "starts", total(starts), Moves::up},
        {"target.women_only", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.target.women_only = x; },
         "starts of ex-detainees",
         place(starts_by_group, at(Group::detained_or_ex)), Moves::down,
         [](RunInputs& s) { share(s, Group::detained_or_ex, 0.4); }},
        {"target.groups: migrants alone", 0.0, 1.0,
         [](RunInputs& s, double x) {
             s.programme.target.everybody = 1.0 - x;
             s.programme.target.group[Group::migrant] = x;
         },
         "starts of the long-term jobless", place(starts_by_group, at(Group::long_term_unemployed)),
         Moves::down},
        {"programme.start_month", 0.0, 24.0,
         [](RunInputs& s, double x) { s.programme.target.start_month = x; },
         "starts", total(starts), Moves::down},
        {"counselling.slots", 0.0, 30.0, slots(Instrument::counselling),
         "relations", monthly(autonomy_by_domain, at(Domain::relations)), Moves::up,
         [](RunInputs& s) {
             change_everywhere(s, [](Parameters& p) {
                 p.instruments[Instrument::counselling].usual_slots_per_1000 = 0.0;
             });
             s.programme.instruments[Instrument::relational_training].slots = 0.0;
             s.programme.services.personalisation = 1.0;
         }},
        {"relational_training.slots", 0.0, 30.0, slots(Instrument::relational_training),
         "relations", monthly(autonomy_by_domain, at(Domain::relations)), Moves::up,
         [](RunInputs& s) { s.programme.services.personalisation = 1.0; }},
        {"vocational_training.slots", 0.0, 30.0, slots(Instrument::vocational_training),
         "skills", monthly(autonomy_by_domain, at(Domain::skills)), Moves::up,
         [](RunInputs& s) {
             s.programme.instruments[Instrument::vocational_training].professional_effect = 0.5;
         }},
        {"placement.batch_months", 1.0, 6.0,
         [](RunInputs& s, double x) { s.programme.placement.batch_months = x; },
         "starts", total(starts), Moves::down},
        {"services.abandonment_hazard", 0.0, 0.3,
         [](RunInputs& s, double x) {
             change_everywhere(s, [&](Parameters& p) {
                 p.services.abandonment_hazard_per_month = x;
             });
         },
         "queue for internships",
         monthly(queue_length, at(Instrument::internship)), Moves::down,
         [](RunInputs& s) { s.programme.instruments[Instrument::internship].slots = 0.0; }},
        {"services.personalisation", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.services.personalisation = x; },
         "relations", monthly(autonomy_by_domain, at(Domain::relations)), Moves::up},
        {"services.fidelity", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.services.fidelity = x; },
         "relations", monthly(autonomy_by_domain, at(Domain::relations)), Moves::up,
         [](RunInputs& s) { s.programme.services.personalisation = 1.0; }},
        {"vocational_training.skill effect", 0.0, 0.5,
         [](RunInputs& s, double x) {
             s.programme.instruments[Instrument::vocational_training].professional_effect = x;
         },
         "skills", monthly(autonomy_by_domain, at(Domain::skills)), Moves::up},
        {"orientation.trust effect", 0.0, 0.5,
         [](RunInputs& s, double x) {
             s.programme.instruments[Instrument::orientation].trust_effect = x;
         },
         "hires", total(hires), Moves::up,
         [](RunInputs& s) {
             change_everywhere(s, [](Parameters& p) { p.search.effort_floor = 0.0; });
         }},
        {"language.slots", 0.0, 40.0, slots(Instrument::language),
         "administration", monthly(autonomy_by_domain, at(Domain::administration)), Moves::up,
         [](RunInputs& s) {
             share(s, Group::migrant, 0.9);
             s.programme.services.personalisation = 1.0;
             change_everywhere(s, [](Parameters& p) {
                 p.instruments[Instrument::language].usual_slots_per_1000 = 0.0;
             });
         }},
        {"health_path.slots", 0.0, 60.0, slots(Instrument::health_path),
         "health", monthly(autonomy_by_domain, at(Domain::health)), Moves::up,
         [](RunInputs& s) {
             share(s, Group::addiction, 0.8);
             only(s, Instrument::health_path);
             change_everywhere(s, [](Parameters& p) { p.capital.health_reversion = 0.0; });
         }},
        {"supported_housing.slots", 0.0, 40.0, slots(Instrument::supported_housing),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::up,
         [](RunInputs& s) { share(s, Group::homeless, 0.5); }},
        {"rent_guarantee.slots", 0.0, 60.0, slots(Instrument::rent_guarantee),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::up,
         [](RunInputs& s) { only(s, Instrument::rent_guarantee); }},
        {"safety_refuge.slots", 0.0, 40.0, slots(Instrument::safety_refuge),
         "safety", monthly(autonomy_by_domain, at(Domain::safety)), Moves::up,
         [](RunInputs& s) {
             share(s, Group::violence_survivor, 0.6);
             only(s, Instrument::safety_refuge);
         }},
        {"childcare.slots", 0.0, 40.0, slots(Instrument::childcare),
         "programme_cost", total(programme_cost), Moves::up,
         [](RunInputs& s) { only(s, Instrument::childcare); }},
        {"childcare.slots", 0.0, 60.0, slots(Instrument::childcare),
         "hires", total(hires), Moves::up,
         [](RunInputs& s) {
             only(s, Instrument::childcare);
             s.modules.on[Module::households] = true;
             change_everywhere(s, [](Parameters& p) {
                 p.population.children_share = 1.0;
                 p.households.partner_share = 0.0;
                 p.households.small_children_share = 1.0;
                 p.households.childcare_barrier = 0.1;
             });
         }},
        {"microcredit.slots", 0.0, 40.0, slots(Instrument::microcredit),
         "share self-employed", monthly(work_share, at(WorkState::self_employed)), Moves::up,
         lend},
        {"microcredit.tutored_share", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.microcredit.tutored_share = x; },
         "cost to the State", place(Variable::cost, at(Payer::state)), Moves::down,
         [](RunInputs& s) {
             lend(s);
             s.programme.instruments[Instrument::microcredit].slots = 40.0;
             s.programme.microcredit.called_share_untutored = 0.9;
             s.programme.microcredit.called_share_tutored = 0.0;
             s.programme.microcredit.survival_36_months = 0.01;
             const auto state = static_cast<double>(Payer::state);
             s.programme.instruments[Instrument::microcredit].programme_payer = state;
         }},
        {"transport_voucher.slots", 0.0, 60.0, slots(Instrument::transport_voucher),
         "starts of the far town", place(starts_by_municipality, 2), Moves::up, make_remote},
        {"taper.step_months", 0.0, 6.0,
         [](RunInputs& s, double x) { s.programme.target.taper_step_months = x; },
         "share tapering", monthly(care_share, at(CareState::tapering)), Moves::up},
        {"taper.step_months", 0.0, 8.0,
         [](RunInputs& s, double x) { s.programme.target.taper_step_months = x; },
         "exits", total(exits), Moves::down,
         [](RunInputs& s) {
             change_everywhere(s, [](Parameters& p) {
                 p.search.contact_rate_per_month = 3.0;
                 p.benefit.base_eur = p.benefit.rent_eur = 0.0;
                 p.benefit.local_eur = 1.0;  // something to taper
             });
         }},
    });
}
// clang-format on

}  // namespace cantiere
