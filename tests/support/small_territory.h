#pragma once

#include <memory>

#include "model/synthesis.h"

namespace cantiere {

namespace detail {

inline Municipality town(const char* code, int population, bool has_residents = true) {
    Municipality municipality;
    municipality.istat_code = code;
    municipality.population = population;
    municipality.has_residents = has_residents;
    return municipality;
}

}  // namespace detail

/// Builds a territory of four towns, one of them with employers only, and the people in need.
inline RunInputs small_territory(double residents_in_need) {
    auto territory = std::make_shared<Territory>();
    territory->municipalities.push_back(detail::town("072006", 300000));
    territory->municipalities.push_back(detail::town("072028", 25000));
    territory->municipalities.push_back(detail::town("072043", 27000));
    territory->municipalities.push_back(detail::town("072099", 40000, false));
    territory->travel = TravelTimes(4);
    RunInputs inputs;
    inputs.territory = territory;
    inputs.burn_in_months = 36;
    inputs.months = 60;
    PopulationParameters& p = inputs.usual.population;
    p.residents_in_need = residents_in_need;
    p.group_share[Group::long_term_unemployed] = 0.45;
    p.group_share[Group::migrant] = 0.25;
    p.group_share[Group::violence_survivor] = 0.10;
    p.group_share[Group::homeless] = 0.05;
    p.group_share[Group::detained_or_ex] = 0.06;
    p.group_share[Group::disability] = 0.12;
    p.initial_work_share[WorkState::open_ended] = 0.12;
    p.initial_work_share[WorkState::fixed_term] = 0.08;
    p.initial_work_share[WorkState::seeking] = 0.50;
    p.initial_work_share[WorkState::inactive] = 0.30;
    auto& housing = inputs.usual.housing.initial_share;
    housing[HousingState::homeless] = 0.03;
    housing[HousingState::shelter] = 0.02;
    housing[HousingState::precarious] = 0.35;
    housing[HousingState::stable] = 0.60;
    inputs.programme = inputs.usual;
    return inputs;
}

/// Synthesises the state at the start of the burn-in.
inline State population_of(const RunInputs& inputs, std::uint64_t seed = 7) {
    return synthesise(inputs, Draws({seed, 0, 0}));
}

}  // namespace cantiere
