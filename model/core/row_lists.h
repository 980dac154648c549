#pragma once
/// Conditions over whole columns, and the rows of a set in short lists: what is read of a few rows
/// in many columns is gathered next to each other, and computed with side by side.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "model/core/columns.h"
#include "model/core/row_set.h"
#include "model/core/rows.h"

namespace cantiere {

namespace detail {

/// Packs bytes that are 0 or 1 into bits, the first lowest.
inline std::uint64_t packed_word(const std::array<std::uint8_t, 64>& truths) {
    std::uint64_t word = 0;
    for (std::size_t byte = 0; byte < 8; ++byte) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, truths.data() + 8 * byte, sizeof eight);
        word |= (eight * 0x0102040810204080u >> 56) << (8 * byte);
    }
    return word;
}

}  // namespace detail

/// Returns the rows for whose values in the columns a condition holds. `holds(values...)` is asked
/// of every row and kept free of branches, so that it is evaluated side by side.
template <class RowId, class Holds, class... T>
RowSet<RowId> rows_where(Holds holds, const Column<RowId, T>&... columns) {
    const std::size_t count = std::min({columns.size()...});
    const auto mark = [holds, ... from = columns.data()](std::size_t begin, std::size_t rows) {
        std::array<std::uint8_t, 64> truths{};
        for (std::size_t i = 0; i < rows; ++i) {
            truths[i] = static_cast<std::uint8_t>(holds(from[begin + i]...) ? 1 : 0);
        }
        return detail::packed_word(truths);
    };
    RowSet<RowId> found(count);
    const std::span<std::uint64_t> words = found.words();
    const std::size_t whole = count / 64;
    for (std::size_t word = 0; word < whole; ++word) words[word] = mark(64 * word, 64);
    if (whole < words.size()) words[whole] = mark(64 * whole, count % 64);
    return found;
}

/// Calls `visit(list)` for the rows of a set in order, in lists of at most `rows_per_block`.
template <class RowId, class Visit>
void for_each_list(const RowSet<RowId>& set, Visit visit) {
    std::array<RowId, rows_per_block> list{};
    std::size_t length = 0;
    for (const RowId row : set) {
        list[length++] = row;
        if (length < rows_per_block) continue;
        visit(std::span<const RowId>(list));
        length = 0;
    }
    if (length > 0) visit(std::span<const RowId>(list).first(length));
}

/// Adds to `counts` how many of the listed rows are in each state.
template <class RowId, CountedEnum E>
void count_states(EnumArray<E, std::size_t>& counts,
                  const Column<RowId, E>& states,
                  std::span<const RowId> list) {
    std::array<E, rows_per_block> of_list{};
    for (std::size_t i = 0; i < list.size(); ++i) of_list[i] = states[list[i]];
    for (const E state : members<E>()) {
        std::uint16_t in_state = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            in_state = static_cast<std::uint16_t>(in_state + (of_list[i] == state ? 1 : 0));
        }
        counts[state] += in_state;
    }
}

}  // namespace cantiere
