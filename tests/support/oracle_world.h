#pragma once
/// The naive model: one struct a person, one a firm, plain loops. It is the oracle of the fast
/// model (architecture.md 6): written from the specification, it shares only the pure formulas of
/// model/rules, the draws of model/core and the lists of names, and must live the same months.

#include <map>
#include <optional>
#include <vector>

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/rules/hiring.h"
#include "model/state/employers.h"
#include "model/state/events.h"

namespace cantiere::oracle {

/// Everything about one resident.
struct Person {
    EntityKey key;
    Presence presence = Presence::not_arrived;
    Month arrival;
    int birth_month = 0;
    Sex sex = Sex::female;
    GroupMask groups = 0;
    MunicipalityId home_town;
    float frailty = 0, poverty_scale = 1, benefit_scale = 1;
    int children = 0;
    bool renter = false, takes_up = false, has_car = false;

    float professional = 0, relational = 0, health = 0, health_mean = 0, mobility = 0;
    float language = 0, trust = 0, trust_initial = 0, safety = 0, disability = 0, aid = 0;

    WorkState work = WorkState::inactive, work_before = WorkState::inactive;
    int tenure = 0, jobless = 0, wage_cents = 0;
    std::optional<std::size_t> firm;
    int internship_left = 0, conversion_left = 0, boost_left = 0, subsidy_left = 0;
    bool displaces = false;

    HousingState housing = HousingState::homeless;
    JusticeState justice = JusticeState::none;
    int since_release = 0, sentence_left = 0;

    CareState care = CareState::unknown;
    Month identified = no_month, due = no_month, registered = no_month, first_service = no_month;
    bool referral_lost = false, holds_bundle = false;
    int assessments = 0, refusals = 0;
    float score = 0, observed_need = 0, assessment_noise = 1;
    std::vector<Instrument> steps;
    std::size_t step = 0;
    int step_left = 0, step_waiting = 0;
    Funding step_funding = Funding::none, support_funding = Funding::none;
    Instrument support = Instrument::count;
    int support_left = 0, support_waiting = 0;
    bool support_done = false;
    int tutor_left = 0, follow_up_left = 0, taper_left = 0;

    float autonomy = 0, autonomy_nonwork = 0;
    int qualifying = 0, reference_qualifying = 0, excluded_months = 0;
    Month exit_month = no_month;
    bool stable_counted = false, relapsed = false, unstable = false, reference_exited = false;
    int benefit_cents = 0, local_aid_cents = 0, due_cents = 0, reference_due_cents = 0;
    int net_income_cents = 0, regional_cents = 0;  // the region's part of the benefit
};

/// One employer.
struct Firm {
    EntityKey key;
    MunicipalityId town;
    Sector sector = Sector::manufacture;
    EmployerKind kind = EmployerKind::profit;
    int staff = 1, coop_places = 0, coop_workers = 0;  // workers as last counted
    int new_places = 0;                                // of reserved contracts, never filled yet
    bool host = false;
    TraineesSeen seen{};
};

/// Ordinary jobseekers of a municipality.
struct Town {
    double jobseekers = 0, displaced = 0;
};

/// Something that happened to a person this month.
struct Happening {
    EventKind kind;
    std::size_t who;
    Instrument instrument = Instrument::count;
    Funding funding = Funding::none;
};

/// Slots of one instrument, and who used them when they were last counted.
struct Service {
    int usual = 0, programme = 0, usual_used = 0, programme_used = 0, waiting = 0;
};

/// Money of one month, cents: net debits at marginal cost and on top of it, and what public payers
/// spent on each person.
struct Books {
    std::map<std::pair<Account, Category>, std::int64_t> debits;
    std::map<Account, std::int64_t> average_only, resources;
    std::map<EntityKey, std::int64_t> public_cents;
};

/// The whole territory, and the month it lives next.
struct World {
    const RunInputs* inputs = nullptr;
    const Draws* draws = nullptr;
    Month month;
    std::vector<Person> people;
    std::vector<Firm> firms;
    std::vector<Town> towns;
    std::vector<Happening> happenings;  // of the month
    Books books;                        // of the month
    EnumArray<InstitutionRole, EnumArray<InstitutionRole, double>> tie, sharing;
    EnumArray<Instrument, Service> services;
    std::int64_t bundle_tokens = 0, bundle_fund_cents = 0;
    int programme_internships = 0, network_months = 0;
    double log_cycle = 0, tightness = 1;

    /// Parameters in force this month.
    const Parameters& p() const;
    /// Parameters by which a person is found, referred and planned for: the programme's for its
    /// target, those of services as usual for everybody else.
    const Parameters& p(const Person& person) const;
    /// Tells whether the programme runs this month; whether it is also for this person.
    bool programme_runs() const;
    bool is_target(const Person& person) const;
    /// Adds something that happened.
    void tell(EventKind kind,
              const Person& who,
              Instrument instrument = Instrument::count,
              Funding funding = Funding::none);
};

}  // namespace cantiere::oracle
