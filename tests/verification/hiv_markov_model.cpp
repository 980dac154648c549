/// The simulator as a cohort Markov model, that of tests/support/markov_cohort.h, with settings
/// that it has. A month stands for a year; everybody is alike at the start, and only job keeping,
/// housing, justice and benefits are on.
///
/// | state | stands for somebody who is | cost of the cycle, paid as `benefit` |
/// |---|---|---|
/// | A | in a cooperative since long, housed, at liberty | full less taper x wage |
/// | B | in a first fixed-term job, homeless from the next month on | full less first taper x wage
/// | | C | seeking work, homeless from the next month on | full | | D | detained, with a sentence
/// beyond the horizon | nothing |
///
/// Phase 12 tries A for job loss (C) and a job on the open market (B), whichever comes first, and B
/// for job loss (C). Phase 13 takes the home of those who had less than the poverty line the month
/// before: of B, who pay contributions that the cooperative's workers are spared, and of C. Phase
/// 14 detains (D) those who have not changed work this month, at a hazard of its own for who has
/// work and home (A), work alone (B), neither (C). So a month makes no move but one, and the six
/// hazards follow from the six chances. An autonomy index of safety alone is 1 at liberty and 0
/// inside: autonomy-years are years of life over twelve. People and costs are counted after the
/// moves, as in the published model, and the factors of discount are those of 1 to 20 years.
///
/// This says nothing of HIV or of prison: it shows that competing hazards, the order of the phases,
/// a programme of two months, books, discounting and outcomes add up to a model solved elsewhere.
/// What it does not reach: queues, placement, vacancies, arrivals and whatever links people.

#include <cmath>
#include <utility>
#include <vector>

#include "model/core/rows.h"
#include "tests/support/catch.h"
#include "tests/support/markov_residents.h"
#include "tests/support/monthly_run.h"

namespace cantiere {
namespace {

using namespace markov_cohort;

constexpr double allowed_errors = 4.0;

/// What one person costs and lives on average of a run.
Totals totals_of(const Strategy& strategy, double people, const RunKey& key) {
    const RunInputs inputs = inputs_of(strategy, people);
    const Draws draws(key);
    const RunOutcome outcome = run_window(start_of(inputs, draws), inputs, draws).outcome;
    const double years = 12.0 * outcome[Variable::autonomy_years_undiscounted];
    return {outcome[Variable::assistance_cost] / people, years / people};
}

/// Totals of replicates of a strategy, the same people in all strategies of a seed.
struct Replicates {
    std::vector<Totals> each;
    Totals mean;
};

Replicates replicates_of(const Strategy& strategy, double people, int count, std::uint64_t seed) {
    Replicates all;
    for (int r = 0; r < count; ++r) {
        const Totals one = totals_of(strategy, people, {seed, 0, static_cast<std::uint32_t>(r)});
        all.each.push_back(one);
        all.mean.cost += one.cost / count;
        all.mean.years += one.years / count;
    }
    return all;
}

/// Checks a mean over `people` against what is published; the error is exact.
void check_totals(const Totals& mean, const Strategy& strategy, double people) {
    const Totals& published = strategy.combined ? published_both : published_mono;
    const Totals sd = exact_totals(strategy).sd;
    const Totals error{sd.cost / std::sqrt(people), sd.years / std::sqrt(people)};
    INFO("cost " << mean.cost << " +- " << error.cost << ", years " << mean.years << " +- "
                 << error.years);
    CHECK(std::abs(mean.cost - published.cost) <= allowed_errors * error.cost);
    CHECK(std::abs(mean.years - published.years) <= allowed_errors * error.years);
}

/// Checks the ratio of the means; its error is that of how the replicates differ.
void check_ratio(const Replicates& mono, const Replicates& both) {
    const double years = both.mean.years - mono.mean.years;
    const double icer = (both.mean.cost - mono.mean.cost) / years;
    const auto count = static_cast<double>(mono.each.size());
    double squares = 0.0;
    for (std::size_t r = 0; r < mono.each.size(); ++r) {
        const double cost = both.each[r].cost - mono.each[r].cost;
        const double off = cost - icer * (both.each[r].years - mono.each[r].years);
        squares += off * off;
    }
    const double error = std::sqrt(squares / (count - 1.0) / count) / years;
    INFO("ratio " << icer << " +- " << error);
    CHECK(error < 0.01 * published_icer);
    CHECK(std::abs(icer - published_icer) <= allowed_errors * error);
}

/// How often each move was made.
using Moves = Matrix;

/// Moves of everybody, in the cycles with both drugs and in the others.
struct MovesOfDrugs {
    Moves both{};
    Moves mono{};
};

MovesOfDrugs moves_of(const Strategy& strategy, double people, int months, std::uint64_t seed) {
    RunInputs inputs = inputs_of(strategy, people);
    const Draws draws({seed});
    State start = start_of(inputs, draws);
    inputs.burn_in_months = 0;  // done
    inputs.months = months;
    ResidentColumn<WorkState> before = start.residents.work.state;
    MovesOfDrugs moves;
    const auto count = [&](const State& state, const Events&, const Ledger&, Month month) {
        const ResidentColumn<WorkState>& after = state.residents.work.state;
        Moves& of_drugs = strategy.has_both_drugs(month.index()) ? moves.both : moves.mono;
        for (const ResidentId who : rows<ResidentId>(after.size())) {
            of_drugs[state_of(before[who])][state_of(after[who])] += 1.0;
        }
        before = after;
    };
    each_month(std::move(start), inputs, draws, count);
    return moves;
}

/// The largest difference between the shares of those who moved and their chances, in standard
/// errors; without end where somebody made a move that has none.
double largest_error(const Moves& moves, const Matrix& chances) {
    double largest = 0.0;
    for (std::size_t from = 0; from < states; ++from) {
        double all = 0.0;
        for (const double moved : moves[from]) all += moved;
        for (std::size_t to = 0; to < states; ++to) {
            const double p = chances[from][to];
            const double off = std::abs(moves[from][to] - all * p);
            const double error = std::sqrt(all * p * (1.0 - p));
            if (off > 1e-6) largest = std::max(largest, off / error);
        }
    }
    return largest;
}

}  // namespace

TEST_CASE("HIV Markov model: the hazards of the phases make its matrix and its published totals") {
    for (const bool combined : {false, true}) {
        const Strategy strategy{counted_chances(), combined};
        for (int cycle = 0; cycle < cycles; ++cycle) {
            const Matrix p = strategy.matrix(cycle);
            const Matrix made = lived_matrix(hazards_for(p));
            for (std::size_t from = 0; from < states; ++from) {
                for (std::size_t to = 0; to < states; ++to) {
                    INFO(cycle << ": " << from << " to " << to);
                    CHECK(made[from][to] == Approx(p[from][to]).margin(1e-14));
                }
            }
        }
        const Strategy lived{lived_matrix(hazards_for(strategy.mono)), combined};
        const Totals exact = exact_totals(lived).mean;
        const Totals& published = combined ? published_both : published_mono;
        CHECK(exact.cost == Approx(published.cost).margin(1e-6));
        CHECK(exact.years == Approx(published.years).margin(1e-6));
    }
}

TEST_CASE("HIV Markov model: residents cost and live as published, and the ratio is that") {
    constexpr double people = 50000.0;
    constexpr int replicates = 12;
    const Strategy alone{counted_chances(), false};
    const Strategy together{counted_chances(), true};
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        const Replicates mono = replicates_of(alone, people, replicates, seed);
        const Replicates both = replicates_of(together, people, replicates, seed);
        check_totals(mono.mean, alone, people * replicates);
        check_totals(both.mean, together, people * replicates);
        check_ratio(mono, both);
    }
}

TEST_CASE("HIV Markov model: residents move by its chances") {
    const Strategy both{counted_chances(), true};
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        const MovesOfDrugs moves = moves_of(both, 400000.0, cycles, seed);
        CHECK(largest_error(moves.both, both.matrix(0)) <= allowed_errors);
        CHECK(largest_error(moves.mono, both.mono) <= allowed_errors);
    }
}

TEST_CASE("HIV Markov model: residents who live by one chance 5 % off are told apart") {
    const Matrix chances = counted_chances();
    for (std::size_t from = A; from < D; ++from) {
        for (std::size_t to = from + 1; to < states; ++to) {
            INFO(from << " to " << to);
            Matrix off = chances;
            off[from][to] *= 1.05;
            off = with_ratio(off, 1.0);
            const MovesOfDrugs moves = moves_of({off, false}, 800000.0, 8, 1);
            CHECK(largest_error(moves.mono, off) <= allowed_errors);
            CHECK(largest_error(moves.mono, chances) > allowed_errors);
        }
    }
}

}  // namespace cantiere
