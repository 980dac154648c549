#include "model/core/row_set.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "model/core/columns.h"
#include "model/core/instruction_set.h"
#include "model/core/row_lists.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

struct SetRow {};
using SetId = Id<SetRow>;

enum class Colour : std::uint8_t { red, green, blue };

const std::vector<std::size_t>
    table_sizes{0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 200, 1000, 4096, 4097};

/// Colours in no order that a width of registers would favour.
Column<SetId, Colour> colours(std::size_t size) {
    Column<SetId, Colour> column(size);
    for (std::size_t i = 0; i < size; ++i) {
        column[SetId::at(i)] = static_cast<Colour>((i * i + i / 7) % 3);
    }
    return column;
}

std::vector<std::size_t> listed(const RowSet<SetId>& set) {
    std::vector<std::size_t> rows;
    for (const SetId id : set) rows.push_back(id.index());
    return rows;
}

TEST_CASE("Rows with a value are found in order, whatever the size of the table") {
    for (const std::size_t size : table_sizes) {
        const auto column = colours(size);
        std::vector<std::size_t> green;
        std::vector<std::size_t> not_green;
        for (std::size_t i = 0; i < size; ++i) {
            (column[SetId::at(i)] == Colour::green ? green : not_green).push_back(i);
        }
        REQUIRE(listed(rows_with(column, Colour::green)) == green);
        REQUIRE(rows_with(column, Colour::green).count() == green.size());
        REQUIRE(listed(rows_with(column, Colour::red, Colour::blue)) == not_green);
        REQUIRE(rows_with(column, Colour::blue, Colour::green) ==
                rows_other_than(column, Colour::red));
        REQUIRE(listed(rows_other_than(column, Colour::green)) == not_green);
    }
}

TEST_CASE("Rows whose byte is one of some values are marked, for any instructions") {
    const std::vector<std::vector<int>> asked{{0}, {254, 255}, {3, 2, 1}, {0, 9, 200}};
    std::vector<std::uint8_t> bytes(333);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * i);
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        for (const auto& values : asked) {
            RowSet<SetId> found(bytes.size());
            mark_any(found.words(), bytes, values, set);
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                const bool named = std::ranges::count(values, int{bytes[i]}) > 0;
                REQUIRE(found.contains(SetId::at(i)) == named);
            }
            REQUIRE(found.words().back() >> bytes.size() % 64 == 0);
        }
    }
}

TEST_CASE("Rows that fulfil a condition are found in order, whatever the size of the table") {
    for (const std::size_t size : table_sizes) {
        Column<SetId, std::int16_t> column(size);
        std::vector<std::size_t> low;
        for (std::size_t i = 0; i < size; ++i) {
            column[SetId::at(i)] = static_cast<std::int16_t>(static_cast<int>(i * 37 % 101) - 50);
            if (column[SetId::at(i)] <= -3) low.push_back(i);
        }
        const auto is_low = [](std::int16_t value) { return value <= -3; };
        REQUIRE(listed(rows_where(is_low, column)) == low);
    }
}

TEST_CASE("Sets of rows are joined, cut and subtracted") {
    RowSet<SetId> low(130);
    RowSet<SetId> even(130);
    for (std::size_t i = 0; i < 130; ++i) {
        if (i < 70) low.insert(SetId::at(i));
        if (i % 2 == 0) even.insert(SetId::at(i));
    }
    REQUIRE((low & even).count() == 35);
    REQUIRE((low | even).count() == 100);
    REQUIRE(low.without(even).count() == 35);
    REQUIRE(listed(low.without(even)).front() == 1);
    REQUIRE(even.contains(SetId::at(128)));
    REQUIRE_FALSE(low.contains(SetId::at(70)));
    low.erase(SetId::at(69));
    REQUIRE_FALSE(low.contains(SetId::at(69)));
    REQUIRE(low.count() == 69);
}

}  // namespace
}  // namespace cantiere
