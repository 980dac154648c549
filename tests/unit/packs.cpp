#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "analysis/exploration/calibration_file.h"
#include "scenarios/csv.h"
#include "scenarios/file_source.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

const std::vector<std::string>
    studies{"pistoia", "net-met", "versilia", "bari", "gorizia", "placement", "italy"};

std::string study_file(const std::string& id) { return "scenarios/studies/" + id + ".toml"; }

StudyReading read_strictly(const std::string& id) {
    StudyOptions options;
    options.warnings = Warnings::refuse;
    return read_study(study_file(id), options);
}

/// Reads a study with every parameter at its value.
StudyReading read_at_values(const std::string& id) {
    StudyOptions options;
    options.overrides.draws = 1;
    return read_study(study_file(id), options);
}

std::size_t scenario_index(const Study& study, const std::string& id) {
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].id == id) return i;
    }
    return study.scenarios.size();
}

Parameters programme_of(const std::string& study_id, const std::string& scenario) {
    const StudyReading reading = read_at_values(study_id);
    const std::size_t index = scenario_index(*reading.study, scenario);
    REQUIRE(index < reading.study->scenarios.size());
    return run_inputs(*reading.study, index, 0).programme;
}

double people(const Parameters& parameters) { return parameters.population.residents_in_need; }

}  // namespace

TEST_CASE("the shipped studies and all their packs pass the strict check") {
    for (const std::string& id : studies) {
        const StudyReading reading = read_strictly(id);
        INFO(text(reading.problems));
        CHECK(reading.study.has_value());
    }
}

TEST_CASE("every shipped pack passes the strict check by itself") {
    StudyOptions options;
    options.warnings = Warnings::refuse;
    std::size_t packs = 0;
    for (const std::string folder : {"territories", "laws", "behaviour", "policies"}) {
        for (const auto& entry : std::filesystem::directory_iterator("scenarios/" + folder)) {
            if (entry.path().extension() != ".toml") continue;
            const std::string told = text(check_pack(entry.path().string(), options));
            INFO(told);
            CHECK(told.find("error") == std::string::npos);
            CHECK(told.find("warning") == std::string::npos);
            ++packs;
        }
    }
    CHECK(packs == 16);
}

TEST_CASE("the shipped calibration passes the check") {
    const auto reading = read_calibration("scenarios/behaviour/calibration/as-usual.toml");
    INFO(text(reading.problems));
    REQUIRE(reading.calibration);
    CHECK(reading.calibration->parameters.size() == 4);
    CHECK(reading.calibration->targets.size() == 4);
    for (const std::string& source : reading.calibration->sources) CHECK(!source.empty());
}

TEST_CASE("each study has as-usual, its programme, the null twin and two variants or more") {
    const std::map<std::string, std::string> programmes{{"pistoia", "pisola"},
                                                        {"net-met", "net-met"},
                                                        {"versilia", "versilia-pact"},
                                                        {"bari", "bari-cantiere"},
                                                        {"gorizia", "iso-new"}};
    for (const auto& [id, programme] : programmes) {
        INFO(id);
        const StudyReading reading = read_strictly(id);
        REQUIRE(reading.study);
        const Study& study = *reading.study;
        REQUIRE(study.scenarios.size() >= 5);
        CHECK(study.experiment.base == "as-usual");
        CHECK(study.scenarios[scenario_index(study, "as-usual")].policies.empty());
        CHECK_FALSE(study.scenarios.at(scenario_index(study, programme)).null_twin);
        CHECK(study.scenarios.at(scenario_index(study, programme + "-null-twin")).null_twin);
    }
}

TEST_CASE("thirty internships in all over nine municipalities in Bari") {
    const Parameters cantiere = programme_of("bari", "bari-cantiere");
    CHECK(cantiere.internship.total_starts == 30.0);
    CHECK(cantiere.instruments[Instrument::internship].slots == 30.0);
    CHECK(cantiere.target.group[Group::violence_survivor] == 1.0);
    CHECK(cantiere.target.everybody == 0.0);
    const StudyReading reading = read_strictly("bari");
    CHECK(reading.study->scenarios.front().territory->municipalities.size() == 9);
    CHECK(programme_of("bari", "bari-cantiere-60-starts").internship.total_starts == 60.0);
}

TEST_CASE("Pistoia has residents in the comune only and employers in twenty municipalities") {
    const StudyReading reading = read_strictly("pistoia");
    const auto& municipalities = reading.study->scenarios.front().territory->municipalities;
    std::size_t with_residents = 0;
    for (const Municipality& municipality : municipalities) {
        if (municipality.has_residents) ++with_residents;
    }
    CHECK(municipalities.size() == 20);
    CHECK(with_residents == 1);
}

TEST_CASE("people in need are the estimates of the evidence catalogue") {
    CHECK(people(programme_of("pistoia", "as-usual")) == 1132.0);
    CHECK(people(programme_of("net-met", "as-usual")) == 3656.0 + 3123.0 + 2160.0);
    CHECK(people(programme_of("versilia", "as-usual")) == 2091.0);
    CHECK(people(programme_of("bari", "as-usual")) == 5950.0);
    CHECK(people(programme_of("gorizia", "as-usual")) == 1780.0);
}

TEST_CASE("the planned outlay of the Cantiere comes near its known budget") {
    const StudyReading reading = read_at_values("bari");
    const std::size_t index = scenario_index(*reading.study, "bari-cantiere-null-twin");
    const RunInputs inputs = run_inputs(*reading.study, index, 0);
    REQUIRE(inputs.null_twin);
    const double in_2009_euros =
        inputs.null_twin->outlay_per_month.euros() * inputs.null_twin->months / 1.31;
    CHECK(in_2009_euros == Approx(500000.0).epsilon(0.05));
}

TEST_CASE("a standard bundle costs what a full path is known to cost") {
    for (const std::string& id : studies) {
        const StudyReading reading = read_at_values(id);
        const double bundle = bundle_price(run_inputs(*reading.study, 0, 0).usual).euros();
        INFO(id);
        CHECK(bundle > 4000.0);
        CHECK(bundle < 9500.0);
    }
}

TEST_CASE("keys of the evidence catalogue are unique and their ranges hold the value") {
    const FileSource files = disk_files();
    std::set<std::string> keys;
    std::size_t rows = 0;
    for (const std::string name : {"people.csv", "costs.csv", "model.csv", "laws.csv"}) {
        const std::string path = "scenarios/evidence/" + name;
        Problems problems;
        const CsvTable table =
            parse_csv(std::make_shared<const SourceFile>(SourceFile{path, files.read(path).text}),
                      problems);
        for (const CsvRow& row : table.rows) {
            INFO(row.cells[*table.column("key")]);
            CHECK(keys.insert(row.cells[*table.column("key")]).second);
            const auto value = parse_number(row.cells[*table.column("value")]);
            const auto low = parse_number(row.cells[*table.column("low")]);
            const auto high = parse_number(row.cells[*table.column("high")]);
            if (value && low && high) CHECK((*low <= *value && *value <= *high));
            ++rows;
        }
    }
    CHECK(rows > 650);
}

TEST_CASE("an assumed number has a range, unless it is so by definition") {
    const std::set<std::string> definitions{"model.no_effect",
                                            "model.no_dropout",
                                            "model.priced_elsewhere",
                                            "model.reference",
                                            "model.weights_equal"};
    const std::regex source("source = \"([^\"]+)\"");
    std::size_t ranged = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            if (line.find("quality = \"assumed\"") == std::string::npos) continue;
            const bool has_range = line.find("low = ") != std::string::npos;
            std::smatch found;
            const bool sourced = std::regex_search(line, found, source);
            INFO(entry.path().string() << ": " << line);
            CHECK((has_range || (sourced && definitions.count(found[1].str()) == 1)));
            if (has_range) ++ranged;
        }
    }
    CHECK(ranged > 500);
}

}  // namespace cantiere
