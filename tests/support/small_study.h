#pragma once
/// A study small enough to run hundreds of times in a test, built by hand: no file, no reader.
/// Three municipalities (a town, one 20 minutes away, one 75 minutes away by bus), 300 residents
/// in need, a law with a minimum income, a catalogue with usual seats, all built modules on.

#include "model/simulate.h"

namespace cantiere {

/// Size of a small study.
struct SmallStudy {
    double residents = 300.0;
    int burn_in_months = 12;
    int months = 36;
};

/// Returns the municipalities and travel times of the small study.
Territory small_territory();

/// Returns services as usual.
Parameters small_parameters(const SmallStudy& size = {});

/// Returns the levers of a programme that pulls most of them: table of institutions and hub,
/// commission, seats in several instruments, tutor, taper, cooperative places, case manager.
Parameters small_programme_levers(Parameters usual);

/// Returns the inputs of services as usual.
RunInputs small_study(const SmallStudy& size = {});

/// Returns the inputs of the programme.
RunInputs small_programme(const SmallStudy& size = {});

/// Returns the inputs of the null twin of the programme.
RunInputs small_null_twin(const SmallStudy& size = {});

/// Switches on all modules that are built.
Modules built_modules();

/// Changes services as usual, the programme and the months outside it alike.
template <class Change>
void change_everywhere(RunInputs& inputs, Change&& change) {
    change(inputs.usual);
    change(inputs.programme);
    change(inputs.outside);
}

/// Simulates burn-in and window.
RunResult run(const RunInputs& inputs, const RunKey& which = {1});

/// Simulates a scenario and pairs it with services as usual.
RunResult run_paired(const RunInputs& scenario, const RunInputs& base, const RunKey& which = {1});

}  // namespace cantiere
