#pragma once
/// Rows found by a condition on one column, word by word.

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

#include "model/core/row_set.h"

namespace cantiere {

/// Returns the rows whose value fulfils a condition, which should be free of branches.
template <class RowId, class T, std::predicate<const T&> Condition>
RowSet<RowId> rows_where(const Column<RowId, T>& column, Condition holds) {
    constexpr std::size_t rows_of_word = 64;
    RowSet<RowId> found(column.size());
    for (std::size_t begin = 0; begin < column.size(); begin += rows_of_word) {
        std::array<std::uint8_t, rows_of_word> truths{};
        const std::size_t count = std::min(rows_of_word, column.size() - begin);
        const T* const values = column.data() + begin;
        for (std::size_t i = 0; i < count; ++i) truths[i] = holds(values[i]) ? 1 : 0;
        mark_equal(found.words().subspan(begin / rows_of_word, 1), truths, 1);
    }
    return found;
}

}  // namespace cantiere
