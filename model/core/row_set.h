#pragma once
/// Sets of rows: a bit a row, so that who is concerned by a phase is found by comparing whole
/// words of a column, and what happens to whom is an intersection.

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/columns.h"

namespace cantiere {

/// Sets the bits of the rows whose byte is `value`; `marks` has a word for each 64 rows begun.
void mark_equal(std::span<std::uint64_t> marks, std::span<const std::uint8_t> bytes, int value);
/// Sets those of the rows whose byte is one of `values`; neighbouring values take one pass.
void mark_any(std::span<std::uint64_t> marks,
              std::span<const std::uint8_t> bytes,
              std::span<const int> values);

/// Rows of one table, read in order as ids.
template <class RowId>
class RowSet {
  public:
    class Iterator {
      public:
        Iterator(std::span<const std::uint64_t> words, std::size_t at)
            : words_(words), at_(at), left_(at < words.size() ? words[at] : 0) {
            skip_empty_words();
        }
        RowId operator*() const {
            return RowId::at(64 * at_ + static_cast<std::size_t>(std::countr_zero(left_)));
        }
        Iterator& operator++() {
            left_ &= left_ - 1;
            skip_empty_words();
            return *this;
        }
        bool operator!=(const Iterator& end) const { return at_ != end.at_; }

      private:
        void skip_empty_words() {
            while (left_ == 0 && at_ < words_.size()) {
                ++at_;
                if (at_ < words_.size()) left_ = words_[at_];
            }
        }

        std::span<const std::uint64_t> words_;
        std::size_t at_ = 0;
        std::uint64_t left_ = 0;
    };

    explicit RowSet(std::size_t rows) : words_((rows + 63) / 64, 0) {}
    bool contains(RowId id) const {
        return (words_[id.index() / 64] >> (id.index() % 64) & 1) != 0;
    }
    void insert(RowId id) { words_[id.index() / 64] |= std::uint64_t{1} << (id.index() % 64); }
    void erase(RowId id) { words_[id.index() / 64] &= ~(std::uint64_t{1} << (id.index() % 64)); }

    std::size_t count() const {
        std::size_t rows = 0;
        for (const std::uint64_t word : words_)
            rows += static_cast<std::size_t>(std::popcount(word));
        return rows;
    }

    Iterator begin() const { return {words_, 0}; }
    Iterator end() const { return {words_, words_.size()}; }

    std::span<std::uint64_t> words() { return words_; }
    std::span<const std::uint64_t> words() const { return words_; }

    RowSet& operator&=(const RowSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    RowSet& operator|=(const RowSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    /// Takes out the rows of another set.
    RowSet without(const RowSet& other) const {
        RowSet rest = *this;
        for (std::size_t i = 0; i < words_.size(); ++i) rest.words_[i] &= ~other.words_[i];
        return rest;
    }
    friend RowSet operator&(RowSet a, const RowSet& b) { return a &= b; }
    friend RowSet operator|(RowSet a, const RowSet& b) { return a |= b; }
    friend bool operator==(const RowSet&, const RowSet&) = default;

  private:
    std::vector<std::uint64_t> words_;
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
