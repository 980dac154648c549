#include "model/month/contacts.h"

#include <algorithm>
#include <cmath>

#include "model/core/rows.h"
#include "model/month/demography.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({29, 0, 0});

/// People who all arrive in one month and meet.
struct Town {
    explicit Town(std::size_t people) : residents(sample_residents(people)) {}

    void live(Month month) {
        renew_contacts(contacts, events, residents.people, residents.care, p, draws, month);
    }
    double mean_degree() const {
        return 2.0 * static_cast<double>(contacts.ties.size()) /
               static_cast<double>(residents.size());
    }

    Residents residents;
    Contacts contacts;
    Events events;
    ContactParameters p;
};

constexpr Month arrival{-36};  // of everybody in sample_residents

}  // namespace

TEST_CASE("Job finding rises by the share of contacts who have a job") {
    ContactParameters p;
    CHECK(contacts_factor(p, 1.0, 4.0) == Approx(1.075));
    CHECK(contacts_factor(p, 4.0, 4.0) == Approx(1.3));
    CHECK(contacts_factor(p, 0.0, 0.0) == 1.0);
}

TEST_CASE("Those who arrive together know about four people each, most of their own group") {
    Town town(4000);
    for (std::size_t i = 0; i < 2000; ++i) {
        town.residents.people.groups[ResidentId::at(2 * i)] = bit(Group::migrant);
    }
    town.live(arrival);
    // Two draws of mean 2 each; a few meet twice. SE of the mean about .022.
    CHECK(std::abs(town.mean_degree() - 4.0) < 0.15);
    double alike = 0.0;
    for (const Tie& tie : town.contacts.ties) {
        const auto& groups = town.residents.people.groups;
        alike += groups[tie.a] == groups[tie.b] ? 1.0 : 0.0;
    }
    // .7 of their own group, and half of the rest by chance.
    CHECK(std::abs(alike / static_cast<double>(town.contacts.ties.size()) - 0.85) < 0.03);
}

TEST_CASE("Ties end by their hazard, and with either of the two") {
    Town town(4000);
    town.p.decay_hazard_per_month = 0.05;
    town.live(arrival);
    const auto start = static_cast<double>(town.contacts.ties.size());
    for (int m = 1; m <= 12; ++m) town.live(arrival + m);
    const double left = static_cast<double>(town.contacts.ties.size()) / start;
    const double expected = std::exp(-0.6);
    CHECK(std::abs(left - expected) < 4.5 * std::sqrt(expected * (1.0 - expected) / start));
    const Tie first = town.contacts.ties.front();
    town.residents.people.presence[first.a] = Presence::gone;
    town.live(arrival + 13);
    for (const Tie& tie : town.contacts.ties) CHECK((tie.a != first.a && tie.b != first.a));
}

TEST_CASE("The rows in which people are stored change nobody's contacts") {
    Town town(300);
    town.live(arrival);
    Town other(300);
    std::reverse(other.residents.people.key.begin(), other.residents.people.key.end());
    other.live(arrival);
    REQUIRE(town.contacts.ties.size() == other.contacts.ties.size());
    for (std::size_t i = 0; i < town.contacts.ties.size(); ++i) {
        const auto& [a, b, ends] = town.contacts.ties[i];
        const auto& [c, d, other_ends] = other.contacts.ties[i];
        CHECK(town.residents.people.key[a] == other.residents.people.key[c]);
        CHECK(town.residents.people.key[b] == other.residents.people.key[d]);
        CHECK(ends == other_ends);
    }
}

TEST_CASE("An internship gives contacts outside, a course ties to others in it") {
    Town town(40);
    town.p.mean_degree = 0.0;
    town.p.host_ties = 3.0;
    town.p.group_ties = 2.0;
    for (std::size_t i = 0; i < 40; ++i) {
        const auto who = ResidentId::at(i);
        const Instrument step = i < 20 ? Instrument::internship : Instrument::vocational_training;
        open_project(town.residents.care, who, {step}, Month{0});
        town.residents.care.step_left[who] = 4;
        town.events.add(EventKind::instrument_started, who, step);
    }
    town.live(Month{0});
    int outside = 0;
    for (std::size_t i = 0; i < 20; ++i) outside += town.contacts.outside[ResidentId::at(i)];
    CHECK(std::abs(outside - 60.0) < 4.5 * std::sqrt(60.0));
    CHECK(town.contacts.ties.size() > 20);
    for (const Tie& tie : town.contacts.ties) CHECK((tie.a.index() >= 20 && tie.b.index() >= 20));
    for (std::size_t i = 20; i < 40; ++i) CHECK(town.contacts.outside[ResidentId::at(i)] == 0);
}

TEST_CASE("The employed tell one of the jobless they know, and nobody else hears") {
    Town town(4);
    town.contacts.outside.assign(4, 0);
    const auto row = [](std::size_t i) { return ResidentId::at(i); };
    for (const std::size_t friend_of : {1u, 2u, 3u}) {
        town.contacts.ties.push_back({row(0), row(friend_of), Month{3000}});
    }
    index_neighbours(town.contacts, 4);
    Work& work = town.residents.work;
    work.state[row(0)] = WorkState::open_ended;
    work.state[row(3)] = WorkState::detained;
    mark_start_of_month(work);
    town.p.information_share = 1.0;
    int first = 0;
    for (int m = 0; m < 400; ++m) {
        hear_of_vacancies(town.contacts, town.residents.people, work, town.p, draws, Month{m});
        CHECK(town.contacts.told(row(1)) + town.contacts.told(row(2)) == 1);
        CHECK(town.contacts.told(row(0)) + town.contacts.told(row(3)) == 0);
        first += town.contacts.told(row(1));
    }
    CHECK(std::abs(first - 200.0) < 4.5 * 10.0);
    CHECK(contacts_factor_of(town.contacts, work, town.p, row(1)) == Approx(1.3));
    CHECK(contacts_factor_of(town.contacts, work, town.p, row(0)) == 1.0);
}

}  // namespace cantiere
