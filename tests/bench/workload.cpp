#include "tests/bench/workload.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <ctime>
#include <optional>
#include <string>

namespace cantiere {

namespace {

constexpr std::array<int, 3> months_printed{12, 60, 120};

template <class Number>
bool read_positive(const char* word, Number& number) {
    const char* end = word + std::strlen(word);
    const auto result = std::from_chars(word, end, number);
    return result.ec == std::errc{} && result.ptr == end && number > 0;
}

std::optional<WorkloadSize> size_of(int word_count, char** words) {
    WorkloadSize size;
    if (word_count != 5) return std::nullopt;
    if (!read_positive(words[1], size.residents)) return std::nullopt;
    if (!read_positive(words[2], size.months)) return std::nullopt;
    if (!read_positive(words[3], size.replicates)) return std::nullopt;
    if (!read_positive(words[4], size.threads)) return std::nullopt;
    return size;
}

double resident_months(const WorkloadSize& size) {
    return static_cast<double>(size.residents) * size.months * size.replicates;
}

/// Mean over replicates at the end of month `month`, counted from 1.
WorkloadMonth mean_month(const WorkloadHistories& histories, int month) {
    WorkloadMonth mean;
    const double share = 1.0 / static_cast<double>(histories.size());
    for (const WorkloadHistory& history : histories) {
        const WorkloadMonth& end = history[static_cast<std::size_t>(month - 1)];
        mean.in_care += end.in_care * share;
        mean.interns += end.interns * share;
        mean.employed += end.employed * share;
        mean.autonomous += end.autonomous * share;
        mean.mean_autonomy += end.mean_autonomy * share;
        mean.mean_skill += end.mean_skill * share;
        mean.cost_eur += end.cost_eur * share;
    }
    return mean;
}

void print(const WorkloadSize& size, const WorkloadHistories& histories, double seconds) {
    std::string counts;
    for (const int month : months_printed) {
        if (month > size.months) continue;
        const WorkloadMonth end = mean_month(histories, month);
        fmt::print(
            "month {:3}: U {:.1f}  I {:.1f}  J {:.1f}  X {:.1f}  a {:.4f}  s {:.4f}  "
            "cost {:.0f}\n",
            month,
            end.in_care,
            end.interns,
            end.employed,
            end.autonomous,
            end.mean_autonomy,
            end.mean_skill,
            end.cost_eur);
        counts +=
            fmt::format("{}\"{}\": {{\"U\": {:.4f}, \"I\": {:.4f}, \"J\": {:.4f}, \"X\": {:.4f}}}",
                        counts.empty() ? "" : ", ",
                        month,
                        end.in_care,
                        end.interns,
                        end.employed,
                        end.autonomous);
    }
    fmt::print(
        "{{\"residents\": {}, \"months\": {}, \"replicates\": {}, \"threads\": {}, "
        "\"wall_seconds\": {:.4f}, \"resident_months_per_second\": {:.4g}, \"counts\": {{{}}}}}\n",
        size.residents,
        size.months,
        size.replicates,
        size.threads,
        seconds,
        resident_months(size) / seconds,
        counts);
}

}  // namespace

int run_workload(int word_count, char** words, WorkloadSimulator simulate) {
    const std::optional<WorkloadSize> size = size_of(word_count, words);
    if (!size) {
        fmt::print(stderr, "usage: {} RESIDENTS MONTHS REPLICATES THREADS\n", words[0]);
        return 2;
    }
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    const WorkloadHistories histories = simulate(*size);
    const std::chrono::duration<double> wall = Clock::now() - start;
    // Of all threads together: what a busy machine leaves comparable.
    const double cpu_seconds = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    fmt::print("processor time {:.3f} s, {:.4g} resident-months per second of it\n",
               cpu_seconds,
               resident_months(*size) / cpu_seconds);
    print(*size, histories, wall.count());
    return 0;
}

}  // namespace cantiere
