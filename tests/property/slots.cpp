#include <algorithm>
#include <set>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/service_queue.h"
#include "tests/support/monthly_run.h"
#include "tests/support/property.h"
#include "tests/support/random_study.h"

namespace cantiere {
namespace {

constexpr SmallStudy first_month{60.0, 8, 1};

std::vector<Waiter> random_line() {
    std::vector<Waiter> line;
    const int length = *rc::gen::inRange(0, 20);
    for (int i = 0; i < length; ++i) {
        Waiter waiter{ResidentId::at(static_cast<std::size_t>(i))};
        waiter.rank = *rc::gen::inRange(-4, 1);
        waiter.ticket = hash_key({*rc::gen::arbitrary<std::uint32_t>(), 7}).value;
        waiter.is_target = *rc::gen::arbitrary<bool>();
        waiter.holds_bundle = *rc::gen::inRange(0, 10) == 0;
        line.push_back(waiter);
    }
    return line;
}

std::set<ResidentId> served(const std::vector<Waiter>& line, const OpenSeats& seats) {
    std::set<ResidentId> people;
    for (const ServiceStart& start : start_by_discipline(line, seats)) {
        people.insert(start.waiter.who);
    }
    return people;
}

/// Starts of the window's first month, by instrument.
EnumArray<Instrument, int> first_starts(const RunInputs& inputs, State state, const Draws& draws) {
    Ledger ledger(inputs.months, state.residents.size());
    Events events;
    step(state, events, ledger, inputs, draws, Month{0});
    EnumArray<Instrument, int> starts{};
    for (const Event& event : events.all()) {
        if (event.kind == EventKind::instrument_started) ++starts[event.instrument];
    }
    return starts;
}

}  // namespace

TEST_CASE("More seats of a service never take a start from anybody") {
    for_all("who starts with fewer seats starts with more", [] {
        const std::vector<Waiter> line = random_line();
        const OpenSeats few{*rc::gen::inRange(-2, 12), *rc::gen::inRange(-2, 12)};
        const OpenSeats more{few.usual + *rc::gen::inRange(0, 6),
                             few.programme + *rc::gen::inRange(0, 6)};
        const auto before = served(line, few);
        const auto after = served(line, more);
        RC_ASSERT(std::includes(after.begin(), after.end(), before.begin(), before.end()));
    });
}

TEST_CASE("A service serves nobody twice, no more than its seats, and in any order of the line") {
    for_all("starts are within the seats, and the line's order does not matter", [] {
        std::vector<Waiter> line = random_line();
        const OpenSeats seats{*rc::gen::inRange(0, 12), *rc::gen::inRange(0, 12)};
        const auto starts = start_by_discipline(line, seats);
        const auto paid_by = [&](Funding funding) {
            return std::count_if(starts.begin(), starts.end(), [&](const ServiceStart& start) {
                return start.funding == funding;
            });
        };
        RC_ASSERT(paid_by(Funding::usual) <= seats.usual);
        RC_ASSERT(paid_by(Funding::programme) <= seats.programme);
        const auto people = served(line, seats);
        RC_ASSERT(people.size() == starts.size());
        std::reverse(line.begin(), line.end());
        RC_ASSERT(served(line, seats) == people);
    });
}

TEST_CASE("In the first round more slots of any instrument never give fewer starts of it") {
    for_all("starts of the first month rise with the slots of their instrument", [] {
        RunInputs few = random_programme(first_month);
        few.programme.target.start_month = 0.0;
        few.programme.internship.total_starts = 0.0;
        // A longer offer changes whose projects take which road: designs are held apart.
        few.programme.services.personalisation = 0.0;
        const Instrument instrument = *rc::gen::element(Instrument::orientation,
                                                        Instrument::vocational_training,
                                                        Instrument::internship);
        few.programme.instruments[instrument].slots = *rc::gen::inRange(1, 6);
        RunInputs more = few;
        more.programme.instruments[instrument].slots += *rc::gen::inRange(1, 20);
        few = with_modules(few);
        more = with_modules(more);
        const Draws draws(random_luck());
        const State state = burn_in(few, draws);
        RC_ASSERT(first_starts(more, state, draws)[instrument] >=
                  first_starts(few, state, draws)[instrument]);
    });
}

}  // namespace cantiere
