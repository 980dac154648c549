#include "analysis/cli/run_count.h"

#include <utility>

#include <fmt/format.h>

namespace cantiere {

RunCount::RunCount(std::string what, const Context& context)
    : what_(std::move(what)), context_(context) {}

RunCount::~RunCount() {
    if (drawn_) {
        context_.draw("\r\x1b[K");
    }
}

void RunCount::tell(std::size_t done, std::size_t all) {
    const auto every = context_.draws_progress() ? std::chrono::milliseconds(200)
                                                 : std::chrono::milliseconds(10'000);
    const Clock::time_point now = Clock::now();
    if (now - last_ < every) {
        return;
    }
    last_ = now;
    const std::string_view of = in_language(context_.language(), "of", "di");
    const std::string line = fmt::format("{}: {} {} {}", what_, done, of, all);
    if (context_.draws_progress()) {
        context_.draw("\r\x1b[K" + line);
        drawn_ = true;
    } else {
        context_.progress(line);
    }
}

}  // namespace cantiere
