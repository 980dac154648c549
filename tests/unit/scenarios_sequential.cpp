#include "scenarios/sequential.h"

#include <filesystem>
#include <fstream>

#include "outputs/results_error.h"
#include "scenarios/study_header.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

/// An empty folder that goes away with the test.
class SequentialFolder {
  public:
    SequentialFolder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "sequential-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~SequentialFolder() { std::filesystem::remove_all(path_); }
    SequentialFolder(const SequentialFolder&) = delete;
    SequentialFolder& operator=(const SequentialFolder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

/// The example (4 draws x 2 replicates) with other numbers of runs.
Study example_of(std::int64_t draws, std::int64_t hypercube_draws, std::int64_t replicates) {
    StudyOptions options;
    options.overrides.draws = draws;
    if (hypercube_draws != draws) options.overrides.hypercube_draws = hypercube_draws;
    options.overrides.replicates = replicates;
    StudyReading reading = read_example(example_files(), std::move(options));
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return *reading.study;
}

GrowingStudy growing_example(std::size_t most) {
    return {
        [](std::size_t blocks) { return example_of(4 * static_cast<std::int64_t>(blocks), 4, 2); },
        1,
        most};
}

std::size_t runs_of(const Experiment& plan) { return plan.draws * plan.replicates; }

/// Finds so many runs enough, of each scenario.
Judge enough_at(std::size_t runs) {
    return {[runs](const Study& study, const BlockSource& blocks) {
                const Experiment& plan = study.experiment;
                REQUIRE(blocks(plan.draws - 1, plan.replicates - 1).size() == 3);
                return runs_of(plan) >= runs;
            },
            [runs](const Results&, const Experiment& first) { return runs_of(first) >= runs; }};
}

BatchOptions to_file(const std::filesystem::path& path, std::size_t threads = 1) {
    BatchOptions options;
    options.results = path;
    options.threads = threads;
    return options;
}

std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("Blocks are added until they are enough, to the bytes of as many runs at once") {
    const SequentialFolder folder;
    std::vector<std::size_t> steps;
    const SequentialReport report =
        run_until(growing_example(5),
                  enough_at(24),
                  to_file(folder / "steps.h5"),
                  [&](const Study& s) { steps.push_back(s.experiment.draws); });
    run_batch(example_of(12, 4, 2), to_file(folder / "once.h5"));
    REQUIRE(report.batch.end == BatchEnd::complete);
    REQUIRE(report.blocks == 3);
    REQUIRE(report.batch.log.resumed == 0);
    REQUIRE(report.batch.log.runs == 3 * 24);
    REQUIRE(steps == std::vector<std::size_t>{4, 8, 12});
    REQUIRE(bytes_of_file(folder / "steps.h5") == bytes_of_file(folder / "once.h5"));
    REQUIRE_FALSE(std::filesystem::exists(log_path(folder / "steps.h5")));
}

TEST_CASE("One block that is enough is the plain run, byte for byte") {
    const SequentialFolder folder;
    run_until(growing_example(5), enough_at(1), to_file(folder / "steps.h5"));
    run_batch(example_of(4, 4, 2), to_file(folder / "plain.h5"));
    REQUIRE(bytes_of_file(folder / "steps.h5") == bytes_of_file(folder / "plain.h5"));
}

TEST_CASE("The most blocks allowed are the last, enough or not") {
    const SequentialFolder folder;
    const SequentialReport report =
        run_until(growing_example(2), enough_at(1000), to_file(folder / "steps.h5"));
    REQUIRE(report.batch.end == BatchEnd::complete);
    REQUIRE(report.blocks == 2);
}

TEST_CASE("Any threads and any stop give the bytes of an uninterrupted sequential run") {
    const SequentialFolder folder;
    run_until(growing_example(5), enough_at(24), to_file(folder / "whole.h5"));
    run_until(growing_example(5), enough_at(24), to_file(folder / "seven.h5", 7));
    for (const int stop_at : {3, 8, 13, 21}) {
        int done = 0;
        BatchOptions options = to_file(folder / "parts.h5");
        options.on_block = [&done](const BatchProgress&) { ++done; };
        options.stop_requested = [&] { return done >= stop_at; };
        const SequentialReport first = run_until(growing_example(5), enough_at(24), options);
        REQUIRE(first.batch.end == BatchEnd::interrupted);
        REQUIRE_FALSE(std::filesystem::exists(folder / "parts.h5"));
        const SequentialReport second =
            run_until(growing_example(5), enough_at(24), to_file(folder / "parts.h5", 2));
        REQUIRE(second.batch.log.resumed == static_cast<std::size_t>(3 * stop_at));
        REQUIRE(bytes_of_file(folder / "parts.h5") == bytes_of_file(folder / "whole.h5"));
        std::filesystem::remove(folder / "parts.h5");
    }
    REQUIRE(bytes_of_file(folder / "seven.h5") == bytes_of_file(folder / "whole.h5"));
}

TEST_CASE("A sequential run goes on from the blocks of a plain one") {
    const SequentialFolder folder;
    int done = 0;
    BatchOptions options = to_file(folder / "a.h5");
    options.on_block = [&done](const BatchProgress&) { ++done; };
    options.stop_requested = [&done] { return done == 5; };
    REQUIRE(run_batch(example_of(4, 4, 2), options).end == BatchEnd::interrupted);
    const SequentialReport report =
        run_until(growing_example(5), enough_at(16), to_file(folder / "a.h5"));
    REQUIRE(report.batch.log.resumed == 3 * 5);
}

TEST_CASE("A study of one draw grows by replicates") {
    const SequentialFolder folder;
    const GrowingStudy growing{
        [](std::size_t blocks) { return example_of(1, 1, 2 * static_cast<std::int64_t>(blocks)); },
        1,
        9};
    REQUIRE_FALSE(grows_by_draws(growing.with_blocks(1).experiment));
    const SequentialReport report = run_until(growing, enough_at(6), to_file(folder / "steps.h5"));
    run_batch(example_of(1, 1, 6), to_file(folder / "once.h5"));
    REQUIRE(report.blocks == 3);
    REQUIRE(bytes_of_file(folder / "steps.h5") == bytes_of_file(folder / "once.h5"));
}

TEST_CASE("Results that a sequential run ends with are kept, others refused") {
    const SequentialFolder folder;
    run_until(growing_example(5), enough_at(16), to_file(folder / "a.h5"));
    const SequentialReport again =
        run_until(growing_example(5), enough_at(16), to_file(folder / "a.h5"));
    REQUIRE(again.batch.end == BatchEnd::already_there);
    REQUIRE(again.blocks == 2);
    REQUIRE_THROWS_AS(run_until(growing_example(5), enough_at(8), to_file(folder / "a.h5")),
                      ResultsError);
    REQUIRE_THROWS_AS(run_until(growing_example(5), enough_at(24), to_file(folder / "a.h5")),
                      ResultsError);
    BatchOptions overwrite = to_file(folder / "a.h5");
    overwrite.existing = Existing::overwrite;
    REQUIRE(run_until(growing_example(5), enough_at(24), overwrite).blocks == 3);
}

TEST_CASE("The provenance of several hypercubes makes the same results again") {
    const SequentialFolder folder;
    run_batch(example_of(8, 4, 2), to_file(folder / "a.h5"));
    const Results results = read_results(folder / "a.h5");
    StudyReading again = read_study(results.header().provenance);
    REQUIRE(again.study);
    REQUIRE(again.study->experiment.draws == 8);
    REQUIRE(again.study->experiment.hypercube_draws == 4);
    run_batch(*again.study, to_file(folder / "b.h5"));
    REQUIRE(bytes_of_file(folder / "a.h5") == bytes_of_file(folder / "b.h5"));
}

TEST_CASE("Draws that are no whole number of hypercubes are refused") {
    Texts files = example_files();
    replace_in(files, "studies/small.toml", "draws = 4\n", "draws = 4\nhypercube_draws = 3\n");
    const std::string told = only_error(read_example(files));
    REQUIRE(told.find("hypercube_draws is 3, and draws is 4") != std::string::npos);
    REQUIRE(told.find("write draws = 6, or leave hypercube_draws out") != std::string::npos);
}

TEST_CASE("More hypercubes leave the draws before as they are") {
    const std::vector<double> two = uniforms_of({7, 8, 4}, "a");
    const std::vector<double> three = uniforms_of({7, 12, 4}, "a");
    REQUIRE(std::equal(two.begin(), two.end(), three.begin()));
    REQUIRE(uniforms_of({7, 4, 4}, "a") == latin_hypercube(7, "a", 4));
    const std::vector<double> second = latin_hypercube(7, "a", 4, 1);
    REQUIRE(std::equal(second.begin(), second.end(), two.begin() + 4));
}
