#pragma once
/// The phases of the naive model's month, and what several of them ask about a person.
#include "tests/support/oracle_pay.h"

namespace cantiere::oracle {

// Phases in the order of model.md section 4; each lives one month of the whole world.
void move_cycle(World& world);
void renew_population(World& world);
void renew_homes(World& world);
void drift_capitals(World& world);
void strike_shocks(World& world);
void reach_out(World& world);
void refer(World& world);
void wait(World& world);
void assess(World& world);
void open_slots(World& world);
void buy_bundles(World& world);
void settle_bundles(World& world);
void design_projects(World& world);
void deliver_services(World& world);
void move_hosts(World& world);
void open_reserved_places(World& world);
void place(World& world);
void progress_internships(World& world);
void place_by_quota(World& world);
void hear_of_vacancies(World& world);
void end_displacement(World& world);
void search_jobs(World& world);
void follow_hires(World& world);
void keep_jobs(World& world);
void move_housing(World& world);
void run_justice(World& world);
void change_safety(World& world);
void run_businesses(World& world);
void share_incomes(World& world);
void assess_benefits(World& world);
void keep_books(World& world);
void judge(World& world);
void drift_trust(World& world);
void update_network(World& world);
void renew_contacts(World& world);

/// Counts slots in use and people waiting for each instrument.
void count_services(World& world);

bool is_here(const Person& person);
bool has_job(const Person& person);
bool is_jobless(const Person& person);
/// Tells whether a job or a sentence began or ended this month; to be placed does not count (V25).
bool employment_changed(const Person& person);
bool has_open_file(const Person& person);
bool has_project(const Person& person);
bool is_categorical(const Person& person);
bool is_art4(const World& world, const Person& person);
Instrument step_of(const Person& person);
bool waits_for_step(const Person& person);
bool waits_for_support(const Person& person);
double limitation(const Person& person);
/// How hard somebody looks for work, all that speeds and slows the search included.
double intensity_of(const World& world, const Person& person);
double drive_of(const World& world, const Person& person);
int whole_months(double months);
/// Mean wait of those in a queue, each in the longest of the queues they stand in; NaN if none.
double mean_wait(const World& world);
/// Tells whether the job pays no contributions: L.381/91 art. 4.
bool gives_up_contributions(const World& world, const Person& person);
/// Means-tested assistance that a claim would bring in a month with these gross earnings.
double assistance_at(const World& world, const Person& person, double gross_eur);
/// What a claim says that is made with these gross earnings.
BenefitCase claim_of(const World& world, const Person& person, double gross_eur);
/// Partial invalidity cheque of the month with these gross earnings.
double invalidity_eur(const BenefitParameters& law, const Person& person, double gross_eur);

/// Ends work of every kind and moves to `next`.
void stop_work(Person& person, WorkState next);
/// Closes the file: everything in it ends.
void close_file(Person& person, CareState next);
/// Closes the file without an exit, which is told.
void give_up_file(World& world, Person& person);
/// Ends the main steps; a support or a tutor under way keeps the file open.
void leave_project(World& world, Person& person);
/// Goes to the next step, or to the follow-up after the last one.
void next_step(World& world, Person& person);

/// Domains of a person now; those an assessor sees.
DomainLevels domains_of(const World& world, const Person& person);
DomainLevels seen_domains(const World& world, const Person& person, Month look);

/// Way to a town in minutes; whether the person may work there within the limits.
double minutes_to(const World& world, const Person& person, MunicipalityId town);
bool may_work_in(const World& world,
                 const Person& person,
                 MunicipalityId town,
                 double maximum_minutes,
                 double mobile_from);

/// Contract and pay that go with an offer.
struct Terms {
    WorkState contract = WorkState::fixed_term;
    int wage_cents = 0, subsidy_months = 0;
};
Terms terms_of(const World& world, EntityKey offer);
/// Puts a person into a job, which is told.
void start_job(World& world,
               Person& person,
               std::optional<std::size_t> firm,
               const Terms& terms,
               int incentive_months);
int incentive_months(const World& world, const Person& person);
/// Books that an ordinary applicant of the town lost the job.
void displace(World& world, const Person& person, MunicipalityId town);
/// Lets a firm remember a trainee and stay in the network or leave it.
void end_internship(World& world, std::size_t firm, const Person& trainee, bool completed);
/// What employed contacts do for job finding without vacancies, as a ratio.
double contacts_ratio(const World& world, const Person& person);
/// What an employer would learn of a person with time.
double true_employability(const World& world, const Person& person);

}  // namespace cantiere::oracle
