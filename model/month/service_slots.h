#pragma once

#include "model/core/month.h"
#include "model/rules/instruments.h"
#include "model/rules/placement.h"
#include "model/state/care.h"

namespace cantiere {

/// Opens the usual slots of the month, in proportion to the people in need, and the programme's
/// (levers `<instrument>.slots`) while it runs. People in a slot that closes finish there.
void open_slots(ServiceUnits& units,
                const InstrumentCatalogue& instruments,
                double residents_in_need,
                const TargetParameters& target,
                Month month);

/// Usual slots of `instrument` for so many people in need.
int usual_slots(const InstrumentParameters& instrument, double residents_in_need);

/// Counts the slots in use and the people waiting from the files of people present. A slot is in
/// use while step_left or support_left is above 0; tutors are counted by `tutors_in_use`.
void count_use(ServiceUnits& units, const People& people, const Care& care, const Work& work);

/// Counts the residents who have a job tutor under `funding` now.
int tutors_in_use(const People& people, const Care& care, Funding funding);

/// Tells whether `instrument` has any slot for this person, taken or not.
bool has_slots(const ServiceUnits& units, Instrument instrument, bool serves_target);

/// Slots of `instrument` that this person could take now.
int free_slots(const ServiceUnits& units, Instrument instrument, bool serves_target);

/// Usual slots that work this month under a throughput of at most 1: the fraction of a slot is
/// open in that share of the months, so that small services keep the stated mean (model.md 6.2).
int working_slots(int usual_slots, double throughput, Month month);

/// Returns the usual seats that stand still though somebody waits: of those that neither work this
/// month nor are in use, as many as people were left waiting.
int standing_still(const ServiceUnits& units, Instrument instrument, int working, int left_waiting);

}  // namespace cantiere
