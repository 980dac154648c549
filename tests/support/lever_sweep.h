#pragma once
/// Sweeps of one lever from a low to a high value: the paired difference of an outcome and its
/// interval. A mechanism counts as present only when its lever moves its outcome as stated.

#include <functional>
#include <string>
#include <vector>

#include "tests/support/small_study.h"

namespace cantiere {

enum class Moves { up, down };

using Change = std::function<void(RunInputs&)>;
using Measure = std::function<double(const RunInputs&, const RunKey&)>;

/// A lever, the outcome it must move, and the world in which it can.
struct Lever {
    std::string lever;
    double low = 0.0;
    double high = 0.0;
    std::function<void(RunInputs&, double)> set;
    std::string outcome;
    Measure measure;
    Moves moves = Moves::up;
    Change where = [](RunInputs&) {};
};

/// Sets a number in services as usual, in the programme and outside it.
template <class Set>
std::function<void(RunInputs&, double)> everywhere(Set set) {
    return [=](RunInputs& s, double x) { change_everywhere(s, [&](Parameters& p) { set(p, x); }); };
}

/// Changes the world at both ends of a lever.
template <class Set>
Change world(Set set) {
    return [=](RunInputs& s) { change_everywhere(s, set); };
}

/// Returns the place of a member of a named list, to read one entry of an outcome.
template <NamedList E>
std::size_t at(E member) {
    return static_cast<std::size_t>(member);
}

/// Mean paired difference, high less low, with its 95 % interval. Not a number where a run at
/// either end does not measure the outcome: nothing is no zero.
struct Sweep {
    double mean = 0.0;
    double standard_error = 0.0;
};

/// Measures an outcome of a run without axes of its own.
Measure total(Variable variable);

/// Measures one place of an outcome with one axis of its own.
Measure place(Variable variable, std::size_t at);

/// Measures the mean over the months of an outcome, at one place of its second axis if it has one.
Measure monthly(Variable variable, std::size_t at = 0);

/// Measures the mean over the years that have a value.
Measure yearly(Variable variable);

/// Measures the share of people present who have a job, mean over the months.
Measure employed_share();

/// Runs the programme of the small study at both ends of the lever, pairs of the same draws.
Sweep sweep(const Lever& lever);

/// Checks every lever of a list: beyond two standard errors, in the stated direction.
/// Prints one row a lever when the test runs with -s.
void check_levers(const std::vector<Lever>& levers);

}  // namespace cantiere
