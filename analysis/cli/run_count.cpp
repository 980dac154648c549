#include "analysis/cli/run_count.h"

#include <utility>

#include <fmt/format.h>

#include "analysis/cli/progress.h"

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
    if (done < done_ || all != all_) began_ = now;  // further runs, counted from their own start
    done_ = done;
    all_ = all;
    if (now - last_ < every) {
        return;
    }
    last_ = now;
    const double here = std::chrono::duration<double>(now - began_).count();
    const double left = here * static_cast<double>(all - done) / static_cast<double>(done);
    const Language language = context_.language();
    std::string line =
        fmt::format("{}: {} {} {}", what_, done, in_language(language, "of", "di"), all);
    if (done > 0) {
        line += fmt::format(fmt::runtime(in_language(language, ", {} left", ", mancano {}")),
                            duration_text(left));
    }
    if (context_.draws_progress()) {
        context_.draw("\r\x1b[K" + line);
        drawn_ = true;
    } else {
        context_.progress(line);
    }
}

}  // namespace cantiere
