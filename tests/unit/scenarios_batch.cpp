#include "scenarios/batch.h"

#include <filesystem>
#include <fstream>

#include "analysis/results_difference.h"
#include "outputs/lives_log.h"
#include "outputs/results_error.h"
#include "outputs/results_reader.h"
#include "scenarios/study_header.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

/// An empty folder that goes away with the test.
class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "batch-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

Study example_study(StudyOptions options = {}) {
    StudyReading reading = read_example(example_files(), std::move(options));
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return *reading.study;
}

std::string bytes(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

BatchReport run_to(const std::filesystem::path& path,
                   const Study& study,
                   std::size_t threads = 1,
                   std::size_t microdata_draws = 0) {
    BatchOptions options;
    options.microdata_draws = microdata_draws;
    options.results = path;
    options.threads = threads;
    return run_batch(study, options);
}

}  // namespace

TEST_CASE("A batch runs every scenario of every draw and replicate") {
    const Folder folder;
    const BatchReport report = run_to(folder / "a.h5", example_study());
    REQUIRE(report.end == BatchEnd::complete);
    REQUIRE(report.log.failed.empty());
    REQUIRE(report.log.runs == 3 * 4 * 2);
    REQUIRE(report.log.resident_months > 0);
    REQUIRE(report.log.bytes_per_resident > 0.0);
    REQUIRE(std::filesystem::exists(folder / "a.run.json"));
    REQUIRE_FALSE(std::filesystem::exists(log_path(folder / "a.h5")));
    const Results results = read_results(folder / "a.h5");
    REQUIRE(results.array(Variable::autonomy_years).shape == std::vector<std::size_t>{3, 4, 2});
    REQUIRE(results.array(Variable::residents_by_municipality).shape.back() == 1);
}

TEST_CASE("Any number of threads gives the same bytes") {
    const Folder folder;
    run_to(folder / "one.h5", example_study(), 1);
    run_to(folder / "seven.h5", example_study(), 7);
    REQUIRE(bytes(folder / "one.h5") == bytes(folder / "seven.h5"));
}

TEST_CASE("A batch that was stopped goes on to the same bytes") {
    const Folder folder;
    run_to(folder / "whole.h5", example_study());
    int done = 0;
    int asked = 0;
    BatchOptions options;
    options.results = folder / "parts.h5";
    options.threads = 1;
    options.on_block = [&done](const BatchProgress&) { ++done; };
    options.stop_requested = [&] { return done == 3 && ++asked == 3; };  // amid the fourth block
    const BatchReport first = run_batch(example_study(), options);
    REQUIRE(first.end == BatchEnd::interrupted);
    REQUIRE_FALSE(std::filesystem::exists(folder / "parts.h5"));
    const BatchReport second = run_to(folder / "parts.h5", example_study());
    REQUIRE(second.log.resumed == 3 * 3);
    REQUIRE(bytes(folder / "whole.h5") == bytes(folder / "parts.h5"));
}

TEST_CASE("People are kept on request, and no variable changes for it") {
    const Folder folder;
    run_to(folder / "sums.h5", example_study());
    run_to(folder / "people.h5", example_study(), 3, 2);
    const Results sums = read_results(folder / "sums.h5");
    const Results people = read_results(folder / "people.h5");
    REQUIRE(sums.microdata_draws() == 0);
    REQUIRE(people.microdata_draws() == 2);
    REQUIRE_FALSE(first_difference(sums, people).has_value());
    REQUIRE_FALSE(std::filesystem::exists(lives_log_path(folder / "people.h5")));
    REQUIRE(run_to(folder / "people.h5", example_study(), 1, 1).end == BatchEnd::already_there);
    REQUIRE_THROWS_AS(run_to(folder / "sums.h5", example_study(), 1, 1), ResultsError);
}

TEST_CASE("A batch that keeps people gives the same bytes from parts and on any threads") {
    const Folder folder;
    run_to(folder / "whole.h5", example_study(), 1, 3);
    run_to(folder / "seven.h5", example_study(), 7, 3);
    REQUIRE(bytes(folder / "whole.h5") == bytes(folder / "seven.h5"));
    int done = 0;
    BatchOptions options;
    options.results = folder / "parts.h5";
    options.threads = 1;
    options.microdata_draws = 1;  // the people of later draws are asked for when it goes on
    options.on_block = [&done](const BatchProgress&) { ++done; };
    options.stop_requested = [&done] { return done == 4; };
    REQUIRE(run_batch(example_study(), options).end == BatchEnd::interrupted);
    REQUIRE(run_to(folder / "parts.h5", example_study(), 2, 3).log.resumed == 2 * 3);
    REQUIRE(bytes(folder / "whole.h5") == bytes(folder / "parts.h5"));
}

TEST_CASE("Results of the same inputs are kept, of other inputs never overwritten unasked") {
    const Folder folder;
    run_to(folder / "a.h5", example_study());
    REQUIRE(run_to(folder / "a.h5", example_study()).end == BatchEnd::already_there);
    StudyOptions other;
    other.overrides.seed = 8;
    REQUIRE_THROWS_AS(run_to(folder / "a.h5", example_study(other)), ResultsError);
}

TEST_CASE("The same inputs again run what failed, and nothing else") {
    const Folder folder;
    const Study study = example_study();
    run_to(folder / "whole.h5", study);
    const auto path = folder / "parts.h5";
    const ResultsHeader header = header_of(study);
    const auto made = [&study](BlockId id) {
        Block block = run_block(study, id).block;
        if (id.draw == 2) {
            block[1] = RunOutcome::failed(block_shape(study).sizes);
        }
        return block;
    };
    {
        BlockLog log = BlockLog::open_or_create(log_path(path),
                                                fingerprint_of(header),
                                                block_shape(study),
                                                OtherInputs::refuse);
        for (const BlockId id : {BlockId{0, 0}, BlockId{2, 0}, BlockId{2, 1}, BlockId{3, 1}}) {
            log.append(id, made(id));
        }
    }
    write_results(path, header, [&made](std::size_t draw, std::size_t replicate) {
        return made({static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(replicate)});
    });
    REQUIRE(held_results(path, study) == Held::with_failed_runs);
    StudyOptions other;
    other.overrides.seed = 8;
    REQUIRE_THROWS_AS(run_to(path, example_study(other)), ResultsError);

    const BatchReport report = run_to(path, study);
    REQUIRE(report.end == BatchEnd::complete);
    REQUIRE(report.log.resumed == 2 * 3);
    REQUIRE(report.log.failed.empty());
    REQUIRE(bytes(folder / "whole.h5") == bytes(path));
    REQUIRE_FALSE(std::filesystem::exists(log_path(path)));
    REQUIRE(run_to(path, study).end == BatchEnd::already_there);
}

TEST_CASE("A scenario without policies differs from its base by exactly nothing") {
    Texts files = example_files();
    files.at("studies/small.toml") += "[[scenario]]\nid = \"nothing\"\n";
    const Study study = *read_example(files).study;
    const BlockRun done = run_block(study, {1, 1});
    REQUIRE(done.failed.empty());
    const auto base = done.block[0].all();
    const auto same = done.block[3].all();
    std::size_t compared = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        const bool both_missing = base[i] != base[i] && same[i] != same[i];
        if (base[i] != same[i] && !both_missing) {
            FAIL("value " << i << " differs");
        }
        ++compared;
    }
    REQUIRE(compared > 500);
}

TEST_CASE("Progress tells every block once, up to all runs") {
    const Folder folder;
    std::vector<std::size_t> done;
    BatchOptions options;
    options.results = folder / "a.h5";
    options.threads = 2;
    options.on_block = [&done](const BatchProgress& progress) {
        done.push_back(progress.runs_done);
        REQUIRE(progress.runs_total == 24);
    };
    run_batch(example_study(), options);
    REQUIRE(done.size() == 8);
    REQUIRE(done.back() == 24);
}

TEST_CASE("The command that repeats a run names the scenario and all that was set") {
    StudyOptions options;
    options.overrides.set = {{"internship.slots", "60"}};
    options.overrides.draws = 2;
    const Study study = example_study(options);
    REQUIRE(reproduce_command(study, study.scenarios[1]) ==
            "cantiere run studies/small.toml --only seats --draws 2 --replicates 2 --seed 7 "
            "--months 6 --set 'internship.slots=60' -o failed-seats.h5");
}
