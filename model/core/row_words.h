#pragma once
/// The words behind a set of rows (row_set.h).

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cantiere {

/// A bit for each row of a table: of small tables within the object, so that a set made for a
/// month asks for no memory; of greater ones elsewhere. All are 0 at first.
class RowWords {
  public:
    static constexpr std::size_t rows_of_word = 64;
    static constexpr std::size_t most_rows_within = 4096;

    explicit RowWords(std::size_t rows)
        : count_((rows + rows_of_word - 1) / rows_of_word), many_(is_small() ? 0 : count_, 0) {}

    /// Returns a word for each 64 rows begun.
    std::span<std::uint64_t> all() {
        return is_small() ? std::span(few_).first(count_) : std::span(many_);
    }
    std::span<const std::uint64_t> all() const {
        return is_small() ? std::span(few_).first(count_) : std::span(many_);
    }

    friend bool operator==(const RowWords&, const RowWords&) = default;

  private:
    bool is_small() const { return count_ <= most_rows_within / rows_of_word; }

    std::size_t count_;
    std::array<std::uint64_t, most_rows_within / rows_of_word> few_{};
    std::vector<std::uint64_t> many_;
};

/// Reads the set bits of words in order, as ids of rows.
template <class RowId>
class RowIterator {
  public:
    RowIterator(std::span<const std::uint64_t> words, std::size_t at)
        : words_(words), at_(at), left_(at < words.size() ? words[at] : 0) {
        skip_empty_words();
    }
    RowId operator*() const {
        return RowId::at(64 * at_ + static_cast<std::size_t>(std::countr_zero(left_)));
    }
    RowIterator& operator++() {
        left_ &= left_ - 1;
        skip_empty_words();
        return *this;
    }
    bool operator!=(const RowIterator& end) const { return at_ != end.at_; }

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

}  // namespace cantiere
