#include "model/core/rare_counts.h"

#include <vector>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

using CountedId = Id<struct CountedRow>;

constexpr std::size_t counted_rows = 20'000;

double mean_of_row(CountedId row) { return 0.002 * static_cast<double>(row.index() % 90); }

TEST_CASE("Who counts anything is visited or named with the count of the single draw") {
    const Draws draws(RunKey{7, 1, 2});
    const Occasion on{Month{-7}, Decision::toy_event, 4};
    Column<CountedId, EntityKey> key;
    RowSet<CountedId> odd(counted_rows);
    std::vector<std::int64_t> counts(counted_rows, 0);
    for (const CountedId row : rows<CountedId>(counted_rows)) {
        key.push_back(hash_key({29, row.index()}));
        if (row.index() % 2 == 1) odd.insert(row);
    }
    for_each_count(key, draws, on, mean_of_row, [&](CountedId row, std::int64_t count) {
        counts[row.index()] = count;
    });
    const RowSet<CountedId> could = could_count(odd, key, draws, on, 0.18, mean_of_row);
    std::size_t above = 0;
    for (const CountedId row : rows<CountedId>(counted_rows)) {
        const auto count = draws.poisson(mean_of_row(row), key[row], on.when, on.what, on.index);
        REQUIRE(counts[row.index()] == count);
        if (!odd.contains(row)) REQUIRE_FALSE(could.contains(row));
        if (!odd.contains(row) || count == 0) continue;
        ++above;
        REQUIRE(could.contains(row));
    }
    REQUIRE(above > 500);
    CHECK(could.count() < above + above / 10);
}

}  // namespace
}  // namespace cantiere
