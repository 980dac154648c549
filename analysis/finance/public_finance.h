#pragma once
/// What a programme does to public money: who pays and who gains, when it pays for itself, the
/// marginal value of public funds, and the value to public budgets of each person who starts.

#include <array>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/finance/income_weights.h"

namespace cantiere {

/// What the residents gain for a euro of net public cost (Hendren and Sprung-Keyser 2020).
enum class ValueKind : std::uint8_t {
    ratio,      // it costs: willingness to pay over net cost, negative where they lose
    infinite,   // they gain and the public saves: it pays for itself
    harm,       // the public saves and they lose: no ratio, what is lost is what is saved from
    undefined,  // neither moves
};

struct PublicValue {
    ValueKind kind = ValueKind::undefined;
    double ratio = no_value;
};

/// Returns the value of public funds of one gain and one net cost, EUR.
PublicValue public_value(double gain, double net_cost);

/// Returns quantiles of the values of draws by the angle of (net cost, gain), which turns from harm
/// at a cost over ratios from below to above and the infinite to harm that saves: a ratio's own
/// quantiles would fail where the cost changes sign.
PublicValue quantile_of_values(const std::vector<double>& gains,
                               const std::vector<double>& net_costs,
                               double probability);

struct MarginalValue {
    Stat gain;                     // of the residents, after tax, EUR
    Stat net_cost;                 // of the five public payers, EUR
    PublicValue value, low, high;  // of the means; 2.5 and 97.5 % of the draws
    PublicValue at_cost;  // with what services cost added to the gain, as if worth their cost
};

/// One line of the table of benefits and costs, EUR more than under the base, discounted.
struct BenefitLine {
    std::string name;
    Stat value;
};

/// Sums of a scenario's years, EUR more than under the base, undiscounted.
struct BudgetYears {
    std::vector<std::vector<Stat>> by_payer;  // payer, year
    std::vector<Stat> public_cost;            // year, of the five public payers
    std::vector<Stat> cumulative;             // year
    std::vector<double> chance_even;          // share of draws whose cumulative cost is not above 0
    int break_even_year = 0;  // first from which the mean stays so, from 1; 0 where none is
};

/// What one person more who starts is worth to the public budgets (as VALORIS asks of each worker
/// and class of disadvantage).
struct ValuePerStart {
    std::string group;        // empty: everybody; groups overlap
    bool suppressed = false;  // fewer than five start; the values are then missing
    Stat more_starts;         // than under the base
    Stat saved;  // by public payers, EUR for each; below zero it costs; none where starts may not
                 // differ
};

struct PublicFinance {
    std::string scenario, base;
    std::vector<BenefitLine> lines;  // taxpayers, residents, employers, third_sector, programme,
                                     // total
    double chance_total = no_value;  // share of draws in which benefits exceed costs
    IncomeWeighted weighted;         // benefits less costs by the income of residents
    MarginalValue marginal;
    BudgetYears budget;
    std::vector<ValuePerStart> per_start;
};

/// Returns the public finance of every scenario of a results file that has a base in it.
std::vector<PublicFinance> public_finance(const Results& results, const Comparison& comparison);

}  // namespace cantiere
