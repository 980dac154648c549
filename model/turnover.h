#pragma once
/// Keeps the tables to those who are there: who comes later waits outside them, who has gone is
/// taken out. A matter of speed and memory alone: no phase and no result knows (V27).

#include "model/simulate.h"

namespace cantiere {

/// Tells whether the tables are turned over before `month`: once a year.
bool turns_over(Month month);

/// Returns what stays on record of those in the tables, who are all who ever arrive, and numbers
/// them by their rows.
Register register_of(People& people);

/// Returns the rows of a cohort, every column in full.
Residents rows_of(const Cohort& cohort);

/// Takes those who have not arrived out of the tables, to be admitted by turns before `month` and
/// later. Before the first month of a run.
void hold_back_arrivals(State& state, Month month);

/// Takes those who have gone out of the tables, and admits those who arrive before the next turn
/// after `month`; contacts and households follow their people.
void turn_over(State& state, Month month);

/// Admits everybody who is still to come and takes nobody out: for those who watch single people
/// over the window.
void admit_all(State& state);

}  // namespace cantiere
