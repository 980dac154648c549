#include "analysis/transfer/preconditions.h"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/sampling.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::size_t points = 400;

/// Places of twelve numbers in the unit interval, a to l.
JudgedPlaces places_of_twelve(std::uint64_t seed, std::size_t n = points) {
    JudgedPlaces places;
    for (char name = 'a'; name <= 'l'; ++name) places.names.emplace_back(1, name);
    places.rows = latin_hypercube_rows(places.names, n, seed);
    return places;
}

/// It pays where a is below .5 and b above .4, and nowhere else: 30 % of the places.
JudgedPlaces planted_box() {
    JudgedPlaces places = places_of_twelve(7);
    for (const std::vector<double>& row : places.rows) {
        places.pays.push_back(row[0] < 0.5 && row[1] > 0.4);
    }
    return places;
}

Study study_in(const std::string& territory,
               const std::vector<std::pair<std::string, std::string>>& set = {}) {
    StudyOptions options;
    options.overrides.only = {"pisola"};
    options.overrides.draws = 1;
    options.overrides.territory = "shipped:territories/" + territory + ".toml";
    options.overrides.set = set;
    StudyReading reading = read_study("scenarios/studies/pistoia.toml", options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return std::move(*reading.study);
}

const PlaceNumber* number_called(const std::vector<PlaceNumber>& numbers, std::string_view key) {
    const auto found = std::ranges::find_if(numbers, [key](const PlaceNumber& number) {
        return number.spec->key == key;
    });
    return found == numbers.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a screen keeps what a planted box depends on, at the distances found by hand") {
    const Screen screen = screened(planted_box(), 1);
    CHECK(screen.looked_at == 12);
    REQUIRE(screen.kept.size() >= 2);
    // Of the places where it does not pay, (.5 - .3) / .7 have a below .5, and .4 / .7 b below .4;
    // of the others all and none.
    CHECK(screen.kept[0].column == 0);
    CHECK(screen.kept[0].distance == Approx(1.0 - 0.2 / 0.7).margin(0.05));
    CHECK(screen.kept[1].column == 1);
    CHECK(screen.kept[1].distance == Approx(0.4 / 0.7).margin(0.05));
    CHECK(screen.kept[1].distance > screen.dummy_distance);
    // Where it pays a lies in the middle of 0 and .5, b of .4 and 1.
    CHECK(screen.kept[0].median_pays == Approx(0.25).margin(0.04));
    CHECK(screen.kept[1].median_pays == Approx(0.7).margin(0.04));
    CHECK(screen.kept[0].median_pays_not > 0.5);
}

TEST_CASE("of numbers on which nothing depends a screen keeps twelve thirteenths of one") {
    // Each is the farthest of itself and the twelve dummies one time in thirteen.
    constexpr std::size_t times = 80;
    std::size_t kept = 0;
    for (std::size_t seed = 1; seed <= times; ++seed) {
        JudgedPlaces places = places_of_twelve(seed);
        for (std::size_t i = 0; i < points; ++i) {
            places.pays.push_back(keyed_uniform(seed, "coin", i) < 0.4);
        }
        kept += screened(places, seed).kept.size();
    }
    CHECK(static_cast<double>(kept) / static_cast<double>(times) ==
          Approx(12.0 / 13.0).margin(0.5));
}

TEST_CASE("preconditions are the planted box, and places left out confirm it") {
    const Preconditions found = find_preconditions("y > 0", planted_box(), 1);
    CHECK(found.verdict() == PreconditionVerdict::limits);
    CHECK(found.pays.cases == points);
    CHECK(static_cast<double>(found.pays.of_interest) ==
          Approx(0.3 * points).margin(0.05 * points));
    REQUIRE_FALSE(found.pays.boxes.empty());
    const DiscoveredBox& box = found.pays.boxes.front();
    REQUIRE(box.limits.size() == 2);
    for (const BoxLimit& limit : box.limits) {
        const bool is_a = found.screen.kept[limit.column].column == 0;
        CHECK(limit.high.value_or(-1.0) == Approx(is_a ? 0.5 : -1.0).margin(0.02));
        CHECK(limit.low.value_or(-1.0) == Approx(is_a ? -1.0 : 0.4).margin(0.02));
        CHECK(limit.reproduced == 1.0);
    }
    CHECK(box.quality.coverage > 0.95);
    CHECK(box.quality.density > 0.95);
    CHECK(static_cast<double>(found.left_out.inside) == Approx(0.3 * points).margin(0.05 * points));
    CHECK(static_cast<double>(found.left_out.confirmed) >
          0.9 * static_cast<double>(found.left_out.inside));
    CHECK(found.left_out.chance < 1e-6);
    CHECK(found.pays_not.of_interest == points - found.pays.of_interest);
}

TEST_CASE("where all places have the most coverage x density, the widest dense box is found") {
    // It pays in .35 of the places with a below .8, in .95 of those above: .47 of all. No box above
    // a limit has more coverage x density than all, .47; halfway from there to 1 is .735, which
    // (.19 + .35 (.8 - t)) / (1 - t) reaches from t = .688 on.
    JudgedPlaces places = places_of_twelve(11);
    for (std::size_t i = 0; i < points; ++i) {
        const double chance = places.rows[i][0] < 0.8 ? 0.35 : 0.95;
        places.pays.push_back(keyed_uniform(11, "coin", i) < chance);
    }
    const Preconditions found = find_preconditions("y > 0", places, 1);
    REQUIRE(found.verdict() == PreconditionVerdict::limits);
    const DiscoveredBox& box = found.pays.boxes.front();
    const auto limit = std::ranges::find_if(box.limits, [&found](const BoxLimit& one) {
        return found.screen.kept[one.column].column == 0;
    });
    REQUIRE(limit != box.limits.end());
    CHECK(limit->low.value_or(0.0) == Approx(0.688).margin(0.08));
    CHECK(box.quality.density == Approx(0.735).margin(0.06));
    CHECK(found.left_out.chance < 0.01);
}

TEST_CASE("limits found in luck are not confirmed by places left out") {
    constexpr std::size_t times = 60;
    constexpr std::size_t few_places = 100;
    std::size_t found_limits = 0;
    std::size_t confirmed = 0;
    for (std::size_t seed = 1; seed <= times; ++seed) {
        JudgedPlaces places = places_of_twelve(seed, few_places);
        for (std::size_t i = 0; i < few_places; ++i) {
            places.pays.push_back(keyed_uniform(seed, "coin", i) < 0.08);
        }
        const Preconditions found = find_preconditions("y > 0", places, seed);
        if (found.verdict() != PreconditionVerdict::limits) continue;
        ++found_limits;
        confirmed += found.left_out.chance <= greatest_chance ? 1U : 0U;
    }
    CHECK(found_limits >= 6);  // quasi-p of a few that were picked lets luck pass
    CHECK(confirmed <= found_limits / 4);
}

TEST_CASE("where everything or nothing pays there is nothing to need") {
    JudgedPlaces places = places_of_twelve(3);
    places.pays.assign(points, true);
    CHECK(find_preconditions("y > 0", places, 1).verdict() == PreconditionVerdict::all_pay);
    places.pays.assign(points, false);
    const Preconditions none = find_preconditions("y > 0", places, 1);
    CHECK(none.verdict() == PreconditionVerdict::none_pays);
    CHECK(none.screen.kept.empty());
    CHECK(none.pays.boxes.empty());
    CHECK(none.pays_not.boxes.empty());
}

TEST_CASE("the numbers of places span what places state and the range of home") {
    const Study home = study_in("pistoia", {{"population.residents_in_need", "300"}});
    const Study there = study_in("gorizia", {{"population.residents_in_need", "300"}});
    const std::vector<PlaceNumber> numbers = place_numbers({&home, &there}, 1);
    // pistoia.toml and common/italy.toml: 1 in .85 .. 1.2; gorizia.toml: 2.
    const PlaceNumber* tightness = number_called(numbers, "job_search.tightness");
    REQUIRE(tightness != nullptr);
    CHECK(tightness->at == std::vector{1.0, 2.0});
    CHECK(tightness->low == 0.85);
    CHECK(tightness->high == 2.0);
    // 8 in 4 .. 13.5 at home, 12 there: within the range.
    const PlaceNumber* seats = number_called(numbers, "internship.usual_slots_per_1000");
    REQUIRE(seats != nullptr);
    CHECK(seats->at == std::vector{8.0, 12.0});
    CHECK(seats->low == 4.0);
    CHECK(seats->high == 13.5);
    CHECK(number_called(numbers, "population.residents_in_need") == nullptr);  // set for all
    CHECK(number_called(numbers, "internship.slots") == nullptr);              // of the programme
    for (const PlaceNumber& number : numbers) {
        INFO(number.spec->key);
        CHECK(number.low < number.high);
        CHECK((number.spec->home == PackKind::territory || number.spec->home == PackKind::law));
    }
}

TEST_CASE("numbers that span more than tenfold are spread by their logarithm") {
    const ParameterSpec* people = find_parameter("population.residents_in_need");
    const ParameterSpec* seats = find_parameter("internship.usual_slots_per_1000");
    const std::vector<PlaceNumber> numbers{{people, 100.0, 10000.0, {}}, {seats, 1.0, 9.0, {}}};
    CHECK(spreads_by_logarithm(numbers[0]));
    CHECK_FALSE(spreads_by_logarithm(numbers[1]));
    CHECK_FALSE(spreads_by_logarithm({seats, 0.0, 9.0, {}}));
    constexpr std::size_t n = 50;
    const Rows rows = rows_of_places(numbers, n, 5);
    const VariedNumbers vary = varied(numbers);
    std::vector<ExploredParameter> explored;
    for (const RangedParameter& parameter : vary.parameters) {
        explored.push_back(as_explored(parameter));
    }
    // Half of a Latin hypercube lies below the middle: 1,000 by logarithm, 5 by itself.
    std::size_t few_people = 0;
    std::size_t few_seats = 0;
    for (const std::vector<double>& row : values_at(explored, rows)) {
        few_people += row[0] < 1000.0 ? 1U : 0U;
        few_seats += row[1] < 5.0 ? 1U : 0U;
        CHECK(row[0] >= 100.0);
        CHECK(row[0] <= 10000.0);
    }
    CHECK(few_people == n / 2);
    CHECK(few_seats == n / 2);
    CHECK(vary.parameters[0].scope == SettingScope::study);
}

}  // namespace cantiere
