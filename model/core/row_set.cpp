#include "model/core/row_set.h"

#include <algorithm>

#include "model/core/contracts.h"
#include "model/core/row_marks_kernel.h"

namespace cantiere {

namespace {

detail::MarksFill marks_fill_of(InstructionSet set) {
    expects(is_supported(set), "the processor has the instructions asked for");
    if (set == InstructionSet::avx512) return detail::mark_rows_avx512;
    if (set == InstructionSet::avx2) return detail::mark_rows_avx2;
    return detail::mark_rows_portable;
}

}  // namespace

void mark_any(std::span<std::uint64_t> marks,
              std::span<const std::uint8_t> bytes,
              std::span<const int> values,
              InstructionSet set) {
    const detail::MarksFill mark_rows = marks_fill_of(set);
    const auto mark = [&](int first, int beyond) {
        mark_rows({marks.data(),
                   bytes.data(),
                   bytes.size(),
                   static_cast<std::uint8_t>(first),
                   static_cast<std::uint8_t>(beyond)});
    };
    const auto [least, greatest] = std::ranges::minmax(values);
    const int beyond = greatest - least;
    if (beyond + 1 == static_cast<int>(values.size())) {
        mark(least, beyond);
    } else {
        for (const int value : values) mark(value, 0);
    }
}

}  // namespace cantiere
