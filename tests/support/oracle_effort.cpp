#include "model/rules/benefits.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Net income of a month with these earnings: pay, the assistance claimed, what the municipality
/// gives to the jobless with an open file who have nothing else, and the invalidity cheque.
double net_income(const World& world, const Person& person, double gross) {
    const Parameters& p = world.p();
    const double assistance = person.takes_up ? assistance_at(world, person, gross) : 0.0;
    const double pay = pay_for(p.tax, gross, 0.0).net;
    double income = pay + assistance + invalidity_eur(p.benefit, person, gross);
    const bool open = has_open_file(person);
    if (open && gross == 0.0 && assistance == 0.0) income += p.benefit.local_eur;
    return income;
}

double effort_of(const World& world, const Person& person) {
    const JobSearchParameters& p = world.p().search;
    if (person.work == WorkState::inactive || person.care == CareState::excluded) {
        return p.effort_floor;
    }
    const double gross = p.wage_part_time_eur;
    const double rate = participation_tax_rate(net_income(world, person, gross),
                                               net_income(world, person, 0.0),
                                               gross);
    return search_effort(p, person.trust, rate);
}

}  // namespace

double drive_of(const World& world, const Person& person) {
    const JobSearchParameters& p = world.p().search;
    double drive = 1.0;
    const bool course = person.step_left > 0 && is_course(step_of(person));
    if (course || person.work == WorkState::internship) drive *= p.lock_in;
    const bool looked_after = person.support == Instrument::childcare && person.support_left > 0;
    if (person.small_children && !looked_after && !person.partner_at_home) {
        drive *= world.p().households.childcare_barrier;
    }
    if (person.boost_left > 0) drive *= exp(p.completed_internship_boost);
    if (person.tutor_left > 0) drive *= p.coach_multiplier;
    return drive;
}

double intensity_of(const World& world, const Person& person) {
    const JobSearchParameters& p = world.p().search;
    return tightness_factor(p, world.tightness) * p.finding_multiplier * effort_of(world, person) *
           duration_factor(p, person.jobless) * drive_of(world, person);
}

}  // namespace cantiere::oracle
