#include <cmath>
#include <map>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

constexpr std::uint32_t replicates = 8;
constexpr int months = 120;

double domain(const RunOutcome& outcome, int month, Domain of) {
    return outcome.at(Variable::autonomy_by_domain, month, of);
}

/// Everybody at work from the start, at a wage above the poverty line.
StudyFile at_work(int window) {
    return verification_study("v13-capitals",
                              {{"horizon.months", std::to_string(window)},
                               {"population.initial_work_share.seeking", "0"},
                               {"population.initial_work_share.open_ended", "1"},
                               {"job_search.full_time_share", "1"},
                               {"job_search.wage_full_time_eur", "1200"},
                               {"autonomy.poverty_line_eur_month", "850"},
                               {"autonomy.exit_level", "0.65"}});
}

/// Interns of V3 whose capitals grow by half of what the evidence says, and none drops out.
StudyFile growing_interns() {
    return verification_study("v03-internship",
                              {{"population.residents_in_need", "50"},
                               {"internship.ordinary_dropout_hazard_per_month", "0"},
                               {"capital.internship_professional_growth", "0.045"},
                               {"capital.internship_relational_growth", "0.050"}});
}

}  // namespace

TEST_CASE("V3 study: e^{-.297} of internships of six months are completed") {
    const StudyFile study = verification_study("v03-internship");
    for (const std::uint64_t seed : three_seeds) {
        INFO("seed " << seed);
        double started = 0.0;
        double completed = 0.0;
        for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
            for (const Life& life : study.lives(seed, replicate)) {
                if (life.first_start_month != Month{0}) continue;
                started += 1.0;  // a second internship ends after the window
                completed += life.completions > 0 ? 1.0 : 0.0;
            }
        }
        REQUIRE(started > 3000.0);
        check_share(completed / started, 0.74304, started);
    }
}

TEST_CASE("V3 study: who completes does so after six months, who drops out after one to six") {
    const StudyFile study = verification_study("v03-internship");
    std::map<std::uint64_t, Month> since;
    int completed = 0;
    int dropped_in_last = 0;
    for (const TraceMonth& one : study.trace(1)) {
        for (const Event& event : one.events) {
            if (event.instrument != Instrument::internship) continue;
            if (event.kind == EventKind::instrument_started) since[one.key.value] = one.month;
            const int after = one.month - since[one.key.value];
            if (event.kind == EventKind::instrument_completed) {
                ++completed;
                CHECK(after == 6);
            }
            if (event.kind == EventKind::instrument_dropped) {
                CHECK((after >= 1 && after <= 6));
                dropped_in_last += after == 6 ? 1 : 0;
            }
        }
    }
    CHECK(completed > 200);
    CHECK(dropped_in_last > 0);
}

TEST_CASE("V13 study: skills of the jobless decay geometrically, with a half-life of 69 months") {
    const StudyFile study = verification_study("v13-capitals");
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        for (int m = 0; m < months; ++m) {
            INFO("month " << m);
            CHECK(domain(outcome, m, Domain::skills) ==
                  Approx(0.35 * std::pow(0.99, m + 1)).epsilon(1e-5));
            CHECK(domain(outcome, m, Domain::relations) ==
                  Approx(0.40 * std::pow(0.994, m + 1)).epsilon(1e-5));
        }
        CHECK(domain(outcome, 67, Domain::skills) > 0.175);
        CHECK(domain(outcome, 68, Domain::skills) < 0.175);  // half-life 68.9676
    }
}

TEST_CASE("V14 study: capitals of people at work close their gap by the same share each month") {
    const StudyFile study = at_work(months);
    for (const std::uint64_t seed : three_seeds) {
        const RunOutcome outcome = study.outcome(seed);
        for (int m = 0; m < months; ++m) {
            INFO("month " << m);
            CHECK(domain(outcome, m, Domain::skills) ==
                  Approx(1.0 - 0.65 * std::pow(0.990, m + 1)).epsilon(1e-5));
            CHECK(domain(outcome, m, Domain::relations) ==
                  Approx(1.0 - 0.60 * std::pow(0.992, m + 1)).epsilon(1e-5));
        }
    }
}

TEST_CASE("V14 study: capitals of interns grow in each of their six months") {
    for (const std::uint64_t seed : three_seeds) {
        int seen = 0;
        std::map<std::uint64_t, Month> since;
        for (const TraceMonth& one : growing_interns().trace(seed)) {
            for (const Event& event : one.events) {
                if (event.kind == EventKind::instrument_started) since[one.key.value] = one.month;
            }
            if (!since.contains(one.key.value)) continue;
            const int interned = std::min(one.month - since[one.key.value], 6);
            INFO("interned " << interned);
            CHECK(one.professional == Approx(1.0 - 0.65 * std::pow(0.955, interned)).epsilon(1e-5));
            CHECK(one.relational == Approx(1.0 - 0.60 * std::pow(0.950, interned)).epsilon(1e-5));
            seen += interned == 6 ? 1 : 0;
        }
        CHECK(seen > 40);
    }
}

TEST_CASE("V35 study: autonomy is the weighted geometric mean of the domains") {
    constexpr double weights[] = {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05};
    for (const StudyFile& study : {verification_study("v13-capitals"), at_work(months)}) {
        const RunOutcome outcome = study.outcome(1);
        for (int m = 0; m < months; ++m) {
            double all = 0.0;
            double nonwork = 0.0;
            for (const Domain of : members<Domain>()) {
                const double term = weights[static_cast<std::size_t>(of)] *
                                    std::log(std::max(0.05, domain(outcome, m, of)));
                all += term;
                if (of != Domain::income && of != Domain::work) nonwork += term / 0.60;
            }
            CHECK(outcome.at(Variable::autonomy, m) == Approx(std::exp(all)).epsilon(1e-5));
            CHECK(outcome.at(Variable::autonomy_nonwork, m) ==
                  Approx(std::exp(nonwork)).epsilon(1e-5));
        }
    }
}

TEST_CASE("V35 study: who is autonomous from the start leaves at the end of the sixth month") {
    constexpr double people = 20.0;
    CHECK(at_work(5).outcome(1)[Variable::exits] == 0.0);
    const RunOutcome outcome = at_work(6).outcome(1);
    CHECK(outcome[Variable::exits] == people);
    // Stable after twelve months more, counted once.
    CHECK(at_work(17).outcome(1)[Variable::stable_exits] == 0.0);
    const RunOutcome later = at_work(40).outcome(1);
    CHECK(later[Variable::exits] == people);
    CHECK(later[Variable::stable_exits] == people);
    CHECK(later[Variable::relapses] == 0.0);
}

}  // namespace cantiere
