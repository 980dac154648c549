#include "analysis/placement_stream.h"

#include <set>
#include <utility>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/placement_problem.h"
#include "model/month/placement_prospect.h"
#include "model/month/project_steps.h"
#include "model/placement/optimal.h"
#include "model/placement/placement.h"
#include "model/simulate.h"
#include "model/step.h"

namespace cantiere {
namespace {

constexpr int year = 12;
constexpr int futures = 20;
constexpr double units_of_value = 0x1p24;  // of OptimalAssignment::total_value

/// Predictions without error, and rounds of placement so rare that none falls into the window
/// after its first month.
void let_everybody_wait(Parameters& p) {
    p.placement.prediction_auc = 1.0;
    p.placement.batch_months = 1e4;
}

/// Walks through the window month by month and looks at those who wait for an internship.
class WaitingRoom {
  public:
    WaitingRoom(RunInputs inputs, const Draws& draws)
        : inputs_(std::move(inputs)),
          draws_(draws),
          state_(burn_in(inputs_, draws)),
          ledger_(inputs_.months, state_.residents.size()) {
        for (Parameters* p : {&inputs_.usual, &inputs_.programme, &inputs_.outside}) {
            let_everybody_wait(*p);
        }
    }

    void step_to(Month month) {
        month_ = month;
        step(state_, events_, ledger_, inputs_, draws_, month);
    }

    /// Lists those who wait and have not been seen before.
    std::vector<Candidate> newcomers() {
        std::vector<Candidate> come;
        for (const Candidate& candidate : waiting()) {
            if (seen_.insert(candidate.key).second) come.push_back(candidate);
        }
        return come;
    }

    /// Places at hosts that a year's internship slots pay, chosen as those of a month are.
    std::vector<Seat> seats_of_a_year() const {
        const Parameters& p = in_force(inputs_, month_);
        ServiceUnits paid;
        const ServiceUnits& units = state_.units;
        const int slots = units.usual_slots[Instrument::internship] +
                          units.programme_slots[Instrument::internship];
        paid.usual_slots[Instrument::internship] = nearest_int(slots * year / p.internship.months);
        Employers free = state_.employers;
        for (const EmployerId e : rows<EmployerId>(free.size())) free.seats_used[e] = 0;
        std::vector<Seat> seats =
            funded_seats(free, paid, waiting(), state_.residents.care, reach(p), p, draws_, month_);
        std::erase_if(seats, [](const Seat& seat) { return seat.kind != Instrument::internship; });
        return seats;
    }

    /// What each seat is worth to each of them now.
    std::vector<PlaceValues> values(std::vector<Candidate> people,
                                    const std::vector<Seat>& seats) const {
        const Parameters& p = in_force(inputs_, month_);
        const Residents& r = state_.residents;
        const Foresight foresight(r.people, r.capital, r.work, r.care, p, draws_, month_);
        const PlacementProblem problem = placement_problem(std::move(people),
                                                           seats,
                                                           r.people,
                                                           r.capital,
                                                           r.care,
                                                           state_.employers,
                                                           reach(p),
                                                           foresight,
                                                           p,
                                                           draws_,
                                                           month_);
        std::vector<PlaceValues> all;
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            PlaceValues& own = all.emplace_back();
            for (const SeatId s : rows<SeatId>(seats.size())) {
                own.push_back(may_take(problem, i, s) ? problem.value(i, s) : 2.0 * closed_place);
            }
        }
        return all;
    }

  private:
    Reach reach(const Parameters& p) const {
        const Residents& r = state_.residents;
        return {r.people, r.capital, r.care, inputs_.territory->travel, p, draws_};
    }

    std::vector<Candidate> waiting() const {
        const Residents& r = state_.residents;
        const Parameters& p = in_force(inputs_, month_);
        auto all = placement_candidates(r.people, r.work, r.care, p, month_);
        std::erase_if(all, [&](const Candidate& candidate) {
            return current_step(r.care, candidate.who) != Instrument::internship;
        });
        return all;
    }

    RunInputs inputs_;
    const Draws& draws_;
    State state_;
    Ledger ledger_;
    Events events_;
    Month month_{0};
    std::set<EntityKey> seen_;
};

/// A round of some people for the places left.
PlacementProblem round_of(const std::vector<PlaceValues>& people, const std::vector<int>& places) {
    std::vector<Candidate> candidates(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) candidates[i].key = EntityKey{i + 1};
    std::vector<Seat> seats(places.size());
    for (std::size_t s = 0; s < places.size(); ++s) {
        seats[s].key = EntityKey{s + 1};
        seats[s].quota = places[s];
    }
    PlacementProblem problem(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(people.size())) {
        for (const SeatId s : rows<SeatId>(places.size())) {
            const double value = people[i.index()][s.index()];
            problem.feasible(i, s) = value > closed_place ? 1 : 0;
            problem.value(i, s) = value;
        }
    }
    return problem;
}

}  // namespace

PlacementStream placement_stream(RunInputs inputs, const Draws& draws) {
    WaitingRoom room(std::move(inputs), draws);
    room.step_to(Month{0});
    const std::vector<Seat> seats = room.seats_of_a_year();
    PlacementStream stream;
    for (const Seat& seat : seats) stream.places.push_back(seat.quota);
    room.newcomers();  // who waited before the first year
    for (int m = 1; m <= year; ++m) {
        room.step_to(Month{m});
        for (PlaceValues& values : room.values(room.newcomers(), seats)) {
            stream.year_before.push_back(std::move(values));
        }
    }
    stream.foreseen_per_month = static_cast<double>(stream.year_before.size()) / year;
    for (int m = year + 1; m <= 2 * year; ++m) {
        room.step_to(Month{m});
        stream.months.push_back(room.values(room.newcomers(), seats));
    }
    return stream;
}

double value_by(PlacementPolicy policy, const PlacementStream& stream, const Draws& draws) {
    std::vector<int> places = stream.places;
    double value = 0.0;
    for (std::size_t m = 0; m < stream.months.size(); ++m) {
        if (stream.months[m].empty()) continue;
        PlacementProblem problem = round_of(stream.months[m], places);
        problem.arrivals = {stream.foreseen_per_month,
                            static_cast<int>(stream.months.size() - 1 - m),
                            0.0,
                            futures,
                            stream.year_before};
        const Assignment got = place(policy, problem, draws, Month{static_cast<int>(m)});
        value += total_value(problem, got);
        for (const auto& seat : got.seat_of) {
            if (seat) --places[seat->index()];
        }
    }
    return value;
}

double value_in_hindsight(const PlacementStream& stream) {
    std::vector<PlaceValues> everybody;
    for (const auto& month : stream.months) {
        everybody.insert(everybody.end(), month.begin(), month.end());
    }
    const PlacementProblem all = round_of(everybody, stream.places);
    return static_cast<double>(some_optimal_assignment(all).total_value) / units_of_value;
}

}  // namespace cantiere
