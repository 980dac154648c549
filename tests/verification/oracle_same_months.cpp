#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/simulate.h"
#include "tests/support/catch.h"
#include "tests/support/oracle.h"
#include "tests/support/oracle_company.h"
#include "tests/support/oracle_record.h"
#include "tests/support/oracle_study.h"

namespace cantiere {
namespace {

/// Differences of the outcome of burn-in and window from what the naive model adds up.
std::string outcome_parted(const RunInputs& inputs, std::uint64_t seed) {
    const Draws draws(RunKey{seed, 3, 1});
    oracle::World world = oracle::make_world(inputs, draws);
    while (world.month < Month{0}) oracle::live_month(world);
    oracle::Record record = oracle::begin_record(world);
    while (world.month.index() < inputs.months) {
        oracle::live_month(world);
        oracle::add_month(record, world);
    }
    const RunResult result = run_window(burn_in(inputs, draws), inputs, draws);
    return fmt::format("{}", fmt::join(oracle::differences(record, world, result.outcome), "\n"));
}

using oracle::Company;
using oracle::live_together;

}  // namespace

TEST_CASE("The naive model lives the same months as the fast one under every placement policy") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            INFO(name(policy) << ", seed " << seed);
            CHECK(live_together(oracle::crowded_programme(policy), {seed}).parted == "");
        }
    }
}

TEST_CASE("The naive model lives the same months as the fast one with usual services and a twin") {
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
        INFO("seed " << seed);
        CHECK(live_together(oracle::crowded_study(), {seed}).parted == "");
        CHECK(live_together(oracle::crowded_null_twin(), {seed}).parted == "");
    }
}

TEST_CASE("The naive model lives the same months without vacancies") {
    RunInputs inputs = oracle::crowded_programme(PlacementPolicy::lottery);
    inputs.modules.on[Module::employers] = false;
    CHECK(live_together(inputs, {5}).parted == "");
}

TEST_CASE("The crowded study leaves no event and no instrument out") {
    Company all;
    for (const PlacementPolicy policy : {PlacementPolicy::lottery, PlacementPolicy::optimal}) {
        for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
            const Company company = live_together(oracle::crowded_programme(policy), {seed});
            CHECK(company.parted == "");
            for (const auto& [kind, count] : company.events) all.events[kind] += count;
            for (const auto& [what, count] : company.started) all.started[what] += count;
        }
    }
    for (const EventKind kind : members<EventKind>()) {
        INFO("event " << static_cast<int>(kind));
        CHECK(all.events[kind] > 0);
    }
    for (const Instrument instrument : members<Instrument>()) {
        INFO(name(instrument));
        CHECK(all.started[instrument] > 0);
    }
}

TEST_CASE("The comparison sees a single parameter that differs") {
    const RunInputs inputs = oracle::crowded_programme(PlacementPolicy::lottery);
    RunInputs other = inputs;
    other.programme.keeping.tutor_ratio *= 0.5;
    CHECK(live_together(inputs, {1}).parted == "");
    const Draws draws(RunKey{1, 3, 1});
    oracle::World world = oracle::make_world(other, draws);
    oracle::Record record = oracle::begin_record(world);
    while (world.month.index() < other.months) {
        oracle::live_month(world);
        if (world.month > Month{0}) oracle::add_month(record, world);
    }
    const RunResult result = run_window(burn_in(inputs, draws), inputs, draws);
    CHECK_FALSE(oracle::differences(record, world, result.outcome).empty());
}

TEST_CASE("A run reports what the naive model adds up") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        CHECK(outcome_parted(oracle::crowded_study(), seed) == "");
        CHECK(outcome_parted(oracle::crowded_null_twin(), seed) == "");
        for (const auto policy : {PlacementPolicy::first_come,
                                  PlacementPolicy::optimal,
                                  PlacementPolicy::optimal_with_floors}) {
            CHECK(outcome_parted(oracle::crowded_programme(policy), seed) == "");
        }
    }
}

}  // namespace cantiere
