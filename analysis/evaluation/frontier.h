#pragma once
/// Incremental analysis: which strategies are worth considering, and what each further unit of
/// effect costs.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace cantiere {

/// Why a strategy is off the frontier, if it is.
enum class Dominance : std::uint8_t {
    none,      // ND: on the frontier
    extended,  // ED: a mix of two others gives more for less
    strong,    // D: another one costs no more and does no less
};

/// Returns the usual abbreviation: `ND`, `ED`, `D`.
std::string_view abbreviation(Dominance dominance);

/// One row of the incremental table. Increments are over the strategy before it on the frontier;
/// NaN for the first and off the frontier. The ratio is NaN as well where the two are the same.
struct IncrementalRow {
    std::size_t strategy = 0;  // position in the samples
    Dominance status = Dominance::none;
    double incremental_cost = 0.0;    // EUR
    double incremental_effect = 0.0;  // units of effect
    double icer = 0.0;                // EUR a unit, above zero on a frontier; -inf never
};

/// Returns the table by mean cost and mean effect: the frontier by rising cost, then those
/// dominated by extension, then the dominated. Strategies equal in both stay together on the
/// frontier; of equal effects the dearer is dominated, of equal costs the one that does less;
/// ratios that are equal up to rounding dominate nobody (Drummond et al. 2015, ch. 4).
std::vector<IncrementalRow> incremental_analysis(std::span<const double> cost,
                                                 std::span<const double> effect);

}  // namespace cantiere
