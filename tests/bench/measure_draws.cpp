/// Measures what a draw costs, one by one and side by side, on each set of instructions that this
/// processor has: draws of 256 entities again and again, the least of many rounds.
///
/// usage: measure_draws [ROUNDS]

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "model/core/columns.h"
#include "model/core/draws_of_many.h"

namespace cantiere {
namespace {

constexpr std::size_t drawn_entities = 256;
constexpr int repetitions = 2000;

/// Seconds of this process, whatever else the machine does.
double processor_seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Nanoseconds of one entity, the least of many rounds; `draw` draws for all of them in a month.
template <class Draw>
double least_nanoseconds(int rounds, Draw draw) {
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double start = processor_seconds();
        for (int month = 0; month < repetitions; ++month) draw(Month{month});
        const double seconds = processor_seconds() - start;
        least = std::min(least, 1e9 * seconds / (repetitions * double{drawn_entities}));
    }
    return least;
}

void measure(int rounds) {
    const Draws draws(RunKey{1, 0, 0});
    std::vector<EntityKey> who;
    for (std::size_t i = 0; i < drawn_entities; ++i) who.push_back(hash_key({i}));
    std::vector<double> uniforms(drawn_entities);
    std::vector<float> floats(drawn_entities);
    std::vector<std::uint32_t> words(drawn_entities);
    std::array<std::vector<std::uint32_t>, 4> four{words, words, words, words};
    constexpr Decision what = Decision::toy_event;

    const double one_by_one = least_nanoseconds(rounds, [&](Month month) {
        for (std::size_t i = 0; i < drawn_entities; ++i) {
            uniforms[i] = draws.uniform(who[i], month, what);
        }
    });
    fmt::print("one by one: uniform {:.2f} ns\n", one_by_one);
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        const double as_double = least_nanoseconds(rounds, [&](Month month) {
            fill_uniforms(uniforms, draws, who, {month, what}, set);
        });
        const double as_float = least_nanoseconds(rounds, [&](Month month) {
            fill_uniforms(floats, draws, who, {month, what}, set);
        });
        const double four_words = least_nanoseconds(rounds, [&](Month month) {
            fill_words({four[0], four[1], four[2], four[3]}, draws, who, {month, what}, set);
        });
        fmt::print(
            "{:>10}: uniform {:.2f} ns ({:.2f} times as fast), float {:.2f} ns, four words "
            "{:.2f} ns ({:.2f} billion words/s)\n",
            name(set),
            as_double,
            one_by_one / as_double,
            as_float,
            four_words,
            4.0 / four_words);
    }
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    cantiere::measure(count > 1 ? std::atoi(words[1]) : 20);
    return 0;
}
