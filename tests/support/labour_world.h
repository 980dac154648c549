#pragma once

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/employers.h"
#include "model/month/internship.h"
#include "model/month/occupancy.h"
#include "model/month/placement.h"
#include "model/month/search.h"
#include "model/month/service_slots.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

/// A territory of a few municipalities where residents, employers and services meet: everybody
/// lives in the first one, all employers are small firms and hosts, every way takes 20 minutes.
struct LabourWorld {
    LabourWorld(std::size_t residents_count, std::size_t employers_count, std::size_t places = 1)
        : residents(sample_residents(residents_count)), travel(places) {
        for (const MunicipalityId home : rows<MunicipalityId>(places)) {
            for (const MunicipalityId job : rows<MunicipalityId>(places)) {
                travel.car(home, job) = 20.0;
                travel.transit(home, job) = 40.0;
            }
        }
        employers.key.resize(employers_count);
        employers.municipality.resize(employers_count);
        employers.sector.resize(employers_count, Sector::commerce);
        employers.kind.resize(employers_count, EmployerKind::profit);
        employers.staff.resize(employers_count, 4);
        employers.host.resize(employers_count, 1);
        employers.seats_used.resize(employers_count, 0);
        employers.coop_places.resize(employers_count, 0);
        employers.coop_places_used.resize(employers_count, 0);
        employers.coop_places_new.resize(employers_count, 0);
        employers.trainees_seen.resize(employers_count);
        for (std::size_t e = 0; e < employers_count; ++e) {
            employers.key[EmployerId::at(e)] = hash_key({0x656d706c, e});
            employers.municipality[EmployerId::at(e)] = MunicipalityId::at(e % places);
        }
        pool.jobseekers_usual.resize(places, 1000.0);
        pool.displaced.resize(places, 0.0);
        pool.displaced_in_window.resize(places, 0.0);
        parameters.internship.dropout_hazard.fill(parameters.internship.ordinary_dropout_hazard);
    }

    /// Makes everyone wait for `step`, registered in `since`.
    void everybody_waits_for(Instrument step, Month since = Month{0}) {
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            open_project(residents.care, who, {step}, since);
            residents.care.observed_need[who] = 0.6f;
        }
    }

    /// Starts a month: who is in which state, and how much is in use.
    void begin(Month now) {
        month = now;
        events.clear();
        mark_start_of_month(residents.work);
        recount_seats(employers, residents.work);
        count_use(units, residents.people, residents.care, residents.work);
    }

    // clang-format off
    void place() {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        place_residents(work, care, units, employers, pool, events, people, capital, travel, parameters, draws, month);
    }

    void progress() {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        progress_internships(work, care, employers, pool, events, people, capital, parameters, draws, month);
    }

    void fill(const std::vector<Vacancy>& vacancies, double tightness = 1.0) {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        fill_vacancies(work, employers, pool, events, people, capital, housing, care, standing, contacts, travel, vacancies, parameters, tightness, draws, month);
    }
    // clang-format on

    std::vector<Vacancy> vacancies(double tightness = 1.0) const {
        return open_vacancies(employers, parameters.employers, tightness, draws, month);
    }

    /// Counts the events of a kind this month.
    int count(EventKind kind) const {
        int events_of_kind = 0;
        for (const Event& event : events.all()) events_of_kind += event.kind == kind ? 1 : 0;
        return events_of_kind;
    }

    /// Counts the residents in a work state.
    int count(WorkState state) const {
        int people = 0;
        for (const WorkState own : residents.work.state) people += own == state ? 1 : 0;
        return people;
    }

    Residents residents;
    Employers employers;
    OrdinaryPool pool;
    Contacts contacts;
    ServiceUnits units;
    TravelTimes travel;
    Parameters parameters;
    Events events;
    Draws draws{RunKey{7, 0, 0}};
    Month month{0};
};

}  // namespace cantiere
