#include "analysis/exploration/posterior_pack.h"

#include <algorithm>
#include <map>

#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

const std::string of_two_keys =
    "schema = 1\nkind = \"calibration\"\nid = \"own\"\n"
    "[simulator]\nstudy = \"studies/small.toml\"\n"
    "[[parameter]]\nname = \"population.frailty_sd\"\n"
    "[[parameter]]\nname = \"population.overlap\"\nlow = 0\nhigh = 1\n"
    "[[target]]\nname = \"exits\"\noutput = \"exits\"\nvalue = 3\nstandard_error = 1\n"
    "source = \"ben.x\"\n";

Calibration read_calibration_text(const std::string& text, const Texts& files) {
    Texts all = files;
    all["c.toml"] = text;
    CalibrationOptions options;
    options.files = memory_files(all);
    CalibrationReading reading = read_calibration("c.toml", options);
    REQUIRE(reading.calibration.has_value());
    return std::move(*reading.calibration);
}

/// Three samples: the mean under the weights is 0.45 and 0.35.
Match three_samples() {
    Match match;
    match.samples = {{0.4, 0.2}, {0.5, 0.4}, {0.5, 0.6}};
    match.weights = {0.5, 0.25, 0.25};
    return match;
}

}  // namespace

TEST_CASE("Resampling gives every sample its weight of the rows, whatever the seed") {
    for (const std::uint64_t seed : {1U, 2U, 99U}) {
        std::map<std::vector<double>, int> counts;
        for (const std::vector<double>& row : equally_weighted(three_samples(), 8, seed))
            ++counts[row];
        CHECK(counts[{0.4, 0.2}] == 4);
        CHECK(counts[{0.5, 0.4}] == 2);
        CHECK(counts[{0.5, 0.6}] == 2);
    }
    CHECK(equally_weighted({}, 8, 1).empty());
}

TEST_CASE("A posterior pack reads back: means at one draw, the samples together at many") {
    Texts files = example_files();
    const Calibration calibration = read_calibration_text(of_two_keys, files);
    const PosteriorHome home = posterior_home(calibration);
    REQUIRE(home.pack);
    CHECK(home.pack->path == "behaviour/default.toml");
    files["behaviour/own.toml"] =
        posterior_pack_text(calibration, three_samples(), *home.pack, "default.toml");
    replace_in(files, "studies/small.toml", "behaviour/default.toml", "behaviour/own.toml");

    StudyOptions options;
    options.overrides.draws = 1;
    const StudyReading once = read_example(files, options);
    REQUIRE(once.study.has_value());
    const Pack& means = *once.study->scenarios.front().behaviour;
    CHECK(means.id == "own-posterior");
    CHECK(find_value(means, "population.frailty_sd")->value(0) == Approx(0.45));
    CHECK(find_value(means, "population.overlap")->value(0) == Approx(0.35));

    options.overrides.draws = 1000;
    const StudyReading many = read_example(files, options);
    REQUIRE(many.study.has_value());
    for (const Problem& one : many.problems.list()) {
        // Strict finds nothing in it but what the example's own behaviour leaves out.
        if (one.code != "unstated-keys") CHECK(one.place.file->path != "behaviour/own.toml");
    }
    const Pack& drawn = *many.study->scenarios.front().behaviour;
    std::map<std::pair<double, double>, int> counts;
    for (std::size_t i = 0; i < 1000; ++i) {
        ++counts[{find_value(drawn, "population.frailty_sd")->value(i),
                  find_value(drawn, "population.overlap")->value(i)}];
    }
    CHECK(counts[{0.4, 0.2}] == 500);
    CHECK(counts[{0.5, 0.4}] == 250);
    CHECK(counts[{0.5, 0.6}] == 250);
}

TEST_CASE("A pack is refused where keys are in several packs, or set over them") {
    Texts files = example_files();
    const std::string of_law =
        of_two_keys + "[[parameter]]\nname = \"benefit.base_eur\"\nlow = 400\nhigh = 600\n";
    CHECK(posterior_home(read_calibration_text(of_law, files)).why ==
          "the calibrated keys are in several packs: adi, default");
    files["studies/small.toml"] += "[set]\n\"population.overlap\" = 0.3\n";
    CHECK(posterior_home(read_calibration_text(of_two_keys, files)).why ==
          "the study sets population.overlap, over every pack");
}
