#include "model/month/housing.h"

#include <algorithm>

#include "model/core/rows.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({23, 0, 0});
constexpr double line_eur = 850.0;
constexpr ResidentId someone{0};

/// Nobody moves unless a test opens a way.
HousingParameters closed() {
    HousingParameters p;
    p.shelter_entry_hazard = p.precarious_find_hazard = p.stable_find_hazard = 0.0;
    p.precarious_loss_hazard = p.stable_loss_hazard = p.supported_autonomy_hazard = 0.0;
    return p;
}

Events move(Residents& residents,
            const HousingParameters& p,
            int places = 0,
            Month month = Month{0},
            Events events = {}) {
    move_housing(residents.housing,
                 residents.care,
                 events,
                 residents.people,
                 residents.work,
                 residents.standing,
                 p,
                 line_eur,
                 places,
                 draws,
                 month);
    return events;
}

Residents living(std::size_t people, HousingState state) {
    Residents residents = sample_residents(people);
    residents.housing.state.assign(people, state);
    return residents;
}

std::int64_t in_state(const Residents& residents, HousingState state) {
    return std::count(residents.housing.state.begin(), residents.housing.state.end(), state);
}

}  // namespace

TEST_CASE("Shelters never hold more people than places") {
    Residents residents = living(400, HousingState::homeless);
    HousingParameters p = closed();
    p.shelter_entry_hazard = 0.5;
    p.precarious_find_hazard = 0.1;
    for (int m = 0; m < 24; ++m) {
        move(residents, p, 30, Month{m});
        CHECK(in_state(residents, HousingState::shelter) <= 30);
    }
    CHECK(in_state(residents, HousingState::shelter) > 20);
    CHECK(in_state(residents, HousingState::precarious) > 200);
}

TEST_CASE("A place freed in a shelter is given in the next month") {
    Residents residents = living(2, HousingState::homeless);
    residents.housing.state[someone] = HousingState::shelter;
    HousingParameters p = closed();
    p.precarious_find_hazard = 1e-9;
    p.shelter_entry_hazard = 1e6;
    move(residents, p, 1);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::homeless);
    residents.housing.state[someone] = HousingState::precarious;
    move(residents, p, 1, Month{1});
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::shelter);
}

TEST_CASE("Who gets the last shelter place does not depend on the order of rows") {
    Residents straight = living(300, HousingState::homeless);
    const std::vector<std::size_t> order = shuffled_order(300);
    Residents other = permuted(straight, order);
    HousingParameters p;
    for (int m = 0; m < 12; ++m) {
        move(straight, p, 20, Month{m});
        move(other, p, 20, Month{m});
    }
    CHECK(permuted(straight, order).housing.state == other.housing.state);
    CHECK(in_state(straight, HousingState::shelter) > 0);
}

TEST_CASE("A stable home needs an affordable rent or a guarantee") {
    HousingParameters p = closed();
    p.stable_find_hazard = 1e6;
    Residents residents = living(4, HousingState::precarious);
    residents.standing.net_income_cents[ResidentId{1}] = 119900;  // 420 is 35.03 %
    residents.standing.net_income_cents[ResidentId{2}] = 120100;  // 420 is 34.97 %
    residents.care.support[ResidentId{3}] = Instrument::rent_guarantee;
    residents.care.support_left[ResidentId{3}] = 5;
    move(residents, p);
    CHECK(residents.housing.state[someone] == HousingState::precarious);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::precarious);
    CHECK(residents.housing.state[ResidentId{2}] == HousingState::stable);
    CHECK(residents.housing.state[ResidentId{3}] == HousingState::stable);
}

TEST_CASE("A rent guarantee speeds up the way to a stable home") {
    const auto found = [](bool guaranteed) {
        Residents residents = living(20000, HousingState::precarious);
        residents.standing.net_income_cents.assign(20000, 200000);
        if (guaranteed) {
            residents.care.support.assign(20000, Instrument::rent_guarantee);
            residents.care.support_left.assign(20000, 3);
        }
        move(residents, HousingParameters{});
        return static_cast<double>(in_state(residents, HousingState::stable));
    };
    CHECK(found(false) == Approx(20000 * 0.02955).epsilon(0.19));
    CHECK(found(true) == Approx(20000 * 0.05824).epsilon(0.14));
}

TEST_CASE("Assistance counts as income, so a benefit keeps people housed") {
    HousingParameters p = closed();
    p.precarious_loss_hazard = 1e6;
    Residents residents = living(3, HousingState::precarious);
    residents.standing.benefit_cents[ResidentId{1}] = 85000;
    residents.standing.local_aid_cents[ResidentId{2}] = 12000;
    move(residents, p);
    CHECK(residents.housing.state[someone] == HousingState::homeless);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::precarious);
    CHECK(residents.housing.state[ResidentId{2}] == HousingState::homeless);
}

TEST_CASE("Only renters who cannot afford the rent lose a stable home") {
    HousingParameters p = closed();
    p.stable_loss_hazard = 1e6;
    Residents residents = living(3, HousingState::stable);
    residents.people.renter[ResidentId{1}] = 1;
    residents.people.renter[ResidentId{2}] = 1;
    residents.standing.net_income_cents[ResidentId{2}] = 130000;
    move(residents, p);
    CHECK(residents.housing.state[someone] == HousingState::stable);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::precarious);
    CHECK(residents.housing.state[ResidentId{2}] == HousingState::stable);
}

TEST_CASE("Supported housing follows its instrument") {
    const HousingParameters p = closed();
    Residents residents = living(3, HousingState::homeless);
    for (const ResidentId who : rows<ResidentId>(3)) {
        residents.care.support[who] = Instrument::supported_housing;
        residents.care.support_left[who] = 1;
    }
    move(residents, p);
    CHECK(in_state(residents, HousingState::supported) == 3);
    move(residents, p, 0, Month{1});
    CHECK(in_state(residents, HousingState::supported) == 3);
    residents.care.support_left.assign(3, 0);
    residents.standing.net_income_cents[ResidentId{1}] = 130000;
    Events events;
    events.add(EventKind::instrument_dropped, ResidentId{2}, Instrument::supported_housing);
    move(residents, p, 0, Month{2}, events);
    CHECK(residents.housing.state[someone] == HousingState::precarious);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::stable);
    CHECK(residents.housing.state[ResidentId{2}] == HousingState::homeless);
}

TEST_CASE("With own income people leave supported housing by themselves, and the place is freed") {
    HousingParameters p = closed();
    p.supported_autonomy_hazard = 1e6;
    Residents residents = living(2, HousingState::supported);
    residents.care.support.assign(2, Instrument::supported_housing);
    residents.care.support_left.assign(2, 6);
    residents.care.support_funding.assign(2, Funding::programme);
    residents.standing.net_income_cents[someone] = 80000;
    residents.standing.benefit_cents[ResidentId{1}] = 80000;
    const Events events = move(residents, p);
    CHECK(residents.housing.state[someone] == HousingState::precarious);
    CHECK(residents.care.support_left[someone] == 0);
    CHECK(residents.housing.state[ResidentId{1}] == HousingState::supported);
    REQUIRE(events.all().size() == 1);
    CHECK(events.all().front().kind == EventKind::instrument_completed);
    CHECK(events.all().front().funding == Funding::programme);
}

TEST_CASE("Detained and absent people do not move house") {
    HousingParameters p;
    p.precarious_find_hazard = 1e6;
    Residents residents = living(2, HousingState::homeless);
    residents.work.state[someone] = WorkState::detained;
    residents.people.presence[ResidentId{1}] = Presence::gone;
    move(residents, p, 10);
    CHECK(in_state(residents, HousingState::homeless) == 2);
}

TEST_CASE("Shelter places follow the people in need") {
    HousingParameters p;
    p.shelter_places_per_1000 = 10.0;
    CHECK(shelter_places(p, 1100.0) == 11);
    CHECK(shelter_places(p, 6049.0) == 60);
    CHECK(shelter_places(p, 0.0) == 0);
}

}  // namespace cantiere
