#include "outputs/lives_log.h"

#include "outputs/results_error.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

namespace {

using People = std::vector<std::vector<Life>>;

/// People of two scenarios: so many, and one fewer.
People people(std::uint16_t count) {
    People people(2);
    for (std::uint16_t i = 0; i < count; ++i) {
        Life life;
        life.key = EntityKey{i};
        life.hires = count;
        people[0].push_back(life);
        if (i > 0) people[1].push_back(life);
    }
    return people;
}

const Fingerprint& fingerprint() {
    static const Fingerprint value = fingerprint_of(example_header());
    return value;
}

std::filesystem::path two_blocks(const TestFolder& folder) {
    LivesLog log(folder.file("a"), fingerprint());
    log.append({1, 0}, people(3));
    log.append({0, 0}, people(5));
    return folder.file("a");
}

}  // namespace

TEST_CASE("A log of people gives them back after it was opened again, the latest of a block") {
    const TestFolder folder("lives-again");
    {
        LivesLog log(two_blocks(folder), fingerprint());
        log.append({1, 0}, people(2));
    }
    const LivesLog log(folder.file("a"), fingerprint());
    CHECK(log.people({0, 0}) == 5 + 4);
    CHECK(log.people({1, 0}) == 2 + 1);
    CHECK(log.read({0, 0})[1].back().key == EntityKey{4});
    CHECK(log.read({1, 0})[0].front().hires == 2);
    CHECK_FALSE(log.contains({0, 1}));
}

TEST_CASE("A torn log of people keeps the whole blocks, and goes on behind them") {
    const TestFolder folder("lives-torn");
    const std::string whole = contents(two_blocks(folder));
    for (const std::size_t lost : {std::size_t{1}, std::size_t{400}, 9 * sizeof(Life)}) {
        write_contents(folder.file("torn"), whole.substr(0, whole.size() - lost));
        LivesLog log(folder.file("torn"), fingerprint());
        CHECK(log.contains({1, 0}));
        CHECK_FALSE(log.contains({0, 0}));
        log.append({0, 0}, people(4));
        CHECK(LivesLog(folder.file("torn"), fingerprint()).people({0, 0}) == 4 + 3);
    }
}

TEST_CASE("A log of people of other inputs is begun afresh") {
    const TestFolder folder("lives-other");
    ResultsHeader other = example_header();
    other.seed = 3;
    const LivesLog log(two_blocks(folder), fingerprint_of(other));
    CHECK_FALSE(log.contains({1, 0}));
    CHECK_FALSE(log.contains({0, 0}));
}

TEST_CASE("People that were damaged since are not given out") {
    const TestFolder folder("lives-damaged");
    const LivesLog log(two_blocks(folder), fingerprint());
    std::string bytes = contents(folder.file("a"));
    bytes[bytes.size() - 9] = static_cast<char>(bytes[bytes.size() - 9] + 1);
    write_contents(folder.file("a"), bytes);
    CHECK_THROWS_AS(log.read({0, 0}), ResultsError);
    CHECK(log.read({1, 0}).size() == 2);
}
