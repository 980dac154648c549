#pragma once

#include <vector>

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/names.h"
#include "model/state/care.h"

namespace cantiere {

/// What can happen to a resident in a month; each kind is defined in model.md section 0.
enum class EventKind : std::uint8_t {
    arrived,
    died,
    emigrated,
    aged_out,
    identified,
    referral_sent,
    referral_completed,
    referral_lost,
    assessed,               // one assessment made (the first one of a case)
    assessment_duplicated,  // the same assessment made again
    commission_case,
    instrument_started,  // internships and placements included
    instrument_completed,
    instrument_dropped,
    early_success,
    abandoned_queue,
    hired,  // every hire, whoever the employer
    host_hired,
    quota_hired,  // in a place that the law keeps for disabled people; also a hire
    ordinary_displaced,
    separated,
    released,
    reincarcerated,
    alternative_granted,  // the rest of a sentence outside prison
    alternative_revoked,  // back inside without a new offence
    safety_interrupted,
    file_closed,  // the file closes for any reason but an autonomy exit
    exited,
    exited_social_economy,
    reference_exited,
    exited_work_light,  // by the exit rule under other weights of the index
    exited_equal,
    stable_exit,
    relapsed,
    excluded,
    reengaged,
    loan_granted,
    loan_repaid,
    guarantee_called,
    count
};

/// One event of the month; `instrument`, `funding` and an amount where they apply.
struct Event {
    EventKind kind = EventKind::count;
    ResidentId who = ResidentId::none();
    Instrument instrument = Instrument::count;
    Funding funding = Funding::none;
    std::int32_t amount_cents = 0;
};

/// What is counted of a round of placement beside its starts (model.md 11).
struct RoundCounts {
    int justified_envy = 0;
    int blocking_pairs = 0;
    int floor_shortfall = 0;
};

/// The events of one month, in the order of the phases; cleared at the start of the month.
class Events {
  public:
    void clear() {
        events_.clear();
        round_ = {};
    }
    void add(EventKind kind, ResidentId who) { events_.push_back({kind, who}); }
    void add(EventKind kind,
             ResidentId who,
             Instrument instrument,
             Funding funding = Funding::none) {
        events_.push_back({kind, who, instrument, funding});
    }
    /// Adds what happens to a loan: how much, under whose guarantee.
    void add_amount(EventKind kind, ResidentId who, Funding funding, std::int32_t cents) {
        events_.push_back({kind, who, Instrument::microcredit, funding, cents});
    }
    const std::vector<Event>& all() const { return events_; }

    /// Notes what the month's round of placement came to; `round` is all zero without one.
    void note_round(const RoundCounts& counts) { round_ = counts; }
    const RoundCounts& round() const { return round_; }

  private:
    std::vector<Event> events_;
    RoundCounts round_;
};

}  // namespace cantiere
