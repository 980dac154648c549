#pragma once
/// How those who assess a case err, for the naive model.

#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// Bias and spread of the assessors whom a person meets.
struct Assessor {
    double bias = 0.0, sd = 0.0;
};

Assessor assessor_of(const World& world, const Person& person);

/// What is seen of a level by who looked in `look`, with the error drawn at `index`.
double seen_level(const World& world,
                  const Person& person,
                  double level,
                  Month look,
                  unsigned index);

}  // namespace cantiere::oracle
