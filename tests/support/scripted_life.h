#pragma once
/// One resident whose months a test of exits scripts.

#include <vector>

#include "model/month/autonomy.h"
#include "model/month/exits.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

const Draws draws({31, 0, 0});
inline constexpr ResidentId someone{0};

inline AutonomyParameters base_rule() {
    AutonomyParameters p;
    p.weights.values = {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05};
    p.other_weights[OtherWeights::work_light]
        .values = {0.15, 0.10, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05};
    p.other_weights[OtherWeights::equal].fill(0.125);
    p.relapse_hazard = 0.0;
    p.exclusion_hazard = 0.0;
    return p;
}

/// One resident whose months a test scripts.
class ScriptedLife {
  public:
    explicit ScriptedLife(AutonomyParameters p = base_rule()) : p_(p) { work(); }

    Residents& residents() { return residents_; }

    ScriptedLife& work() {
        residents_.work.state[someone] = WorkState::open_ended;
        residents_.work.tenure_months[someone] = 20;
        residents_.standing.net_income_cents[someone] = 90000;
        return *this;
    }
    ScriptedLife& lose_job() {
        residents_.work.state[someone] = WorkState::seeking;
        residents_.work.tenure_months[someone] = 0;
        residents_.standing.net_income_cents[someone] = 0;
        return *this;
    }
    /// Lives `months` months and returns those in which `kind` happened.
    std::vector<int> months_of(EventKind kind, int months) {
        std::vector<int> seen;
        for (int i = 0; i < months; ++i, ++month_) {
            Events events;
            DomainSums sums;
            const ResidentSet core_holding = measure_autonomy(residents_.standing,
                                                              sums,
                                                              residents_.people,
                                                              residents_.capital,
                                                              residents_.work,
                                                              residents_.housing,
                                                              p_,
                                                              JusticeParameters{},
                                                              draws);
            judge_standing(residents_.standing,
                           residents_.care,
                           events,
                           residents_.people,
                           residents_.capital,
                           residents_.work,
                           residents_.housing,
                           core_holding,
                           p_,
                           draws,
                           Month{month_});
            for (const Event& event : events.all()) {
                if (event.kind == kind) seen.push_back(month_);
            }
        }
        return seen;
    }
    void live(int months) { months_of(EventKind::count, months); }

  private:
    Residents residents_ = sample_residents(1);
    AutonomyParameters p_;
    int month_ = 0;
};

using OnMonths = std::vector<int>;

}  // namespace cantiere
