#pragma once

#include "model/core/columns.h"
#include "model/core/units.h"
#include "model/names.h"
#include "model/state/institutions.h"

namespace cantiere {

/// One row of the catalogue of instruments (model.md 5.5, 6.2).
struct InstrumentParameters {
    double months = 1.0;  // planned length
    double dropout_hazard_per_month = 0.0;
    double usual_slots_per_1000 = 0.0;  // territory: seats at once per 1,000 in need
    double slots = 0.0;                 // lever: seats the programme adds, at once
    double cost_eur_month = 0.0;        // paid each month of delivery
    double cost_eur_once = 0.0;         // paid at the start
    double payer = 0.0;                 // Payer of usual delivery, as its index
    double programme_payer = 0.0;       // Payer of programme delivery
    double professional_effect = 0.0;   // g_j,SKI: share of the gap closed at completion
    double relational_effect = 0.0;     // g_j,REL
    double health_effect = 0.0;
    double language_effect = 0.0;  // g_j,ADM on L
    double mobility_effect = 0.0;  // g_j,ADM on M
    double trust_effect = 0.0;     // added to T
    double safety_effect = 0.0;    // added to S
    double aid_effect = 0.0;       // added to aid, up to greatest_aid
};

using InstrumentCatalogue = EnumArray<Instrument, InstrumentParameters>;

/// Queues of services (model.md 5.6).
struct ServiceParameters {
    double abandonment_hazard_per_month = 0.03;
    double quality = 1.0;   // q
    double fidelity = 1.0;  // lever: phi of programme delivery
    double skills_assessment_noise_factor = 0.7;
    double transport_time_factor = 0.7;
    double follow_up_months = 6.0;
    double personalisation = 0.1;              // pi: probability that a step is tailored
    double project_budget_eur = 0.0;           // lever: B_proj, of the preparation; 0 = no limit
    double noise_of_choice = 0.05;             // scale of the Gumbel taste in project design
    double skip_training_above = 0.60;         // observed skills above which training is left out
    double minimum_step_gain = 0.005;          // log points of A below which a step is left out
    double longest_planned_wait_months = 3.0;  // a step with a longer line is left out
    double low_safety = 0.50;                  // S below: safety plan or refuge
    double low_language = 0.50;                // L below: language course first
    double low_health = 0.40;                  // H below: health path
    double low_mobility = 0.45;                // M below and no car: transport voucher
    double greatest_aid = 0.5;  // part of a limitation that aids make up for, at most
};

/// Case management and assessment: prices of staff time (costs_matrix.csv).
struct StaffPrices {
    double assessment_eur = 284.0;  // orientation and skills assessment, 8 h
    double assessment_payer = 0.0;
    double commission_case_eur = 45.0;
    double case_manager_eur_month = 80.0;  // 3 h a month while a file is open and active
    double programme_case_manager_eur_month = 80.0;
    double office_eur_year = 0.0;               // lever: coordination office
    double meeting_eur_month_per_member = 0.0;  // lever
    double tie_eur_month = 0.0;                 // lever: upkeep of one tie
    double desk_eur_year = 0.0;                 // lever: desks and operator training
    double operation_eur_year =
        0.0;  // lever: other running cost of the programme (staff, prevention)
    double in_kind_eur_month =
        0.0;  // lever: members' unpaid contribution, third sector, shadow-priced
    double coordination_payer = 0.0;  // Payer of coordination, desks and operation
};

/// Returns the institution that delivers `instrument` (model.md 5.5, owner).
InstitutionRole owner(Instrument instrument);

/// Tells whether `instrument` is a main step of a project (the others are supports beside it).
bool is_main_step(Instrument instrument);

/// Tells whether a seat of `instrument` is assigned by the placement policy, not by a queue.
constexpr bool is_placed(Instrument instrument) {
    return instrument == Instrument::internship || instrument == Instrument::subsidised_hire ||
           instrument == Instrument::coop_b_placement;
}

/// Tells whether `instrument` is a course, in which joblessness does not advance (section 0).
bool is_course(Instrument instrument);

/// Tells whether delivery of `instrument` counts as served (all but orientation and assessment).
bool counts_as_served(Instrument instrument);

}  // namespace cantiere
