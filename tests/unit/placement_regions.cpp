#include "model/month/placement_regions.h"

#include <limits>

#include "model/month/reach.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

MunicipalityId town(std::size_t index) { return MunicipalityId::at(index); }

/// Towns that nobody leaves.
TravelTimes apart(std::size_t towns) {
    TravelTimes travel(towns);
    for (std::size_t a = 0; a < towns; ++a) {
        for (std::size_t b = 0; b < towns; ++b) {
            travel.car(town(a), town(b)) = a == b ? 10.0 : never;
            travel.transit(town(a), town(b)) = a == b ? 20.0 : never;
        }
    }
    return travel;
}

/// Residents and employers by turns in `towns` towns; everybody waits for an internship.
LabourWorld world_of_towns(std::size_t towns, std::size_t residents, std::size_t employers) {
    LabourWorld world(residents, employers, towns);
    for (const ResidentId who : rows<ResidentId>(residents)) {
        world.residents.people.municipality[who] = town(who.index() % towns);
    }
    for (const EmployerId e : rows<EmployerId>(employers)) {
        world.employers.municipality[e] = town(e.index() % towns);
    }
    world.everybody_waits_for(Instrument::internship);
    world.units.usual_slots[Instrument::internship] = static_cast<int>(employers);
    world.begin(Month{0});
    return world;
}

}  // namespace

TEST_CASE("Municipalities are of one region when somebody travels between them, by steps too") {
    TravelTimes travel = apart(5);
    travel.transit(town(3), town(0)) = 50.0;  // one way, one means
    travel.car(town(3), town(4)) = 30.0;
    const auto region = regions_of(travel, 5);
    CHECK(region[town(0)] == region[town(3)]);
    CHECK(region[town(3)] == region[town(4)]);
    CHECK(region[town(1)] != region[town(0)]);
    CHECK(region[town(2)] != region[town(1)]);
    CHECK(*std::max_element(region.begin(), region.end()) == 2);
}

TEST_CASE("Nobody works where nobody travels, however mobile") {
    LabourWorld world = world_of_towns(2, 4, 4);
    world.travel = apart(2);
    for (float& mobility : world.residents.capital.mobility) mobility = 1.0f;
    const Reach reach(world.residents.people,
                      world.residents.capital,
                      world.residents.care,
                      world.travel,
                      world.parameters,
                      world.draws);
    const WayLimit anywhere{1e9, 0.0};
    CHECK(reach.may_work_in(ResidentId::at(0), town(0), anywhere));
    CHECK_FALSE(reach.may_work_in(ResidentId::at(0), town(1), anywhere));
    world.place();
    for (const ResidentId who : rows<ResidentId>(4)) {
        const EmployerId host = world.residents.work.employer[who];
        if (host == EmployerId::none()) continue;
        CHECK(world.employers.municipality[host] == world.residents.people.municipality[who]);
    }
}

TEST_CASE("Placing region by region gives what placing all at once gives") {
    for (const PlacementPolicy policy : {PlacementPolicy::first_come,
                                         PlacementPolicy::uplift,
                                         PlacementPolicy::lottery,
                                         PlacementPolicy::serial_dictatorship,
                                         PlacementPolicy::deferred_acceptance,
                                         PlacementPolicy::deferred_acceptance_employer,
                                         PlacementPolicy::top_trading_cycles,
                                         PlacementPolicy::optimal}) {
        INFO(name(policy));
        LabourWorld split = world_of_towns(3, 60, 24);
        split.travel = apart(3);
        split.parameters.placement.policy = static_cast<double>(policy);
        LabourWorld whole = world_of_towns(3, 60, 24);
        whole.parameters.placement.policy = static_cast<double>(policy);
        whole.travel = apart(3);
        whole.travel.car(town(0), town(1)) = 1e6;  // one region, too far for anybody all the same
        whole.travel.car(town(1), town(2)) = 1e6;
        whole.parameters.placement.mobility_for_long_way = 2.0;
        split.parameters.placement.mobility_for_long_way = 2.0;
        split.place();
        whole.place();
        CHECK(split.count(EventKind::instrument_started) > 6);
        CHECK(split.residents.work.employer == whole.residents.work.employer);
        CHECK(split.residents.care.refusals == whole.residents.care.refusals);
        CHECK(split.events.round().justified_envy == whole.events.round().justified_envy);
        CHECK(split.events.round().blocking_pairs == whole.events.round().blocking_pairs);
    }
}

TEST_CASE("Policies that weigh all seats together are not split, nor is a single region") {
    const LabourWorld world = world_of_towns(3, 6, 6);
    const People& people = world.residents.people;
    std::vector<Candidate> candidates;
    for (const ResidentId who : rows<ResidentId>(6)) {
        candidates.emplace_back();
        candidates.back().who = who;
        candidates.back().key = people.key[who];
    }
    std::vector<Seat> seats;
    for (const EmployerId e : rows<EmployerId>(3)) seats.push_back({e, world.employers.key[e]});
    const auto rounds = [&](const TravelTimes& travel, PlacementPolicy policy) {
        return rounds_by_region(candidates, seats, people, world.employers, travel, 3, policy);
    };
    CHECK(rounds(apart(3), PlacementPolicy::first_come).size() == 3);
    CHECK(rounds(apart(3), PlacementPolicy::bid_price).size() == 1);
    CHECK(rounds(apart(3), PlacementPolicy::optimal_with_floors).size() == 1);
    CHECK(rounds(world.travel, PlacementPolicy::first_come).size() == 1);
    const auto split = rounds(apart(3), PlacementPolicy::first_come);
    CHECK(split[1].candidates.size() == 2);
    CHECK(split[1].seats.size() == 1);
    candidates.erase(candidates.begin());
    candidates.erase(candidates.begin() + 2);
    CHECK(rounds(apart(3), PlacementPolicy::first_come).size() == 2);  // nobody of the first waits
}

}  // namespace cantiere
