#include "model/core/draws_of_rows.h"

#include <vector>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

using DrawnId = Id<struct DrawnRow>;

TEST_CASE("Each row of a set is visited once, in order, with its own uniform") {
    constexpr std::size_t size = 1000;
    const Draws draws(RunKey{3, 1, 4});
    const Occasion on{Month{9}, Decision::toy_event, 2};
    Column<DrawnId, EntityKey> key;
    RowSet<DrawnId> among(size);
    std::vector<DrawnId> expected;
    for (const DrawnId row : rows<DrawnId>(size)) {
        key.push_back(hash_key({31, row.index()}));
        if (row.index() % 7 < 3) continue;
        among.insert(row);
        expected.push_back(row);
    }
    std::vector<DrawnId> visited;
    for_each_uniform(among, key, draws, on, [&](DrawnId row, double u) {
        visited.push_back(row);
        REQUIRE(u == draws.uniform(key[row], on.when, on.what, on.index));
    });
    CHECK(visited == expected);
    const auto nobody = [](DrawnId, double) { FAIL("the set is empty"); };
    for_each_uniform(RowSet<DrawnId>(size), key, draws, on, nobody);
}

}  // namespace
}  // namespace cantiere
