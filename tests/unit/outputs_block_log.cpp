#include "outputs/block_log.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "model/core/contracts.h"
#include "outputs/results_error.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

namespace {

const ResultsHeader& header() {
    static const ResultsHeader value = example_header();
    return value;
}

BlockLog open(const std::filesystem::path& path,
              OtherInputs other = OtherInputs::set_aside,
              const ResultsHeader& inputs = header()) {
    return BlockLog::open_or_create(path,
                                    fingerprint_of(inputs),
                                    {inputs.scenarios.size(), sizes_of(inputs)},
                                    other);
}

void append(BlockLog& log, std::uint32_t draw, std::uint32_t replicate) {
    log.append({draw, replicate}, example_block(header(), draw, replicate));
}

bool same_values(const Block& a, const Block& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!std::ranges::equal(a[i].all(), b[i].all())) {
            return false;
        }
    }
    return a.size() == b.size();
}

/// Writes a log of three blocks and returns its path.
std::filesystem::path three_blocks(const TestFolder& folder) {
    const std::filesystem::path path = folder.file("a.h5.part");
    BlockLog log = open(path);
    append(log, 2, 1);
    append(log, 0, 0);
    append(log, 1, 1);
    return path;
}

}  // namespace

TEST_CASE("A log gives back its blocks after it was opened again") {
    const TestFolder folder("log-again");
    const std::filesystem::path path = three_blocks(folder);
    const BlockLog log = open(path, OtherInputs::refuse);
    CHECK(log.finished() == std::vector<BlockId>{{0, 0}, {1, 1}, {2, 1}});
    CHECK(log.damaged_bytes() == 0);
    CHECK_FALSE(log.set_aside().has_value());
    CHECK(same_values(log.read({2, 1}), example_block(header(), 2, 1)));
    CHECK(same_values(log.read({0, 0}), example_block(header(), 0, 0)));
}

TEST_CASE("A torn tail costs the torn block alone, wherever it was torn") {
    const TestFolder folder("log-torn");
    const std::string whole = contents(three_blocks(folder));
    const std::filesystem::path path = folder.file("torn.part");
    const std::size_t record = (whole.size() - 88) / 3;
    for (const std::size_t cut : {std::size_t{1}, std::size_t{7}, record / 2, record - 1}) {
        INFO("cut off " << cut);
        write_contents(path, whole.substr(0, whole.size() - cut));
        BlockLog log = open(path);
        CHECK(log.finished() == std::vector<BlockId>{{0, 0}, {2, 1}});
        CHECK(log.damaged_bytes() == record - cut);
        append(log, 1, 1);
        CHECK(contents(path) == whole);
    }
}

TEST_CASE("A log that never got its header is started again") {
    const TestFolder folder("log-header");
    const std::string whole = contents(three_blocks(folder));
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{87}}) {
        const std::filesystem::path path = folder.file("young.part");
        write_contents(path, whole.substr(0, size));
        BlockLog log = open(path, OtherInputs::refuse);
        CHECK(log.finished().empty());
        append(log, 2, 1);
        CHECK(whole.starts_with(contents(path)));
    }
}

TEST_CASE("A corrupted record costs its own block alone") {
    const TestFolder folder("log-corrupt");
    const std::filesystem::path path = three_blocks(folder);
    const std::string whole = contents(path);
    const std::size_t record = (whole.size() - 88) / 3;
    for (const std::size_t at : {std::size_t{0}, std::size_t{5}, std::size_t{13}, record - 1}) {
        INFO("corrupted at " << at);
        std::string corrupt = whole;
        char& byte = corrupt[88 + record + at];
        byte = static_cast<char>(byte ^ 0x10);
        write_contents(path, corrupt);
        BlockLog log = open(path);
        CHECK(log.finished() == std::vector<BlockId>{{1, 1}, {2, 1}});
        CHECK(log.damaged_bytes() == record);
        append(log, 0, 0);
        CHECK(same_values(log.read({0, 0}), example_block(header(), 0, 0)));
    }
}

TEST_CASE("A block that is damaged after the log was opened is not handed out") {
    const TestFolder folder("log-later");
    const std::filesystem::path path = three_blocks(folder);
    const BlockLog log = open(path);
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(200);
        file.put('!');
    }
    CHECK_THROWS_WITH(log.read({2, 1}), contains_text("draw 2, replicate 1 is damaged"));
}

TEST_CASE("A log of other inputs is kept under another name") {
    const TestFolder folder("log-other");
    const std::filesystem::path path = three_blocks(folder);
    const std::string before = contents(path);
    write_contents(folder.file("a.h5.part.old-1"), "older");
    ResultsHeader other = example_header();
    other.seed = 7;
    const BlockLog log = open(path, OtherInputs::set_aside, other);
    CHECK(log.finished().empty());
    CHECK(log.set_aside() == folder.file("a.h5.part.old-2"));
    CHECK(contents(folder.file("a.h5.part.old-2")) == before);
    CHECK(contents(folder.file("a.h5.part.old-1")) == "older");
}

TEST_CASE("A log of other inputs is an error where it must be resumed") {
    const TestFolder folder("log-refuse");
    const std::filesystem::path path = three_blocks(folder);
    const std::string before = contents(path);
    ResultsHeader other = example_header();
    other.seed = 7;
    CHECK_THROWS_WITH(open(path, OtherInputs::refuse, other),
                      contains_text("of other inputs") && contains_text("--resume"));
    CHECK(contents(path) == before);
}

TEST_CASE("A file that is no log is kept under another name") {
    const TestFolder folder("log-foreign");
    const std::filesystem::path path = folder.file("a.h5.part");
    write_contents(path, "somebody's notes");
    const BlockLog log = open(path);
    REQUIRE(log.set_aside().has_value());
    CHECK(contents(*log.set_aside()) == "somebody's notes");
}

TEST_CASE("Two writers of one log are not allowed") {
    const TestFolder folder("log-lock");
    const std::filesystem::path path = folder.file("a.h5.part");
    {
        const BlockLog first = open(path);
        CHECK_THROWS_WITH(open(path), contains_text("another process is writing"));
    }
    CHECK_NOTHROW(open(path));
}

TEST_CASE("A full disk keeps the finished blocks and the log goes on when there is room") {
    const TestFolder folder("log-full");
    const std::filesystem::path path = three_blocks(folder);
    const std::string before = contents(path);
    BlockLog log = open(path);
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{before.size() + 100, unlimited.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::string message;
    try {
        append(log, 1, 0);
    } catch (const ResultsError& error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    std::signal(SIGXFSZ, handler);

    CHECK_THAT(message,
               contains_text("disk is full") && contains_text("no finished block is lost"));
    CHECK(contents(path) == before);
    CHECK_FALSE(log.contains({1, 0}));
    append(log, 1, 0);
    CHECK(log.finished().size() == 4);
    CHECK(same_values(log.read({1, 0}), example_block(header(), 1, 0)));
}

TEST_CASE("A log is gone once it is removed") {
    const TestFolder folder("log-gone");
    BlockLog log = open(folder.file("a.h5.part"));
    log.remove();
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(log_path("outputs/runs/a.h5") == "outputs/runs/a.h5.part");
}

TEST_CASE("A block is finished once, and complete") {
    const TestFolder folder("log-once");
    BlockLog log = open(folder.file("a.h5.part"));
    append(log, 0, 0);
    CHECK_THROWS_AS(append(log, 0, 0), ContractViolation);
    CHECK_THROWS_AS(log.append({0, 1}, {}), ContractViolation);
    CHECK_THROWS_AS(log.read({0, 1}), ContractViolation);
}
