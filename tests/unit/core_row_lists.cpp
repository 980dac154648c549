#include "model/core/row_lists.h"

#include <cstdint>
#include <span>
#include <vector>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

struct ListRow {};
using ListId = Id<ListRow>;

enum class Fruit : std::uint8_t { apple, pear, plum, count };

constexpr std::size_t sizes_of_tables[] = {0, 1, 7, 63, 64, 65, 255, 256, 257, 1000};

TEST_CASE("Rows for which a condition holds are found in order, whatever the size of the table") {
    for (const std::size_t size : sizes_of_tables) {
        Column<ListId, std::int32_t> cents(size);
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < size; ++i) {
            cents[ListId::at(i)] = static_cast<std::int32_t>(i * i % 11) - 5;
            if (i * i % 11 > 5) expected.push_back(i);
        }
        const auto found = rows_where([](std::int32_t amount) { return amount > 0; }, cents);
        std::vector<std::size_t> listed;
        for (const ListId row : found) listed.push_back(row.index());
        REQUIRE(listed == expected);
    }
}

TEST_CASE("Lists hold every row of a set once, in order, a block at most") {
    for (const std::size_t size : sizes_of_tables) {
        const auto all = rows_where([](int) { return true; }, Column<ListId, int>(size));
        std::size_t next = 0;
        for_each_list(all, [&](std::span<const ListId> list) {
            REQUIRE(list.size() <= rows_per_block);
            REQUIRE(!list.empty());
            for (const ListId row : list) REQUIRE(row.index() == next++);
        });
        REQUIRE(next == size);
    }
}

TEST_CASE("States are counted of listed rows alone") {
    constexpr std::size_t size = 700;
    Column<ListId, Fruit> fruits(size);
    for (std::size_t i = 0; i < size; ++i) fruits[ListId::at(i)] = static_cast<Fruit>(i % 3);
    RowSet<ListId> low(size);
    for (std::size_t i = 0; i < 601; ++i) low.insert(ListId::at(i));
    EnumArray<Fruit, std::size_t> counts{};
    for_each_list(low, [&](std::span<const ListId> list) { count_states(counts, fruits, list); });
    CHECK(counts == EnumArray<Fruit, std::size_t>{{201, 200, 200}});
}

}  // namespace
}  // namespace cantiere
