#include "model/trace.h"

#include <algorithm>
#include <array>

#include "model/core/contracts.h"
#include "model/core/rows.h"
#include "model/month/domains.h"
#include "model/month/project_steps.h"
#include "model/simulate.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(EventKind::count)> event_names{
    "arrived",
    "died",
    "emigrated",
    "aged_out",
    "identified",
    "referral_sent",
    "referral_completed",
    "referral_lost",
    "assessed",
    "assessment_duplicated",
    "commission_case",
    "instrument_started",
    "instrument_completed",
    "instrument_dropped",
    "early_success",
    "abandoned_queue",
    "hired",
    "host_hired",
    "quota_hired",
    "ordinary_displaced",
    "separated",
    "released",
    "reincarcerated",
    "alternative_granted",
    "alternative_revoked",
    "safety_interrupted",
    "file_closed",
    "exited",
    "exited_social_economy",
    "reference_exited",
    "exited_work_light",
    "exited_equal",
    "stable_exit",
    "relapsed",
    "excluded",
    "reengaged",
};

constexpr std::array<std::string_view, 5> housing_names{"homeless",
                                                        "shelter",
                                                        "supported",
                                                        "precarious",
                                                        "stable"};
constexpr std::array<std::string_view, 4> justice_names{"none",
                                                        "detained",
                                                        "alternative",
                                                        "released"};
constexpr std::array<std::string_view, 3> presence_names{"not_arrived", "present", "gone"};

double euros(std::int64_t cents) { return static_cast<double>(cents) / 100.0; }

void add_states(TraceMonth& row, const Residents& r, ResidentId who) {
    row.key = r.people.key[who];
    row.presence = r.people.presence[who];
    row.care = r.care.state[who];
    row.work = r.work.state[who];
    row.housing = r.housing.state[who];
    row.justice = r.justice.state[who];
    row.jobless_months = r.work.jobless_months[who];
    if (r.care.step_left[who] > 0) row.step = current_step(r.care, who);
    if (r.care.support_left[who] > 0) row.support = r.care.support[who];
}

void add_capital(TraceMonth& row, const Capital& capital, ResidentId who) {
    row.professional = capital.professional[who];
    row.relational = capital.relational[who];
    row.health = capital.health[who];
    row.mobility = capital.mobility[who];
    row.language = capital.language[who];
    row.trust = capital.trust[who];
    row.safety = capital.safety[who];
    row.disability = capital.disability[who];
    row.aid = capital.aid[who];
}

void add_money(TraceMonth& row, const Residents& r, const Ledger& ledger, ResidentId who) {
    row.gross_wage_eur = euros(r.work.gross_wage_cents[who]);
    row.net_income_eur = euros(r.standing.net_income_cents[who]);
    row.benefit_eur = euros(r.standing.benefit_cents[who]);
    row.local_aid_eur = euros(r.standing.local_aid_cents[who]);
    row.public_cost_eur = euros(ledger.public_cents(who));
    row.autonomy = r.standing.autonomy[who];
    row.autonomy_nonwork = r.standing.autonomy_nonwork[who];
}

}  // namespace

TraceRecorder::TraceRecorder(const std::vector<EntityKey>& keys, const People& people) {
    if (keys.empty()) return;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (std::ranges::find(keys, people.key[who]) != keys.end()) traced_.push_back(who);
    }
    std::ranges::sort(traced_, {}, [&](ResidentId who) { return people.key[who]; });
}

void TraceRecorder::record(const State& state,
                           const Events& events,
                           const Ledger& ledger,
                           const Parameters& parameters,
                           const Draws& draws,
                           Month month) {
    const Residents& r = state.residents;
    for (const ResidentId who : traced_) {
        TraceMonth row;
        row.month = month;
        add_states(row, r, who);
        add_capital(row, r.capital, who);
        add_money(row, r, ledger, who);
        row.domains = domain_levels(r.people,
                                    r.capital,
                                    r.work,
                                    r.housing,
                                    r.standing,
                                    parameters.autonomy,
                                    parameters.justice,
                                    draws,
                                    who);
        for (const Event& event : events.all()) {
            if (event.who == who) row.events.push_back(event);
        }
        months_.push_back(std::move(row));
    }
}

std::string_view name(EventKind kind) {
    expects(kind < EventKind::count, "the event is one of the list");
    return event_names[static_cast<std::size_t>(kind)];
}

std::string_view name(HousingState state) {
    expects(state < HousingState::count, "the home is one of the list");
    return housing_names[static_cast<std::size_t>(state)];
}

std::string_view name(JusticeState state) { return justice_names[static_cast<std::size_t>(state)]; }

std::string_view name(Presence presence) {
    return presence_names[static_cast<std::size_t>(presence)];
}

}  // namespace cantiere
