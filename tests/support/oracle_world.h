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
#include "tests/support/oracle_person.h"

namespace cantiere::oracle {

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
    double displaced_in_window = 0;  // by hires from month 0 on
};

/// Something that happened to a person this month.
struct Happening {
    EventKind kind;
    std::size_t who;
    Instrument instrument = Instrument::count;
    Funding funding = Funding::none;
    int cents = 0;
};

/// What the month's round of placement came to.
struct Round {
    int envy = 0, blocking = 0, short_of_floors = 0;
};

/// Slots of one instrument, and who used them when they were last counted.
struct Service {
    int usual = 0, programme = 0, usual_used = 0, programme_used = 0, waiting = 0, still = 0;
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
    Round round;                        // of the month
    EnumArray<InstitutionRole, EnumArray<InstitutionRole, double>> tie, sharing;
    EnumArray<Instrument, Service> services;
    int bundles_offered = 0;
    std::int64_t outlay_received_cents = 0, outlay_returned_cents = 0;
    std::int64_t bundles_paid_cents = 0, bundles_owed_cents = 0;
    int programme_internships = 0, network_months = 0;
    double log_cycle = 0, tightness = 1;
    std::map<std::pair<EntityKey, EntityKey>, Month> ties;  // who know each other, and until when

    /// Parameters in force this month.
    const Parameters& p() const;
    /// Parameters by which a person is found, referred and planned for: the programme's for its
    /// target, those of services as usual for everybody else.
    const Parameters& p(const Person& person) const;
    /// Tells whether the programme runs this month; whether it is also for this person.
    bool programme_runs() const;
    bool is_target(const Person& person) const;
    /// Money of the null twin that is neither paid, nor owed by bundles under way, nor returned.
    std::int64_t unspent_cents() const;
    /// Adds something that happened.
    void tell(EventKind kind,
              const Person& who,
              Instrument instrument = Instrument::count,
              Funding funding = Funding::none,
              int cents = 0);
};

}  // namespace cantiere::oracle
