#include "model/month/referral.h"

#include "model/core/rare_draws_among.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/rules/referral_route.h"

namespace cantiere {
namespace {

constexpr double no_cap_months = 99.0;
constexpr Draws::Index second_sending =
    32;  // draws of a referral that control found and sent again

/// One way from the social service to the first service, as the month's ties make it.
struct Passage {
    Probability hop_loss;
    Probability duplicate;
    double mean_hop_delay_months = 0.0;
};

Passage passage_of(const Route& route, const ReferralParameters& p) {
    return {hop_loss(p, route.tie),
            duplicate_probability(p, route.sharing),
            mean_hop_delay_months(p, route.tie)};
}

/// What decides the month of one resident's referral.
struct Dossier {
    const ReferralParameters& p;
    const Draws& draws;
    Passage passage;
    ResidentId who;
    EntityKey key;
    Month month;
};

/// Loss over a share of a hand-over: parameter draws may make `hops` no whole number.
Probability partial_loss(Probability loss, double share) {
    return share >= 1.0 ? loss : Probability{1.0 - power(loss.complement().value(), share)};
}

/// Sends the file on: draws each hand-over's fate and delay now, one keyed draw a hand-over.
/// A lost file is missed after the cap of its hand-over where there is one.
void send(Care& care, const Dossier& file, Draws::Index first_index) {
    const auto& [p, draws, passage, who, key, month] = file;
    std::int64_t delay = 0;
    bool lost = false;
    for (double left = p.hops; left > 1e-9 && !lost; left -= 1.0) {
        const auto hop = first_index + static_cast<Draws::Index>(nearest_int(p.hops - left));
        const double share = std::min(left, 1.0);
        lost = draws.bernoulli(partial_loss(passage.hop_loss, share),
                               key,
                               month,
                               Decision::referral_loss,
                               hop);
        const std::int64_t drawn = draws.geometric(passage.mean_hop_delay_months * share,
                                                   key,
                                                   month,
                                                   Decision::referral_delay,
                                                   hop);
        const bool capped = p.delay_cap_months < no_cap_months;
        const std::int64_t cap = nearest_int(p.delay_cap_months);
        if (!capped) {
            delay += drawn;
        } else {
            delay += lost ? cap : std::min(drawn, cap);
        }
    }
    constexpr std::int64_t longest = 240;
    care.state[who] = CareState::referred;
    care.referral_lost[who] = lost ? 1 : 0;
    care.referral_due_month[who] = month + static_cast<int>(std::min(delay, longest));
}

/// Registers the resident; each hand-over after the first may have made the assessment again.
void register_resident(Care& care, Events& events, const Dossier& file) {
    const auto& [p, draws, passage, who, key, month] = file;
    care.registered_month[who] = month;
    care.referral_due_month[who] = no_month;
    events.add(EventKind::referral_completed, who);
    const auto hops = static_cast<Draws::Index>(nearest_int(p.hops));
    for (Draws::Index hop = 1; hop < hops; ++hop) {
        const bool again =
            draws.bernoulli(passage.duplicate, key, month, Decision::assessment_duplicated, hop);
        if (!again) continue;
        events.add(EventKind::assessment_duplicated, who);
        ++care.assessments[who];
    }
}

void lose(Care& care,
          Capital& capital,
          Events& events,
          const ReferralParameters& p,
          ResidentId who) {
    care.state[who] = CareState::known;
    care.referral_due_month[who] = no_month;
    care.referral_lost[who] = 0;
    capital.trust[who] = static_cast<Level>(double{capital.trust[who]} * p.lost_trust_factor);
    events.add(EventKind::referral_lost, who);
}

bool may_be_sent(const Care& care, const Work& work, ResidentId who) {
    const WorkState at_work = work.state[who];
    const bool jobless = at_work == WorkState::seeking || at_work == WorkState::inactive;
    return care.state[who] == CareState::known && jobless;
}

/// Sends someone on for the first time, when the social service does so this month.
void refer(Care& care, Events& events, const Dossier& file) {
    const Hazard sending{file.p.referral_hazard_per_month};
    if (!file.draws.event(sending, file.key, file.month, Decision::referral_sent)) return;
    events.add(EventKind::referral_sent, file.who);
    care.assessments[file.who] = 0;
    send(care, file, 0);
}

/// Tells whether a file sent on has come to its end, at the first service or lost.
bool is_due(const Care& care, ResidentId who, Month month) {
    return care.state[who] == CareState::referred && care.registered_month[who] == no_month &&
           care.referral_due_month[who] <= month;
}

/// Ends a referral: with a registration, sent again by who controls, or lost.
void conclude(Care& care, Capital& capital, Events& events, const Dossier& file) {
    const Probability control{std::clamp(file.p.control_rate, 0.0, 1.0)};
    if (care.referral_lost[file.who] == 0) {
        register_resident(care, events, file);
    } else if (file.draws.bernoulli(control, file.key, file.month, Decision::referral_control)) {
        send(care, file, second_sending);
    } else {
        lose(care, capital, events, file.p, file.who);
    }
}

}  // namespace

void refer_residents(Care& care,
                     Capital& capital,
                     Events& events,
                     const People& people,
                     const Work& work,
                     const Institutions& institutions,
                     const Regimes& regimes,
                     const Draws& draws,
                     Month month) {
    const NetworkParameters& network = regimes.others.network;
    const TargetParameters& target = regimes.programme.target;
    const double most = std::max(regimes.programme.referral.referral_hazard_per_month,
                                 regimes.others.referral.referral_hazard_per_month);
    const ResidentSet here = present(people);
    const ResidentSet may_be_sent_on = could_happen(most,
                                                    people.key,
                                                    here & rows_with(care.state, CareState::known),
                                                    draws,
                                                    {month, Decision::referral_sent});
    for (const ResidentId who :
         may_be_sent_on | (here & rows_with(care.state, CareState::referred))) {
        if (!may_be_sent(care, work, who) && !is_due(care, who, month)) continue;
        const ReferralParameters& p = regimes.of(people.groups[who], people.sex[who]).referral;
        const bool served = is_target(target, people.groups[who], people.sex[who]);
        const Route route = first_route(institutions, network, people.groups[who], served);
        const Dossier file{p, draws, passage_of(route, p), who, people.key[who], month};
        if (may_be_sent(care, work, who)) refer(care, events, file);
        if (is_due(care, who, month)) conclude(care, capital, events, file);
    }
}

}  // namespace cantiere
