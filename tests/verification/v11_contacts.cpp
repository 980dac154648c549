#include <array>
#include <cmath>
#include <vector>

#include "model/core/rows.h"
#include "model/month/contacts.h"
#include "model/month/demography.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr double hears = 0.10;    // a
constexpr double breaks = 0.015;  // b

using Network = std::vector<std::vector<int>>;

const Network isolated{{}};
const Network linked{{1}, {0}};
const Network ring{{1, 3}, {0, 2}, {1, 3}, {2, 0}};
const Network complete{{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}};

/// Chances of each set of employed people one month later, by enumeration: who hears, whom the
/// employed tell, then whose job breaks (Calvo-Armengol and Jackson 2004).
class Chain {
  public:
    explicit Chain(const Network& network) : network_(network), n_(network.size()) {}

    std::vector<double> stationary() const {
        const std::size_t states = std::size_t{1} << n_;
        std::vector<double> now(states, 1.0 / static_cast<double>(states));
        for (int month = 0; month < 4000; ++month) {
            std::vector<double> next(states, 0.0);
            for (std::size_t s = 0; s < states; ++s) hear(next, s, 0, s, now[s]);
            now = next;
        }
        return now;
    }

  private:
    static bool works(std::size_t set, std::size_t who) { return ((set >> who) & 1u) != 0; }

    /// Lets person `who` and those after hear or not; `set` are those with a job by then.
    void hear(std::vector<double>& next,
              std::size_t start,
              std::size_t who,
              std::size_t set,
              double chance) const {
        if (chance <= 0.0) return;
        if (who == n_) return break_up(next, 0, set, chance);
        hear(next, start, who + 1, set, chance * (1.0 - hears));
        if (!works(start, who)) {
            hear(next, start, who + 1, set | (std::size_t{1} << who), chance * hears);
            return;
        }
        std::vector<std::size_t> told;
        for (const int other : network_[who]) {
            const auto at = static_cast<std::size_t>(other);
            if (!works(start, at)) told.push_back(at);
        }
        if (told.empty()) hear(next, start, who + 1, set, chance * hears);
        const double each = hears / static_cast<double>(told.size());
        for (const std::size_t at : told) {
            hear(next, start, who + 1, set | (std::size_t{1} << at), chance * each);
        }
    }

    void break_up(std::vector<double>& next,
                  std::size_t who,
                  std::size_t set,
                  double chance) const {
        if (who == n_) {
            next[set] += chance;
            return;
        }
        if (!works(set, who)) return break_up(next, who + 1, set, chance);
        break_up(next, who + 1, set, chance * (1.0 - breaks));
        break_up(next, who + 1, set & ~(std::size_t{1} << who), chance * breaks);
    }

    const Network& network_;
    std::size_t n_;
};

double unemployment(const Network& network) {
    const auto chances = Chain(network).stationary();
    double jobless = 0.0;
    for (std::size_t s = 0; s < chances.size(); ++s) {
        for (std::size_t i = 0; i < network.size(); ++i) {
            if (((s >> i) & 1u) == 0) jobless += chances[s];
        }
    }
    return jobless / static_cast<double>(network.size());
}

/// Many copies of a network, whose information the module passes on.
class Copies {
  public:
    Copies(const Network& network, std::size_t copies, std::uint64_t seed)
        : draws_({seed, 0, 0}), size_(network.size()), people_(copies * network.size()) {
        residents_ = sample_residents(people_);
        p_.information_share = hears;
        contacts_.outside.resize(people_, 0);
        for (std::size_t c = 0; c < copies; ++c) add_copy(network, c * size_);
        index_neighbours(contacts_, people_);
        for (const ResidentId who : rows<ResidentId>(people_)) {
            residents_.work.state[who] = WorkState::open_ended;
        }
    }

    void live(Month month) {
        Work& work = residents_.work;
        mark_start_of_month(work);
        hear_of_vacancies(contacts_, residents_.people, work, p_, draws_, month);
        for (const ResidentId who : rows<ResidentId>(people_)) {
            const EntityKey key = residents_.people.key[who];
            const bool jobless = work.state[who] == WorkState::seeking;
            const bool own = draws_.bernoulli(Probability{hears}, key, month, Decision::toy_choice);
            if (jobless && (own || contacts_.told(who) > 0)) {
                work.state[who] = WorkState::open_ended;
            }
        }
        for (const ResidentId who : rows<ResidentId>(people_)) {
            const EntityKey key = residents_.people.key[who];
            const bool ends =
                draws_.bernoulli(Probability{breaks}, key, month, Decision::toy_event);
            if (ends) work.state[who] = WorkState::seeking;
        }
    }

    /// Mean of the copies' unemployment, and its standard error.
    std::array<double, 2> unemployment() const {
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t begin = 0; begin < people_; begin += size_) {
            double jobless = 0.0;
            for (std::size_t i = begin; i < begin + size_; ++i) {
                const WorkState state = residents_.work.state[ResidentId::at(i)];
                jobless += state == WorkState::seeking ? 1.0 : 0.0;
            }
            sum += jobless / static_cast<double>(size_);
            squares += jobless * jobless / static_cast<double>(size_ * size_);
        }
        const double n = static_cast<double>(people_) / static_cast<double>(size_);
        const double mean = sum / n;
        return {mean, std::sqrt((squares / n - mean * mean) / n)};
    }

  private:
    void add_copy(const Network& network, std::size_t begin) {
        const auto& key = residents_.people.key;
        for (std::size_t i = 0; i < network.size(); ++i) {
            for (const int other : network[i]) {
                const auto a = ResidentId::at(begin + i);
                const auto b = ResidentId::at(begin + static_cast<std::size_t>(other));
                if (key[a] < key[b]) contacts_.ties.push_back({a, b, Month{3000}});
            }
        }
    }

    Draws draws_;
    std::size_t size_;
    std::size_t people_;
    Residents residents_;
    Contacts contacts_;
    ContactParameters p_;
};

}  // namespace

TEST_CASE("V11 unemployment in networks of job information is that of the enumerated chain") {
    CHECK(unemployment(isolated) == Approx(0.132159).margin(5e-7));
    CHECK(unemployment(isolated) == Approx(breaks / (breaks + hears * (1.0 - breaks))));
    CHECK(unemployment(linked) == Approx(0.078569).margin(5e-7));
    CHECK(unemployment(ring) == Approx(0.056778).margin(5e-7));
    CHECK(unemployment(complete) == Approx(0.046569).margin(5e-7));
    const auto pairs = Chain(linked).stationary();  // 0, first, second, both employed
    const double mean = pairs[1] + pairs[3];
    const double covariance = pairs[3] - mean * mean;
    CHECK(covariance / (mean * (1.0 - mean)) == Approx(0.052273).margin(5e-7));
}

TEST_CASE("V11 the module passes job information on as the enumerated chain does") {
    for (const Network& network : {isolated, linked, ring, complete}) {
        const double exact = unemployment(network);
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            Copies copies(network, 12000 / network.size(), seed);
            for (int month = 0; month < 150; ++month) copies.live(Month{month});
            const auto [mean, error] = copies.unemployment();
            INFO(network.size() << " people, seed " << seed << ": " << mean << ", not " << exact);
            CHECK(std::abs(mean - exact) <= 4.5 * error);
        }
    }
}

}  // namespace cantiere
