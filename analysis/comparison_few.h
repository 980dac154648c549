#pragma once
/// Values that a comparison leaves out: of too few people, and counted against another base.

#include "analysis/comparison.h"

namespace cantiere {

/// Takes every value about people out of the scenarios that have fewer than five residents, in the
/// mean of their runs; the money that was planned stays.
void suppress_few(Comparison& comparison);

/// Takes out what the run counted person by person where the scenario is compared with another base
/// than its own.
void leave_out_by_person(Comparison& comparison);

}  // namespace cantiere
