#include "model/month/referral.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/rules/referral_route.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr InstitutionRole social = InstitutionRole::municipal_social_service;
constexpr InstitutionRole economic = InstitutionRole::municipal_economic_development;
constexpr InstitutionRole office = InstitutionRole::employment_office;

/// Residents whose referrals run for some months under one set of parameters.
struct Referrals {
    Residents residents = sample_residents(2000);
    Institutions institutions;
    ReferralParameters parameters;
    Events events;
    Draws draws{{11, 0, 0}};
    bool target = true;  // a programme serves everybody, or nobody here

    Referrals() {
        for (const InstitutionRole role : members<InstitutionRole>()) {
            institutions.tie[role].fill(0.1);
            institutions.sharing[role].fill(0.1);
        }
        parameters.referral_hazard_per_month = 1e3;
    }
    void set_tie(double tie) {
        for (const InstitutionRole role : members<InstitutionRole>()) {
            institutions.tie[role].fill(tie);
        }
    }
    void step(int month) {
        OneRegime regime(parameters);
        regime.all.target.everybody = target ? 1.0 : 0.0;
        refer_residents(residents.care,
                        residents.capital,
                        events,
                        residents.people,
                        residents.work,
                        institutions,
                        regime,
                        draws,
                        Month{month});
    }
    int count(EventKind kind) const {
        int n = 0;
        for (const Event& event : events.all()) n += event.kind == kind ? 1 : 0;
        return n;
    }
    std::vector<ResidentId> lost_at_sending() const {
        std::vector<ResidentId> lost;
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            const bool registered = residents.care.registered_month[who] != no_month;
            const bool under_way = residents.care.state[who] == CareState::referred;
            if (!registered && (!under_way || residents.care.referral_lost[who] != 0)) {
                lost.push_back(who);
            }
        }
        return lost;
    }
};

}  // namespace

TEST_CASE("Stronger ties lose fewer referrals, and only from among those lost before") {
    std::vector<ResidentId> before;
    bool first = true;
    for (const double tie : {0.0, 0.1, 0.4, 0.7, 1.0}) {
        Referrals r;
        r.set_tie(tie);
        r.step(0);
        const std::vector<ResidentId> lost = r.lost_at_sending();
        // Two hand-overs lose 1 - (1 - loss)^2.
        const double arrives = hop_loss(r.parameters, tie).complement().value();
        const double share = 1.0 - arrives * arrives;
        const double error = square_root(share * (1.0 - share) / 2000.0);
        CHECK(std::abs(static_cast<double>(lost.size()) / 2000.0 - share) <= 4.5 * error);
        if (!first) {
            CHECK(lost.size() < before.size());
            CHECK(std::includes(before.begin(), before.end(), lost.begin(), lost.end()));
        }
        before = lost;
        first = false;
    }
}

TEST_CASE("Removing administrative obstacles lowers loss and delay") {
    Referrals with, without;
    without.parameters.loss_multiplier = 0.5;
    without.parameters.delay_multiplier = 0.5;
    int late_with = 0, late_without = 0;
    with.step(0);
    without.step(0);
    for (const ResidentId who : rows<ResidentId>(with.residents.size())) {
        late_with += with.residents.care.referral_due_month[who] > Month{0} ? 1 : 0;
        late_without += without.residents.care.referral_due_month[who] > Month{0} ? 1 : 0;
    }
    CHECK(without.lost_at_sending().size() < with.lost_at_sending().size());
    CHECK(late_without < late_with);
}

TEST_CASE("Two hand-overs take on average twice the mean delay of one") {
    Referrals r;
    r.parameters.loss_max = r.parameters.loss_min = 0.0;
    r.step(0);
    double sum = 0.0;
    for (const ResidentId who : rows<ResidentId>(r.residents.size())) {
        const Care& care = r.residents.care;
        if (care.registered_month[who] == no_month) sum += care.referral_due_month[who] - Month{0};
    }
    const double mean = 2.0 * mean_hop_delay_months(r.parameters, 0.1);
    const double variance = mean * (1.0 + mean / 2.0);  // two geometrics on 0, 1, ...
    CHECK(std::abs(sum / 2000.0 - mean) <= 4.5 * square_root(variance / 2000.0));
}

TEST_CASE("A cap on each hand-over bounds the whole delay") {
    Referrals r;
    r.parameters.delay_max_months = r.parameters.delay_min_months = 6.0;
    r.parameters.delay_cap_months = 1.0;
    r.step(0);
    int at_cap = 0;
    for (const ResidentId who : rows<ResidentId>(r.residents.size())) {
        if (r.residents.care.registered_month[who] != no_month) continue;
        if (r.residents.care.state[who] != CareState::referred) continue;
        REQUIRE(r.residents.care.referral_due_month[who] <= Month{2});
        at_cap += r.residents.care.referral_due_month[who] == Month{2} ? 1 : 0;
    }
    CHECK(at_cap > 500);
    for (int m = 1; m <= 2; ++m) {
        r.parameters.referral_hazard_per_month = 0.0;
        r.step(m);
    }
    for (const CareState state : r.residents.care.state) {
        REQUIRE((state == CareState::known || state == CareState::referred));
    }
    CHECK(r.count(EventKind::referral_completed) + r.count(EventKind::referral_lost) == 2000);
}

TEST_CASE("A lost referral returns to known with less trust") {
    Referrals r;
    r.parameters.loss_max = r.parameters.loss_min = 1.0;
    r.parameters.delay_max_months = r.parameters.delay_min_months = 0.0;
    r.step(0);
    CHECK(r.count(EventKind::referral_lost) == 2000);
    CHECK(r.count(EventKind::referral_completed) == 0);
    for (const ResidentId who : rows<ResidentId>(r.residents.size())) {
        REQUIRE(r.residents.care.state[who] == CareState::known);
        REQUIRE(double{r.residents.capital.trust[who]} == Approx(0.45));
    }
}

TEST_CASE("Control finds the lost referrals and sends them again at the cap") {
    Referrals uncontrolled, controlled;
    for (Referrals* r : {&uncontrolled, &controlled}) {
        r->parameters.delay_cap_months = 1.0;
        r->parameters.loss_max = r->parameters.loss_min = 0.4;
    }
    controlled.parameters.control_rate = 1.0;
    for (int m = 0; m < 24; ++m) {
        for (Referrals* r : {&uncontrolled, &controlled}) {
            r->step(m);
            r->parameters.referral_hazard_per_month = 0.0;  // one round only
        }
    }
    CHECK(controlled.count(EventKind::referral_completed) == 2000);
    CHECK(controlled.count(EventKind::referral_lost) == 0);
    CHECK(controlled.count(EventKind::referral_sent) == 2000);
    CHECK(uncontrolled.count(EventKind::referral_completed) < 900);
    for (const Level trust : controlled.residents.capital.trust) REQUIRE(trust == 0.5f);
}

TEST_CASE("Only known, present, jobless people are referred") {
    Referrals r;
    r.residents.care.state[ResidentId::at(0)] = CareState::unknown;
    r.residents.people.presence[ResidentId::at(1)] = Presence::gone;
    r.residents.work.state[ResidentId::at(2)] = WorkState::detained;
    r.residents.work.state[ResidentId::at(3)] = WorkState::open_ended;
    r.residents.work.state[ResidentId::at(4)] = WorkState::inactive;
    r.residents.care.state[ResidentId::at(5)] = CareState::excluded;
    r.step(0);
    CHECK(r.count(EventKind::referral_sent) == 1995);
    for (const Event& event : r.events.all()) {
        REQUIRE((event.who.index() == 4 || event.who.index() > 5));
    }
}

TEST_CASE("Without assessment sharing each further hand-over assesses again") {
    Referrals r;
    r.parameters.loss_max = r.parameters.loss_min = 0.0;
    r.parameters.delay_max_months = r.parameters.delay_min_months = 0.0;
    r.parameters.duplicate_max = 1.0;
    for (const InstitutionRole role : members<InstitutionRole>()) {
        r.institutions.sharing[role].fill(0.0);
    }
    r.step(0);
    CHECK(r.count(EventKind::assessment_duplicated) == 2000);
    CHECK(r.residents.care.assessments[ResidentId::at(7)] == 1);
}

TEST_CASE("The first service follows the group that weighs most") {
    using enum InstitutionRole;
    CHECK(first_service_institution(0) == employment_office);
    CHECK(first_service_institution(bit(Group::migrant)) == employment_office);
    CHECK(first_service_institution(bit(Group::addiction)) == health_authority_service);
    CHECK(first_service_institution(bit(Group::violence_survivor)) == third_sector);
    CHECK(first_service_institution(bit(Group::detained_or_ex) | bit(Group::addiction)) ==
          probation_office);
}

TEST_CASE("A file takes the way over economic development when that tie is the stronger") {
    Referrals r;
    CHECK(referral_route(r.institutions, social, office).tie == Approx(0.1));
    r.institutions.tie[social][economic] = r.institutions.tie[economic][social] = 0.8;
    CHECK(referral_route(r.institutions, social, office).tie == Approx(0.45));
    r.institutions.tie[social][office] = 0.6;
    CHECK(referral_route(r.institutions, social, office).tie == Approx(0.6));
}

TEST_CASE("Ties above the usual strength serve the target of the programme only") {
    Referrals r;
    NetworkParameters network;
    network.usual_tie = 0.1;
    network.usual_sharing = 0.2;
    r.institutions.tie[social][office] = 0.6;
    r.institutions.sharing[social][office] = 0.5;
    const Route target = first_route(r.institutions, network, 0, true);
    CHECK(target.tie == Approx(0.6));
    CHECK(target.sharing == Approx(0.5));
    const Route other = first_route(r.institutions, network, 0, false);
    CHECK(other.tie == Approx(0.1));
    CHECK(other.sharing == Approx(0.2));
}

TEST_CASE("Ties that outlive the programme lose fewer files of its target and of nobody else") {
    const auto lost = [](bool target, double tie) {
        Referrals r;
        r.target = target;
        r.set_tie(tie);
        r.step(0);
        return r.lost_at_sending();
    };
    CHECK(lost(true, 0.9).size() < lost(true, 0.1).size());
    CHECK(lost(false, 0.9) == lost(false, 0.1));
}

}  // namespace cantiere
