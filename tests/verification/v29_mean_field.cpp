#include <array>
#include <vector>

#include "model/core/elementary.h"
#include "tests/support/catch.h"
#include "tests/support/small_study.h"

namespace cantiere {
namespace {

constexpr double people = 20000.0;
constexpr int months = 48;
constexpr double allowed_errors = 4.5;

double chance(double hazard) { return 1.0 - exp(-hazard); }

/// A study of equal people, all of them seeking work, unknown and in good homes, who find none and
/// meet services with room for everybody; whole simulation, burn-in left out.
RunInputs equal_people() {
    RunInputs inputs = small_study({.residents = people, .burn_in_months = 0, .months = months});
    for (const Module off : {Module::demography,
                             Module::frailty,
                             Module::travel,
                             Module::employers,
                             Module::displacement,
                             Module::housing,
                             Module::justice,
                             Module::violence,
                             Module::benefits,
                             Module::trust,
                             Module::exclusion}) {
        inputs.modules.on[off] = false;
    }
    change_everywhere(inputs, [](Parameters& p) {
        p.population.group_share.fill(0.0);
        p.population.known_share = 0.0;
        p.population.mean_jobless_months = 0.0;
        p.population.initial_work_share.fill(0.0);
        p.population.initial_work_share[WorkState::seeking] = 1.0;
        p.initial.spread = 0.0;
        p.initial.trust_sd = 0.0;
        p.initial.language_sd = 0.0;
        p.initial.safety_sd = 0.0;
        p.housing.initial_share.fill(0.0);
        p.housing.initial_share[HousingState::stable] = 1.0;
        p.capital.shock_hazard_per_month = 0.0;
        p.search.cycle_sd = 0.0;
        p.search.to_inactive_hazard = 0.0;
        p.search.base_hazard_per_month = 0.0;
        p.search.effort_floor = 1.0;
        p.search.professional_slope = 0.0;
        p.search.relational_slope = 0.0;
        p.search.mobility_slope = 0.0;
        p.keeping.professional_slope = 0.0;
        p.keeping.relational_slope = 0.0;
        p.employers.initial_host_share = 0.0;
        p.employers.join_hazard_per_month = 0.0;
        p.commission.frontline_cases_per_1000 = 1000.0;
        p.services.personalisation = 0.0;
        for (InstrumentParameters& row : p.instruments) row.usual_slots_per_1000 = 0.0;
        p.instruments[Instrument::orientation].usual_slots_per_1000 = 1000.0;
        p.instruments[Instrument::vocational_training].usual_slots_per_1000 = 1000.0;
    });
    return inputs;
}

/// Share of the residents in a state, month by month.
template <class State>
struct Path {
    State state;
    std::vector<double> expected;
};

/// Checks the shares in some states, in every month of the window, against what is expected.
template <class State>
void check_paths(const RunInputs& inputs, Variable shares, const std::vector<Path<State>>& paths) {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const RunResult result = run(inputs, {seed});
        for (const Path<State>& path : paths) {
            for (int m = 0; m < months; ++m) {
                const double share = path.expected[static_cast<std::size_t>(m)];
                const double error = square_root(share * (1.0 - share) / people);
                const double seen = result.outcome.at(shares, m, path.state);
                INFO("seed " << seed << ", month " << m << ": " << seen << " for " << share);
                CHECK(std::abs(seen - share) <= allowed_errors * error + 1e-12);
            }
        }
    }
}

/// Expected shares of the care pipeline: unknown - known - on the way - orientation - training -
/// waiting for an internship that nobody offers.
class Pipeline {
  public:
    explicit Pipeline(const Parameters& p)
        : p_(p), arriving_(longest, 0.0), to_be_lost_(longest, 0.0) {
        const double tie = p.network.usual_tie;
        loss_ = p.referral.loss_max * (1.0 - tie) + p.referral.loss_min * tie;
        const double delay =
            p.referral.delay_max_months * (1.0 - tie) + p.referral.delay_min_months * tie;
        ends_ = 1.0 / (1.0 + delay);
    }

    void month() {
        identify();
        refer();
        give_up();
        const double assessed = arriving_.front();
        deliver(assessed);
        arriving_.erase(arriving_.begin());
        to_be_lost_.erase(to_be_lost_.begin());
        arriving_.push_back(0.0);
        to_be_lost_.push_back(0.0);
    }

    double unknown() const { return unknown_; }
    double known() const { return known_; }
    double referred() const {
        double sum = 0.0;
        for (const double share : arriving_) sum += share;
        for (const double share : to_be_lost_) sum += share;
        return sum;
    }
    double in_project() const {
        double sum = orientation_ + waiting_;
        for (const double share : training_) sum += share;
        return sum;
    }

  private:
    static constexpr std::size_t longest = 200;

    /// h_out exp(-b_L (1-L)) sqrt(T), the way to the desk being none.
    void identify() {
        const double hazard =
            p_.outreach.hazard_per_month *
            exp(-p_.outreach.language_barrier * (1.0 - p_.initial.language_mean)) *
            square_root(p_.initial.trust_mean);
        const double found = unknown_ * chance(hazard);
        unknown_ -= found;
        known_ += found;
    }

    /// Two hand-overs, each lost with the same chance after a geometric delay; what is lost in this
    /// very month is known again and is sent the month after.
    void refer() {
        const double sent = known_ * chance(p_.referral.referral_hazard_per_month);
        known_ -= sent;
        double one = ends_;  // the first hand-over takes d months
        for (std::size_t d = 0; d < longest; ++d) {
            const double two = one * ends_ * static_cast<double>(d + 1);  // both together take d
            to_be_lost_[d] += sent * (loss_ * one + (1.0 - loss_) * loss_ * two);
            arriving_[d] += sent * (1.0 - loss_) * (1.0 - loss_) * two;
            one *= 1.0 - ends_;
        }
        known_ += to_be_lost_.front();
        to_be_lost_.front() = 0.0;
    }

    void give_up() {
        const double gone = waiting_ * chance(p_.services.abandonment_hazard_per_month);
        waiting_ -= gone;
        known_ += gone;
    }

    void deliver(double assessed) {
        const auto drop = [&](Instrument step) {
            return chance(p_.instruments[step].dropout_hazard_per_month);
        };
        const double leaves_orientation = drop(Instrument::orientation);
        const double leaves_training = drop(Instrument::vocational_training);
        double done = training_.front() * (1.0 - leaves_training);
        known_ += training_.front() * leaves_training;
        for (std::size_t left = 1; left < training_.size(); ++left) {
            training_[left - 1] = training_[left] * (1.0 - leaves_training);
            known_ += training_[left] * leaves_training;
        }
        training_.back() = orientation_ * (1.0 - leaves_orientation);
        known_ += orientation_ * leaves_orientation;
        orientation_ = assessed;
        waiting_ += done;
    }

    const Parameters& p_;
    double loss_ = 0.0;
    double ends_ = 0.0;
    double unknown_ = 1.0;
    double known_ = 0.0;
    std::vector<double> arriving_;  // by months until they arrive
    std::vector<double> to_be_lost_;
    double orientation_ = 0.0;
    std::array<double, 4> training_{};  // by months left after this one
    double waiting_ = 0.0;
};

/// Expected shares of work: jobless by months without work, employed by tenure and by the months
/// without work before, which a job of three months wipes out.
class WorkFlow {
  public:
    explicit WorkFlow(const Parameters& p) : p_(p) { jobless_[0] = 1.0; }

    void month() {
        Jobless jobless{};
        Employed employed{};
        for (std::size_t j = 0; j <= cap; ++j) {
            const double slow = exp(-p_.search.duration_slope * static_cast<double>(j));
            const double duration =
                slow > p_.search.duration_floor ? slow : p_.search.duration_floor;
            const double finds = chance(p_.search.base_hazard_per_month * duration);
            employed[0][j] += jobless_[j] * finds;
            jobless[next(j)] += jobless_[j] * (1.0 - finds);
            for (std::size_t t = 0; t <= longest; ++t) {
                const double loses = chance(hazard(t));
                jobless[next(j)] += employed_[t][j] * loses;
                const std::size_t kept = t < longest ? t + 1 : longest;
                employed[kept][kept + 1 >= 3 ? 0 : j] += employed_[t][j] * (1.0 - loses);
            }
        }
        jobless_ = jobless;
        employed_ = employed;
    }

    double jobless() const {
        double sum = 0.0;
        for (const double share : jobless_) sum += share;
        return sum;
    }

  private:
    static constexpr std::size_t cap = 12;      // duration no longer matters
    static constexpr std::size_t longest = 13;  // nor tenure
    using Jobless = std::array<double, cap + 1>;
    using Employed = std::array<std::array<double, cap + 1>, longest + 1>;

    static std::size_t next(std::size_t j) { return j < cap ? j + 1 : cap; }
    double hazard(std::size_t tenure) const {
        if (tenure < 3) return p_.keeping.hazard_months_1_3;
        return tenure < 12 ? p_.keeping.hazard_months_4_12 : p_.keeping.hazard_months_13_on;
    }

    const Parameters& p_;
    Jobless jobless_{};
    Employed employed_{};
};

}  // namespace

TEST_CASE("V29 the care pipeline of many equal people follows its difference equations") {
    const RunInputs inputs = equal_people();
    Pipeline expected(inputs.usual);
    Path<CareState> unknown{CareState::unknown, {}};
    Path<CareState> known{CareState::known, {}};
    Path<CareState> referred{CareState::referred, {}};
    Path<CareState> in_project{CareState::in_project, {}};
    for (int m = 0; m < months; ++m) {
        expected.month();
        unknown.expected.push_back(expected.unknown());
        known.expected.push_back(expected.known());
        referred.expected.push_back(expected.referred());
        in_project.expected.push_back(expected.in_project());
        REQUIRE(expected.unknown() + expected.known() + expected.referred() +
                    expected.in_project() ==
                Approx(1.0).epsilon(1e-9));
    }
    check_paths<CareState>(inputs, Variable::care_share, {unknown, known, referred, in_project});
}

TEST_CASE("V29 finding and keeping work of many equal people follow their difference equations") {
    RunInputs inputs = equal_people();
    change_everywhere(inputs, [](Parameters& p) {
        p.outreach.hazard_per_month = 0.0;
        p.search.base_hazard_per_month = 0.08;
    });
    WorkFlow expected(inputs.usual);
    Path<WorkState> jobless{WorkState::seeking, {}};
    for (int m = 0; m < months; ++m) {
        expected.month();
        jobless.expected.push_back(expected.jobless());
    }
    check_paths<WorkState>(inputs, Variable::work_share, {jobless});
}

}  // namespace cantiere
