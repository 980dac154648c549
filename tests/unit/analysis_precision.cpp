#include "analysis/precision.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <utility>

#include "scenarios/batch.h"
#include "scenarios/block_run.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

/// Values 0 and 2 in turn: mean 1.
Sample in_turn(std::size_t draws, std::size_t replicates) {
    Sample sample{draws, replicates, {}};
    for (std::size_t draw = 0; draw < draws; ++draw) {
        sample.values.insert(sample.values.end(), replicates, draw % 2 == 0 ? 0.0 : 2.0);
    }
    return sample;
}

}  // namespace

TEST_CASE("A look has the half-width of Student's t on the means of the draws") {
    const PrecisionLook look = look_at(in_turn(30, 5), {0.4, false});
    REQUIRE(look.mean == Approx(1.0));
    // sd = sqrt(30 / 29), t(29, .975) = 2.045230
    REQUIRE(look.half_width == Approx(2.045230 * std::sqrt(30.0 / 29.0 / 30.0)).epsilon(1e-6));
    REQUIRE(look.asked == 0.4);
    REQUIRE(is_precise(look));
    REQUIRE_FALSE(is_precise(look_at(in_turn(30, 5), {look.half_width, false})));
}

TEST_CASE("A share is asked of the size of the difference") {
    Sample negative = in_turn(100, 1);
    for (double& value : negative.values) value *= -3.0;
    const PrecisionLook look = look_at(negative, {0.05, true});
    REQUIRE(look.asked == Approx(0.15));
    REQUIRE(runs_needed(look) == std::ceil(100.0 * std::pow(look.half_width / 0.15, 2.0)));
}

TEST_CASE("Fewer than thirty draws are never enough, nor are runs without a value") {
    REQUIRE_FALSE(is_precise(look_at(in_turn(28, 5), {1000.0, false})));
    Sample one_draw{1, 30, std::vector<double>(30, 1.0)};
    REQUIRE(is_precise(look_at(one_draw, {1e-9, false})));
    one_draw.replicates = 29;
    one_draw.values.pop_back();
    REQUIRE_FALSE(is_precise(look_at(one_draw, {1e-9, false})));
    const Sample none{30, 1, std::vector<double>(30, no_value)};
    REQUIRE_FALSE(is_precise(look_at(none, {1.0, false})));
}

TEST_CASE("A contrast is the same in finished blocks and in the file they make") {
    const auto folder = std::filesystem::temp_directory_path() / "cantiere-precision";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const Study study = *read_example(example_files()).study;
    BatchOptions options;
    options.results = folder / "a.h5";
    options.threads = 1;
    run_batch(study, options);
    const Results results = read_results(options.results);
    std::map<std::pair<std::size_t, std::size_t>, Block> run;  // once for all variables
    for (std::size_t draw = 0; draw < study.experiment.draws; ++draw) {
        for (std::size_t replicate = 0; replicate < study.experiment.replicates; ++replicate) {
            const BlockId id{static_cast<std::uint32_t>(draw),
                             static_cast<std::uint32_t>(replicate)};
            run[{draw, replicate}] = run_block(study, id).block;
        }
    }
    const BlockSource blocks = [&run](std::size_t draw, std::size_t replicate) {
        return run.at({draw, replicate});
    };
    Experiment first = study.experiment;
    for (const std::string& variable : precision_variables()) {
        INFO(variable);
        const Contrast contrast{1, 0, variable};
        const Sample of_blocks = contrast_sample(study, contrast, blocks);
        REQUIRE(of_blocks.values == contrast_sample(results, contrast, study.experiment).values);
        const Sample half{2, 2, {of_blocks.values.begin(), of_blocks.values.begin() + 4}};
        REQUIRE(contrast_sample(study, contrast, blocks, half).values == of_blocks.values);
        first.draws = 2;
        const Sample begun = contrast_sample(results, contrast, first);
        REQUIRE(begun.values.size() == 4);
        REQUIRE(std::equal(begun.values.begin(), begun.values.end(), of_blocks.values.begin()));
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("Precision can be asked of what every run reports as one number") {
    const std::vector<std::string> known = precision_variables();
    const auto has = [&known](const char* name) {
        return std::find(known.begin(), known.end(), name) != known.end();
    };
    REQUIRE(has("stable_exits"));
    REQUIRE(has("net_benefit"));
    REQUIRE(has("cost.municipality"));
    REQUIRE_FALSE(has("wait_to_start_median"));
    REQUIRE_FALSE(has("cost"));
}
