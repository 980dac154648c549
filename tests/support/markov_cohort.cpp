#include "tests/support/markov_cohort.h"

#include <cmath>

namespace cantiere::markov_cohort {
namespace {

constexpr double ratio_of_both_drugs = 0.509;

/// Mean and mean square of what is still to come, by the state that it is counted from.
struct ToCome {
    Row mean{};
    Row square{};

    /// Puts a cycle before: a move by `chances`, then the `gain` of the state moved to.
    void put_before(const Matrix& chances, const Row& gain) {
        const ToCome after = *this;
        for (std::size_t from = 0; from < states; ++from) {
            mean[from] = 0.0;
            square[from] = 0.0;
            for (std::size_t to = 0; to < states; ++to) {
                const double g = gain[to];
                const double m = after.mean[to];
                mean[from] += chances[from][to] * (g + m);
                square[from] += chances[from][to] * (g * g + 2.0 * g * m + after.square[to]);
            }
        }
    }
    double sd() const { return std::sqrt(square[A] - mean[A] * mean[A]); }
};

}  // namespace

Matrix Strategy::matrix(int cycle) const {
    return has_both_drugs(cycle) ? with_ratio(mono, ratio_of_both_drugs) : mono;
}

double Strategy::drugs_eur(int cycle) const {
    return zidovudine_eur + (has_both_drugs(cycle) ? lamivudine_eur : 0.0);
}

Matrix counted_chances() {
    return {{{1251.0 / 1734.0, 350.0 / 1734.0, 116.0 / 1734.0, 17.0 / 1734.0},
             {0.0, 731.0 / 1258.0, 512.0 / 1258.0, 15.0 / 1258.0},
             {0.0, 0.0, 1312.0 / 1749.0, 437.0 / 1749.0},
             {0.0, 0.0, 0.0, 1.0}}};
}

Matrix with_ratio(const Matrix& chances, double ratio) {
    Matrix changed{};
    for (std::size_t from = 0; from < states; ++from) {
        double leaves = 0.0;
        for (std::size_t to = from + 1; to < states; ++to) {
            changed[from][to] = ratio * chances[from][to];
            leaves += changed[from][to];
        }
        changed[from][from] = 1.0 - leaves;
    }
    return changed;
}

double discount_factor(int cycle) { return std::pow(1.06, -(cycle + 1)); }

PersonTotals exact_totals(const Strategy& strategy) {
    ToCome cost;
    ToCome years;
    for (int cycle = cycles - 1; cycle >= 0; --cycle) {
        Row paid{};
        Row lived{};
        for (const std::size_t state : {A, B, C}) {
            const double eur = care_eur[state] + strategy.drugs_eur(cycle);
            paid[state] = eur * discount_factor(cycle);
            lived[state] = 1.0;
        }
        cost.put_before(strategy.matrix(cycle), paid);
        years.put_before(strategy.matrix(cycle), lived);
    }
    return {{cost.mean[A], years.mean[A]}, {cost.sd(), years.sd()}};
}

}  // namespace cantiere::markov_cohort
