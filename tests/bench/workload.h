#pragma once
/// The reference workload: a small fixed model that any framework can implement, so that speed is
/// compared on the same work. What it asks and answers; the rules stand in README.md.

#include <cstdint>
#include <vector>

namespace cantiere {

/// How much is simulated. Replicates are independent runs under one seed.
struct WorkloadSize {
    std::uint32_t residents = 5000;
    int months = 120;
    std::uint32_t replicates = 64;
    int threads = 1;
    std::uint64_t seed = 1;
};

/// The territory at the end of a month.
struct WorkloadMonth {
    double in_care = 0.0;
    double interns = 0.0;
    double employed = 0.0;
    double autonomous = 0.0;
    double mean_autonomy = 0.0;
    double mean_skill = 0.0;
    double cost_eur = 0.0;

    friend bool operator==(const WorkloadMonth&, const WorkloadMonth&) = default;
};

using WorkloadHistory = std::vector<WorkloadMonth>;      // [month], month 1 first
using WorkloadHistories = std::vector<WorkloadHistory>;  // [replicate][month]

/// Simulates every replicate.
using WorkloadSimulator = WorkloadHistories (*)(const WorkloadSize& size);

/// Runs `PROGRAM RESIDENTS MONTHS REPLICATES THREADS`: prints the mean counts at months 12, 60 and
/// 120 and, as last line, a JSON object with size, speed and these counts. Returns the exit code.
int run_workload(int word_count, char** words, WorkloadSimulator simulate);

}  // namespace cantiere
