/// Measures what this machine allows at most: memory bandwidth by a triad (a = b + s c, McCalpin's
/// STREAM) out of the caches and within them, on one thread and on all.
///
/// usage: measure_limits [ROUNDS]

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

constexpr std::size_t doubles_beyond_caches = 1u << 25;  // 256 MiB an array
constexpr std::size_t doubles_in_a_cache = 1u << 12;     // 32 KiB an array

/// Best rate of a triad over arrays of `size` doubles a thread, GB/s.
double triad_gb_per_second(std::size_t size, int threads, int rounds) {
    const std::size_t all = size * static_cast<std::size_t>(threads);
    std::vector<double> a(all, 0.0);
    std::vector<double> b(all, 1.0);
    std::vector<double> c(all, 2.0);
    const std::size_t passes = std::max<std::size_t>(1, doubles_beyond_caches / size);
    double best = 0.0;
    for (int round = 0; round < rounds; ++round) {
        const double start = omp_get_wtime();
#pragma omp parallel num_threads(threads)
        {
            const std::size_t begin = size * static_cast<std::size_t>(omp_get_thread_num());
            for (std::size_t pass = 0; pass < passes; ++pass) {
                const double scale = 1.0 + 1e-9 * static_cast<double>(pass);
                for (std::size_t i = begin; i < begin + size; ++i) a[i] = b[i] + scale * c[i];
            }
        }
        const double seconds = omp_get_wtime() - start;
        const double bytes = 3.0 * sizeof(double) * static_cast<double>(all * passes);
        best = std::max(best, bytes / seconds / 1e9);
    }
    // What nobody reads may be left out by the compiler.
    if (a.front() < 0.0) fmt::print("{}\n", a.front());
    return best;
}

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::atoi(words[1]) : 5;
    const int all = omp_get_max_threads();
    for (const int threads : {1, all}) {
        fmt::print("triad, {} thread{}: memory {:.1f} GB/s, in a cache {:.1f} GB/s\n",
                   threads,
                   threads == 1 ? "" : "s",
                   triad_gb_per_second(doubles_beyond_caches, threads, rounds),
                   triad_gb_per_second(doubles_in_a_cache, threads, rounds));
        if (all == 1) break;
    }
    return 0;
}
