#include "scenarios/posterior.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

const std::string two_keys =
    "\"population.frailty_sd\" = { value = 0.5, unit = \"1\", dist = \"normal\", low = 0.3, "
    "high = 0.7, quality = \"assumed\" }\n"
    "\"population.overlap\" = { value = 0.4, unit = \"share\", dist = \"normal\", low = 0.2, "
    "high = 0.6, quality = \"assumed\" }\n"
    "\"initial.trust_mean\" = { value = 0.5, unit = \"share\", dist = \"beta\", low = 0.42, "
    "high = 0.58, quality = \"assumed\" }\n";

/// Overlap is twice the frailty less 0.6, but in the last row: correlation by hand below.
const std::string joint_table =
    "[posterior]\n"
    "names = [\"population.frailty_sd\", \"population.overlap\"]\n"
    "samples = [[0.6, 0.6], [0.4, 0.2], [0.5, 0.4], [0.5, 0.2]]\n";

const std::vector<std::pair<double, double>> joint_rows{{0.4, 0.2},
                                                        {0.5, 0.2},
                                                        {0.5, 0.4},
                                                        {0.6, 0.6}};

/// The example with a behaviour of these keys and this end.
Texts files_with(const std::string& end, std::int64_t draws = 4) {
    Texts files = example_files();
    files["behaviour/default.toml"] =
        "schema = 1\nkind = \"behaviour\"\nid = \"default\"\n" + two_keys + end;
    std::string& study = files.at("studies/small.toml");
    const std::size_t at = study.find("draws = ");
    study.replace(at, study.find('\n', at) - at, "draws = " + std::to_string(draws));
    return files;
}

const Pack& behaviour_of(const StudyReading& reading) {
    REQUIRE(reading.study.has_value());
    return *reading.study->scenarios.front().behaviour;
}

std::vector<std::pair<double, double>> drawn(const Pack& pack, std::size_t draws) {
    std::vector<std::pair<double, double>> pairs;
    for (std::size_t i = 0; i < draws; ++i) {
        pairs.emplace_back(find_value(pack, "population.frailty_sd")->value(i),
                           find_value(pack, "population.overlap")->value(i));
    }
    std::ranges::sort(pairs);
    return pairs;
}

std::string error_of(const std::string& end) {
    const StudyReading reading = read_example(files_with(end));
    CHECK_FALSE(reading.study.has_value());
    std::string codes;
    for (const Problem& one : reading.problems.list()) {
        if (one.severity == Severity::error) codes += one.code + " ";
    }
    return codes;
}

}  // namespace

TEST_CASE("As many draws as a posterior has rows take each row once, whole") {
    const StudyReading reading = read_example(files_with(joint_table));
    CHECK(drawn(behaviour_of(reading), 4) == joint_rows);
    // 400 draws: a hundred of each, so the correlation is that of the rows: covariance 0.01,
    // variances 0.005 and 0.0275, hence 0.01 / sqrt(0.0001375) = 0.85280.
    const StudyReading many = read_example(files_with(joint_table, 400));
    const auto pairs = drawn(behaviour_of(many), 400);
    for (std::size_t i = 0; i < 400; ++i) CHECK(pairs[i] == joint_rows[i / 100]);
    double xy = 0.0, xx = 0.0, yy = 0.0;
    for (const auto& [x, y] : pairs) {
        xy += (x - 0.5) * (y - 0.35);
        xx += (x - 0.5) * (x - 0.5);
        yy += (y - 0.35) * (y - 0.35);
    }
    CHECK(xy / std::sqrt(xx * yy) == Approx(0.85280).margin(1e-5));
}

TEST_CASE("A posterior moves no other value, and the order of its rows does not count") {
    const StudyReading with = read_example(files_with(joint_table, 50));
    const StudyReading without = read_example(files_with("", 50));
    std::string turned = joint_table;
    turned.replace(turned.find("[[0.6, 0.6], [0.4, 0.2]"), 23, "[[0.4, 0.2], [0.6, 0.6]");
    const StudyReading reordered = read_example(files_with(turned, 50));
    bool moved = false;
    for (std::size_t i = 0; i < 50; ++i) {
        const auto value = [i](const StudyReading& of, const char* key) {
            return find_value(behaviour_of(of), key)->value(i);
        };
        CHECK(value(with, "initial.trust_mean") == value(without, "initial.trust_mean"));
        CHECK(value(with, "population.overlap") == value(reordered, "population.overlap"));
        moved = moved || value(with, "population.overlap") != value(without, "population.overlap");
    }
    CHECK(moved);
}

TEST_CASE("With one draw what is drawn together stands at its value") {
    const StudyReading reading = read_example(files_with(joint_table, 1));
    CHECK(drawn(behaviour_of(reading), 1).front() == std::pair(0.5, 0.4));
}

TEST_CASE("A file that builds on a posterior may state one of its keys anew") {
    Texts files = files_with(joint_table);
    files["behaviour/below.toml"] = files["behaviour/default.toml"];
    files["behaviour/default.toml"] =
        "schema = 1\nkind = \"behaviour\"\nid = \"default\"\nextends = [\"below.toml\"]\n"
        "\"population.overlap\" = { value = 0.3, unit = \"share\", dist = \"fixed\", low = 0.2, "
        "high = 0.6, quality = \"assumed\" }\n";
    const StudyReading reading = read_example(files);
    for (const auto& [frailty, overlap] : drawn(behaviour_of(reading), 4)) CHECK(overlap == 0.3);
    CHECK(drawn(behaviour_of(reading), 4).back().first == 0.6);
    CHECK(find_value(behaviour_of(reading), "population.frailty_sd")->joint);
    CHECK_FALSE(find_value(behaviour_of(reading), "population.overlap")->joint);
}

TEST_CASE("Amounts drawn together are converted to the study's prices") {
    Texts files = files_with("");
    files["laws/italy-2024-adi.toml"] =
        "schema = 1\nkind = \"law\"\nid = \"adi\"\n"
        "\"benefit.base_eur\" = { value = 500, unit = \"EUR/month\", price_year = 2016, dist = "
        "\"normal\", low = 400, high = 600, quality = \"assumed\" }\n"
        "[posterior]\nnames = [\"benefit.base_eur\"]\nsamples = [[440], [480], [520], [560]]\n";
    const StudyReading reading = read_example(files);
    REQUIRE(reading.study.has_value());
    const StatedValue* base = find_value(*reading.study->scenarios.front().law, "benefit.base_eur");
    std::vector<double> values;
    for (std::size_t i = 0; i < 4; ++i) values.push_back(base->value(i));
    std::ranges::sort(values);
    CHECK(values == std::vector{550.0, 600.0, 650.0, 700.0});  // prices rose from 0.8 to 1
}

TEST_CASE("A posterior that cannot be used is told") {
    const auto with = [](const std::string& names, const std::string& samples) {
        return error_of("[posterior]\nnames = [" + names + "]\nsamples = [" + samples + "]\n");
    };
    const std::string one = "\"population.overlap\"";
    CHECK(with("\"population.overlop\"", "[0.4]") == "unknown-key ");
    CHECK(with(one, "[0.4], [0.4, 0.5]") == "wrong-row ");
    CHECK(with(one, "0.4") == "wrong-row ");
    CHECK(with(one, "[1.5], [0.2]") == "out-of-range ");
    CHECK(with(one, "[nan]") == "out-of-range ");
    CHECK(with(one, "[\"much\"]") == "out-of-range ");
    CHECK(with(one, "") == "empty-posterior ");
    CHECK(with("", "[]") == "empty-posterior ");
    CHECK(with(one + ", " + one, "[0.4, 0.4]") == "duplicate-key ");
    CHECK(with("\"initial.health_mean\"", "[0.4]") == "unstated-key ");
    CHECK(with("\"placement.batch_months\"", "[6]") == "not-a-number ");
    CHECK(error_of("[posterior]\nnames = [\"population.overlap\"]\n") == "missing-key ");
}
