#include "analysis/cli/progress.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

constexpr auto redraw_every = std::chrono::milliseconds(200);
constexpr auto line_every = std::chrono::seconds(10);

std::string rate_text(double per_second, Language language) {
    constexpr double million = 1e6;
    return fmt::format(
        "{} {}",
        number_text(per_second / million, 2, language),
        in_language(language, "million resident-months/s", "milioni di mesi-residente/s"));
}

std::string bar(const BatchProgress& done) {
    constexpr std::size_t cells = 20;
    const std::size_t full = cells * done.runs_done / std::max<std::size_t>(done.runs_total, 1);
    return "[" + std::string(full, '#') + std::string(cells - full, '.') + "] ";
}

}  // namespace

std::string duration_text(double seconds) {
    const auto whole = static_cast<long>(std::ceil(seconds));
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    return whole < 3600 ? fmt::format("{} min {:02} s", whole / 60, whole % 60)
                        : fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

Progress::Progress(const Study& study, const Context& context)
    : study_(study), context_(context), contrast_(study) {}

Progress::~Progress() {
    if (drawn_) {
        context_.draw("\r\x1b[K");
    }
}

void Progress::add(const BatchProgress& done) {
    if (!began_) {
        began_ = true;
        first_runs_ = done.runs_done - study_.scenarios.size();
    }
    contrast_.add(done);
    const Clock::time_point now = Clock::now();
    const bool due = context_.draws_progress() ? now - last_ >= redraw_every || !drawn_
                                               : now - last_ >= line_every;
    if (due) {
        last_ = now;
        tell(done);
    }
}

std::string Progress::estimate() const {
    if (!contrast_.exists()) {
        return "";
    }
    const Stat stat = contrast_.stat();
    if (std::isnan(stat.low)) {
        return "";
    }
    return fmt::format("{}: {} EUR {} ({})",
                       contrast_.scenario(),
                       in_language(context_.language(), "net public cost", "costo pubblico netto"),
                       signed_mean_text(stat, context_.language()),
                       interval_text(stat, context_.language()));
}

void Progress::tell(const BatchProgress& done) {
    const auto here = static_cast<double>(done.runs_done - first_runs_);
    const auto left = static_cast<double>(done.runs_total - done.runs_done);
    const Language language = context_.language();
    std::string line = fmt::format(
        fmt::runtime(in_language(language,
                                 "{} of {} runs, {} left, {}",
                                 "{} esecuzioni su {}, ancora {}, {}")),
        done.runs_done,
        done.runs_total,
        duration_text(done.seconds * left / std::max(here, 1.0)),
        rate_text(static_cast<double>(done.resident_months) / std::max(done.seconds, 1e-9),
                  language));
    if (const std::string running = estimate(); !running.empty()) {
        line += "; " + running;
    }
    if (!context_.draws_progress()) {
        context_.progress(fmt::format("{}: {}", study_.id, line));
        return;
    }
    const std::string shown = wrapped(bar(done) + line, context_.error_width() - 1).front();
    context_.draw("\r\x1b[K" + shown);
    drawn_ = true;
}

}  // namespace cantiere
