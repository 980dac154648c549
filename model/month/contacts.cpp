#include "model/month/contacts.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "model/core/draws_of_rows.h"
#include "model/core/insert_few.h"
#include "model/core/rare_counts.h"
#include "model/core/rare_draws.h"
#include "model/core/rare_draws_among.h"
#include "model/core/row_lists.h"
#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/contact_rings.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/month/search_effort.h"

namespace cantiere {
namespace {

constexpr double longest_tie_months = 3000.0;

void add_to(std::uint8_t& count, std::int64_t more) {
    constexpr std::int64_t most = std::numeric_limits<std::uint8_t>::max();
    count = static_cast<std::uint8_t>(std::min(most, count + more));
}

/// Everybody who is in a course now, in the order of keys.
std::vector<ResidentId> all_in(Instrument course, const People& people, const Care& care) {
    std::vector<ResidentId> all;
    for (const ResidentId who : rows_other_than(care.step_left, std::uint8_t{0})) {
        const bool here = people.presence[who] == Presence::present;
        if (here && current_step(care, who) == course) all.push_back(who);
    }
    std::sort(all.begin(), all.end(), [&](ResidentId a, ResidentId b) {
        return people.key[a] < people.key[b];
    });
    return all;
}

/// New ties of one month.
class Acquaintances {
  public:
    Acquaintances(Contacts& contacts,
                  const People& people,
                  const ContactParameters& p,
                  const Draws& draws,
                  Month month)
        : contacts_(contacts), people_(people), p_(p), draws_(draws), month_(month) {}

    void meet(ResidentId who, ResidentId other) {
        if (other.is_none() || other == who) return;
        const EntityKey own = people_.key[who];
        const EntityKey others = people_.key[other];
        const Hazard decay{p_.decay_hazard_per_month};
        const double months =
            draws_.latent_time(decay, dyad_key(own, others), month_, Decision::tie_end);
        const Month ends = month_ + 1 + static_cast<int>(std::min(months, longest_tie_months));
        made_.push_back(own < others ? Tie{who, other, ends} : Tie{other, who, ends});
    }

    /// The ties a newcomer makes: `new_share` of those present in the municipality are newcomers.
    void arrive(const ContactRings& rings, double new_share, ResidentId who) {
        const EntityKey key = people_.key[who];
        const auto count =
            draws_.poisson(ties_on_arrival(p_, new_share), key, month_, Decision::tie_count);
        int nearer = 0;
        for (std::int64_t k = 0; k < count; ++k) {
            const auto index = static_cast<Draws::Index>(k);
            const Probability alike{p_.homophily};
            if (draws_.bernoulli(alike, key, month_, Decision::tie_kind, index)) {
                meet(who, rings.next_alike(who, nearer++));
            } else {
                const auto point = draws_.ticket(key, month_, Decision::tie_point, index);
                meet(who, rings.neighbour_at(who, EntityKey{point}));
            }
        }
    }

    /// Ties to others of a course; `course` is in the order of keys.
    void join(const std::vector<ResidentId>& course, ResidentId who) {
        const EntityKey key = people_.key[who];
        const auto count = draws_.poisson(p_.group_ties, key, month_, Decision::course_ties);
        for (std::int64_t k = 0; k < count; ++k) {
            const auto index = static_cast<Draws::Index>(k);
            const EntityKey point{draws_.ticket(key, month_, Decision::course_point, index)};
            const auto next =
                std::lower_bound(course.begin(),
                                 course.end(),
                                 point,
                                 [&](ResidentId a, EntityKey at) { return people_.key[a] < at; });
            meet(who, next == course.end() ? course.front() : *next);
        }
    }

    /// Contacts that the internships and courses which started this month give.
    void work_together(const Events& events, const Care& care) {
        EnumArray<Instrument, std::vector<ResidentId>> courses;
        for (const Event& event : events.all()) {
            if (event.kind != EventKind::instrument_started) continue;
            const EntityKey key = people_.key[event.who];
            if (event.instrument == Instrument::internship) {
                add_to(contacts_.outside[event.who],
                       draws_.poisson(p_.host_ties, key, month_, Decision::host_ties));
            } else if (is_course(event.instrument)) {
                std::vector<ResidentId>& course = courses[event.instrument];
                if (course.empty()) course = all_in(event.instrument, people_, care);
                if (!course.empty()) join(course, event.who);
            }
        }
    }

    /// Adds what was made to the ties that there are; who knew each other already keeps that tie.
    void keep() {
        if (made_.empty()) return;
        const auto by_keys = [&](const Tie& x, const Tie& y) {
            const EntityKey xa = people_.key[x.a];
            const EntityKey ya = people_.key[y.a];
            return xa != ya ? xa < ya : people_.key[x.b] < people_.key[y.b];
        };
        std::sort(made_.begin(), made_.end(), by_keys);
        const auto same = [](const Tie& x, const Tie& y) { return x.a == y.a && x.b == y.b; };
        made_.erase(std::unique(made_.begin(), made_.end(), same), made_.end());
        std::erase_if(made_, [&](const Tie& tie) {
            return std::binary_search(contacts_.ties.begin(), contacts_.ties.end(), tie, by_keys);
        });
        insert_few(contacts_.ties, made_, by_keys);
    }

  private:
    Contacts& contacts_;
    const People& people_;
    const ContactParameters& p_;
    const Draws& draws_;
    Month month_;
    std::vector<Tie> made_;
};

void forget(Contacts& contacts,
            const People& people,
            const ContactParameters& p,
            const Draws& draws,
            Month month) {
    const auto here = [&](ResidentId who) { return people.presence[who] == Presence::present; };
    std::erase_if(contacts.ties, [&](const Tie& tie) {
        return month >= tie.ends || !here(tie.a) || !here(tie.b);
    });
    const Probability stays = probability_of(Hazard{p.decay_hazard_per_month}).complement();
    const ResidentSet known_outside = rows_other_than(contacts.outside, std::uint8_t{0});
    const ResidentSet present_now = present(people);
    for (const ResidentId who : known_outside.without(present_now)) contacts.outside[who] = 0;
    // Of n one at least is lost where u < 1 - stays^n, which is no more than n (1 - stays).
    const double most = *std::max_element(contacts.outside.begin(), contacts.outside.end());
    const double ceiling = most * stays.complement().value();
    const Occasion decay{month, Decision::outside_decay};
    for (const ResidentId who :
         could_happen(ceiling, people.key, known_outside & present_now, draws, decay)) {
        std::uint8_t& outside = contacts.outside[who];
        outside = static_cast<std::uint8_t>(
            draws.binomial(outside, stays, people.key[who], month, Decision::outside_decay));
    }
}

/// Counts people by municipality.
std::vector<std::uint32_t> count_by_town(const People& people, const ResidentSet& who_counts) {
    std::vector<std::uint32_t> count;
    for (const ResidentId who : who_counts) {
        const std::size_t town = people.municipality[who].index();
        if (town >= count.size()) count.resize(town + 1, 0);
        ++count[town];
    }
    return count;
}

/// Lets everybody who arrived this month meet people.
void let_arrive(Acquaintances& made, const ContactRings& rings, const People& people, Month month) {
    const ResidentSet here = present(people);
    const auto is_now = [month](Month arrival) { return arrival == month; };
    const ResidentSet newcomers = here & rows_where(is_now, people.arrival_month);
    if (newcomers.count() == 0) return;
    const std::vector<std::uint32_t> present_in = count_by_town(people, here);
    const std::vector<std::uint32_t> new_in = count_by_town(people, newcomers);
    for (const ResidentId who : newcomers) {
        const std::size_t town = people.municipality[who].index();
        made.arrive(rings, static_cast<double>(new_in[town]) / present_in[town], who);
    }
}

/// Of the contacts who look for work, the one of the best lot; nobody where none does.
ResidentId luckiest_contact(const Contacts& contacts,
                            const People& people,
                            const Work& work,
                            const Draws& draws,
                            Month month,
                            ResidentId who) {
    ResidentId told = ResidentId::none();
    double luckiest = -1.0;
    for (const ResidentId other : contacts.of(who)) {
        if (!is_at_risk_of_job(people, work, other)) continue;
        const EntityKey pair = dyad_key(people.key[who], people.key[other]);
        const double lot = draws.uniform(pair, month, Decision::information_passed);
        if (lot <= luckiest) continue;
        luckiest = lot;
        told = other;
    }
    return told;
}

}  // namespace

void hear_of_vacancies(Contacts& contacts,
                       const People& people,
                       const Work& work,
                       const ContactParameters& parameters,
                       const Draws& draws,
                       Month month) {
    if (contacts.first.empty()) return;
    contacts.tips.assign(people.key.size(), 0);
    const Probability hears{parameters.information_share};
    const auto mean_of = [&](ResidentId who) {
        return tips_from_outside(parameters, contacts.outside[who]);
    };
    const Occasion telling{month, Decision::outside_tips};
    const ResidentSet has_contacts = rows_other_than(contacts.outside, std::uint8_t{0});
    const double most = tips_from_outside(parameters, std::numeric_limits<std::uint8_t>::max());
    for (const ResidentId who :
         could_count(has_contacts, people.key, draws, telling, most, mean_of)) {
        if (!is_at_risk_of_job(people, work, who)) continue;
        const EntityKey key = people.key[who];
        add_to(contacts.tips[who], draws.poisson(mean_of(who), key, month, Decision::outside_tips));
    }
    const Occasion hearing{month, Decision::information_heard};
    const auto hear = [&](ResidentId who, double u) {
        if (u >= hears.value() || !is_employed(work.state_at_start[who])) return;
        const ResidentId told = luckiest_contact(contacts, people, work, draws, month, who);
        if (!told.is_none()) add_to(contacts.tips[told], 1);
    };
    for_each_uniform(employed(work) & present(people), people.key, draws, hearing, hear);
}

double contacts_factor_of(const Contacts& contacts,
                          const Work& work,
                          const ContactParameters& parameters,
                          ResidentId who) {
    if (contacts.first.empty()) return 1.0;
    const double outside = contacts.outside[who];
    double employed = outside * parameters.outside_employed_share;
    double all = outside;
    for (const ResidentId other : contacts.of(who)) {
        employed += is_employed(work.state_at_start[other]) ? 1.0 : 0.0;
        all += 1.0;
    }
    return contacts_factor(parameters, employed, all);
}

void renew_contacts(Contacts& contacts,
                    const Events& events,
                    const People& people,
                    const Care& care,
                    const ContactParameters& parameters,
                    const Draws& draws,
                    Month month) {
    const bool nobody_meets = parameters.mean_degree <= 0.0 && parameters.host_ties <= 0.0 &&
                              parameters.group_ties <= 0.0;
    if (nobody_meets && contacts.first.empty()) return;
    const std::size_t residents = people.key.size();
    if (contacts.outside.size() != residents) {
        contacts.outside.assign(residents, 0);
        draw_rings(contacts, people);
    }
    forget(contacts, people, parameters, draws, month);
    Acquaintances made(contacts, people, parameters, draws, month);
    let_arrive(made, ContactRings(contacts, people), people, month);
    made.work_together(events, care);
    made.keep();
    index_neighbours(contacts, residents);
}

void index_neighbours(Contacts& contacts, std::size_t residents) {
    contacts.first.assign(residents + 1, 0);
    const std::span<std::uint32_t> part = std::span(contacts.first).subspan(1);
    for (const Tie& tie : contacts.ties) {
        ++part[tie.a.index()];
        ++part[tie.b.index()];
    }
    std::exclusive_scan(part.begin(), part.end(), part.begin(), std::uint32_t{0});
    contacts.neighbours.resize(2 * contacts.ties.size());
    // Filled from the front of each one's part, which so moves on to where the next one's begins.
    for (const Tie& tie : contacts.ties) {
        contacts.neighbours[part[tie.a.index()]++] = tie.b;
        contacts.neighbours[part[tie.b.index()]++] = tie.a;
    }
}

}  // namespace cantiere
