#include <algorithm>

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/justice.h"
#include "model/month/outreach.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/permuted.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({17, 0, 0});

std::int64_t count(const Events& events, EventKind kind) {
    return std::count_if(events.all().begin(), events.all().end(), [kind](const Event& event) {
        return event.kind == kind;
    });
}

PopulationParameters nobody_leaves() {
    PopulationParameters p;
    p.death_hazard_per_month = 0.0;
    p.emigration_hazard_per_month = 0.0;
    return p;
}

Events renew(Residents& residents, const PopulationParameters& p, Month month) {
    Events events;
    renew_population(residents.people,
                     residents.work,
                     residents.care,
                     events,
                     residents.justice,
                     p,
                     draws,
                     month);
    return events;
}

Events justice_month(Residents& residents, const JusticeParameters& p, Month month) {
    Events events;
    mark_start_of_month(residents.work);
    run_justice(residents.justice,
                residents.work,
                residents.housing,
                residents.care,
                events,
                residents.people,
                OneRegime(p, PopulationParameters{}),
                draws,
                month);
    return events;
}

Territory one_town(double minutes, double transit_minutes) {
    Territory territory;
    territory.municipalities.push_back({"000001", "Uno", 14000, 43.90, 10.90, true});
    territory.travel = TravelTimes(1);
    const MunicipalityId town{0};
    territory.travel.car(town, town) = minutes;
    territory.travel.transit(town, town) = transit_minutes;
    return territory;
}

Territory one_town(double minutes) { return one_town(minutes, 2.0 * minutes); }

std::int64_t identified(const OutreachParameters& p, double minutes, std::size_t people) {
    Residents residents = sample_residents(people);
    residents.care.state.assign(people, CareState::unknown);
    Events events;
    reach_out(residents.care,
              events,
              residents.people,
              residents.capital,
              residents.work,
              one_town(minutes),
              OneRegime(p),
              draws,
              Month{0});
    return count(events, EventKind::identified);
}

}  // namespace

TEST_CASE("Newcomers arrive in their month, the detained ones inside") {
    Residents residents = sample_residents(3);
    residents.people.presence.assign(3, Presence::not_arrived);
    for (const ResidentId who : rows<ResidentId>(3)) {
        residents.people.arrival_month[who] = Month{static_cast<int>(who.index())};
    }
    residents.justice.state[ResidentId{1}] = JusticeState::detained;
    CHECK(count(renew(residents, nobody_leaves(), Month{0}), EventKind::arrived) == 1);
    CHECK(residents.people.presence[ResidentId{0}] == Presence::present);
    CHECK(residents.people.presence[ResidentId{1}] == Presence::not_arrived);
    renew(residents, nobody_leaves(), Month{1});
    CHECK(residents.work.state[ResidentId{1}] == WorkState::detained);
    CHECK(residents.work.state[ResidentId{0}] == WorkState::seeking);
}

TEST_CASE("Residents age out in the month they reach the limit and leave work and care") {
    Residents residents = sample_residents(2);
    residents.people.birth_month[ResidentId{0}] = -67 * 12 + 5;
    residents.work.state[ResidentId{0}] = WorkState::open_ended;
    residents.work.gross_wage_cents[ResidentId{0}] = 91600;
    residents.care.state[ResidentId{0}] = CareState::follow_up;
    residents.care.tutor_left[ResidentId{0}] = 4;
    CHECK(renew(residents, nobody_leaves(), Month{4}).all().empty());
    const Events events = renew(residents, nobody_leaves(), Month{5});
    CHECK(count(events, EventKind::aged_out) == 1);
    CHECK(residents.people.presence[ResidentId{0}] == Presence::gone);
    CHECK(residents.work.state[ResidentId{0}] == WorkState::inactive);
    CHECK(residents.work.gross_wage_cents[ResidentId{0}] == 0);
    CHECK(residents.care.state[ResidentId{0}] == CareState::out);
    CHECK(residents.care.tutor_left[ResidentId{0}] == 0);
    CHECK(residents.people.presence[ResidentId{1}] == Presence::present);
}

TEST_CASE("Nobody comes back or leaves twice") {
    Residents residents = sample_residents(500);
    PopulationParameters p;
    p.death_hazard_per_month = 0.2;
    std::int64_t left = 0;
    for (int m = 0; m < 60; ++m) {
        const Events events = renew(residents, p, Month{m});
        left += count(events, EventKind::died) + count(events, EventKind::emigrated);
    }
    CHECK(left == std::count(residents.people.presence.begin(),
                             residents.people.presence.end(),
                             Presence::gone));
    CHECK(left > 490);
}

TEST_CASE("Outreach finds more people the harder it tries and the nearer the desk") {
    OutreachParameters p;
    const std::int64_t usual = identified(p, 8.0, 20000);
    const double hazard = 0.02 * exp(-1.0 * 0.25 - 0.3 * 8.0 / 60.0) * square_root(0.5);
    CHECK(static_cast<double>(usual) == Approx(20000 * hazard).epsilon(0.3));
    CHECK(identified(p, 60.0, 20000) < usual);
    p.desk_quality = 1.0;
    CHECK(identified(p, 8.0, 20000) > usual);
    p.hazard_per_month = 0.05;
    CHECK(identified(p, 8.0, 20000) > 2 * usual);
    p.hazard_per_month = 0.0;
    CHECK(identified(p, 8.0, 20000) == 0);
}

TEST_CASE("People of small municipalities go to the nearest desk, a large one or the largest") {
    // Three towns in a row, twenty minutes apart; the people live in the smallest, at one end.
    Territory row;
    row.travel = TravelTimes(3);
    const std::array<int, 3> sizes{3000, 8000, 30000};
    for (std::size_t i = 0; i < 3; ++i) {
        row.municipalities.push_back({"000001", "Uno", sizes[i], 43.90, 10.90, true});
        for (std::size_t j = 0; j < 3; ++j) {
            const double minutes = i == j ? 5.0 : 20.0 * std::abs(double(i) - double(j));
            row.travel.car(MunicipalityId::at(i), MunicipalityId::at(j)) = minutes;
            row.travel.transit(MunicipalityId::at(i), MunicipalityId::at(j)) = minutes;
        }
    }
    const auto found = [](const Territory& territory, double from_residents) {
        OutreachParameters p;
        p.hazard_per_month = 0.5;
        p.travel_barrier = 2.0;
        p.desk_from_residents = from_residents;
        Residents residents = sample_residents(20000);
        residents.care.state.assign(20000, CareState::unknown);
        Events events;
        reach_out(residents.care,
                  events,
                  residents.people,
                  residents.capital,
                  residents.work,
                  territory,
                  OneRegime(p),
                  draws,
                  Month{0});
        return count(events, EventKind::identified);
    };
    CHECK(found(row, 0.0) == found(one_town(5.0, 5.0), 0.0));
    CHECK(found(row, 3000.0) == found(row, 0.0));
    CHECK(found(row, 3001.0) == found(one_town(20.0, 20.0), 0.0));
    CHECK(found(row, 8001.0) == found(one_town(40.0, 40.0), 0.0));
    CHECK(found(row, 1e6) == found(row, 8001.0));  // the largest has one always
    CHECK(found(row, 8001.0) < found(row, 3001.0));
    CHECK(found(row, 3001.0) < found(row, 0.0));
}

TEST_CASE("Only outreach brings excluded people back, faster when it is more active") {
    const auto back = [](double hazard_per_month) {
        Residents residents = sample_residents(20000);
        residents.care.state.assign(20000, CareState::excluded);
        residents.work.state[ResidentId{0}] = WorkState::detained;
        OutreachParameters p;
        p.hazard_per_month = hazard_per_month;
        Events events;
        reach_out(residents.care,
                  events,
                  residents.people,
                  residents.capital,
                  residents.work,
                  one_town(8.0),
                  OneRegime(p),
                  draws,
                  Month{3});
        CHECK(residents.care.state[ResidentId{0}] == CareState::excluded);
        return count(events, EventKind::reengaged);
    };
    CHECK(static_cast<double>(back(0.02)) == Approx(20000 * 0.0198).epsilon(0.25));
    CHECK(static_cast<double>(back(0.04)) == Approx(20000 * 0.0392).epsilon(0.18));
    CHECK(back(0.0) == 0);
}

TEST_CASE("Demography, justice and outreach do not depend on the order of rows") {
    constexpr std::size_t people = 700;
    Residents straight = sample_residents(people);
    for (const ResidentId who : rows<ResidentId>(people)) {
        straight.justice.state[who] = JusticeState::released;
        straight.people.frailty[who] = static_cast<float>(who.index() % 7) * 0.1f - 0.3f;
        if (who.index() % 3 == 0) straight.care.state[who] = CareState::unknown;
    }
    const std::vector<std::size_t> order = shuffled_order(people);
    Residents other = permuted(straight, order);
    for (int m = 0; m < 40; ++m) {
        for (Residents* residents : {&straight, &other}) {
            renew(*residents, PopulationParameters{}, Month{m});
            justice_month(*residents, JusticeParameters{}, Month{m});
            Events events;
            reach_out(residents->care,
                      events,
                      residents->people,
                      residents->capital,
                      residents->work,
                      one_town(8.0),
                      OneRegime(OutreachParameters{}),
                      draws,
                      Month{m});
        }
    }
    const Residents expected = permuted(straight, order);
    CHECK(expected.people.presence == other.people.presence);
    CHECK(expected.justice.state == other.justice.state);
    CHECK(expected.justice.sentence_left == other.justice.sentence_left);
    CHECK(expected.care.state == other.care.state);
    CHECK(expected.work.state == other.work.state);
}

}  // namespace cantiere
