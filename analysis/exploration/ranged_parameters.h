#pragma once
/// The numbers of a study that state a range, each where it takes effect.

#include <string>
#include <vector>

#include "analysis/exploration/explored_parameter.h"
#include "scenarios/design_runs.h"

namespace cantiere {

/// One number with a range, as it holds in a scenario or in services as usual.
struct RangedParameter {
    std::string name;  // its key; `key@pack` where services as usual state it too
    const StatedValue* stated = nullptr;
    bool is_lever = false;  // of the programme
    SettingScope scope = SettingScope::study;

    double low() const { return *stated->number.low; }
    double high() const { return *stated->number.high; }
    double value() const { return stated->number.value(); }
};

/// Lists the numbers in force in a scenario and its services as usual that state a range, by name:
/// what a later pack states hides what an earlier one does.
std::vector<RangedParameter> ranged_parameters(const Study& study, std::size_t scenario);

/// Keeps those whose name holds one of the words; all of them where there are none.
std::vector<RangedParameter> named_like(const std::vector<RangedParameter>& parameters,
                                        const std::vector<std::string>& words);

/// Returns the setting that gives a number another value in a scenario.
Setting setting_of(const RangedParameter& parameter, std::size_t scenario, double value);

/// Returns the number with its stated distribution; a fixed one is uniform over its range.
ExploredParameter as_explored(const RangedParameter& parameter);

}  // namespace cantiere
