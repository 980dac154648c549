#include <fmt/format.h>

#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {
namespace {

using enum Variable;

/// Many carry each flag, so that every instrument has people to serve.
void many_of_every_group(RunInputs& s) {
    change_everywhere(s, [](Parameters& p) { p.population.group_share.fill(0.3); });
}

/// The wanted instrument has the programme's seats alone; supports stand in nobody's way.
void only_from_the_programme(RunInputs& s, Instrument wanted) {
    many_of_every_group(s);
    change_everywhere(s, [&](Parameters& p) {
        for (const Instrument i : members<Instrument>()) {
            const bool support = !is_main_step(i) && i != Instrument::job_tutor;
            if (support || i == wanted) p.instruments[i].usual_slots_per_1000 = 0.0;
        }
    });
    for (const Instrument i : members<Instrument>()) {
        const bool support = !is_main_step(i) && i != Instrument::job_tutor;
        if (support) s.programme.instruments[i].slots = 0.0;
    }
    s.programme.instruments[wanted].slots = 30.0;
    s.programme.services.personalisation = 1.0;
    s.programme.target.tutor_share = 1.0;
}

/// The programme's seats of an instrument, from the municipality's purse to the region's.
Lever payer_of_seats(Instrument instrument) {
    return {
        fmt::format("{}.programme_payer", name(instrument)),
        static_cast<double>(Payer::municipality),
        static_cast<double>(Payer::province_region),
        [=](RunInputs& s, double x) { s.programme.instruments[instrument].programme_payer = x; },
        "cost to province and region",
        place(Variable::cost, at(Payer::province_region)),
        Moves::up,
        [=](RunInputs& s) {
            only_from_the_programme(s, instrument);
            change_everywhere(s, [=](Parameters& p) {
                p.instruments[instrument].cost_eur_month = 200.0;
                p.tax.hire_subsidy_share = 0.4;
                p.microcredit.capital_threshold = 0.2;
                p.microcredit.approval_share = 1.0;
            });
            s.modules.on[Module::microcredit] = true;
        }};
}

/// A programme for one group, against a programme for nobody.
Lever target_group(Group group) {
    return {fmt::format("target.groups.{}", name(group)),
            0.0,
            1.0,
            [=](RunInputs& s, double x) { s.programme.target.group[group] = x; },
            fmt::format("starts of {}", name(group)),
            place(starts_by_group, at(group)),
            Moves::up,
            [](RunInputs& s) {
                many_of_every_group(s);
                s.programme.target.everybody = 0.0;
                s.programme.target.group.fill(0.0);
            }};
}

}  // namespace

TEST_CASE("Each group a programme is for has more starts than without it") {
    std::vector<Lever> levers;
    for (const Group group : members<Group>()) levers.push_back(target_group(group));
    check_levers(levers);
}

TEST_CASE("Each instrument's programme seats are paid by whom the programme names") {
    std::vector<Lever> levers;
    for (const Instrument instrument : members<Instrument>()) {
        // A cooperative's job has no price of its own.
        if (instrument == Instrument::coop_b_placement) continue;
        levers.push_back(payer_of_seats(instrument));
    }
    check_levers(levers);
}

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Levers of targets, tutors and first steps move their outcomes as stated") {
    check_levers({
        {"target.everybody", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.target.everybody = x; },
         "starts", total(starts), Moves::up,
         [](RunInputs& s) { s.programme.target.group.fill(0.0); }},
        {"hire_incentive.months", 1.0, 24.0,
         [](RunInputs& s, double x) { s.programme.target.hire_incentive_months = x; },
         "programme_cost", total(programme_cost), Moves::up,
         [](RunInputs& s) { s.programme.target.hire_incentive_eur_month = 300.0; }},
        {"orientation.slots", 0.0, 30.0,
         [](RunInputs& s, double x) { s.programme.instruments[Instrument::orientation].slots = x; },
         "administration", monthly(autonomy_by_domain, at(Domain::administration)), Moves::up,
         [](RunInputs& s) {
             only_from_the_programme(s, Instrument::orientation);
             s.programme.services.personalisation = 0.0;
         }},
        {"skills_assessment.slots", 0.0, 30.0,
         [](RunInputs& s, double x) {
             s.programme.instruments[Instrument::skills_assessment].slots = x;
         },
         "skills", monthly(autonomy_by_domain, at(Domain::skills)), Moves::up,
         [](RunInputs& s) {
             only_from_the_programme(s, Instrument::skills_assessment);
             change_everywhere(s, [](Parameters& p) {
                 p.instruments[Instrument::skills_assessment].professional_effect = 0.5;
             });
         }},
        {"job_tutor.usual_slots_per_1000", 0.0, 200.0,
         everywhere([](Parameters& p, double x) {
             p.instruments[Instrument::job_tutor].usual_slots_per_1000 = x;
         }),
         "share employed", employed_share(), Moves::up,
         [](RunInputs& s) {
             s.programme.instruments[Instrument::job_tutor].slots = 0.0;
             s.programme.target.tutor_share = 1.0;
             change_everywhere(s, [](Parameters& p) {
                 p.keeping.tutor_ratio = 0.2;
                 p.search.coach_multiplier = 1.0;
                 p.search.contact_rate_per_month = 1.5;
             });
         }},
    });
}
// clang-format on

}  // namespace cantiere
