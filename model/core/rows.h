#pragma once
/// Loops over the rows of a table.

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "model/core/ids.h"

namespace cantiere {

/// Rows of one block. Fixed, so that sums taken block by block never depend on threads.
inline constexpr std::size_t rows_per_block = 256;

/// The ids 0 to n-1 of a table, in order.
template <class RowId>
class RowRange {
  public:
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = RowId;
        using difference_type = std::ptrdiff_t;
        using pointer = const RowId*;
        using reference = RowId;

        constexpr Iterator() = default;
        constexpr explicit Iterator(RowId id) : id_(id) {}
        constexpr RowId operator*() const { return id_; }
        constexpr Iterator& operator++() {
            ++id_.value;
            return *this;
        }
        constexpr Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(Iterator, Iterator) = default;

      private:
        RowId id_{};
    };

    constexpr RowRange(RowId first, RowId last) : first_(first), last_(last) {}
    constexpr Iterator begin() const { return Iterator{first_}; }
    constexpr Iterator end() const { return Iterator{last_}; }
    constexpr std::size_t size() const { return last_.index() - first_.index(); }

  private:
    RowId first_;
    RowId last_;
};

/// Returns the ids of the first `count` rows.
template <class RowId>
constexpr RowRange<RowId> rows(std::size_t count) {
    return {RowId::at(0), RowId::at(count)};
}

/// Returns the ids of the rows from `begin` to before `end`, as a block hands them out.
template <class RowId>
constexpr RowRange<RowId> rows(std::size_t begin, std::size_t end) {
    return {RowId::at(begin), RowId::at(end)};
}

/// Counts the blocks of a table of `count` rows.
constexpr std::size_t block_count(std::size_t count) {
    return (count + rows_per_block - 1) / rows_per_block;
}

/// Calls `visit(begin, end)` once for each block of at most `rows_per_block` rows. A visit writes
/// its own rows only and must not count on the order of blocks: they may run at the same time.
template <class Visit>
void for_each_block(std::size_t count, Visit visit) {
    for (std::size_t begin = 0; begin < count; begin += rows_per_block) {
        visit(begin, std::min(begin + rows_per_block, count));
    }
}

}  // namespace cantiere
