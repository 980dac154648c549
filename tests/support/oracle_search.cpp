#include <algorithm>
#include <limits>

#include "model/rules/benefits.h"
#include "model/rules/placement.h"
#include "model/rules/prediction.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// A vacancy of the month, and who applied.
struct Post {
    EntityKey key;
    std::size_t firm = 0;
    MunicipalityId town;
    Terms terms;
    double ordinary = -std::numeric_limits<double>::infinity();
    std::vector<Person*> applicants;
    std::map<std::pair<double, EntityKey>, Person*> acceptable;  // by falling score
};

using Posts = std::map<MunicipalityId, std::map<EntityKey, Post>>;

bool is_searching(const Person& person) {
    const bool may = is_jobless(person) || person.work == WorkState::internship;
    return is_here(person) && may && !employment_changed(person);
}

/// Opens the vacancies of all firms.
Posts open_posts(const World& world) {
    Posts posts;
    const double rate = world.p().employers.vacancy_hazard_per_month;
    const auto date = static_cast<std::uint16_t>(world.month.index());
    for (std::size_t f = 0; f < world.firms.size(); ++f) {
        const Firm& firm = world.firms[f];
        const double mean = firm.staff * rate * world.tightness;
        const auto count =
            world.draws->poisson(mean, firm.key, world.month, Decision::vacancy_count);
        for (std::uint64_t k = 0; k < static_cast<std::uint64_t>(count); ++k) {
            Post post;
            post.key = hash_key({firm.key.value, date, k});
            post.firm = f;
            post.town = firm.town;
            posts[firm.town][post.key] = post;
        }
    }
    return posts;
}

/// Sends one contact: to a town by a logit choice, there to the luckiest vacancy, the one whose
/// sector suits the person having better odds.
void contact(const World& world, Person& person, unsigned number, Posts& posts) {
    const JobSearchParameters& p = world.p().search;
    std::map<Sector, double> suits;
    for (const Sector sector : members<Sector>()) {
        const double fit = world.draws->uniform(person.key,
                                                Month{0},
                                                Decision::sector_fit,
                                                static_cast<unsigned>(sector));
        suits[sector] = 1.0 - p.skill_weight * (1.0 - fit);
    }
    std::map<double, MunicipalityId> by_utility;
    for (const auto& [town, there] : posts) {
        if (!may_work_in(world, person, town, p.maximum_travel_minutes, p.mobility_for_far_jobs)) {
            continue;
        }
        const double hours = minutes_to(world, person, town) / 60.0;
        const double taste = world.draws->gumbel(person.key,
                                                 world.month,
                                                 Decision::contact_municipality,
                                                 (number << 16) | town.value);
        double size = 0.0;
        for (const auto& [key, post] : there) size += suits[world.firms[post.firm].sector];
        by_utility[log(size) - p.travel_decay_per_hour * hours + taste] = town;
    }
    if (by_utility.empty()) return;
    auto& there = posts[by_utility.rbegin()->second];
    const std::uint64_t point =
        world.draws->ticket(person.key, world.month, Decision::contact_vacancy, number);
    std::map<double, Post*> by_luck;
    for (auto& [key, post] : there) {
        const std::uint64_t hash = detail::mix_bits(point ^ key.value);
        const double u = (static_cast<double>(hash >> 11) + 0.5) / 9007199254740992.0;
        const double suit = suits[world.firms[post.firm].sector];
        by_luck[suit < 1.0 ? power(u, 1.0 / suit) : u] = &post;
    }
    auto& applicants = by_luck.rbegin()->second->applicants;
    const bool knows = std::find(applicants.begin(), applicants.end(), &person) != applicants.end();
    if (!knows) applicants.push_back(&person);
}

double best_ordinary(const World& world, const Post& post) {
    const JobSearchParameters& p = world.p().search;
    const Town& town = world.towns[post.town.index()];
    const double rivals = std::max(0.0, town.jobseekers + town.displaced);
    const double crowding = town.jobseekers > 0.0 ? rivals / town.jobseekers : 1.0;
    const double mean = p.applicants_per_vacancy * crowding;
    const auto n = world.draws->poisson(mean, post.key, world.month, Decision::ordinary_applicants);
    if (n == 0) return -std::numeric_limits<double>::infinity();
    const double u = world.draws->uniform(post.key, world.month, Decision::ordinary_best);
    return p.ordinary_mean +
           p.ordinary_sd * normal_quantile(power(u, 1.0 / static_cast<double>(n)));
}

double score_of(const World& world, const Post& post, const Person& person) {
    const Parameters& p = world.p();
    const Firm& firm = world.firms[post.firm];
    const EntityKey pair = hash_key({person.key.value, post.key.value});
    const PriorBelief belief =
        prior_belief(p.employers, person.groups, limitation(person), firm.seen);
    const double noise =
        belief.signal_sd * world.draws->normal(pair, world.month, Decision::applicant_signal);
    double score = assessed_employability(belief, true_employability(world, person), noise);
    const bool cares = firm.kind == EmployerKind::responsible || firm.kind == EmployerKind::coop_b;
    if (cares && person.groups != 0) score += p.employers.responsible_bonus;
    if (incentive_months(world, person) > 0) {
        score += p.search.incentive_value_per_100_eur * p.target.hire_incentive_eur_month / 100.0;
    }
    return score;
}

double utility_of(const World& world, const Post& post, const Person& person) {
    const PlacementParameters& p = world.p().placement;
    const EntityKey pair = hash_key({person.key.value, post.key.value});
    const double taste = world.draws->gumbel(pair, world.month, Decision::offer_taste);
    return seat_utility(p,
                        post.terms.wage_cents / 100.0,
                        minutes_to(world, person, post.town),
                        0.0,
                        0.0) +
           p.taste_scale * taste;
}

/// Rounds of offers: every vacancy without a taker offers to its best applicant who has not said
/// no; everyone keeps the best offer in hand.
std::map<Person*, Post*> settle(const World& world, Posts& posts) {
    std::map<Person*, Post*> in_hand;
    for (bool moved = true; moved;) {
        moved = false;
        for (auto& [town, there] : posts) {
            for (auto& [key, post] : there) {
                if (post.acceptable.empty()) continue;
                Person* person = post.acceptable.begin()->second;
                Post*& held = in_hand[person];
                if (held == &post) continue;
                moved = true;
                if (held == nullptr ||
                    utility_of(world, post, *person) > utility_of(world, *held, *person)) {
                    if (held != nullptr) held->acceptable.erase(held->acceptable.begin());
                    held = &post;
                } else {
                    post.acceptable.erase(post.acceptable.begin());
                }
            }
        }
    }
    return in_hand;
}

struct EndedTraining {
    std::size_t firm;
    const Person* trainee;
};

void hire(World& world,
          Person& person,
          std::optional<std::size_t> firm,
          const Terms& terms,
          std::vector<EndedTraining>& ended) {
    if (person.work == WorkState::internship) {
        ended.push_back({*person.firm, &person});
        world.tell(EventKind::early_success, person, Instrument::internship, person.step_funding);
    }
    start_job(world, person, firm, terms, incentive_months(world, person));
}

void fill_vacancies(World& world, std::vector<EndedTraining>& ended) {
    const JobSearchParameters& p = world.p().search;
    Posts posts = open_posts(world);
    for (Person& person : world.people) {
        if (!is_searching(person)) continue;
        const double mean =
            p.contact_rate_per_month * p.vacancy_information * intensity_of(world, person);
        const auto contacts =
            world.draws->poisson(mean, person.key, world.month, Decision::contact_count);
        auto all = static_cast<unsigned>(contacts);
        for (int tip = 0; tip < person.tips; ++tip) {
            double worth = drive_of(world, person);
            for (; worth >= 1.0; worth -= 1.0) ++all;
            const auto index = static_cast<unsigned>(tip);
            if (world.draws->uniform(person.key, world.month, Decision::tip_followed, index) <
                worth) {
                ++all;
            }
        }
        for (unsigned k = 0; k < all; ++k) contact(world, person, k, posts);
    }
    for (auto& [town, there] : posts) {
        for (auto& [key, post] : there) {
            post.terms = terms_of(world, post.key);
            post.ordinary = best_ordinary(world, post);
            for (Person* person : post.applicants) {
                const double score = score_of(world, post, *person);
                if (score <= p.reservation || score <= post.ordinary) continue;
                post.acceptable[{-score, person->key}] = person;
            }
        }
    }
    for (const auto& [person, post] : settle(world, posts)) {
        if (post == nullptr) continue;
        hire(world, *person, post->firm, post->terms, ended);
        const double u =
            world.draws->uniform(post->key, world.month, Decision::ordinary_displacement);
        if (post->ordinary > p.reservation && u < p.runner_up_displaced_share) {
            displace(world, *person, post->town);
        }
    }
}

void find_jobs(World& world, std::vector<EndedTraining>& ended) {
    const JobSearchParameters& p = world.p().search;
    for (Person& person : world.people) {
        if (!is_searching(person)) continue;
        const double hazard = p.base_hazard_per_month * intensity_of(world, person) *
                              exp(true_employability(world, person)) *
                              contacts_ratio(world, person);
        if (!world.draws->event(Hazard{hazard}, person.key, world.month, Decision::job_found)) {
            continue;
        }
        hire(world, person, std::nullopt, terms_of(world, person.key), ended);
    }
}

/// The seeking give up, the inactive start to seek.
void change_side(World& world, Person& person) {
    const JobSearchParameters& p = world.p().search;
    const OutreachParameters& outreach = world.p(person).outreach;
    if (person.boost_left > 0) --person.boost_left;
    if (person.work != person.work_before) return;
    Hazard hazard;
    if (person.work == WorkState::seeking) {
        hazard = Hazard{p.to_inactive_hazard *
                        (1.0 + p.giving_up_trust_slope * (0.5 - double{person.trust}))};
    } else if (person.work == WorkState::inactive) {
        hazard = Hazard{p.to_seeking_hazard *
                        (outreach.hazard_per_month / outreach.usual_hazard_per_month)};
    }
    if (!world.draws->event(hazard, person.key, world.month, Decision::labour_force)) return;
    person.work = person.work == WorkState::seeking ? WorkState::inactive : WorkState::seeking;
}

}  // namespace

/// Those displaced before find other work, or would have lost the job by now anyway.
void end_displacement(World& world) {
    const JobSearchParameters& search = world.p().search;
    const double finding =
        search.ordinary_finding_hazard * tightness_factor(search, world.tightness);
    const double stays = exp(-(finding + world.p().keeping.hazard_months_4_12));
    for (Town& town : world.towns) {
        town.displaced *= stays;
        town.displaced_in_window *= stays;
    }
}

void search_jobs(World& world) {
    std::vector<EndedTraining> ended;
    if (world.inputs->modules.on[Module::employers]) {
        fill_vacancies(world, ended);
    } else {
        find_jobs(world, ended);
    }
    for (const EndedTraining& end : ended) end_internship(world, end.firm, *end.trainee, true);
    for (Person& person : world.people) {
        if (is_searching(person)) change_side(world, person);
    }
}

}  // namespace cantiere::oracle
