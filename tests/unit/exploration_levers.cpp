#include <set>

#include "analysis/exploration/lever_table.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

constexpr const char* lever_header_line = "lever,low,high,study,scenario,outcome,sign,with,note\n";

std::vector<LeverQuestion> read_levers(const std::string& rows, Problems& problems) {
    Texts files{{"levers.csv", lever_header_line + rows}};
    return read_lever_csv("levers.csv", memory_files(std::move(files)), problems);
}

Study levers_study() {
    StudyOptions options;
    options.overrides.draws = 1;
    options.overrides.replicates = 4;
    options.overrides.only = {"seats"};
    StudyReading reading = read_example(example_files(), std::move(options));
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    return *reading.study;
}

/// Starts of the programme with so many seats, mean of four replicates, run by hand.
double starts_with_seats(const std::string& seats) {
    StudyOptions options;
    options.overrides.draws = 1;
    options.overrides.replicates = 4;
    options.overrides.only = {"seats"};
    options.overrides.set = {{"internship.slots", seats}};
    const StudyReading reading = read_example(example_files(), std::move(options));
    REQUIRE(reading.study);
    double sum = 0.0;
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        sum += run_block(*reading.study, {0, replicate}).block[1][Variable::starts];
    }
    return sum / 4.0;
}

}  // namespace

TEST_CASE("A lever of a table has the outcomes of runs by hand at both of its values") {
    Problems problems;
    const auto questions = read_levers(
        "internship.slots,0,30,example,seats,starts,+,,\n"
        "internship.programme_payer,municipality,state,example,seats,starts,0,,who pays moves no "
        "start\n",
        problems);
    INFO(text(problems));
    REQUIRE(questions.size() == 2);
    const LeverEffects all = lever_effects(levers_study(), questions, {});
    REQUIRE(all.failed.empty());
    REQUIRE(all.effects.size() == 2);
    CHECK(all.effects[0].at_low.mean == Approx(starts_with_seats("0")));
    CHECK(all.effects[0].at_high.mean == Approx(starts_with_seats("30")));
    CHECK(all.effects[0].difference.mean ==
          Approx(all.effects[0].at_high.mean - all.effects[0].at_low.mean));
    CHECK(all.effects[0].difference.mean > 0.0);
    CHECK(all.effects[0].verdict == LeverVerdict::as_expected);
    CHECK(all.effects[1].verdict == LeverVerdict::none);
}

TEST_CASE("A lever that moves its outcome the other way is told so") {
    Problems problems;
    const auto questions =
        read_levers("internship.slots,0,30,example,seats,starts,-,,\n", problems);
    REQUIRE(questions.size() == 1);
    const LeverEffects all = lever_effects(levers_study(), questions, {});
    CHECK(all.effects[0].verdict == LeverVerdict::opposite);
}

TEST_CASE("Mistakes of a table of levers are all told at their cells") {
    Problems problems;
    const auto questions = read_levers(
        "internship.slot,0,30,example,seats,starts,+,,\n"
        "internship.slots,-3,30,example,seats,starts,+,,\n"
        "network.hub,no,true,example,seats,starts,+,,\n"
        "internship.slots,0,30,example,seats,starts,up,,\n"
        "internship.slots,0,30,example,seats,starts,0,,\n"
        "internship.slots,0,30,example,seats,starts,+,slots,\n"
        "initial.trust_mean,0.4,0.6,example,seats,starts,+,,\n",
        problems);
    CHECK(questions.empty());
    for (const char* code : {"unknown-key",
                             "impossible-value",
                             "unknown-sign",
                             "no-note",
                             "no-setting",
                             "acts-at-start"}) {
        INFO(code << " in " << text(problems));
        CHECK_FALSE(problem_of(problems, code).what.empty());
    }
}

TEST_CASE("The shipped table of levers holds every lever of policies and every instrument") {
    Problems problems;
    const auto questions = read_lever_csv("scenarios/studies/levers.csv", disk_files(), problems);
    INFO(text(problems));
    REQUIRE_FALSE(problems.has_errors());
    std::set<std::string> keys;
    for (const LeverQuestion& question : questions) keys.insert(question.spec->key);
    for (const ParameterSpec& spec : parameter_table()) {
        if (spec.home != PackKind::policy && !spec.lever) continue;
        INFO(spec.key);
        CHECK(keys.contains(spec.key));
    }
    for (const Instrument instrument : members<Instrument>()) {
        std::size_t rows = 0;
        for (const std::string& key : keys)
            rows += key.starts_with(std::string(name(instrument)) + ".");
        INFO(name(instrument));
        CHECK(rows >= 2);
    }
}
