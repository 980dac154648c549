#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "model/core/columns.h"
#include "model/core/contracts.h"
#include "model/core/ids.h"
#include "model/core/rows.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

template <class Table, class RowId>
concept IndexedBy = requires(Table table, RowId id) {
    table[id];
};

static_assert(IndexedBy<Column<ResidentId, float>, ResidentId>);
static_assert(!IndexedBy<Column<ResidentId, float>, EmployerId>, "ids do not mix");
static_assert(!IndexedBy<Column<ResidentId, float>, int>, "a bare number is no id");
static_assert(!std::is_convertible_v<ResidentId, EmployerId>);
static_assert(!std::is_constructible_v<EmployerId, ResidentId>);
static_assert(!std::is_convertible_v<ResidentId, EntityKey>, "a position is no identity");

enum class Colour : std::uint8_t { red, green, blue, count };
enum class Shape : std::uint8_t { square, circle, count };
static_assert(!IndexedBy<EnumArray<Colour, int>, Shape>, "enums do not mix");
static_assert(EnumArray<Colour, int>::size() == 3);

TEST_CASE("an id knows its row and the sentinel names none") {
    CHECK(ResidentId::at(7).index() == 7);
    CHECK(ResidentId{7} == ResidentId::at(7));
    CHECK(ResidentId{3} < ResidentId{4});
    CHECK_FALSE(ResidentId{0}.is_none());
    CHECK(ResidentId::none().is_none());
    CHECK_THROWS_AS(ResidentId::at(std::size_t{1} << 32), ContractViolation);
    CHECK_THROWS_AS(ResidentId::at(ResidentId::none().index()), ContractViolation);
    CHECK(std::unordered_set<ResidentId>{ResidentId{1}, ResidentId{1}, ResidentId{2}}.size() == 2);
}

TEST_CASE("a column is read and written by the ids of its own table") {
    Column<ResidentId, double> age(2, 40.0);
    const ResidentId third = age.push_back(61.5);
    age[ResidentId::at(0)] = 18.0;
    CHECK(third == ResidentId::at(2));
    CHECK(std::vector<double>(age.begin(), age.end()) == std::vector<double>{18.0, 40.0, 61.5});
    CHECK(age.rows().size() == age.size());
    age.resize(4, 1.0);
    CHECK(age[ResidentId::at(3)] == 1.0);
    age.assign(2, 5.0);
    CHECK(age == Column<ResidentId, double>(std::vector<double>{5.0, 5.0}));
}

TEST_CASE("an enum array has one value for each member but count") {
    EnumArray<Colour, int> paint;
    CHECK(paint == EnumArray<Colour, int>{{0, 0, 0}});
    paint[Colour::blue] = 4;
    CHECK(paint.values == std::array{0, 0, 4});
    CHECK(members<Colour>() == std::array{Colour::red, Colour::green, Colour::blue});
}

TEST_CASE("rows are visited once each and in order") {
    std::vector<std::size_t> seen;
    for (const ResidentId resident : rows<ResidentId>(4)) {
        seen.push_back(resident.index());
    }
    CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(rows<ResidentId>(0).begin() == rows<ResidentId>(0).end());
    CHECK((*rows<ResidentId>(256, 300).begin()).index() == 256);
    CHECK(rows<ResidentId>(256, 300).size() == 44);
}

TEST_CASE("blocks of 256 rows cover a table without gap or overlap") {
    for (const std::size_t count : {0u, 1u, 255u, 256u, 257u, 1000u}) {
        std::size_t next = 0;
        std::size_t blocks = 0;
        for_each_block(count, [&](std::size_t begin, std::size_t end) {
            CHECK(begin == next);
            CHECK(end - begin <= rows_per_block);
            CHECK(begin % rows_per_block == 0);
            next = end;
            ++blocks;
        });
        CHECK(next == count);
        CHECK(blocks == block_count(count));
    }
}

TEST_CASE("an identity depends on every word, their order and their number") {
    const std::set<EntityKey> keys{hash_key({}),
                                   hash_key({0}),
                                   hash_key({0, 0}),
                                   hash_key({1}),
                                   hash_key({1, 0}),
                                   hash_key({0, 1}),
                                   hash_key({1, 2, 3}),
                                   hash_key({3, 2, 1})};
    CHECK(keys.size() == 8);
    CHECK(name_key("visits") != name_key("visit"));
    CHECK(name_key("") != name_key(std::string(1, '\0')));
    CHECK(pair_key(hash_key({1}), hash_key({2})) == pair_key(hash_key({2}), hash_key({1})));
    CHECK(pair_key(hash_key({1}), hash_key({2})) != pair_key(hash_key({1}), hash_key({3})));
}

TEST_CASE("identities keep their values for ever because results depend on them") {
    CHECK(hash_key({1, 2, 3}).value == 0x01072deca7455826u);
    CHECK(name_key("internship.slots").value == 0x96b9aae0e96f634fu);
}

TEST_CASE("identities of neighbouring entities differ in about half of their bits") {
    double bits = 0.0;
    constexpr int count = 20000;
    for (std::uint64_t i = 0; i < count; ++i) {
        bits += __builtin_popcountll(hash_key({5, i}).value ^ hash_key({5, i + 1}).value);
    }
    // Binomial(64, 1/2) a pair: mean 32, standard error 4 / sqrt(count).
    CHECK(bits / count == Approx(32.0).margin(4.5 * 4.0 / std::sqrt(double{count})));
}

TEST_CASE("a broken contract names the place and the promise") {
    CHECK_NOTHROW(expects(true, "nothing"));
    CHECK_THROWS_WITH(expects(false, "slots are not negative"),
                      contains_text("core_ids.cpp") && contains_text("expects") &&
                          contains_text("slots are not negative"));
    CHECK_THROWS_WITH(ensures(false, "people are conserved"), contains_text("ensures"));
    CHECK_THROWS_AS(ensures(false, "people are conserved"), std::logic_error);
}

}  // namespace
}  // namespace cantiere
