#include "scenarios/run_inputs.h"

#include <cmath>

#include "model/simulate.h"
#include "tests/support/catch.h"
#include "tests/support/same_outcome.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

constexpr const char* study_file = "studies/small.toml";

double slots(const Parameters& parameters) {
    return parameters.instruments[Instrument::internship].slots;
}

Study study_with(const std::string& scenario_lines, StudyOptions options = {}) {
    Texts files = example_files();
    replace_in(files,
               study_file,
               "[[scenario]]\nid = \"seats-null-twin\"",
               scenario_lines + "[[scenario]]\nid = \"seats-null-twin\"");
    StudyReading reading = read_example(std::move(files), options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return *reading.study;
}

/// Keys of the start that the month reads too, as a scale of what was made then: seats a thousand
/// of the residents in need, and the spread that the latent advantage is measured in.
bool is_scale(const ParameterSpec& spec) {
    return spec.key == "population.residents_in_need" || spec.key == "population.frailty_sd" ||
           spec.key == "population.detained_female_share";
}

/// Moves every value that acts at the start to another one of its range.
void move_the_start(Parameters& parameters) {
    for (const ParameterSpec& spec : parameter_table()) {
        if (spec.acts == Acts::monthly || is_scale(spec)) continue;
        double& value = spec.field(parameters, spec.index);
        value = 0.5 * (value + (value < 0.5 * (spec.low + spec.high) ? spec.high : spec.low));
    }
}

}  // namespace

TEST_CASE("No month reads what acts at the start") {
    StudyOptions options;
    options.overrides.months = 30;
    const Study study = study_with("", options);
    const RunInputs inputs = run_inputs(study, 1, 0);
    RunInputs moved = inputs;
    move_the_start(moved.programme);
    move_the_start(moved.outside);
    const Draws draws(RunKey{1});
    const State start = burn_in(inputs, draws);
    const RunResult one = run_window(start, inputs, draws);
    const RunResult other = run_window(start, moved, draws);
    CHECK(variables_that_differ(one.outcome, other.outcome) == "");
    CHECK(same_people(one, other));
}

TEST_CASE("Services as usual are the packs of territory, law and behaviour") {
    const Study study = study_with("");
    const RunInputs inputs = run_inputs(study, 0, 0);
    REQUIRE(inputs.usual.population.residents_in_need == 200.0);
    REQUIRE(slots(inputs.usual) == 0.0);
    REQUIRE(slots(inputs.programme) == 0.0);
}

TEST_CASE("Policies act in the programme only, and a scenario's own set over them") {
    const Study study = study_with("set = { \"internship.slots\" = 60 }\n");
    const RunInputs inputs = run_inputs(study, 1, 0);
    REQUIRE(slots(inputs.usual) == 0.0);
    REQUIRE(slots(inputs.outside) == 0.0);
    REQUIRE(slots(inputs.programme) == 60.0);
}

TEST_CASE("A scenario's set of what is no lever acts from month 0, in the burn-in never") {
    const Study study = study_with("set = { \"population.death_hazard_per_month\" = 0.01 }\n");
    const RunInputs inputs = run_inputs(study, 1, 0);
    REQUIRE(inputs.usual.population.death_hazard_per_month != 0.01);
    REQUIRE(inputs.outside.population.death_hazard_per_month == 0.01);
    REQUIRE(inputs.programme.population.death_hazard_per_month == 0.01);
}

TEST_CASE("A scenario's set of a lever that is at home in another pack ends with the programme") {
    const Study study = study_with("set = { \"internship.months\" = 9 }\n");
    CHECK(programme_at(study, 1, 0).internship.months == Approx(9.0));
    CHECK(outside_at(study, 1, 0).internship.months ==
          Approx(usual_at(study, 1, 0).internship.months));
}

TEST_CASE("The command line's set reaches the burn-in, and levers the programmes") {
    StudyOptions options;
    options.overrides.set = {{"population.residents_in_need", "300"}, {"internship.slots", "20"}};
    const Study study = study_with("", options);
    const RunInputs usual = run_inputs(study, 0, 0);
    REQUIRE(usual.usual.population.residents_in_need == 300.0);
    REQUIRE(slots(usual.programme) == 0.0);
    REQUIRE(slots(run_inputs(study, 1, 0).programme) == 20.0);
}

TEST_CASE("Amounts are converted to the study's prices, once") {
    const Study study = study_with("");
    REQUIRE(run_inputs(study, 0, 0).usual.benefit.base_eur == Approx(500.0 / 0.8));
    REQUIRE(run_inputs(study, 0, 0).reference_law.base_eur == Approx(500.0 / 0.8));
}

TEST_CASE("Draws of a parameter lie in its range, differ, and one draw stands at the value") {
    const Study study = study_with("");
    std::vector<double> values;
    for (std::size_t draw = 0; draw < 4; ++draw) {
        values.push_back(run_inputs(study, 0, draw).usual.population.frailty_sd);
    }
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(values[i] >= 0.3 + 0.1 * static_cast<double>(i));
        CHECK(values[i] <= 0.3 + 0.1 * static_cast<double>(i + 1));
    }
    StudyOptions options;
    options.overrides.draws = 1;
    REQUIRE(run_inputs(study_with("", options), 0, 0).usual.population.frailty_sd == 0.5);
}

TEST_CASE("A further uncertain parameter moves the draws of no other") {
    Texts files = example_files();
    replace_in(files,
               "behaviour/default.toml",
               "[population]\n",
               "[population]\noverlap = { value = 0.5, dist = \"uniform\", low = 0.3, high = 0.7, "
               "quality = \"assumed\" }\n");
    const Study more = *read_example(files).study;
    const Study fewer = study_with("");
    REQUIRE(sampled_parameters(more).size() == sampled_parameters(fewer).size() + 1);
    for (std::size_t draw = 0; draw < 4; ++draw) {
        REQUIRE(run_inputs(more, 0, draw).usual.population.frailty_sd ==
                run_inputs(fewer, 0, draw).usual.population.frailty_sd);
    }
}

TEST_CASE("A null twin has the programme's money and none of its levers") {
    const Study study = study_with("");
    const RunInputs programme = run_inputs(study, 1, 0);
    const RunInputs twin = run_inputs(study, 2, 0);
    REQUIRE(twin.null_twin);
    REQUIRE(slots(twin.programme) == 0.0);
    REQUIRE(twin.null_twin->outlay_per_month ==
            planned_outlay_per_month(programme.usual, programme.programme));
    REQUIRE(twin.null_twin->outlay_per_month == programme.planned_outlay_per_month);
    REQUIRE(twin.null_twin->outlay_per_month.value > 0);
    REQUIRE(twin.null_twin->bundle_price == bundle_price(programme.usual));
    REQUIRE_FALSE(programme.null_twin);
}

TEST_CASE("A null twin's bundles are priced at the parameters that it runs on") {
    Texts files = example_files();
    replace_in(files,
               study_file,
               "null_twin = true\n",
               "null_twin = true\nset = { \"vocational_training.cost_eur_month\" = 777 }\n");
    StudyReading reading = read_example(std::move(files));
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    const RunInputs twin = run_inputs(*reading.study, 2, 0);
    REQUIRE(twin.null_twin);
    constexpr Instrument training = Instrument::vocational_training;
    REQUIRE(twin.programme.instruments[training].cost_eur_month !=
            twin.usual.instruments[training].cost_eur_month);
    REQUIRE(twin.null_twin->bundle_price == bundle_price(twin.programme));
    REQUIRE(twin.null_twin->bundle_price != bundle_price(twin.usual));
}

TEST_CASE(
    "A total of internships is planned over the months of the study, where no end is stated") {
    const std::string lever = "set = { \"internship.total_starts\" = 30 }\n";
    const Study study = study_with(lever);
    const RunInputs inputs = run_inputs(study, 1, 0);
    Parameters levers = inputs.programme;
    REQUIRE(levers.target.months > inputs.months);
    levers.target.months = inputs.months;
    REQUIRE(inputs.planned_outlay_per_month == planned_outlay_per_month(inputs.outside, levers));
    REQUIRE(run_inputs(study, 0, 0).planned_outlay_per_month == Cents{0});
}

TEST_CASE("Travel times come from distances, and a matrix has the last word") {
    Texts files = example_files();
    replace_in(files,
               "territories/valley.toml",
               "[[municipality]]",
               "travel_matrix = \"minutes.csv\"\n[[municipality]]");
    files["territories/minutes.csv"] = "from,to,minutes_car,minutes_transit\n047014,047002,12,30\n";
    const Study study = *read_example(files).study;
    const Pack& pack = *study.scenarios[0].territory;
    const Territory territory = territory_of(pack, TravelParameters{});
    const auto pistoia = MunicipalityId::at(0);
    const auto agliana = MunicipalityId::at(1);
    REQUIRE(territory.travel.car(pistoia, agliana) == 12.0);
    REQUIRE(territory.travel.transit(pistoia, agliana) == 30.0);
    // 7.24 km as the crow flies, 1.3 times that by road at 40 km/h, and 5 minutes.
    REQUIRE(territory.travel.car(agliana, pistoia) == Approx(19.1).margin(0.3));
    REQUIRE(territory.travel.car(pistoia, pistoia) == TravelParameters{}.within_minutes_car);
}

TEST_CASE("Where nobody commutes every other municipality is infinitely far, and needs no place") {
    Texts files = example_files();
    replace_in(files,
               "territories/valley.toml",
               "[[municipality]]",
               "commuting = \"none\"\n[[municipality]]");
    replace_in(files, "territories/valley.toml", "latitude = 43.93\nlongitude = 10.92\n", "");
    const StudyReading reading = read_example(files);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    const Territory territory =
        territory_of(*reading.study->scenarios[0].territory, TravelParameters{});
    const auto pistoia = MunicipalityId::at(0);
    const auto agliana = MunicipalityId::at(1);
    REQUIRE(std::isinf(territory.travel.car(pistoia, agliana)));
    REQUIRE(std::isinf(territory.travel.transit(agliana, pistoia)));
    REQUIRE(territory.travel.car(pistoia, pistoia) == TravelParameters{}.within_minutes_car);
}

TEST_CASE("How people commute is one of two words, and leaves no room for a matrix") {
    Texts files = example_files();
    replace_in(files,
               "territories/valley.toml",
               "[[municipality]]",
               "commuting = \"non\"\n[[municipality]]");
    REQUIRE(only_error(read_example(files)).find("did you mean \"none\"?") != std::string::npos);
    replace_in(files,
               "territories/valley.toml",
               "commuting = \"non\"",
               "commuting = \"none\"\ntravel_matrix = \"minutes.csv\"");
    REQUIRE(only_error(read_example(files)).find("remove travel_matrix or commuting") !=
            std::string::npos);
}

TEST_CASE("Only municipalities with residents are in the results") {
    const Study study = study_with("");
    REQUIRE(municipalities_of(study).size() == 1);
    REQUIRE(municipalities_of(study)[0].name == "Pistoia");
}
