/// Says where the time of a run goes: set-up, each phase of the month, the checks and the recorder,
/// in nanoseconds a resident-month, and how many bytes a resident takes in memory.
///
/// usage: measure_phases STUDY [REPLICATES] [SCENARIO, from 0]
///
/// Every parameter is at its value. Burn-in and window count, the recorder in the window alone.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "tests/bench/watched_run.h"

namespace cantiere {
namespace {

void print_table(const PhaseWatch& watch, double resident_months) {
    std::vector<std::pair<double, std::string_view>> by_time;
    double all = 0.0;
    for (const auto& [phase, nanoseconds] : watch.nanoseconds()) {
        by_time.emplace_back(nanoseconds, phase);
        all += nanoseconds;
    }
    std::ranges::sort(by_time, std::greater<>());
    fmt::print("{:.0f} resident-months, {:.1f} ns each: {:.2f} million a second\n",
               resident_months,
               all / resident_months,
               1e3 * resident_months / all);
    for (const auto& [nanoseconds, phase] : by_time) {
        fmt::print("{:>8.2f} ns {:>5.1f} %  {}\n",
                   nanoseconds / resident_months,
                   100.0 * nanoseconds / all,
                   phase);
    }
}

int measure_phases(const char* study_path, std::uint32_t replicates, std::size_t scenario) {
    const std::optional<Study> study = study_at_its_values(study_path);
    if (!study) return 3;
    PhaseWatch watch;
    print_table(watch, live_watched(watch, *study, scenario, replicates));
    return 0;
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: measure_phases STUDY [REPLICATES] [SCENARIO, from 0]\n");
        return 2;
    }
    const int replicates = count > 2 ? std::atoi(words[2]) : 1;
    const int scenario = count > 3 ? std::atoi(words[3]) : 0;
    return cantiere::measure_phases(words[1],
                                    static_cast<std::uint32_t>(replicates),
                                    static_cast<std::size_t>(scenario));
}
