#include "outputs/results_reader.h"

#include <cstdint>
#include <string>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/hdf5_writer.h"
#include "outputs/results_error.h"
#include "outputs/results_file.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

namespace {

void write_hdf5(const std::filesystem::path& path, Hdf5Writer& file) {
    const std::vector<std::uint8_t> bytes = file.finish();
    write_contents(path, {bytes.begin(), bytes.end()});
}

}  // namespace

TEST_CASE("A quantile of waits that one run does not reach has no mean over its replicates") {
    const TestFolder folder("unreached");
    const ResultsHeader header = example_header();
    const BlockSource blocks = [&](std::size_t draw, std::size_t replicate) {
        Block block = example_block(header, draw, replicate);
        if (draw == 1 && replicate == 0) block[0] = RunOutcome::failed(sizes_of(header));
        if (draw == 0 && replicate == 1) {
            block[0].at(Variable::wait_p90_by_group, Group::migrant) = std::nan("");
        }
        return block;
    };
    write_results(folder.file("a.h5"), header, blocks);
    const Results results = read_results(folder.file("a.h5"));
    const ResultsArray p90 = results.array(Variable::wait_p90_by_group);
    CHECK(std::isnan(p90.at({0, 0, Group::migrant})));
    CHECK_FALSE(std::isnan(p90.at({0, 0, Group::homeless})));
    CHECK_FALSE(std::isnan(p90.at({0, 1, Group::migrant})));  // a failed run is no long wait
    CHECK_FALSE(
        std::isnan(results.array(Variable::wait_median_by_group).at({0, 0, Group::migrant})));
}

TEST_CASE("A results file that does not exist is named") {
    CHECK_THROWS_WITH(read_results("/nowhere/a.h5"),
                      contains_text("/nowhere/a.h5") && contains_text("No such file"));
}

TEST_CASE("A folder is no results file") {
    const TestFolder folder("folder");
    CHECK_THROWS_WITH(read_results(folder.path()), contains_text("directory"));
}

TEST_CASE("A text that poses as a results file is refused") {
    const TestFolder folder("text");
    write_contents(folder.file("a.h5"), "scenario,cost\nas-usual,3\n");
    CHECK_THROWS_WITH(read_results(folder.file("a.h5")), contains_text("this is no results file"));
    write_contents(folder.file("b.h5"), "x");
    CHECK_THROWS_WITH(read_results(folder.file("b.h5")), contains_text("this is no results file"));
}

TEST_CASE("A truncated results file is refused wherever it was cut") {
    const TestFolder folder("truncated");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const std::string whole = contents(folder.file("a.h5"));
    for (const std::size_t size : {std::size_t{0},
                                   std::size_t{4},
                                   std::size_t{8},
                                   std::size_t{50},
                                   std::size_t{500},
                                   whole.size() / 2,
                                   whole.size() - 25,
                                   whole.size() - 23,
                                   whole.size() - 1}) {
        INFO("cut at " << size);
        write_contents(folder.file("cut.h5"), whole.substr(0, size));
        CHECK_THROWS_WITH(read_results(folder.file("cut.h5")),
                          contains_text("truncated or damaged"));
    }
}

TEST_CASE("A results file with one changed bit anywhere is refused") {
    const TestFolder folder("damaged");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const std::string whole = contents(folder.file("a.h5"));
    for (std::size_t at = 8; at < whole.size() - 24; at += 997) {
        INFO("damaged at " << at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        write_contents(folder.file("bad.h5"), damaged);
        CHECK_THROWS_WITH(read_results(folder.file("bad.h5")), contains_text("checksum"));
    }
}

TEST_CASE("A results file that other software wrote again is read") {
    const TestFolder folder("unsealed");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const std::string whole = contents(folder.file("a.h5"));
    write_contents(folder.file("b.h5"), whole.substr(0, whole.size() - 24));
    const Results results = read_results(folder.file("b.h5"));
    CHECK(results.array(Variable::cost).values ==
          read_results(folder.file("a.h5")).array(Variable::cost).values);
}

TEST_CASE("Results of a future format are refused") {
    const TestFolder folder("future");
    Hdf5Writer file;
    file.set_attribute("/", "format", std::string("cantiere results"));
    file.set_attribute("/", "format_version", std::int64_t{format_version + 1});
    write_hdf5(folder.file("a.h5"), file);
    CHECK_THROWS_WITH(read_results(folder.file("a.h5")),
                      contains_text("format version 2") && contains_text("newer cantiere"));
}

TEST_CASE("An HDF5 file of another program is refused") {
    const TestFolder folder("other");
    Hdf5Writer file;
    const std::vector<std::int32_t> numbers{1, 2, 3};
    file.write_scale("x", numbers);
    write_hdf5(folder.file("a.h5"), file);
    CHECK_THROWS_WITH(read_results(folder.file("a.h5")), contains_text("no results of cantiere"));
}

TEST_CASE("Results that lack a part are called damaged") {
    const TestFolder folder("partial");
    Hdf5Writer file;
    file.set_attribute("/", "format", std::string("cantiere results"));
    file.set_attribute("/", "format_version", std::int64_t{format_version});
    write_hdf5(folder.file("a.h5"), file);
    CHECK_THROWS_WITH(read_results(folder.file("a.h5")), contains_text("truncated or damaged"));
}

TEST_CASE("The log of a stopped run is no results file, and the error says what to do") {
    const TestFolder folder("log");
    const ResultsHeader header = example_header();
    BlockLog::open_or_create(folder.file("a.h5.part"),
                             fingerprint_of(header),
                             {header.scenarios.size(), sizes_of(header)},
                             OtherInputs::set_aside);
    CHECK_THROWS_WITH(read_results(folder.file("a.h5.part")),
                      contains_text("not finished") && contains_text("same command again"));
}

TEST_CASE("A variable that does not exist is named") {
    const TestFolder folder("variable");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, example_blocks(header));
    const Results results = read_results(folder.file("a.h5"));
    CHECK_THROWS_WITH(results.array("costs"), contains_text("\"costs\""));
}
