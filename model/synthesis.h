#pragma once

#include <span>
#include <vector>

#include "model/simulate.h"

namespace cantiere {

/// Someone of the synthetic population before anything is drawn about them.
struct Newcomer {
    EntityKey key;
    MunicipalityId municipality;
    Month arrival;
    bool initial = false;  // of the stock at the start, present from the first month
};

/// Splits `total` over `weights` by largest remainder; equal remainders go to the first.
std::vector<int> apportion(int total, std::span<const double> weights);

/// Returns the stable identity of a municipality.
EntityKey municipality_key(const Municipality& municipality);

/// Lists everyone who is ever present from month -burn_in to the horizon: the stock by population
/// share, arrivals by a monotone Poisson count a municipality and month. The same people in every
/// scenario; a longer horizon only adds people.
std::vector<Newcomer> list_newcomers(const RunInputs& inputs, const Draws& draws);

/// Draws the people of the list, row by row in its order; no draw depends on the order.
Residents draw_residents(const std::vector<Newcomer>& newcomers,
                         const Parameters& parameters,
                         const Draws& draws);

/// Draws the employers of every municipality of the territory.
Employers draw_employers(const Territory& territory,
                         const EmployerParameters& parameters,
                         const Draws& draws);

}  // namespace cantiere
