#pragma once
/// Designs of experiments: which values of the parameters to run.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/explored_parameter.h"

namespace cantiere {

/// Rows of a table: a run each, a column for every parameter.
using Rows = std::vector<std::vector<double>>;

/// Returns a Latin hypercube in the unit cube: each of `n` equal strata of every column holds one
/// row. A column is keyed by (seed, its name, n): adding a parameter moves no other. Of several
/// `candidates` the one with the greatest least distance between rows is taken (Johnson, Moore and
/// Ylvisaker 1990); with one, it is the plain design.
Rows latin_hypercube_rows(const std::vector<std::string>& names,
                          std::size_t n,
                          std::uint64_t seed,
                          std::size_t candidates = 1);

/// Returns the step of Morris trajectories on a grid of an even number of levels: p / (2 (p - 1)).
double morris_step(std::size_t levels);

/// Returns trajectories in the unit cube, one after the other, each of D + 1 rows of which
/// neighbours differ in one column by the step (Morris 1991).
Rows morris_rows(const std::vector<std::string>& names,
                 std::size_t trajectories,
                 std::uint64_t seed,
                 std::size_t levels = 4);

/// Returns the first `n` points of the Sobol sequence (Joe and Kuo 2008), beginning at the origin;
/// scrambled by nested uniform permutations of the digits (Owen 1995) under a seed.
Rows sobol_rows(std::size_t dimensions, std::size_t n, std::optional<std::uint64_t> scramble = {});

enum class SecondOrder : std::uint8_t { no, yes };

/// Returns Saltelli's design over `n` Sobol points of 2 D columns: for each, rows A, AB_1..AB_D,
/// with the second order BA_1..BA_D, B (Saltelli 2002).
Rows saltelli_rows(std::size_t dimensions,
                   std::size_t n,
                   SecondOrder second_order,
                   std::optional<std::uint64_t> scramble = {});

/// Returns the values of the parameters at rows of the unit cube.
Rows values_at(const std::vector<ExploredParameter>& parameters, const Rows& unit_rows);

/// Writes a table as CSV with a header; numbers read back as the same ones.
std::string csv_text(const std::vector<std::string>& names, const Rows& rows);

}  // namespace cantiere
