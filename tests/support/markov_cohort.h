#pragma once
/// A cohort of the Markov model of HIV treatment of Chancellor and others (1997), as in Briggs,
/// Claxton and Sculpher (2006), exercise 2.5: its published numbers and the exact arithmetic of
/// what one person costs and lives. Nothing of the simulator.

#include <array>
#include <cstddef>

namespace cantiere::markov_cohort {

/// A: CD4 200-500, B: below 200, C: AIDS, D: dead.
enum : std::size_t { A, B, C, D, states };

using Row = std::array<double, states>;
using Matrix = std::array<Row, states>;

inline constexpr int cycles = 20;
inline constexpr int cycles_of_both_drugs = 2;
inline constexpr Row care_eur{2756.0, 3052.0, 9007.0, 0.0};
inline constexpr double zidovudine_eur = 2278.0;
inline constexpr double lamivudine_eur = 2086.5;

/// Published totals of one person; costs discounted by 6 % a year, years of life not.
struct Totals {
    double cost = 0.0;
    double years = 0.0;
};
inline constexpr Totals published_mono{44663.4535637, 7.9912066};
inline constexpr Totals published_both{50601.6513312, 8.9373889};
inline constexpr double published_icer = 6275.9556;

/// A strategy: the matrix of the cycles with zidovudine alone, and whether the first two cycles
/// are with both drugs.
struct Strategy {
    Matrix mono;
    bool combined = false;

    bool has_both_drugs(int cycle) const { return combined && cycle < cycles_of_both_drugs; }
    Matrix matrix(int cycle) const;
    double drugs_eur(int cycle) const;
};

/// Yearly chances under zidovudine, from the counted transitions.
Matrix counted_chances();

/// Every chance of getting worse times `ratio`; the rest stay.
Matrix with_ratio(const Matrix& chances, double ratio);

/// Factor of the costs of a cycle, counted from 0 and paid at its end.
double discount_factor(int cycle);

/// Mean and standard deviation of what one person of the cohort costs and lives.
struct PersonTotals {
    Totals mean;
    Totals sd;
};
PersonTotals exact_totals(const Strategy& strategy);

}  // namespace cantiere::markov_cohort
