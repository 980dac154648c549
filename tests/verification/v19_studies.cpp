#include <array>
#include <cmath>
#include <numbers>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

constexpr std::uint32_t replicates = 6;
constexpr double contacts = 0.1;      // applications a month
constexpr double vacancies = 2000.0;  // a month: 1,000 employers of two
constexpr double people = 4000.0;
constexpr double reservation = 0.3;
constexpr double lambda = 1.44 / (1.44 + 2.25);

double normal_cdf(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// y of everybody: 1.2 (.7 - .4) + .9 (.5 - .4) + .5 (.7 - .6).
constexpr double employability_of_all = 1.2 * 0.3 + 0.9 * 0.1 + 0.5 * 0.1;

/// Kinds of applicants, told apart by their flags; the harshest prejudice among them holds.
struct Kind {
    GroupMask groups;
    double prejudice;
};
constexpr std::array<Kind, 4> kinds{
    {{0, 0.0},
     {bit(Group::migrant), -0.25},
     {bit(Group::detained_or_ex), -0.7},
     {static_cast<GroupMask>(bit(Group::migrant) | bit(Group::detained_or_ex)), -0.7}}};

/// The belief about an applicant of a kind is normal: y_hat = lambda (y + e) + (1 - lambda) mu.
double mean_belief(const Kind& kind) {
    return lambda * employability_of_all + (1.0 - lambda) * kind.prejudice;
}
constexpr double belief_sd = lambda * 1.5;

double share_above(const Kind& kind, double y) {
    return 1.0 - normal_cdf((y - mean_belief(kind)) / belief_sd);
}

/// Chance that an application is answered with an offer: above the reservation, above the best of
/// Poisson(`ordinary`) ordinary applicants, N(.2, .8), and above the rivals among the residents, a
/// quarter of each kind.
double chance_of_offer(const Kind& kind, double rivals, double ordinary) {
    constexpr int steps = 4000;
    const double top = mean_belief(kind) + 8.0 * belief_sd;
    const double step = (top - reservation) / steps;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double y = reservation + (i + 0.5) * step;
        const double z = (y - mean_belief(kind)) / belief_sd;
        double better = ordinary * (1.0 - normal_cdf((y - 0.2) / 0.8));
        for (const Kind& other : kinds) better += rivals * share_above(other, y) / 4.0;
        sum += std::exp(-0.5 * z * z - better);
    }
    return sum * step / (belief_sd * std::sqrt(2.0 * std::numbers::pi));
}

std::size_t kind_of(GroupMask groups) {
    const bool migrant = holds(groups, Group::migrant);
    const bool released = holds(groups, Group::detained_or_ex);
    return (migrant ? 1u : 0u) + (released ? 2u : 0u);
}

/// Checks the share of each kind hired within the year. Applications are Poisson, so who has not
/// been hired after the year got no offer out of Poisson(12 x .1).
void check_hires(const StudyFile& study, double ordinary, std::uint64_t seed) {
    std::array<double, 4> all{};
    std::array<double, 4> hired{};
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        for (const Life& life : study.lives(seed, replicate)) {
            all[kind_of(life.groups)] += 1.0;
            hired[kind_of(life.groups)] += life.hires > 0 ? 1.0 : 0.0;
        }
    }
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        REQUIRE(all[k] > 4000.0);
        // About 15 % have work on the mean over the year: fewer rivals then.
        const double rivals = 0.85 * people * contacts / vacancies;
        const double chance = chance_of_offer(kinds[k], rivals, ordinary);
        INFO("kind " << k << ", seed " << seed << ", chance of an offer " << chance);
        check_share(hired[k] / all[k], 1.0 - std::exp(-12.0 * contacts * chance), all[k]);
    }
}

}  // namespace

TEST_CASE("V19 study: the share hired of each group is that of the normal law") {
    const StudyFile study = verification_study("v19-employers");
    REQUIRE(1.0 - normal_cdf((reservation - mean_belief(kinds[2])) / belief_sd) ==
            Approx(share_above(kinds[2], reservation)));
    for (const std::uint64_t seed : three_seeds) check_hires(study, 0.0, seed);
}

TEST_CASE("V19 study: ordinary applicants stand in the way of each group as the law says") {
    const StudyFile study =
        verification_study("v19-employers", {{"job_search.applicants_per_vacancy", "2"}});
    for (const std::uint64_t seed : three_seeds) check_hires(study, 2.0, seed);
}

TEST_CASE(
    "V19 study: equal prejudice makes equal shares, and a signal without noise no prejudice") {
    const StudyFile seen_through =
        verification_study("v19-employers",
                           {{"employers.signal_sd", "0"}, {"job_search.reservation", "0.49"}});
    for (const std::uint64_t seed : three_seeds) {
        double hired[2] = {};
        double all[2] = {};
        for (const Life& life : seen_through.lives(seed)) {
            const std::size_t group = life.groups == 0 ? 0 : 1;
            all[group] += 1.0;
            hired[group] += life.hires > 0 ? 1.0 : 0.0;
        }
        // y = .50 is above .49 for everybody: each application beats all but an equal rival.
        const double share = (hired[0] + hired[1]) / (all[0] + all[1]);
        check_share(hired[0] / all[0], share, all[0]);
        check_share(hired[1] / all[1], share, all[1]);
        CHECK(share > 0.6);
    }
}

}  // namespace cantiere
