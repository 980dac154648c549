#pragma once

#include "model/core/draws.h"
#include "model/state/care.h"
#include "tests/support/sample_tables.h"

namespace cantiere {

namespace detail {

inline void size_credit(Credit& credit, std::size_t n) {
    credit.balance_cents.resize(n, 0);
    credit.debt_cents.resize(n, 0);
    credit.repaid_cents.resize(n, 0);
    credit.months_left.resize(n, 0);
    credit.trades.resize(n, 0);
    credit.tutored.resize(n, 0);
    credit.funding.resize(n, Funding::none);
}

}  // namespace detail

/// Builds `n` known jobless residents who differ in nothing but their key.
[[gnu::noinline]] inline Residents sample_residents(std::size_t n) {
    Residents residents;
    detail::size_people(residents.people, n);
    detail::size_capital(residents.capital, n);
    detail::size_work(residents.work, n);
    residents.housing.state.resize(n, HousingState::stable);
    residents.justice.state.resize(n, JusticeState::none);
    residents.justice.months_since_release.resize(n, 0);
    residents.justice.sentence_left.resize(n, 0);
    residents.justice.served_outside.resize(n, 0);
    detail::size_care(residents.care, n);
    detail::size_standing(residents.standing, n);
    detail::size_credit(residents.credit, n);
    for (std::size_t i = 0; i < n; ++i) {
        residents.people.key[ResidentId::at(i)] = hash_key({0x73616d706c65, i});
    }
    return residents;
}

/// Makes `who` wait for the first of `steps`, registered and assessed in `month`.
inline void open_project(Care& care,
                         ResidentId who,
                         std::initializer_list<Instrument> steps,
                         Month month) {
    std::uint8_t count = 0;
    for (const Instrument step : steps) care.steps[who][count++] = step;
    care.state[who] = CareState::assessed_waiting;
    care.registered_month[who] = month;
    care.step_count[who] = count;
    care.step[who] = 0;
    care.step_left[who] = 0;
    care.step_waiting[who] = 0;
}

}  // namespace cantiere
