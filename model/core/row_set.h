#pragma once
/// Sets of rows: a bit a row, so that who is concerned by a phase is found by comparing whole
/// words of a column, and what happens to whom is an intersection.

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

#include "model/core/columns.h"
#include "model/core/instruction_set.h"
#include "model/core/row_words.h"

namespace cantiere {

/// Sets the bits of the rows whose byte is one of `values`; neighbouring values take one pass.
/// `marks` has a word for each 64 rows begun. The last argument is for tests: no result depends on
/// the instructions used.
void mark_any(std::span<std::uint64_t> marks,
              std::span<const std::uint8_t> bytes,
              std::span<const int> values,
              InstructionSet set = best_instruction_set());

/// Rows of one table, read in order as ids.
template <class RowId>
class RowSet {
  public:
    using Iterator = RowIterator<RowId>;

    explicit RowSet(std::size_t rows) : words_(rows) {}
    bool contains(RowId id) const { return (words()[id.index() / 64] & bit_of(id)) != 0; }
    void insert(RowId id) { words()[id.index() / 64] |= bit_of(id); }
    void erase(RowId id) { words()[id.index() / 64] &= ~bit_of(id); }

    std::size_t count() const {
        std::size_t rows = 0;
        for (const std::uint64_t word : words())
            rows += static_cast<std::size_t>(std::popcount(word));
        return rows;
    }

    Iterator begin() const { return {words(), 0}; }
    Iterator end() const { return {words(), words().size()}; }

    std::span<std::uint64_t> words() { return words_.all(); }
    std::span<const std::uint64_t> words() const { return words_.all(); }

    RowSet& operator&=(const RowSet& other) {
        return change(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
    }
    RowSet& operator|=(const RowSet& other) {
        return change(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
    }
    /// Takes out the rows of another set.
    RowSet without(const RowSet& other) const {
        RowSet rest = *this;
        rest.change(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
        return rest;
    }
    friend RowSet operator&(RowSet a, const RowSet& b) {
        a &= b;
        return a;
    }
    friend RowSet operator|(RowSet a, const RowSet& b) {
        a |= b;
        return a;
    }
    friend bool operator==(const RowSet&, const RowSet&) = default;

  private:
    static std::uint64_t bit_of(RowId id) { return std::uint64_t{1} << (id.index() % 64); }

    template <class Operation>
    RowSet& change(const RowSet& other, Operation operation) {
        const std::span<std::uint64_t> mine = words();
        const std::span<const std::uint64_t> theirs = other.words();
        for (std::size_t i = 0; i < mine.size(); ++i) mine[i] = operation(mine[i], theirs[i]);
        return *this;
    }

    RowWords words_;
};

/// Returns the rows whose value is one of `values`.
template <class RowId, class T, std::same_as<T>... Values>
RowSet<RowId> rows_with(const Column<RowId, T>& column, Values... values) {
    static_assert(sizeof(T) == 1, "states are bytes");
    RowSet<RowId> found(column.size());
    const std::span<const std::uint8_t> bytes{reinterpret_cast<const std::uint8_t*>(column.data()),
                                              column.size()};
    mark_any(found.words(), bytes, std::array{static_cast<int>(values)...});
    return found;
}

/// Returns the rows whose value is another than `value`.
template <class RowId, class T>
RowSet<RowId> rows_other_than(const Column<RowId, T>& column, T value) {
    RowSet<RowId> others = rows_with(column, value);
    for (std::uint64_t& word : others.words()) word = ~word;
    const std::size_t rest = column.size() % 64;
    if (rest > 0) others.words().back() &= (std::uint64_t{1} << rest) - 1;
    return others;
}

}  // namespace cantiere
