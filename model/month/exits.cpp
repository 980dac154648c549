#include "model/month/exits.h"

#include <limits>

#include "model/month/benefits.h"
#include "model/month/care_file.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

void count_month(std::uint8_t& months, bool qualifies) {
    constexpr std::uint8_t most = std::numeric_limits<std::uint8_t>::max();
    if (!qualifies)
        months = 0;
    else if (months < most)
        ++months;
}

/// What the month of one resident amounts to.
struct Verdict {
    bool free = false;                // core domains hold, no active instrument, not detained
    bool autonomous = false;          // ... and the level
    bool assisted = false;            // means-tested assistance received
    bool due = false;                 // ... or due under the scenario's law
    bool reference_assisted = false;  // would be received under the reference law
    bool reference_due = false;       // ... or due
    bool active = false;              // an instrument is being delivered or paid
    bool detained = false;
    bool homeless = false;
};

Verdict verdict_on(const Standing& standing,
                   const People& people,
                   const Care& care,
                   const Work& work,
                   const Housing& housing,
                   bool core_holds,
                   const AutonomyParameters& p,
                   ResidentId who) {
    Verdict v;
    v.active = is_active_instrument(care, work, who);
    v.detained = work.state[who] == WorkState::detained;
    v.homeless = housing.state[who] == HousingState::homeless;
    v.assisted = standing.benefit_cents[who] > 0 || standing.local_aid_cents[who] > 0;
    v.due = v.assisted || standing.due_cents[who] > 0;
    const bool law_pays = standing.reference_due_cents[who] > 0;
    v.reference_assisted =
        (law_pays && people.takes_up[who] != 0) || standing.local_aid_cents[who] > 0;
    v.reference_due = law_pays || v.reference_assisted;
    v.free = !v.active && !v.detained && core_holds;
    v.autonomous = v.free && double{standing.autonomy[who]} >= p.exit_level;
    return v;
}

/// The standing of one resident after another.
class Judge {
  public:
    Judge(Standing& standing,
          Care& care,
          Events& events,
          const AutonomyParameters& parameters,
          Month month)
        : standing_(standing), care_(care), events_(events), p_(parameters), month_(month) {}

    void count_months(const Verdict& v, ResidentId who) {
        count_month(standing_.qualifying_months[who], v.autonomous && !v.due);
        count_month(standing_.reference_qualifying_months[who], v.autonomous && !v.reference_due);
        for (OtherAutonomy& other : standing_.other[who]) {
            const bool autonomous = v.free && double{other.level} >= p_.exit_level;
            count_month(other.qualifying_months, autonomous && !v.due);
        }
    }

    /// After an exit: what spoils its stability, its twelfth month, the relapse.
    void follow_exit(const Verdict& v, ResidentId who) {
        if (standing_.exit_month[who] == no_month) return;
        if (v.assisted || v.active || v.detained || v.homeless) standing_.unstable[who] = 1;
        const int months_since = month_ - standing_.exit_month[who];
        if (months_since >= p_.stable_months && standing_.unstable[who] == 0 &&
            standing_.stable_counted[who] == 0) {
            standing_.stable_counted[who] = 1;
            events_.add(EventKind::stable_exit, who);
        }
        const bool relapses =
            is_in_care(care_.state[who]) || v.assisted || v.detained || v.homeless;
        if (standing_.relapsed[who] != 0 || !relapses) return;
        standing_.relapsed[who] = 1;
        standing_.qualifying_months[who] = 0;  // another exit takes six months of its own
        events_.add(EventKind::relapsed, who);
        if (care_.state[who] == CareState::exited) care_.state[who] = CareState::known;
    }

    /// The relapse of who is out by the reference law, or by other weights.
    void follow_counted_exits(const Verdict& v, ResidentId who) {
        follow_counted_exit(standing_.reference_exit[who],
                            standing_.reference_qualifying_months[who],
                            v,
                            v.reference_assisted,
                            who);
        for (OtherAutonomy& other : standing_.other[who]) {
            follow_counted_exit(other.exit, other.qualifying_months, v, v.assisted, who);
        }
    }

    void let_exit(const Work& work, ResidentId who) {
        if (care_.taper_left[who] > 0) return;
        const bool out = standing_.exit_month[who] != no_month && standing_.relapsed[who] == 0;
        if (!out && standing_.qualifying_months[who] >= p_.exit_months) exit(work, who);
        count_exit(standing_.reference_exit[who],
                   standing_.reference_qualifying_months[who],
                   EventKind::reference_exited,
                   who);
        auto& other = standing_.other[who];
        constexpr EnumArray<OtherWeights, EventKind> kinds{
            {EventKind::exited_work_light, EventKind::exited_equal}};
        for (const OtherWeights set : members<OtherWeights>()) {
            count_exit(other[set].exit, other[set].qualifying_months, kinds[set], who);
        }
    }

  private:
    /// A relapse after an exit that is only counted. A file open since before the exit is none.
    void follow_counted_exit(ReferenceExit& state,
                             std::uint8_t& months,
                             const Verdict& v,
                             bool assisted,
                             ResidentId who) const {
        if (state == ReferenceExit::none) return;
        const bool in_care = is_in_care(care_.state[who]);
        const bool reopened = in_care && state == ReferenceExit::out;
        if (reopened || assisted || v.detained || v.homeless) {
            state = ReferenceExit::none;
            months = 0;
        } else if (!in_care) {
            state = ReferenceExit::out;
        }
    }

    void count_exit(ReferenceExit& state, std::uint8_t months, EventKind kind, ResidentId who) {
        if (state != ReferenceExit::none || months < p_.exit_months) return;
        state = is_in_care(care_.state[who]) ? ReferenceExit::with_open_file : ReferenceExit::out;
        events_.add(kind, who);
    }

    void exit(const Work& work, ResidentId who) {
        standing_.exit_month[who] = month_;
        standing_.stable_counted[who] = 0;
        standing_.relapsed[who] = 0;
        standing_.unstable[who] = 0;
        if (care_.state[who] != CareState::unknown) close_file(care_, who, CareState::exited);
        events_.add(EventKind::exited, who);
        if (work.state[who] == WorkState::coop_b) {
            events_.add(EventKind::exited_social_economy, who);
        }
    }

    Standing& standing_;
    Care& care_;
    Events& events_;
    const AutonomyParameters& p_;
    Month month_;
};

/// Someone who left and whose autonomy has fallen may come back to the services (5.16).
void let_reenter(Care& care,
                 const Standing& standing,
                 const AutonomyParameters& p,
                 const Draws& draws,
                 EntityKey key,
                 Month month,
                 ResidentId who) {
    if (care.state[who] != CareState::exited) return;
    if (double{standing.autonomy[who]} >= p.relapse_level) return;
    if (!draws.event(Hazard{p.relapse_hazard}, key, month, Decision::care_reentry)) return;
    care.state[who] = CareState::known;
    care.identified_month[who] = month;
    care.first_service_month[who] = no_month;
}

bool is_at_risk_of_exclusion(const Care& care,
                             const Capital& capital,
                             const Work& work,
                             const AutonomyParameters& p,
                             ResidentId who) {
    const WorkState state = work.state[who];
    return (state == WorkState::seeking || state == WorkState::inactive) &&
           !is_in_care(care.state[who]) && care.state[who] != CareState::excluded &&
           double{capital.trust[who]} < p.exclusion_trust &&
           work.jobless_months[who] > p.exclusion_jobless_months;
}

}  // namespace

void judge_standing(Standing& standing,
                    Care& care,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Work& work,
                    const Housing& housing,
                    const ResidentSet& core_holding,
                    const AutonomyParameters& parameters,
                    const Draws& draws,
                    Month month) {
    Judge judge(standing, care, events, parameters, month);
    for (const ResidentId who : present(people)) {
        const Verdict verdict = verdict_on(standing,
                                           people,
                                           care,
                                           work,
                                           housing,
                                           core_holding.contains(who),
                                           parameters,
                                           who);
        judge.count_months(verdict, who);
        judge.follow_counted_exits(verdict, who);
        judge.follow_exit(verdict, who);
        judge.let_exit(work, who);
        let_reenter(care, standing, parameters, draws, people.key[who], month, who);
        if (is_at_risk_of_exclusion(care, capital, work, parameters, who) &&
            draws.event(Hazard{parameters.exclusion_hazard},
                        people.key[who],
                        month,
                        Decision::exclusion)) {
            close_file(care, who, CareState::excluded);
            events.add(EventKind::excluded, who);
            standing.excluded_months[who] = 0;
        }
        if (care.state[who] == CareState::excluded) {
            ++standing.excluded_months[who];
        } else {
            standing.excluded_months[who] = 0;
        }
    }
}

}  // namespace cantiere
