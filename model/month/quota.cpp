#include "model/month/quota.h"

#include <algorithm>
#include <vector>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/hiring.h"

namespace cantiere {
namespace {

/// Of an employer's quota places, those that nobody outside the model holds: the same every month.
int uncovered_places(const QuotaParameters& p,
                     const Draws& draws,
                     EntityKey employer,
                     EmployerKind kind,
                     int staff) {
    if (kind == EmployerKind::coop_b) return 0;
    int uncovered = 0;
    for (int k = 0; k < quota_places(p, staff); ++k) {
        const auto index = static_cast<Draws::Index>(k);
        const Probability share{p.uncovered_share};
        uncovered +=
            draws.bernoulli(share, employer, Month{0}, Decision::quota_uncovered, index) ? 1 : 0;
    }
    return uncovered;
}

EmployerColumn<int> places_held(const Employers& employers, const Work& work) {
    EmployerColumn<int> held(employers.size(), 0);
    for (const ResidentId who : rows<ResidentId>(work.state.size())) {
        if (work.quota_place[who] != 0) ++held[work.employer[who]];
    }
    return held;
}

/// Places that open this month, by (municipality, key).
std::vector<Vacancy> open_quota_places(const Employers& employers,
                                       const Work& work,
                                       const QuotaParameters& p,
                                       const Draws& draws,
                                       Month month) {
    constexpr std::uint64_t quota = 0x71756f7461;
    const EmployerColumn<int> held = places_held(employers, work);
    const auto date = static_cast<std::uint16_t>(month.index());
    std::vector<Vacancy> open;
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        const EntityKey key = employers.key[e];
        const int free =
            uncovered_places(p, draws, key, employers.kind[e], employers.staff[e]) - held[e];
        for (int k = 0; k < free; ++k) {
            const auto index = static_cast<Draws::Index>(k);
            const Hazard opening{p.opening_hazard};
            if (!draws.event(opening, key, month, Decision::quota_opening, index)) continue;
            open.push_back({hash_key({quota, key.value, date, static_cast<std::uint64_t>(k)}),
                            e,
                            employers.municipality[e]});
        }
    }
    std::ranges::sort(open, [](const Vacancy& a, const Vacancy& b) {
        return a.municipality != b.municipality ? a.municipality < b.municipality : a.key < b.key;
    });
    return open;
}

/// Who waits for a place, the longest without a job first.
std::vector<ResidentId> quota_list(const People& people,
                                   const Capital& capital,
                                   const Work& work,
                                   const Care& care,
                                   const QuotaParameters& p) {
    std::vector<ResidentId> list;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        const bool seeks = work.state[who] == WorkState::seeking && !employment_changed(work, who);
        if (people.presence[who] != Presence::present || !seeks) continue;
        if (care.state[who] == CareState::excluded) continue;
        if (is_on_quota_list(people, capital, p, who)) list.push_back(who);
    }
    std::ranges::sort(list, [&](ResidentId a, ResidentId b) {
        const auto months_a = work.jobless_months[a];
        const auto months_b = work.jobless_months[b];
        return months_a != months_b ? months_a > months_b : people.key[a] < people.key[b];
    });
    return list;
}

}  // namespace

bool is_on_quota_list(const People& people,
                      const Capital& capital,
                      const QuotaParameters& parameters,
                      ResidentId who) {
    constexpr GroupMask ill = bit(Group::disability) | bit(Group::mental_health);
    return is_on_quota_list(parameters,
                            (people.groups[who] & ill) != 0,
                            double{capital.disability[who]});
}

void place_by_quota(Work& work,
                    OrdinaryPool& pool,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Care& care,
                    const Employers& employers,
                    const TravelTimes& travel,
                    const Parameters& parameters,
                    const Draws& draws,
                    Month month) {
    const QuotaParameters& p = parameters.quota;
    if (p.opening_hazard <= 0.0) return;
    const JobSearchParameters& search = parameters.search;
    const WayLimit limit{search.maximum_travel_minutes, search.mobility_for_far_jobs};
    const Reach reach(people, capital, care, travel, parameters, draws);
    std::vector<ResidentId> list = quota_list(people, capital, work, care, p);
    for (const Vacancy& place : open_quota_places(employers, work, p, draws, month)) {
        const auto next = std::ranges::find_if(list, [&](ResidentId who) {
            return reach.may_work_in(who, place.municipality, limit);
        });
        if (next == list.end()) continue;
        const ResidentId who = *next;
        list.erase(next);
        JobTerms terms = draw_terms(search, place.employer, place.key, draws, month);
        terms.contract = WorkState::open_ended;
        start_job(work,
                  events,
                  terms,
                  incentive_months(people, parameters.target, who, month),
                  who);
        const bool mental = holds(people.groups[who], Group::mental_health);
        const double months = quota_incentive(p, mental, double{capital.disability[who]}).months;
        work.quota_place[who] = 1;
        work.quota_subsidy_left[who] =
            static_cast<std::uint8_t>(std::clamp(nearest_int(months), 0, 255));
        events.add(EventKind::quota_hired, who);
        const Probability displaced{search.displacement_share};
        if (draws.bernoulli(displaced, place.key, month, Decision::ordinary_displacement)) {
            displace_ordinary(pool, events, place.municipality, who, month);
        }
    }
}

}  // namespace cantiere
