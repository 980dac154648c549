#pragma once
/// Residents who live a Markov model of four states: the mapping that is told in
/// tests/verification/hiv_markov_model.cpp. Built in memory: no key lets people start in a
/// cooperative, hazards changed for two months are no levers, and a sentence, a benefit and the
/// floor of the index are beyond the ranges of study files.

#include "model/simulate.h"
#include "tests/support/markov_cohort.h"

namespace cantiere::markov_cohort {

/// The hazards that make people live by a matrix, as the phases ask them.
struct Hazards {
    double job_loss = 0.0, cooperative_ratio = 0.0, open_market = 0.0;  // phase 12
    double detention = 0.0, job_ratio = 0.0, unhoused_ratio = 0.0;      // phase 14
};

/// Hazards that a matrix asks for. Of A, job loss and the open market compete: each comes first in
/// proportion to its hazard. Who is left where they were faces detention, so that its chance is
/// that of D over that of being left.
Hazards hazards_for(const Matrix& chances);

/// The matrix that the phases make of the hazards, phase by phase.
Matrix lived_matrix(const Hazards& hazards);

/// Inputs of a cohort: 20 months that stand for the cycles, those with both drugs in a programme,
/// after a month in which nothing happens.
RunInputs inputs_of(const Strategy& strategy, double people);

/// The cohort in state A, at the start of month 0.
State start_of(const RunInputs& inputs, const Draws& draws);

/// The state of the model that a state of work stands for.
std::size_t state_of(WorkState work);

}  // namespace cantiere::markov_cohort
