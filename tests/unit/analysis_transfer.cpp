#include "analysis/transfer/transfer.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/transfer/shapley.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The study pistoia, small and short, with the packs of another place.
Study small_pistoia(const std::string& territory = "",
                    const std::string& law = "",
                    const Settings& set = {{"population.residents_in_need", "150"}}) {
    StudyOptions options;
    options.overrides.only = {"pisola"};
    options.overrides.draws = 2;
    options.overrides.replicates = 1;
    options.overrides.set = {{"horizon.burn_in_months", "3"}, {"horizon.months", "8"}};
    options.overrides.set.insert(options.overrides.set.end(), set.begin(), set.end());
    if (!territory.empty())
        options.overrides.territory = "shipped:territories/" + territory + ".toml";
    if (!law.empty()) options.overrides.law = "shipped:laws/" + law + ".toml";
    StudyReading reading = read_study("scenarios/studies/pistoia.toml", options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return std::move(*reading.study);
}

TransferPlan small_plan(const Study& study) {
    TransferPlan plan;
    plan.scenario = 1;
    plan.wtp = 20000.0;
    const OutcomeSizes sizes = block_shape(study).sizes;
    plan.outcomes = {{"net_benefit", std::nullopt},
                     {"starts", read_outcome("starts", sizes).outcome}};
    return plan;
}

std::set<std::string> keys_of(const Pack& pack) {
    std::set<std::string> keys;
    for (const StatedValue& stated : pack.values) keys.insert(stated.spec->key);
    return keys;
}

PlacePart part_of_key(const std::string& key) { return part_of(*find_parameter(key)); }

}  // namespace

TEST_CASE("Shapley values are those of games solved by hand") {
    // Two who earn 10 and 20 alone and 50 together share the surplus of 20.
    CHECK(shapley_values(std::vector{0.0, 10.0, 20.0, 50.0}) == std::vector{20.0, 30.0});
    // Gloves: one left and two right hands; a pair is worth 1 (2/3, 1/6, 1/6).
    const std::vector<double> gloves =
        shapley_values(std::vector{0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0});
    CHECK(gloves[0] == Approx(2.0 / 3.0));
    CHECK(gloves[1] == Approx(1.0 / 6.0));
    CHECK(gloves[2] == Approx(1.0 / 6.0));
    // A runway for aeroplanes that need 1, 2, 4 and 7: each stretch is shared by those who need it.
    std::vector<double> runway(16, 0.0);
    const std::array needs{1.0, 2.0, 4.0, 7.0};
    for (std::size_t set = 0; set < runway.size(); ++set) {
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if ((set >> i & 1) != 0) runway[set] = std::max(runway[set], needs[i]);
        }
    }
    const std::vector<double> shares = shapley_values(runway);
    CHECK(shares[0] == Approx(1.0 / 4));
    CHECK(shares[1] == Approx(1.0 / 4 + 1.0 / 3));
    CHECK(shares[2] == Approx(1.0 / 4 + 1.0 / 3 + 2.0 / 2));
    CHECK(shares[3] == Approx(1.0 / 4 + 1.0 / 3 + 2.0 / 2 + 3.0));
}

TEST_CASE("A game without players for every set is refused") {
    CHECK_THROWS_AS(shapley_values(std::vector{0.0, 1.0, 2.0}), ContractViolation);
}

TEST_CASE("Every number of a place belongs to the part that readers would look in") {
    CHECK(part_of_key("population.group_share.migrant") == PlacePart::population);
    CHECK(part_of_key("housing.initial_share.homeless") == PlacePart::population);
    CHECK(part_of_key("housing.rent_eur_month") == PlacePart::economy);
    CHECK(part_of_key("housing.shelter_places_per_1000") == PlacePart::services);
    CHECK(part_of_key("job_search.tightness") == PlacePart::economy);
    CHECK(part_of_key("employers.per_1000_residents") == PlacePart::economy);
    CHECK(part_of_key("employers.seats_small") == PlacePart::law);
    CHECK(part_of_key("internship.conversion_territory") == PlacePart::economy);
    CHECK(part_of_key("internship.usual_slots_per_1000") == PlacePart::services);
    CHECK(part_of_key("network.usual_tie") == PlacePart::services);
    CHECK(part_of_key("benefit.local_eur") == PlacePart::law);
    CHECK(part_of_key("benefit.base_eur") == PlacePart::law);
    CHECK(part_of_key("tax.coop_b_relief") == PlacePart::law);
}

TEST_CASE("What no rule of parts names are services, each of a family listed here") {
    const std::set<std::string> services{"aids",
                                         "case_management",
                                         "childcare",
                                         "commission",
                                         "coop_b_placement",
                                         "counselling",
                                         "health_path",
                                         "housing",
                                         "internship",
                                         "job_tutor",
                                         "justice",
                                         "language",
                                         "microcredit",
                                         "network",
                                         "orientation",
                                         "outreach",
                                         "relational_training",
                                         "rent_guarantee",
                                         "safety_refuge",
                                         "skills_assessment",
                                         "subsidised_hire",
                                         "supported_housing",
                                         "transport_voucher",
                                         "violence",
                                         "vocational_training"};
    std::set<std::string> found;
    for (const ParameterSpec& spec : parameter_table()) {
        if (spec.home != PackKind::territory || part_of(spec) != PlacePart::services) continue;
        const std::string key(spec.key);
        found.insert(key.substr(0, key.find('.')));
    }
    CHECK(found == services);
}

TEST_CASE("A mixed territory takes whole parts from either place") {
    const Study here = small_pistoia();
    const Study there = small_pistoia("gorizia");
    const Pack& pistoia = *here.scenarios[1].territory;
    const Pack& gorizia = *there.scenarios[1].territory;
    REQUIRE(pistoia.id != gorizia.id);
    const auto none = mixed_territory(pistoia, gorizia, 0);
    const auto all = mixed_territory(pistoia, gorizia, all_parts);
    CHECK(keys_of(*none) == keys_of(pistoia));
    CHECK(keys_of(*all) == keys_of(gorizia));
    CHECK(none->municipalities.size() == pistoia.municipalities.size());
    CHECK(all->municipalities.size() == gorizia.municipalities.size());
    const auto people = mixed_territory(pistoia, gorizia, only(PlacePart::population));
    CHECK(people->municipalities.size() == pistoia.municipalities.size());
    for (const StatedValue& stated : people->values) {
        const Pack& from = part_of(*stated.spec) == PlacePart::population ? gorizia : pistoia;
        INFO(stated.spec->key);
        CHECK(stated.number.value() == find_value(from, stated.spec->key)->number.value());
    }
}

TEST_CASE("A programme moved to where it is changes nothing") {
    const Study study = small_pistoia();
    const Transfer result = transfer(study, study, small_plan(study), {});
    REQUIRE(result.outcomes.size() == 2);
    CHECK(result.outcomes[1].here.mean > 0.0);
    for (const TransferredOutcome& outcome : result.outcomes) {
        CHECK(outcome.change.mean == 0.0);
        CHECK(outcome.here.mean == outcome.there.mean);
        for (const Stat& part : outcome.by_part) CHECK(part.mean == 0.0);
    }
    const Overlap overlap = overlap_of(study, study, 1);
    CHECK(overlap.compared > 20);
    CHECK(overlap.outside.empty());
}

TEST_CASE("Parts of a place add up to the change, and what does not differ has no part") {
    const Study here = small_pistoia();
    const Transfer moved = transfer(here, small_pistoia("gorizia"), small_plan(here), {});
    for (const TransferredOutcome& outcome : moved.outcomes) {
        double sum = 0.0;
        for (const Stat& part : outcome.by_part) sum += part.mean;
        CHECK(sum == Approx(outcome.change.mean).epsilon(1e-9));
        CHECK(outcome.change.mean == Approx(outcome.there.mean - outcome.here.mean).epsilon(1e-9));
        CHECK(outcome.change.mean != 0.0);
    }
    const Transfer law = transfer(here, small_pistoia("", "italy-2024-adi"), small_plan(here), {});
    const TransferredOutcome& worth = law.outcomes.front();
    CHECK(worth.change.mean != 0.0);
    CHECK(worth.by_part[3].mean == Approx(worth.change.mean).epsilon(1e-9));
    for (std::size_t part = 0; part < 3; ++part) {
        CHECK(std::abs(worth.by_part[part].mean) < 1e-9 * std::abs(worth.change.mean));
    }
}

TEST_CASE("What is far outside of the range of a place is told as extrapolation") {
    const Study here = small_pistoia();
    const Study there = small_pistoia("gorizia");
    const Overlap overlap = overlap_of(here, there, 1);
    CHECK(overlap.outside.size() < overlap.compared);
    REQUIRE_FALSE(overlap.outside.empty());
    for (const OutsideRange& one : overlap.outside) {
        INFO(one.spec->key);
        CHECK((one.there < one.low || one.there > one.high));
        CHECK(one.there ==
              find_value(*there.scenarios[1].territory, one.spec->key)->number.value());
    }
}

TEST_CASE("What the study sets is the same in both places and outside of none") {
    const Overlap as_stated = overlap_of(small_pistoia(), small_pistoia("gorizia"), 1);
    REQUIRE_FALSE(as_stated.outside.empty());
    const OutsideRange far = as_stated.outside.front();
    const Settings set{{"population.residents_in_need", "150"},
                       {std::string(far.spec->key), fmt::format("{}", far.there)}};
    const Overlap overlap =
        overlap_of(small_pistoia("", "", set), small_pistoia("gorizia", "", set), 1);
    CHECK(overlap.compared == as_stated.compared - 1);
    for (const OutsideRange& one : overlap.outside) CHECK(one.spec != far.spec);
}

TEST_CASE("A scenario with a place of its own is moved too") {
    StudyOptions options;
    options.overrides.only = {"bari-iso-new"};
    const auto territory_of_export = [&] {
        StudyReading reading = read_study("scenarios/studies/export.toml", options);
        INFO(text(reading.problems));
        REQUIRE(reading.study);
        std::set<std::string> ids;
        for (const Scenario& one : reading.study->scenarios) {
            ids.insert(one.territory->id + " " + one.law->id);
        }
        return ids;
    };
    CHECK(territory_of_export() == std::set<std::string>{"bari italy-2004"});
    options.overrides.territory = "shipped:territories/gorizia.toml";
    CHECK(territory_of_export() == std::set<std::string>{"gorizia italy-2004"});
    options.overrides.law = "shipped:laws/italy-2024-adi.toml";
    CHECK(territory_of_export() == std::set<std::string>{"gorizia italy-2024-adi"});
}

TEST_CASE("A programme of more seats starts more people, and a fidelity of 1 is the programme") {
    const Study study = small_pistoia("",
                                      "",
                                      {{"population.residents_in_need", "300"},
                                       {"internship.slots", "2"},
                                       {"horizon.months", "18"}});
    TransferPlan plan = small_plan(study);
    plan.curves = true;
    const Transfer result = transfer(study, study, plan, {});
    REQUIRE(result.fidelity.size() == 4);
    REQUIRE(result.scale.size() == 5);
    const std::size_t starts = 1;
    CHECK(result.fidelity.front().effects[starts].mean == result.outcomes[starts].here.mean);
    CHECK(result.scale[1].at == 1.0);
    CHECK(result.scale[1].effects[starts].mean == result.outcomes[starts].here.mean);
    CHECK(result.scale[0].effects[starts].mean < result.scale[4].effects[starts].mean);
}
