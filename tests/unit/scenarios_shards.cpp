#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "outputs/merge_shards.h"
#include "outputs/results_error.h"
#include "scenarios/batch.h"
#include "scenarios/rank_messages.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

/// The example study, and an empty folder that goes away with the test.
class Bench {
  public:
    Bench() {
        std::string pattern = (std::filesystem::temp_directory_path() / "shards-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
        const StudyReading reading = read_example(example_files());
        REQUIRE(reading.study);
        study = *reading.study;
    }
    ~Bench() { std::filesystem::remove_all(path_); }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    BatchOptions options(const std::string& name) const {
        BatchOptions options;
        options.results = path_ / name;
        options.threads = 2;
        return options;
    }
    std::string bytes(const std::string& name) const {
        std::ifstream stream(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    Study study;

  private:
    std::filesystem::path path_;
};

BatchReport run_part(const Bench& bench, std::size_t index, std::size_t microdata = 0) {
    BatchOptions options = bench.options(fmt::format("s{}.h5", index));
    options.shard = ShardPart{index, 3};
    options.microdata_draws = microdata;
    return run_batch(bench.study, options);
}

}  // namespace

TEST_CASE("Scenarios that each have their own burn-in give the same bytes") {
    const Bench bench;
    run_batch(bench.study, bench.options("forked.h5"));
    BatchOptions options = bench.options("own.h5");
    options.burn_ins = BurnInUse::own;
    const BatchReport report = run_batch(bench.study, options);
    CHECK(report.end == BatchEnd::complete);
    CHECK(bench.bytes("forked.h5") == bench.bytes("own.h5"));
}

TEST_CASE("Shards of a study, merged, are the bytes of a plain run, people included") {
    const Bench bench;
    for (const std::size_t microdata : {0U, 3U}) {
        BatchOptions options = bench.options(fmt::format("plain-{}.h5", microdata));
        options.microdata_draws = microdata;
        run_batch(bench.study, options);
        for (const std::size_t index : {3U, 1U, 2U}) {
            std::filesystem::remove(bench / fmt::format("s{}.h5", index));
            CHECK(run_part(bench, index, microdata).end == BatchEnd::complete);
        }
        const std::string merged = fmt::format("merged-{}.h5", microdata);
        merge_shards({bench / "s2.h5", bench / "s3.h5", bench / "s1.h5"},
                     bench / merged,
                     Existing::keep);
        CHECK(bench.bytes(merged) == bench.bytes(options.results.filename()));
    }
}

TEST_CASE("A shard that was stopped goes on, one that is there is kept") {
    const Bench bench;
    run_part(bench, 1);
    const std::string whole = bench.bytes("s1.h5");
    std::filesystem::remove(bench / "s1.h5");
    BatchOptions options = bench.options("s1.h5");
    options.shard = ShardPart{1, 3};
    options.threads = 1;
    int asked = 0;
    options.stop_requested = [&asked] { return ++asked > 6; };
    const BatchReport first = run_batch(bench.study, options);
    CHECK(first.end == BatchEnd::interrupted);
    CHECK_FALSE(std::filesystem::exists(bench / "s1.h5"));
    const BatchReport second = run_part(bench, 1);
    CHECK(second.log.resumed > 0);
    CHECK(second.log.runs == 3 * 3);
    CHECK(bench.bytes("s1.h5") == whole);
    CHECK(run_part(bench, 1).end == BatchEnd::already_there);
    BatchOptions other = bench.options("s1.h5");
    other.shard = ShardPart{2, 3};
    CHECK_THROWS_AS(run_batch(bench.study, other), ResultsError);
    CHECK_THROWS_AS(run_batch(bench.study, bench.options("s1.h5")), ResultsError);
}

TEST_CASE("A batch whose time is over says so and goes on later") {
    const Bench bench;
    run_batch(bench.study, bench.options("whole.h5"));
    BatchOptions options = bench.options("late.h5");
    options.deadline = std::chrono::steady_clock::now();
    CHECK(run_batch(bench.study, options).end == BatchEnd::out_of_time);
    CHECK_FALSE(std::filesystem::exists(bench / "late.h5"));
    options.deadline.reset();
    CHECK(run_batch(bench.study, options).end == BatchEnd::complete);
    CHECK(bench.bytes("whole.h5") == bench.bytes("late.h5"));
}

TEST_CASE("What processes tell each other comes over unchanged") {
    const RankHello hello{"node7", "", 5, {sha256("a"), sha256("b")}};
    const RankHello same = hello_from(bytes_of_message(hello));
    CHECK(same.host == "node7");
    CHECK(same.threads == 5);
    CHECK(same.studies == hello.studies);

    const RankWork work = work_from(bytes_of_message(RankWork{3, {4, 1}, true, BurnInUse::own}));
    CHECK((work.study == 3 && work.id == BlockId{4, 1} && work.keeps_people));
    CHECK(work.burn_ins == BurnInUse::own);

    const Bench bench;
    RankDone done{{2, 1}, 1.5, "", run_block(bench.study, {2, 1}, Observation{true, {}})};
    done.run.failed.push_back({"seats", 2, 1, "no luck", "cantiere run"});
    const RankDone back = done_from(bytes_of_message(done), block_shape(bench.study));
    CHECK(back.id == done.id);
    CHECK(back.seconds == 1.5);
    CHECK(back.run.resident_months == done.run.resident_months);
    CHECK(back.run.failed.front().message == "no luck");
    CHECK(bytes_of_message(back) == bytes_of_message(done));
    std::vector<std::uint8_t> cut = bytes_of_message(done);
    cut.resize(cut.size() / 2);
    CHECK_THROWS(done_from(cut, block_shape(bench.study)));
}
