#pragma once

#include "model/inputs.h"

namespace cantiere::oracle {

/// Studies in which every mechanism acts within five years: 150 residents with many overlapping
/// flags, 60 employers, shocks, prison, exclusion and exits all frequent, a selective law, and a
/// programme of 20 months that pulls every kind of lever for some groups only.
RunInputs crowded_study();
RunInputs crowded_programme(PlacementPolicy policy);
RunInputs crowded_null_twin();

}  // namespace cantiere::oracle
