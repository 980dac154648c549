#include "tests/support/oracle_comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/core/rows.h"
#include "tests/support/oracle_report.h"

namespace cantiere::oracle {
namespace {

void compare_identity(Report& r, const Person& a, const People& b, ResidentId who) {
    r.same("presence", a.presence, b.presence[who]);
    r.same("arrival", a.arrival, b.arrival_month[who]);
    r.same("birth month", a.birth_month, b.birth_month[who]);
    r.same("sex", a.sex, b.sex[who]);
    r.same("groups", a.groups, b.groups[who]);
    r.same("municipality", a.home_town, b.municipality[who]);
    r.same("frailty", a.frailty, b.frailty[who]);
    r.same("children", a.children, b.children[who]);
    r.same("small children", a.small_children, b.small_children[who]);
    r.same("partner", a.partner, b.partner[who]);
    r.same("poverty scale", a.poverty_scale, b.poverty_scale[who]);
    r.same("renter", a.renter, b.renter[who]);
    r.same("take-up", a.takes_up, b.takes_up[who]);
    r.same("car", a.has_car, b.has_car[who]);
}

void compare_capital(Report& r, const Person& a, const Capital& b, ResidentId who) {
    r.same("P", a.professional, b.professional[who]);
    r.same("R", a.relational, b.relational[who]);
    r.same("H", a.health, b.health[who]);
    r.same("mean H", a.health_mean, b.health_mean[who]);
    r.same("M", a.mobility, b.mobility[who]);
    r.same("L", a.language, b.language[who]);
    r.same("T", a.trust, b.trust[who]);
    r.same("T0", a.trust_initial, b.trust_initial[who]);
    r.same("S", a.safety, b.safety[who]);
    r.same("d", a.disability, b.disability[who]);
    r.same("aid", a.aid, b.aid[who]);
}

void compare_work(Report& r, const Person& a, const Residents& b, ResidentId who) {
    r.same("work", a.work, b.work.state[who]);
    r.same("tenure", a.tenure, b.work.tenure_months[who]);
    r.same("jobless months", a.jobless, b.work.jobless_months[who]);
    r.same("wage", a.wage_cents, b.work.gross_wage_cents[who]);
    r.same("internship left", a.internship_left, b.work.internship_left[who]);
    r.same("conversion left", a.conversion_left, b.work.conversion_left[who]);
    r.same("boost left", a.boost_left, b.work.search_boost_left[who]);
    r.same("subsidy left", a.subsidy_left, b.work.subsidy_left[who]);
    r.same("incentive left", a.incentive_left, b.work.incentive_left[who]);
    r.same("place of the quota", a.in_quota_place, b.work.quota_place[who]);
    r.same("months of the quota", a.quota_left, b.work.quota_subsidy_left[who]);
    r.same("housing", a.housing, b.housing.state[who]);
    r.same("justice", a.justice, b.justice.state[who]);
    r.same("months since release", a.since_release, b.justice.months_since_release[who]);
    r.same("sentence left", a.sentence_left, b.justice.sentence_left[who]);
    r.same("served outside", a.served_outside, b.justice.served_outside[who]);
}

void compare_care(Report& r, const Person& a, const Care& b, ResidentId who) {
    r.same("care", a.care, b.state[who]);
    r.same("identified", a.identified, b.identified_month[who]);
    r.same("referral due", a.due, b.referral_due_month[who]);
    r.same("referral lost", a.referral_lost, b.referral_lost[who]);
    r.same("registered", a.registered, b.registered_month[who]);
    r.same("review", a.review, b.review_month[who]);
    r.same("first service", a.first_service, b.first_service_month[who]);
    r.same("assessments", a.assessments, b.assessments[who]);
    r.same("score", a.score, b.score[who]);
    r.same("observed need", a.observed_need, b.observed_need[who]);
    r.same("assessment noise", a.assessment_noise, b.assessment_noise[who]);
    r.same("refusals", a.refusals, b.refusals[who]);
    r.same("steps", a.steps.size(), b.step_count[who]);
    const std::size_t steps = std::min<std::size_t>(a.steps.size(), b.step_count[who]);
    for (std::size_t k = 0; k < steps; ++k) r.same("a step", a.steps[k], b.steps[who][k]);
    r.same("step", a.step, b.step[who]);
    r.same("step left", a.step_left, b.step_left[who]);
    r.same("step waiting", a.step_waiting, b.step_waiting[who]);
    r.same("step funding", a.step_funding, b.step_funding[who]);
    r.same("support", a.support, b.support[who]);
    r.same("support left", a.support_left, b.support_left[who]);
    r.same("support waiting", a.support_waiting, b.support_waiting[who]);
    r.same("support funding", a.support_funding, b.support_funding[who]);
    r.same("support done", a.support_done, b.support_done[who]);
    r.same("tutor left", a.tutor_left, b.tutor_left[who]);
    r.same("tutor funding", a.tutor_funding, b.tutor_funding[who]);
    r.same("follow-up left", a.follow_up_left, b.follow_up_left[who]);
    r.same("taper left", a.taper_left, b.taper_left[who]);
    r.same("bundle", a.holds_bundle, b.holds_bundle[who]);
}

void compare_loan(Report& r, const Person& a, const Credit& b, ResidentId who) {
    r.same("loan", a.loan_cents, b.balance_cents[who]);
    r.same("debt", a.debt_cents, b.debt_cents[who]);
    r.same("repaid", a.repaid_cents, b.repaid_cents[who]);
    r.same("loan left", a.loan_left, b.months_left[who]);
    r.same("business", a.trades, b.trades[who]);
}

void compare_contacts(Report& r, const World& world, const State& state) {
    const auto& key = state.residents.people.key;
    r.about("contacts");
    r.same("ties", world.ties.size(), state.contacts.ties.size());
    for (const Tie& tie : state.contacts.ties) {
        const auto found = world.ties.find({key[tie.a], key[tie.b]});
        r.same("a tie", found != world.ties.end(), true);
        if (found != world.ties.end()) r.same("end of a tie", found->second, tie.ends);
    }
    for (const Person& person : world.people) {
        if (state.contacts.outside.empty()) break;
        const auto at = std::find(key.begin(), key.end(), person.key) - key.begin();
        const auto who = ResidentId::at(static_cast<std::size_t>(at));
        r.same("contacts outside", person.outside_contacts, state.contacts.outside[who]);
    }
}

void compare_firms(Report& r, const World& world, const Employers& employers) {
    std::map<EntityKey, const Firm*> by_key;
    for (const Firm& firm : world.firms) by_key[firm.key] = &firm;
    r.about("employers");
    r.same("number", by_key.size(), employers.size());
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        const auto found = by_key.find(employers.key[e]);
        r.about(fmt::format("employer {}", e.value));
        r.same("identity", found != by_key.end(), true);
        if (found == by_key.end()) continue;
        const Firm& firm = *found->second;
        r.same("municipality", firm.town, employers.municipality[e]);
        r.same("sector", firm.sector, employers.sector[e]);
        r.same("kind", firm.kind, employers.kind[e]);
        r.same("staff", firm.staff, employers.staff[e]);
        r.same("host", firm.host, employers.host[e]);
        r.same("places", firm.coop_places, employers.coop_places[e]);
        r.same("workers", firm.coop_workers, employers.coop_places_used[e]);
        for (std::size_t g = 0; g < firm.seen.size(); ++g) {
            r.same("trainees seen", firm.seen[g], employers.trainees_seen[e][g]);
        }
    }
}

void compare_places(Report& r, const World& world, const State& state) {
    for (std::size_t t = 0; t < world.towns.size(); ++t) {
        const auto id = MunicipalityId::at(t);
        r.about(fmt::format("municipality {}", t));
        r.same("ordinary jobseekers", world.towns[t].jobseekers, state.pool.jobseekers_usual[id]);
        r.same("displaced", world.towns[t].displaced, state.pool.displaced[id]);
        r.same("displaced in the window",
               world.towns[t].displaced_in_window,
               state.pool.displaced_in_window[id]);
    }
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            r.about(fmt::format("ties {} {}", static_cast<int>(a), static_cast<int>(b)));
            r.same("tie", world.tie[a][b], state.institutions.tie[a][b]);
            r.same("sharing", world.sharing[a][b], state.institutions.sharing[a][b]);
        }
    }
    for (const Instrument instrument : members<Instrument>()) {
        const Service& service = world.services[instrument];
        r.about(std::string(name(instrument)));
        r.same("usual slots", service.usual, state.units.usual_slots[instrument]);
        r.same("programme slots", service.programme, state.units.programme_slots[instrument]);
        r.same("usual use", service.usual_used, state.units.usual_in_use[instrument]);
        r.same("programme use", service.programme_used, state.units.programme_in_use[instrument]);
        r.same("waiting", service.waiting, state.units.waiting[instrument]);
    }
    r.about("territory");
    const BundleFund& fund = state.units.bundles;
    r.same("bundles offered", world.bundles_offered, fund.offered);
    r.same("outlay received", world.outlay_received_cents, fund.received_cents);
    r.same("outlay paid", world.bundles_paid_cents, fund.paid_cents);
    r.same("outlay owed", world.bundles_owed_cents, fund.committed_cents);
    r.same("outlay returned", world.outlay_returned_cents, fund.returned_cents);
    r.same("outlay unspent", world.unspent_cents(), fund.in_hand_cents());
    r.same("internships paid",
           world.programme_internships,
           state.units.programme_internships_started);
    r.same("months of network", world.network_months, state.months_of_network);
    r.same("cycle", world.log_cycle, state.log_cycle);
}

/// Events of a kind, by person, instrument, funding and amount.
using Counts = std::map<std::tuple<EventKind, EntityKey, Instrument, Funding, int>, int>;

void compare_events(Report& r, const World& world, const State& state, const Events& events) {
    Counts more_in_fast;
    for (const Event& e : events.all()) {
        const EntityKey key = state.residents.people.key[e.who];
        ++more_in_fast[{e.kind, key, e.instrument, e.funding, e.amount_cents}];
    }
    for (const Happening& h : world.happenings) {
        --more_in_fast[{h.kind, world.people[h.who].key, h.instrument, h.funding, h.cents}];
    }
    for (const auto& [what, more] : more_in_fast) {
        const auto& [kind, key, instrument, funding, cents] = what;
        r.about(fmt::format("event {} of {:x}, instrument {}, funding {}, cents {}",
                            static_cast<int>(kind),
                            key.value,
                            static_cast<int>(instrument),
                            static_cast<int>(funding),
                            cents));
        r.same("number in excess", 0, more);
    }
}

template <class Key>
std::int64_t at(const std::map<Key, std::int64_t>& sums, const Key& key) {
    const auto found = sums.find(key);
    return found == sums.end() ? 0 : found->second;
}

void compare_books(Report& r,
                   const World& world,
                   const State& state,
                   const Ledger& ledger,
                   Month month) {
    for (const Payer payer : members<Payer>()) {
        const Account account = account_of(payer);
        for (const Category category : members<Category>()) {
            r.about(fmt::format("{} {}", name(payer), name(category)));
            r.same("cents",
                   at(world.books.debits, {account, category}),
                   ledger.net_cents(month, payer, category));
        }
        r.about(std::string(name(payer)));
        r.same("cents at average cost only",
               at(world.books.average_only, account),
               ledger.average_only_cents(month, payer));
        r.same("cents of resources",
               at(world.books.resources, account),
               ledger.resource_cents(month, payer));
    }
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        const EntityKey key = state.residents.people.key[who];
        r.about(fmt::format("resident {:x}", key.value));
        r.same("public cents", at(world.books.public_cents, key), ledger.public_cents(who));
    }
}

}  // namespace

std::vector<std::string> differences(const World& world,
                                     const State& state,
                                     const Events& events,
                                     const Ledger& ledger,
                                     Month month) {
    Report r;
    std::map<EntityKey, const Person*> by_key;
    for (const Person& person : world.people) by_key[person.key] = &person;
    const Residents& residents = state.residents;
    r.about("residents");
    r.same("number", by_key.size(), residents.size());
    compare_events(r, world, state, events);
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const EntityKey key = residents.people.key[who];
        r.about(fmt::format("resident {:x}", key.value));
        const auto found = by_key.find(key);
        r.same("identity", found != by_key.end(), true);
        if (found == by_key.end()) continue;
        const Person& person = *found->second;
        compare_identity(r, person, residents.people, who);
        compare_capital(r, person, residents.capital, who);
        compare_work(r, person, residents, who);
        compare_care(r, person, residents.care, who);
        compare_standing(r, person, residents.standing, who);
        compare_loan(r, person, residents.credit, who);
    }
    compare_contacts(r, world, state);
    compare_firms(r, world, state.employers);
    compare_places(r, world, state);
    if (month.index() >= 0) compare_books(r, world, state, ledger, month);
    return std::move(r).lines();
}

}  // namespace cantiere::oracle
