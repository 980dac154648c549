#include "model/month/exits.h"

#include <limits>

#include "model/core/rare_draws.h"
#include "model/core/row_lists.h"
#include "model/month/benefits.h"
#include "model/month/care_file.h"
#include "model/month/project_steps.h"
#include "model/month/verdicts.h"

namespace cantiere {
namespace {

/// Those of `free` whose level is that of an exit.
ResidentSet autonomous(const ResidentSet& free,
                       const ResidentColumn<Level>& level,
                       const AutonomyParameters& p) {
    ResidentSet found(level.size());
    for (const ResidentId who : free) {
        if (double{level[who]} >= p.exit_level) found.insert(who);
    }
    return found;
}

/// One month more for who qualifies; for the others who are here the count begins again.
void count_months(ResidentColumn<std::uint8_t>& months,
                  const ResidentSet& qualifying,
                  const ResidentSet& here) {
    constexpr std::uint8_t most = std::numeric_limits<std::uint8_t>::max();
    const ResidentSet counting = rows_other_than(months, std::uint8_t{0}) & here;
    for (const ResidentId who : counting.without(qualifying)) months[who] = 0;
    for (const ResidentId who : qualifying) {
        if (months[who] < most) ++months[who];
    }
}

/// Counts the months towards an exit by each rule.
void count_qualifying_months(Standing& standing, const Verdicts& v, const AutonomyParameters& p) {
    const ResidentSet level = autonomous(v.free, standing.autonomy, p);
    count_months(standing.qualifying_months, level.without(v.due), v.here);
    count_months(standing.reference_qualifying_months, level.without(v.reference_due), v.here);
    for (OtherStanding& other : standing.other) {
        const ResidentSet by_other_weights = autonomous(v.free, other.level, p);
        count_months(other.qualifying_months, by_other_weights.without(v.due), v.here);
    }
}

/// Consecutive months in exclusion.
void count_excluded_months(Standing& standing, const Care& care, const ResidentSet& here) {
    ResidentColumn<std::uint16_t>& months = standing.excluded_months;
    const ResidentSet excluded = rows_with(care.state, CareState::excluded) & here;
    const ResidentSet counting =
        here & rows_where([](std::uint16_t so_far) { return so_far != 0; }, months);
    for (const ResidentId who : counting.without(excluded)) months[who] = 0;
    for (const ResidentId who : excluded) {
        ++months[who];
    }
}

/// Those who have the months of an exit.
ResidentSet ripe(const ResidentColumn<std::uint8_t>& months, const AutonomyParameters& p) {
    const double enough = p.exit_months;
    return rows_where([enough](std::uint8_t so_far) { return so_far >= enough; }, months);
}

/// Those who may begin or end an exit that is only counted.
ResidentSet unsettled(const ResidentColumn<ReferenceExit>& exit,
                      const ResidentSet& ripe,
                      const ResidentSet& setback,
                      const ResidentSet& in_care) {
    const ResidentSet out = rows_with(exit, ReferenceExit::out);
    const ResidentSet with_file = rows_with(exit, ReferenceExit::with_open_file);
    const ResidentSet either = out | with_file;
    return ripe.without(either) | (either & setback) | (out & in_care) | with_file.without(in_care);
}

/// All for whom an exit, by whatever rule, may begin, prove stable or unstable, or end, and those
/// who may come back to the services: who is not among them stays as they are.
ResidentSet unsettled(const Standing& standing,
                      const Care& care,
                      const Verdicts& v,
                      const AutonomyParameters& p) {
    const ResidentSet in_care = with_open_file(care);
    const ResidentSet inside_or_homeless = v.detained | v.homeless;
    const ResidentSet setback = v.assisted | inside_or_homeless;
    const ResidentSet had_exit =
        rows_where([](Month exit) { return exit != no_month; }, standing.exit_month);
    const ResidentSet lasting = had_exit & rows_with(standing.relapsed, std::uint8_t{0});
    const ResidentSet unspoilt = had_exit & rows_with(standing.unstable, std::uint8_t{0});
    const ResidentSet uncounted = rows_with(standing.stable_counted, std::uint8_t{0});
    ResidentSet all = ripe(standing.qualifying_months, p).without(lasting);
    all |= lasting & (setback | in_care);
    all |= unspoilt & (setback | v.active | uncounted);
    all |= unsettled(standing.reference_exit,
                     ripe(standing.reference_qualifying_months, p),
                     v.reference_assisted | inside_or_homeless,
                     in_care);
    for (const OtherStanding& other : standing.other) {
        all |= unsettled(other.exit, ripe(other.qualifying_months, p), setback, in_care);
    }
    for (const ResidentId who : rows_with(care.state, CareState::exited)) {
        if (double{standing.autonomy[who]} < p.relapse_level) all.insert(who);
    }
    return all & v.here;
}

/// The standing of one resident after another.
class Judge {
  public:
    Judge(Standing& standing,
          Care& care,
          Events& events,
          const Verdicts& verdicts,
          const AutonomyParameters& parameters,
          Month month)
        : standing_(standing),
          care_(care),
          events_(events),
          verdicts_(verdicts),
          p_(parameters),
          month_(month) {}

    /// After an exit: what spoils its stability, its twelfth month, the relapse.
    void follow_exit(ResidentId who) {
        if (standing_.exit_month[who] == no_month) return;
        const bool setback = verdicts_.assisted.contains(who) || is_detained_or_homeless(who);
        if (setback || verdicts_.active.contains(who)) standing_.unstable[who] = 1;
        const int months_since = month_ - standing_.exit_month[who];
        if (months_since >= p_.stable_months && standing_.unstable[who] == 0 &&
            standing_.stable_counted[who] == 0) {
            standing_.stable_counted[who] = 1;
            events_.add(EventKind::stable_exit, who);
        }
        const bool relapses = is_in_care(care_.state[who]) || setback;
        if (standing_.relapsed[who] != 0 || !relapses) return;
        standing_.relapsed[who] = 1;
        standing_.qualifying_months[who] = 0;  // another exit takes six months of its own
        events_.add(EventKind::relapsed, who);
        if (care_.state[who] == CareState::exited) care_.state[who] = CareState::known;
    }

    /// The relapse of who is out by the reference law, or by other weights.
    void follow_counted_exits(ResidentId who) {
        follow_counted_exit(standing_.reference_exit,
                            standing_.reference_qualifying_months,
                            verdicts_.reference_assisted,
                            who);
        for (OtherStanding& other : standing_.other) {
            follow_counted_exit(other.exit, other.qualifying_months, verdicts_.assisted, who);
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
        constexpr EnumArray<OtherWeights, EventKind> kinds{
            {EventKind::exited_work_light, EventKind::exited_equal}};
        for (const OtherWeights set : members<OtherWeights>()) {
            OtherStanding& other = standing_.other[set];
            count_exit(other.exit[who], other.qualifying_months[who], kinds[set], who);
        }
    }

  private:
    bool is_detained_or_homeless(ResidentId who) const {
        return verdicts_.detained.contains(who) || verdicts_.homeless.contains(who);
    }

    /// A relapse after an exit that is only counted. A file open since before the exit is none.
    void follow_counted_exit(ResidentColumn<ReferenceExit>& exit,
                             ResidentColumn<std::uint8_t>& months,
                             const ResidentSet& assisted,
                             ResidentId who) const {
        ReferenceExit& state = exit[who];
        if (state == ReferenceExit::none) return;
        const bool in_care = is_in_care(care_.state[who]);
        const bool reopened = in_care && state == ReferenceExit::out;
        if (reopened || assisted.contains(who) || is_detained_or_homeless(who)) {
            state = ReferenceExit::none;
            months[who] = 0;
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
    const Verdicts& verdicts_;
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
    const Verdicts verdicts = verdicts_on(standing, people, care, work, housing, core_holding);
    count_qualifying_months(standing, verdicts, parameters);
    Judge judge(standing, care, events, verdicts, parameters, month);
    const Occasion exclusion{month, Decision::exclusion};
    const ResidentSet could_be_lost =
        could_happen(parameters.exclusion_hazard, people.key, draws, exclusion) & verdicts.here;
    for (const ResidentId who : unsettled(standing, care, verdicts, parameters) | could_be_lost) {
        judge.follow_counted_exits(who);
        judge.follow_exit(who);
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
    }
    count_excluded_months(standing, care, verdicts.here);
}

}  // namespace cantiere
