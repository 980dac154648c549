#include "outputs/results_file.h"

#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <numeric>

#include "model/core/contracts.h"
#include "model/names.h"
#include "outputs/file_handle.h"
#include "outputs/results_error.h"
#include "outputs/results_reader.h"
#include "outputs/run_log.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

namespace {

/// Makes files longer than a size fail as a full disk does, while it lives.
class SmallDisk {
  public:
    explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

std::size_t place_of(Variable variable, const ResultsHeader& header) {
    RunOutcome outcome(sizes_of(header));
    return static_cast<std::size_t>(outcome.values(variable).data() - outcome.all().data());
}

}  // namespace

TEST_CASE("A results file gives back what was written") {
    const TestFolder folder("round-trip");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));

    const ResultsHeader& read = results.header();
    CHECK(read.title_it == "Pi.So.La. a Pistoia, così com'è");
    CHECK(text(read.start) == "2015-11");
    CHECK(read.months == 14);
    CHECK(read.draws == 3);
    CHECK(read.replicates == 2);
    CHECK(read.seed == header.seed);
    CHECK(read.scenarios[1].id == "pisola-null-twin");
    CHECK(read.scenarios[1].base == "as-usual");
    CHECK(read.scenarios[1].null_twin);
    CHECK_FALSE(read.scenarios[0].null_twin);
    CHECK(read.scenarios[0].law_it == "Italia 2016, SIA");
    CHECK(read.municipalities[1].name == "Doberdò del Lago");
    CHECK(read.municipalities[1].istat_code == "031003");
    CHECK(read.parameters[1].unit == "EUR/month");
    CHECK(read.parameters[1].values == header.parameters[1].values);
    CHECK(read.discount_rate_per_year == 0.03);
    CHECK(read.price_year == 2024);
    CHECK(read.wtp_eur_per_autonomy_year == 20000.0);
    CHECK(read.provenance.files[0].text == "schema = 1\n# però\n");
    CHECK(read.provenance.files[1].text.empty());
    CHECK(read.provenance.resolved_study == header.provenance.resolved_study);
    // Everything that determines the results is there: the fingerprint can be made again.
    CHECK(hex(fingerprint_of(read)) == results.inputs_sha256());
    CHECK(fingerprint_of(read) == fingerprint_of(header));
}

TEST_CASE("A results file holds every run of a variable kept by run") {
    const TestFolder folder("per-run");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));
    const ResultsArray cost = results.array("cost");
    REQUIRE(cost.shape == std::vector<std::size_t>{2, 3, 2, 8});
    const std::size_t place = place_of(Variable::cost, header);
    for (std::size_t s = 0; s < 2; ++s) {
        for (std::size_t d = 0; d < 3; ++d) {
            for (std::size_t r = 0; r < 2; ++r) {
                for (std::size_t p = 0; p < 8; ++p) {
                    REQUIRE(cost.at({s, d, r, p}) == example_value(s, d, r, place + p));
                }
            }
        }
    }
    const ResultsArray values = results.array(Variable::parameter_value);
    CHECK(values.at({2, 0}) == 59.0);
    CHECK(values.at({2, 1}) == 1e-7);
}

TEST_CASE("A results file holds means over replicates and over runs where it says so") {
    const TestFolder folder("means");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));

    const std::size_t budget_at = place_of(Variable::budget, header);
    const ResultsArray budget = results.array(Variable::budget);
    REQUIRE(budget.shape == std::vector<std::size_t>{2, 3, 8, 2});
    const std::size_t state_2016 = budget_at + 3 * 2 + 1;
    CHECK(budget.at({1, 2, Payer::state, 1}) ==
          Approx((example_value(1, 2, 0, state_2016) + example_value(1, 2, 1, state_2016)) / 2)
              .epsilon(1e-15));

    const std::size_t ledger_at = place_of(Variable::ledger, header);
    const ResultsArray ledger = results.array(Variable::ledger);
    REQUIRE(ledger.shape == std::vector<std::size_t>{2, 8, 21, 2});
    double sum = 0.0;
    for (std::size_t d = 0; d < 3; ++d) {
        sum += example_value(1, d, 0, ledger_at) + example_value(1, d, 1, ledger_at);
    }
    CHECK(ledger.at({1, 0, 0, 0}) == Approx(sum / 6).epsilon(1e-15));
}

TEST_CASE("Means leave out what is missing and what failed") {
    const TestFolder folder("missing");
    const ResultsHeader header = example_header();
    const BlockSource blocks = [&](std::size_t draw, std::size_t replicate) {
        Block block = example_block(header, draw, replicate);
        if (draw == 0 && replicate == 1) {
            block[1] = RunOutcome::failed(sizes_of(header));
        }
        block[0].at(Variable::wait_months, 4) = std::nan("");
        if (replicate == 0) {
            block[0].at(Variable::wait_months, 5) = std::nan("");
        }
        return block;
    };
    write_results(folder.file("a.h5"), header, blocks);
    const Results results = read_results(folder.file("a.h5"));
    const ResultsArray wait = results.array(Variable::wait_months);
    const std::size_t wait_at = place_of(Variable::wait_months, header);
    CHECK(std::isnan(wait.at({0, 0, 4})));
    CHECK(wait.at({0, 0, 5}) == example_value(0, 0, 1, wait_at + 5));
    CHECK(wait.at({1, 0, 6}) == example_value(1, 0, 0, wait_at + 6));
    const ResultsArray exits = results.array(Variable::exits);
    CHECK(std::isnan(exits.at({1, 0, 1})));
    CHECK_FALSE(std::isnan(exits.at({0, 0, 1})));
}

TEST_CASE("Equal inputs give equal bytes") {
    const TestFolder folder("bytes");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    write_results(folder.file("b.h5"), header, example_blocks(header));
    const std::string first = contents(folder.file("a.h5"));
    REQUIRE(first.size() > 1000);
    CHECK(first == contents(folder.file("b.h5")));
}

TEST_CASE("Another input gives another fingerprint") {
    const Fingerprint before = fingerprint_of(example_header());
    ResultsHeader header = example_header();
    header.seed = 1;
    CHECK(fingerprint_of(header) != before);
    header = example_header();
    header.parameters[0].values[2] = std::nextafter(59.0, 60.0);
    CHECK(fingerprint_of(header) != before);
    header = example_header();
    header.provenance.files[0] = provenance_file("pistoia.toml", "schema = 2\n");
    CHECK(fingerprint_of(header) != before);
    header = example_header();
    header.effects = Effects::gross;
    CHECK(fingerprint_of(header) != before);
    header = example_header();
    header.replicates = 3;
    CHECK(fingerprint_of(header) != before);
}

TEST_CASE("Gross effects and a discount schedule are labelled in the file") {
    const TestFolder folder("gross");
    ResultsHeader header = example_header();
    header.effects = Effects::gross;
    header.discount_schedule = "green-book";
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));
    CHECK(results.header().effects == Effects::gross);
    CHECK(results.header().discount_schedule == "green-book");
    header.effects = Effects::gross_open_market;
    write_results(folder.file("b.h5"), header, example_blocks(header));
    CHECK(read_results(folder.file("b.h5")).header().effects == Effects::gross_open_market);
}

TEST_CASE("A study without parameters has results all the same") {
    const TestFolder folder("no-parameters");
    ResultsHeader header = example_header();
    header.parameters.clear();
    header.provenance.files.clear();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));
    CHECK(results.array(Variable::parameter_value).shape == std::vector<std::size_t>{3, 0});
    CHECK(results.header().provenance.files.empty());
}

TEST_CASE("A run with a hole where a value must be is not written") {
    const TestFolder folder("hole");
    const ResultsHeader header = example_header();
    const BlockSource blocks = [&](std::size_t draw, std::size_t replicate) {
        Block block = example_block(header, draw, replicate);
        block[1][Variable::starts] = std::nan("");
        return block;
    };
    CHECK_THROWS_AS(write_results(folder.file("a.h5"), header, blocks), ContractViolation);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("A finished file is not overwritten unasked") {
    const TestFolder folder("overwrite");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const std::string finished = contents(folder.file("a.h5"));
    CHECK_THROWS_WITH(write_results(folder.file("a.h5"), header, example_blocks(header)),
                      contains_text("results already") && contains_text("--overwrite"));
    CHECK(contents(folder.file("a.h5")) == finished);
    write_contents(folder.file("a.h5"), finished.substr(0, finished.size() / 2));
    write_results(folder.file("a.h5"), header, example_blocks(header), Existing::overwrite);
    CHECK(contents(folder.file("a.h5")) == finished);
}

TEST_CASE("A file that holds no results is never replaced, whatever is asked") {
    const TestFolder folder("others");
    const ResultsHeader header = example_header();
    const std::string foreign("\x89HDF\r\n\x1a\n of somebody else");
    for (const std::string& theirs : {std::string("mine"), foreign, std::string()}) {
        write_contents(folder.file("a.h5"), theirs);
        for (const Existing existing : {Existing::keep, Existing::overwrite}) {
            CHECK_THROWS_WITH(
                write_results(folder.file("a.h5"), header, example_blocks(header), existing),
                contains_text("holds no results of cantiere") && contains_text("-o FILE"));
            CHECK(contents(folder.file("a.h5")) == theirs);
        }
    }
    CHECK_THROWS_AS(check_place("/dev/null", Existing::overwrite), ResultsError);
}

TEST_CASE("A file with the name of the run log that is none is told before the runs") {
    const TestFolder folder("run-log");
    write_contents(folder.file("a.run.json"), "{\"mine\": 1}");
    CHECK_THROWS_WITH(check_place(folder.file("a.h5"), Existing::overwrite),
                      contains_text("a.run.json: it is no run log of cantiere"));
    write_run_log(run_log_path(folder.file("b.h5")), RunLog{});
    CHECK_NOTHROW(check_place(folder.file("b.h5"), Existing::keep));
}

TEST_CASE("A place that cannot be written is named before the runs") {
    const TestFolder folder("place");
    CHECK_THROWS_WITH(check_place(folder.file("none") / "a.h5", Existing::keep),
                      contains_text("there is no folder") && contains_text("mkdir -p"));
    CHECK_THROWS_WITH(check_place(folder.path(), Existing::keep), contains_text("directory"));
    write_contents(folder.file("file"), "");
    CHECK_THROWS_WITH(check_place(folder.file("file") / "a.h5", Existing::keep),
                      contains_text("is a file, not a folder"));
    CHECK_THROWS_WITH(check_place(folder.file(std::string(300, 'x')), Existing::keep),
                      contains_text("shorter name"));
    CHECK_NOTHROW(check_place(folder.file("a.h5"), Existing::keep));
}

TEST_CASE("A full disk leaves no results file and says how to go on") {
    const TestFolder folder("full");
    const ResultsHeader header = example_header();
    {
        const SmallDisk disk(20'000);
        CHECK_THROWS_WITH(write_results(folder.file("a.h5"), header, example_blocks(header)),
                          contains_text("disk is full") && contains_text("same command again"));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    write_results(folder.file("a.h5"), header, example_blocks(header));
    CHECK(read_results(folder.file("a.h5")).header().study == "pistoia");
}

TEST_CASE("A device that is full is told from other failures") {
    FileHandle full("/dev/full", Access::open_or_create);
    const std::array<std::uint8_t, 3> bytes{1, 2, 3};
    CHECK_THROWS_WITH(full.write_at(0, bytes), contains_text("the disk is full"));
}
