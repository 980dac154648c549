#pragma once
/// Columns of tables indexed by typed ids, and small arrays indexed by enums.

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/core/ids.h"

namespace cantiere {

/// One attribute of every row of a table: `column[who]` reads as `who.column`. An id of another
/// table does not compile. Positions are unchecked unless built with _GLIBCXX_ASSERTIONS.
template <class RowId, class T>
class Column {
    static_assert(!std::is_same_v<T, bool>, "vector<bool> has no addressable rows: use uint8_t");

  public:
    using value_type = T;
    using id_type = RowId;

    Column() = default;
    explicit Column(std::size_t size, const T& value = T{}) : rows_(size, value) {}
    explicit Column(std::vector<T> rows) : rows_(std::move(rows)) {}

    T& operator[](RowId id) { return rows_[id.index()]; }
    const T& operator[](RowId id) const { return rows_[id.index()]; }

    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    auto begin() { return rows_.begin(); }
    auto begin() const { return rows_.begin(); }
    auto end() { return rows_.end(); }
    auto end() const { return rows_.end(); }
    T* data() { return rows_.data(); }
    const T* data() const { return rows_.data(); }

    /// Returns all rows in order, for arithmetic over the whole column.
    std::span<T> rows() { return rows_; }
    std::span<const T> rows() const { return rows_; }

    void resize(std::size_t size, const T& value = T{}) { rows_.resize(size, value); }
    void reserve(std::size_t size) { rows_.reserve(size); }
    void assign(std::size_t size, const T& value) { rows_.assign(size, value); }
    void clear() { rows_.clear(); }
    void shrink_to_fit() { rows_.shrink_to_fit(); }

    /// Appends a row and returns its id.
    RowId push_back(T value) {
        rows_.push_back(std::move(value));
        return RowId::at(rows_.size() - 1);
    }

    /// Appends rows.
    void append(std::span<const T> more) { rows_.insert(rows_.end(), more.begin(), more.end()); }

    friend bool operator==(const Column&, const Column&) = default;

  private:
    std::vector<T> rows_;
};

/// An enum class whose last member, `count`, is the number of the others, numbered from 0.
template <class E>
concept CountedEnum = std::is_enum_v<E> && requires {
    E::count;
};

/// Array with one value for each member of an enum.
template <CountedEnum E, class T>
struct EnumArray {
    static constexpr std::size_t extent = static_cast<std::size_t>(E::count);

    std::array<T, extent> values{};

    constexpr T& operator[](E member) { return values[static_cast<std::size_t>(member)]; }
    constexpr const T& operator[](E member) const {
        return values[static_cast<std::size_t>(member)];
    }

    static constexpr std::size_t size() { return extent; }
    constexpr auto begin() { return values.begin(); }
    constexpr auto begin() const { return values.begin(); }
    constexpr auto end() { return values.end(); }
    constexpr auto end() const { return values.end(); }
    constexpr void fill(const T& value) { values.fill(value); }

    friend constexpr bool operator==(const EnumArray&, const EnumArray&) = default;
};

/// Returns every member of an enum in order, for loops.
template <CountedEnum E>
constexpr std::array<E, static_cast<std::size_t>(E::count)> members() {
    std::array<E, static_cast<std::size_t>(E::count)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<E>(i);
    }
    return all;
}

}  // namespace cantiere
