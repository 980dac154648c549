#include "model/core/rare_draws.h"

#include <array>
#include <vector>

#include "model/core/rare_draws_among.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

struct RareRow {};
using RareId = Id<RareRow>;

constexpr std::size_t many = 20'000;
const Draws rare_run(RunKey{7, 1, 2});

Column<RareId, EntityKey> rare_keys(std::size_t size) {
    Column<RareId, EntityKey> key;
    for (std::size_t i = 0; i < size; ++i) key.push_back(hash_key({29, i}));
    return key;
}

TEST_CASE("Whom an event strikes is among those whom it could strike, and few others are") {
    const auto key = rare_keys(many);
    for (const double hazard : {0.0, 1e-6, 0.004, 0.3, 2.0, 40.0}) {
        const Occasion on{Month{5}, Decision::toy_event};
        const RowSet<RareId> could = could_happen(hazard, key, rare_run, on);
        std::size_t below = 0;
        for (const RareId row : rows<RareId>(many)) {
            const double u = rare_run.uniform(key[row], on.when, on.what);
            if (u < hazard) ++below;
            if (rare_run.event(Hazard{hazard}, key[row], on.when, on.what)) {
                REQUIRE(could.contains(row));
            }
            if (hazard <= 1.0 &&
                rare_run.bernoulli(Probability{hazard}, key[row], on.when, on.what)) {
                REQUIRE(could.contains(row));
            }
        }
        REQUIRE(could.count() >= below);
        REQUIRE(could.count() <= below + 1);
    }
}

TEST_CASE("Who has a cause within the month is among those who could have one") {
    const auto key = rare_keys(many);
    const std::array lower{Hazard{0.01}, Hazard{0.0}, Hazard{0.2}};
    const std::array ceilings{Hazard{0.02}, Hazard{0.0}, Hazard{0.2}};
    const RowSet<RareId> could =
        could_come_first(ceilings, key, rare_run, Month{3}, Decision::toy_choice);
    std::size_t struck = 0;
    for (const RareId row : rows<RareId>(many)) {
        const auto most = rare_run.competing(ceilings, key[row], Month{3}, Decision::toy_choice);
        const auto some = rare_run.competing(lower, key[row], Month{3}, Decision::toy_choice);
        if (most) ++struck;
        if (most || some) REQUIRE(could.contains(row));
    }
    REQUIRE(struck > 3000);
    REQUIRE(could.count() == struck);
}

/// Every third row and the last ones, so that blocks and words are filled unevenly.
RowSet<RareId> at_risk(std::size_t size) {
    RowSet<RareId> some(size);
    for (const RareId row : rows<RareId>(size)) {
        if (row.index() % 3 == 0 || row.index() + 70 > size) some.insert(row);
    }
    return some;
}

TEST_CASE("Who could be struck among some is whom of them all could be struck") {
    for (const std::size_t size : {std::size_t{1}, std::size_t{64}, std::size_t{257}, many}) {
        const auto key = rare_keys(size);
        const RowSet<RareId> some = at_risk(size);
        const Occasion on{Month{5}, Decision::toy_event};
        for (const double hazard : {0.0, 1e-6, 0.004, 0.3, 2.0, 40.0}) {
            const auto all = could_happen(hazard, key, rare_run, on);
            REQUIRE(could_happen(hazard, key, some, rare_run, on) == (all & some));
        }
        const std::array causes{Hazard{0.02}, Hazard{0.0}, Hazard{0.2}};
        const auto any = could_come_first(causes, key, rare_run, Month{3}, Decision::toy_choice);
        REQUIRE(could_come_first(causes, key, some, rare_run, Month{3}, Decision::toy_choice) ==
                (any & some));
        const RowSet<RareId> nobody(size);
        REQUIRE(could_happen(1.0, key, nobody, rare_run, on) == nobody);
    }
}

}  // namespace
}  // namespace cantiere
