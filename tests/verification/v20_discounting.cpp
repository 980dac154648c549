#include <cmath>
#include <vector>

#include "model/core/rows.h"
#include "model/recorder.h"
#include "tests/support/catch.h"
#include "tests/support/small_study.h"

namespace cantiere {
namespace {

constexpr double rate_per_year = 0.03;

/// People to whom nothing happens but money, month by month; each has an autonomy of one half.
class Stream {
  public:
    explicit Stream(int months) : inputs_(inputs(months)), draws_({1}) {
        state_ = burn_in(inputs_, draws_);
        state_.residents.tally = empty_tally(state_.registered->size());
        for (const ResidentId who : rows<ResidentId>(state_.residents.size())) {
            state_.residents.standing.autonomy[who] = 0.5f;
        }
    }

    /// Records every month; `post(ledger, month, who)` books what is paid about the first resident.
    template <class Post>
    RunOutcome outcome(Post post) {
        Ledger ledger(inputs_.months, state_.residents.size());
        Recorder recorder(inputs_, state_);
        const Events nothing_happens;
        for (int m = 0; m < inputs_.months; ++m) {
            ledger.begin_month(state_.residents.size());
            post(ledger, Month{m}, ResidentId::at(0));
            Tally& tally = state_.residents.tally;
            recorder.record(tally, state_, nothing_happens, ledger, inputs_.programme, Month{m});
        }
        return recorder.finish(state_, ledger).outcome;
    }

    std::size_t people() const { return state_.residents.size(); }
    std::size_t home() const {
        return state_.residents.people.municipality[ResidentId::at(0)].index();
    }

  private:
    static RunInputs inputs(int months) {
        RunInputs inputs = small_study({3.0, 0, months});
        inputs.discount_rate_per_year = rate_per_year;
        change_everywhere(inputs, [](Parameters& p) { p.population.arrival_hazard_per_month = 0; });
        return inputs;
    }

    RunInputs inputs_;
    Draws draws_;
    State state_;
};

/// (1 + r)^(-m/12)
double factor(int month) { return std::pow(1.0 + rate_per_year, -month / 12.0); }

/// Value in month 0 of one euro in each of the months first .. last.
double annuity(int first, int last) {
    double sum = 0.0;
    for (int m = first; m <= last; ++m) sum += factor(m);
    return sum;
}

Posting training(double eur) {
    return {Account::province_region,
            Account::providers,
            Category::training,
            EntryKind::resource,
            Cents::from_euros(eur)};
}

/// The discounted cost of `eur(month)` a month over `months`.
template <class Eur>
double cost_of(int months, Eur eur) {
    return Stream(months).outcome([&](Ledger& ledger, Month month, ResidentId who) {
        ledger.post(month, training(eur(month.index())), who);
    })[Variable::net_cost_public];
}

}  // namespace

TEST_CASE("V20 discounting: a month is worth (1+r)^(-m/12) of the first one") {
    const std::vector<double> factors = discount_factors(rate_per_year, 120);
    REQUIRE(factors.size() == 120);
    for (int m = 0; m < 120; ++m) {
        CHECK(factors[static_cast<std::size_t>(m)] == Approx(factor(m)).margin(1e-12));
    }
    CHECK(1.0 / factors[1] - 1.0 == Approx(0.00246627).margin(5e-9));
    CHECK(factors[12] == Approx(1.0 / 1.03).margin(1e-12));
    CHECK(factors[108] == Approx(0.766416732).margin(1e-9));
}

TEST_CASE("V20 discounting: an annuity and two spells come out of the books as by their formulas") {
    const auto from_month_1 = [](int m) { return m >= 1 && m <= 60 ? 780.0 : 0.0; };
    CHECK(cost_of(61, from_month_1) == Approx(43452.32).margin(0.005));
    // A spell that ends at a hazard, its mean paid month by month from month 0: b/(1-(1-h)/(1+r)).
    const auto spell = [](double hazard) {
        return [=](int m) { return 780.0 * std::pow(1.0 - hazard, m); };
    };
    CHECK(cost_of(1500, spell(0.01)) == Approx(62723.15).margin(0.3));
    CHECK(cost_of(900, spell(0.02)) == Approx(34804.34).margin(0.3));
}

TEST_CASE("V20 discounting: a known stream of costs reaches every total with its months' factors") {
    Stream stream(120);
    const RunOutcome o = stream.outcome([](Ledger& ledger, Month month, ResidentId who) {
        ledger.post(month, training(1000.0), who);
        constexpr auto assistance = Category::benefit;
        constexpr auto transfer = EntryKind::transfer;
        const Cents aid = Cents::from_euros(month.index() >= 36 ? 200.0 : 0.0);
        ledger.post(month,
                    {Account::municipality, Account::resident, assistance, transfer, aid},
                    who);
        constexpr auto average = EntryKind::average_only;
        ledger.post(month,
                    {Account::state,
                     Account::providers,
                     Category::detention,
                     average,
                     Cents::from_euros(50.0)},
                    who);
    });
    const double training_cost = 1000.0 * annuity(0, 119);
    const double aid_cost = 200.0 * annuity(36, 119);
    const double all = training_cost + aid_cost;
    CHECK(o.at(Variable::cost, Payer::province_region) == Approx(training_cost).epsilon(1e-9));
    CHECK(o.at(Variable::cost, Payer::municipality) == Approx(aid_cost).epsilon(1e-9));
    CHECK(o.at(Variable::cost, Payer::resident) == Approx(-aid_cost).epsilon(1e-9));
    CHECK(o[Variable::programme_cost] == Approx(training_cost).epsilon(1e-9));
    CHECK(o[Variable::assistance_cost] == Approx(aid_cost).epsilon(1e-9));
    CHECK(o[Variable::net_cost_public] == Approx(all).epsilon(1e-9));
    CHECK(o[Variable::net_cost_public_average] ==
          Approx(all + 50.0 * annuity(0, 119)).epsilon(1e-9));
    CHECK(o[Variable::net_cost_societal_without_output] == Approx(training_cost).epsilon(1e-9));
    CHECK(o.at(Variable::cost_by_municipality, stream.home()) == Approx(all).epsilon(1e-6));
    // Horizons of 1, 3, 5 and 10 years: months 0 .. 11, 35, 59, 119.
    const std::vector<int> last{11, 35, 59, 119};
    for (std::size_t h = 0; h < last.size(); ++h) {
        const double until = 1000.0 * annuity(0, last[h]) + 200.0 * annuity(36, last[h]);
        CHECK(o.at(Variable::net_cost_public_to, h) == Approx(until).epsilon(1e-9));
    }
    // Budgets are not discounted.
    CHECK(o.at(Variable::budget, Payer::province_region, 9) == Approx(12000.0).epsilon(1e-12));
    CHECK(o.at(Variable::budget, Payer::municipality, 3) == Approx(2400.0).epsilon(1e-12));
}

TEST_CASE("V20 discounting: autonomy-years carry the factors that costs carry") {
    Stream stream(120);
    const RunOutcome o = stream.outcome([](Ledger&, Month, ResidentId) {});
    const auto people = static_cast<double>(stream.people());
    const double each = 0.5 / 12.0;  // a month
    CHECK(o[Variable::autonomy_years] == Approx(people * each * annuity(0, 119)).epsilon(1e-9));
    CHECK(o[Variable::autonomy_years_undiscounted] == Approx(people * 5.0).epsilon(1e-9));
    const std::vector<int> last{11, 35, 59, 119};
    for (std::size_t h = 0; h < last.size(); ++h) {
        CHECK(o.at(Variable::autonomy_years_to, h) ==
              Approx(people * each * annuity(0, last[h])).epsilon(1e-9));
    }
    double by_town = 0.0;
    for (std::size_t town = 0; town < o.sizes().municipalities; ++town) {
        by_town += o.at(Variable::autonomy_years_by_municipality, town);
    }
    CHECK(by_town == Approx(people * each * annuity(0, 119)).epsilon(1e-6));
}

}  // namespace cantiere
