#pragma once

#include "model/rules/autonomy.h"
#include "model/rules/instruments.h"

namespace cantiere {

/// Domains expected after completing an instrument at `strength` = q phi: gaps close by g q phi
/// (model.md 5.5, 5.17.12). Income, work and housing do not move.
DomainLevels levels_after(const DomainLevels& x, const InstrumentParameters& row, double strength);

/// Expected gain in sum_k w_k ln x_k from starting an instrument: the gain of completion times
/// the chance to complete; drop-out gains nothing (model.md 5.5, design rule).
double expected_gain(const AutonomyParameters& autonomy,
                     const DomainLevels& x,
                     const InstrumentParameters& row,
                     double strength);

/// Price of the planned length of an instrument, EUR.
double path_price_eur(const InstrumentParameters& row);

/// B_proj: what the preparatory steps of a tailored project may cost in all, EUR; without end where
/// no budget is set (model.md 5.5). The seat that ends the project is budgeted by its number.
double preparation_budget_eur(const ServiceParameters& services);

}  // namespace cantiere
