#pragma once

#include "model/inputs.h"

namespace cantiere {

/// Returns `parameters` with the neutral values of every module that is off, so that a module that
/// is off equals the same module with neutral parameters. Without `employers`
/// job finding is the reduced form of model.md 5.17.1, chosen in the search phase.
///
/// | off | means |
/// |---|---|
/// | demography | nobody arrives, dies, emigrates or ages out |
/// | frailty | z = 0 for all |
/// | outreach | everybody is identified in the first month |
/// | network | hand-overs lose nothing, take no time, repeat no assessment |
/// | commission | the front line admits by itself |
/// | services | no instrument has slots |
/// | travel | every place is at no distance |
/// | desks | no desk lowers the language barrier or costs anything |
/// | aids, transport | no aid, no voucher |
/// | microcredit | no loan |
/// | contacts | nobody knows anybody |
/// | households | no partner, and children keep nobody from searching |
/// | housing | nobody moves |
/// | displacement | nobody loses a job to a resident: results are GROSS |
/// | justice | no return to prison |
/// | violence | safety stays, no place is excluded, no placement is interrupted |
/// | benefits | no assistance at all |
/// | trust | trust stays |
/// | exclusion | nobody is excluded |
/// | employers | no place of the quota for disabled people opens |
/// | learning | employers learn nothing from trainees |
Parameters with_modules(Parameters parameters, const Modules& modules);

/// Applies with_modules to every set of parameters of a run, to the reference law and to the
/// travel times.
RunInputs with_modules(RunInputs inputs);

}  // namespace cantiere
