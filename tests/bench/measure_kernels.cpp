/// The kernels under Google Benchmark: draws, elementary functions, row loops, and each phase of
/// the month in runs of a study. Items are entities, values, rows and resident-months.
///
/// usage: measure_kernels [--benchmark_filter=WORD] [STUDY]    STUDY:
/// scenarios/studies/pistoia.toml

#include <benchmark/benchmark.h>

#include <optional>
#include <string>
#include <vector>

#include "model/core/draws_of_many.h"
#include "model/core/elementary.h"
#include "model/core/lane_functions.h"
#include "model/core/quantiles.h"
#include "model/month/demography.h"
#include "model/month/drift.h"
#include "model/synthesis.h"
#include "scenarios/run_inputs.h"
#include "tests/bench/watched_run.h"

namespace cantiere {
namespace {

using benchmark::State;

constexpr std::size_t block = 256;  // stays in the nearest cache

std::vector<EntityKey> keys(std::size_t n) {
    std::vector<EntityKey> all;
    for (std::size_t i = 0; i < n; ++i) all.push_back(hash_key({i}));
    return all;
}

/// The month after, within ten years: benchmarks repeat more often than studies have months.
int next_month(int month) { return (month + 1) % 120; }

void count_items(State& state, std::size_t each) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each));
}

// --- Draws

void draws_one_by_one(State& state) {
    const Draws draws(RunKey{1, 0, 0});
    const std::vector<EntityKey> who = keys(block);
    int month = 0;
    for (auto _ : state) {
        double sum = 0.0;
        for (const EntityKey key : who)
            sum += draws.uniform(key, Month{month}, Decision::toy_event);
        benchmark::DoNotOptimize(sum);
        month = next_month(month);
    }
    count_items(state, block);
}

template <class Number>
void draws_side_by_side(State& state, InstructionSet set) {
    const Draws draws(RunKey{1, 0, 0});
    const std::vector<EntityKey> who = keys(block);
    std::vector<Number> drawn(block);
    int month = 0;
    for (auto _ : state) {
        fill_uniforms(drawn, draws, who, {Month{month}, Decision::toy_event}, set);
        benchmark::DoNotOptimize(drawn.data());
        month = next_month(month);
    }
    count_items(state, block);
}

void normals_side_by_side(State& state) {
    const Draws draws(RunKey{1, 0, 0});
    const std::vector<EntityKey> who = keys(block);
    std::vector<double> drawn(block);
    int month = 0;
    for (auto _ : state) {
        fill_normals(drawn, draws, who, {Month{month}, Decision::toy_event});
        benchmark::DoNotOptimize(drawn.data());
        month = next_month(month);
    }
    count_items(state, block);
}

// --- Elementary functions

template <class Function>
void elementary(State& state, Function function) {
    std::vector<double> values(block);
    for (std::size_t i = 0; i < block; ++i) values[i] = 0.01 + static_cast<double>(i) / block;
    for (auto _ : state) {
        double sum = 0.0;
        for (const double x : values) sum += function(x);
        benchmark::DoNotOptimize(sum);
    }
    count_items(state, block);
}

// --- Row loops over the people of a study

struct Town {
    RunInputs inputs;
    cantiere::State state;
};

Town people_of(const Study& study) {
    RunInputs inputs = run_inputs(study, 0, 0);
    cantiere::State state = synthesise(inputs, Draws(RunKey{1, 0, 0}));
    return {std::move(inputs), std::move(state)};
}

void rows_present(State& state, const Study& study) {
    const Town town = people_of(study);
    const People& people = town.state.residents.people;
    for (auto _ : state) benchmark::DoNotOptimize(present(people).count());
    count_items(state, town.state.residents.size());
}

void rows_drift(State& state, const Study& study) {
    Town town = people_of(study);
    auto& residents = town.state.residents;
    const Draws draws(RunKey{1, 0, 0});
    const CapitalParameters& p = town.inputs.outside.capital;
    int month = 0;
    for (auto _ : state) {
        drift_capitals(residents.capital,
                       residents.people,
                       residents.work,
                       residents.care,
                       p,
                       1.0,
                       draws,
                       Month{month});
        month = next_month(month);
    }
    count_items(state, residents.size());
}

// --- Phases of the month

/// Lives the programme of the study once and registers the time that each phase took.
void register_phases(const Study& study) {
    PhaseWatch watch;
    constexpr std::size_t programme = 1;
    const double resident_months = live_watched(watch, study, programme, 4);
    for (const auto& [phase, nanoseconds] : watch.nanoseconds()) {
        const double each = 1e-9 * nanoseconds / resident_months;
        benchmark::RegisterBenchmark(("phase/" + std::string(phase)).c_str(),
                                     [each](State& state) {
                                         for (auto _ : state) state.SetIterationTime(each);
                                     })
            ->UseManualTime()
            ->Iterations(1);
    }
}

void register_kernels(const Study& study) {
    benchmark::RegisterBenchmark("draws/one_by_one", draws_one_by_one);
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        const std::string which(name(set));
        benchmark::RegisterBenchmark(("draws/double/" + which).c_str(),
                                     draws_side_by_side<double>,
                                     set);
        benchmark::RegisterBenchmark(("draws/float/" + which).c_str(),
                                     draws_side_by_side<float>,
                                     set);
    }
    benchmark::RegisterBenchmark("draws/normal", normals_side_by_side);
    const auto of = [](const char* name, auto function) {
        benchmark::RegisterBenchmark(name,
                                     [function](State& state) { elementary(state, function); });
    };
    of("elementary/exp", [](double x) { return exp(x); });
    of("elementary/log", [](double x) { return log(x); });
    of("elementary/logistic", [](double x) { return logistic(x); });
    benchmark::RegisterBenchmark("rows/present",
                                 [&study](State& state) { rows_present(state, study); });
    benchmark::RegisterBenchmark("rows/drift_capitals",
                                 [&study](State& state) { rows_drift(state, study); });
    register_phases(study);
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    benchmark::Initialize(&count, words);
    const char* path = count > 1 ? words[1] : "scenarios/studies/pistoia.toml";
    const std::optional<cantiere::Study> study = cantiere::study_at_its_values(path);
    if (!study) return 3;
    cantiere::register_kernels(*study);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
