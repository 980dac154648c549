#include "analysis/exploration/calibration_file.h"

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "analysis/exploration/command_runs.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

const std::string of_study =
    "schema = 1\n"
    "kind = \"calibration\"\n"
    "id = \"dropouts\"\n"
    "[history_matching]\n"
    "rows = 6\n"
    "waves = 2\n"
    "seed = 5\n"
    "[simulator]\n"
    "study = \"studies/small.toml\"\n"
    "scenario = \"seats\"\n"
    "replicates = 3\n"
    "[[parameter]]\n"
    "name = \"population.frailty_sd\"\n"
    "[[parameter]]\n"
    "name = \"internship.ordinary_dropout_hazard_per_month\"\n"
    "dist = \"uniform\"\n"
    "low = 0.01\n"
    "high = 0.2\n"
    "[[target]]\n"
    "name = \"completed\"\n"
    "output = \"completions\"\n"
    "per = \"starts\"\n"
    "value = 0.7\n"
    "standard_error = 0.05\n"
    "[[target]]\n"
    "name = \"migrants\"\n"
    "output = \"residents_by_group[migrant]\"\n"
    "scenario = \"as-usual\"\n"
    "value = 20\n"
    "standard_error = 0\n"
    "discrepancy = 5\n";

CalibrationReading read_text(const std::string& text) {
    Texts files = example_files();
    files["c.toml"] = text;
    CalibrationOptions options;
    options.files = memory_files(files);
    return read_calibration("c.toml", options);
}

std::string told_after(const std::string& before, const std::string& after) {
    std::string changed = of_study;
    const std::size_t at = changed.find(before);
    REQUIRE(at != std::string::npos);
    changed.replace(at, before.size(), after);
    const CalibrationReading reading = read_text(changed);
    REQUIRE_FALSE(reading.calibration);
    std::string told;
    for (const Problem& problem : reading.problems.list()) {
        if (problem.severity == Severity::error) told += text(problem);
    }
    return told;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

CommandSimulation shell(const std::string& script, std::size_t replicates = 1) {
    CommandSimulation simulation;
    simulation.command.words = {"/bin/sh", "-c", script};
    simulation.parameters = {"x", "y"};
    simulation.outputs = {"sum"};
    simulation.replicates = replicates;
    return simulation;
}

/// What a command is refused for.
std::string refusal(CommandSimulation simulation) {
    try {
        command_simulator(std::move(simulation), 2)({{1.0, 2.0}});
    } catch (const SimulationFailure& failure) {
        return std::string(failure.what()) + " | " + failure.why() + " | " + failure.fix();
    }
    return "";
}

}  // namespace

TEST_CASE("A calibration of a study is read with priors of the study and outputs of scenarios") {
    const CalibrationReading reading = read_text(of_study);
    INFO(text(reading.problems));
    REQUIRE(reading.calibration);
    const Calibration& read = *reading.calibration;
    REQUIRE(read.parameters[0].stated.family == Family::uniform);
    REQUIRE(read.parameters[0].stated.low == 0.3);
    REQUIRE(read.parameters[0].stated.value == 0.5);
    REQUIRE(read.parameters[1].stated.high == 0.2);
    REQUIRE(read.settings.rows == 6);
    REQUIRE(read.settings.seed == 5);
    REQUIRE(read.study->experiment.draws == 1);
    REQUIRE(read.study->experiment.replicates == 3);
    REQUIRE(read.study->scenarios.size() == 2);  // the null twin is not needed
    REQUIRE(read.runs_of_a_row() == 6);
    REQUIRE(read.outputs[0].scenario == 1);
    REQUIRE(read.outputs[0].per->variable == Variable::starts);
    REQUIRE(read.outputs[1].scenario == 0);
    REQUIRE(read.outputs[1].outcome.place == static_cast<std::size_t>(Group::migrant));
}

TEST_CASE("What is wrong in a calibration is told with its place, reason and fix") {
    REQUIRE(holds(told_after("population.frailty_sd", "population.frailty"),
                  "c.toml:13:8: there is no parameter \"population.frailty\""));
    REQUIRE(holds(told_after("population.frailty_sd", "population.frailty"),
                  "did you mean \"population.frailty_sd\"?"));
    REQUIRE(holds(told_after("\"completions\"", "\"completion\""),
                  "no variable of a run is called \"completion\""));
    REQUIRE(holds(told_after("[migrant]", "[migrants]"), "did you mean \"migrant\"?"));
    REQUIRE(holds(told_after("[migrant]", ""), "residents_by_group has a value for each group"));
    REQUIRE(holds(told_after("scenario = \"seats\"", "scenario = \"seat\""),
                  "c.toml:10:12: there is no scenario \"seat\""));
    REQUIRE(holds(told_after("standard_error = 0.05", "standard_error = 0"),
                  "completed may be wrong by nothing"));
    REQUIRE(holds(told_after("high = 0.2\n", ""), "lacks low or high"));
    REQUIRE(holds(told_after("high = 0.2\n", "high = 0.001\n"), "low is not below high"));
    REQUIRE(holds(told_after("low = 0.01\n", "low = -4\n"), "the key takes values from"));
    REQUIRE(holds(told_after("value = 0.7\n", ""), "[[target]] lacks value"));
    REQUIRE(holds(told_after("rows = 6", "rows = 3"), "write rows = 4 at least"));
    REQUIRE(holds(told_after("rows = 6", "row = 6"), "did you mean \"rows\"?"));
    REQUIRE(holds(told_after("study = ", "command = [\"true\"]\nstudy = "),
                  "[simulator] names a study and a command"));
    REQUIRE(holds(told_after("id = ", "method = []\nid = "), "method names none"));
    REQUIRE(holds(told_after("id = ", "method = \"abc\"\nid = "),
                  "there are history_matching and abc_smc"));
    REQUIRE(holds(told_after("name = \"migrants\"", "name = \"completed\""),
                  "\"completed\" stands here twice"));
}

TEST_CASE("All that is wrong in a calibration of a study is told in one go, each at its own line") {
    const auto told_of = [](std::vector<std::pair<std::string, std::string>> changes) {
        std::string text_of_file = of_study;
        for (const auto& [before, after] : changes) {
            text_of_file.replace(text_of_file.find(before), before.size(), after);
        }
        return text(read_text(text_of_file).problems);
    };
    const std::string all = told_of({{"population.frailty_sd", "population.frailty"},
                                     {"low = 0.01", "low = -4"},
                                     {"\"completions\"", "\"completion\""},
                                     {"\"starts\"", "\"start\""},
                                     {"[migrant]", "[migrants]"},
                                     {"standard_error = 0\n", "standard_errors = 0\n"},
                                     {"\"as-usual\"", "\"usual\""}});
    CHECK(holds(all, "c.toml:13:8: there is no parameter \"population.frailty\""));
    CHECK(holds(all, "c.toml:15:8: internship.ordinary_dropout_hazard_per_month cannot be"));
    CHECK(holds(all, "c.toml:21:10: the output is \"completion\""));
    CHECK(holds(all, "c.toml:22:7: the output is \"start\""));
    CHECK(holds(all, "c.toml:27:10: the output is \"residents_by_group[migrants]\""));
    CHECK(holds(all, "c.toml:28:12: there is no scenario \"usual\""));
    CHECK(holds(all, "unknown key standard_errors"));
    const std::string without = told_of({{"studies/small.toml", "studies/smal.toml"},
                                         {"population.frailty_sd", "population.frailty"},
                                         {"\"completions\"", "\"completion\""}});
    CHECK(holds(without, "c.toml:9:9: "));
    CHECK(holds(without, "there is no parameter \"population.frailty\""));
    CHECK(holds(without, "no variable of a run is called \"completion\""));
    CHECK(holds(told_of({{"name = \"completed\"", "name = \"complete\""},
                         {"output = \"completions\"\n", ""}}),
                "c.toml:20:8: the output is \"complete\""));
}

TEST_CASE(
    "The simulator of a study gives the ratio of sums over replicates, whatever the threads") {
    const Calibration calibration = *read_text(of_study).calibration;
    const auto outputs_with = [&](std::size_t threads) {
        DesignOptions options;
        options.threads = threads;
        return study_simulator(*calibration.study, calibration.keys, calibration.outputs, options)(
            {{0.5, 0.05}, {0.5, 0.2}});
    };
    const auto one = outputs_with(1);
    const auto three = outputs_with(3);
    for (std::size_t row = 0; row < 2; ++row) {
        REQUIRE(one[row][0].mean == three[row][0].mean);
        REQUIRE(one[row][0].variance == three[row][0].variance);
    }
    double completions = 0.0;
    double starts = 0.0;
    const Study study =
        with_settings(*calibration.study, {{calibration.keys[0], 0.5}, {calibration.keys[1], 0.2}});
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        const Block block = run_block(study, {0, replicate}).block;
        completions += block[1][Variable::completions];
        starts += block[1][Variable::starts];
    }
    REQUIRE(starts > 0.0);
    REQUIRE(one[1][0].mean == Approx(completions / starts).epsilon(1e-12));
}

TEST_CASE("A command reads a row of CSV and prints one") {
    const CommandSimulation sum = shell("awk -F, 'NR == 2 { print \"other,sum\\n0,\" $1 + $2 }'");
    const auto outputs = command_simulator(sum, 4)({{1.0, 2.0}, {0.25, 0.5}, {5.0, 5.0}});
    REQUIRE(outputs[0][0].mean == 3.0);
    REQUIRE(outputs[1][0].mean == 0.75);
    REQUIRE(outputs[2][0].mean == 10.0);
    REQUIRE(outputs[0][0].variance == 0.0);
}

TEST_CASE("Replicates of a command give the variance of their mean") {
    const CommandSimulation counted =
        shell("awk -F, 'NR == 2 { print \"sum\\n\" $1 + $3 }'", 3);  // + 0, 1, 2
    const auto outputs = command_simulator(counted, 2)({{1.0, 0.0}});
    REQUIRE(outputs[0][0].mean == Approx(2.0));
    REQUIRE(outputs[0][0].variance == Approx(1.0 / 3.0));  // variance 1 of three
}

TEST_CASE("A command that fails is told with what it said on its standard error") {
    const std::string failed = refusal(shell("echo 'no licence' >&2; exit 7"));
    REQUIRE(holds(failed, "ended with exit code 7"));
    REQUIRE(holds(failed, "no licence"));
    REQUIRE(holds(failed, "x = 1, y = 2"));
    REQUIRE(holds(refusal(shell("kill -9 $$")), "ended by signal 9"));
    REQUIRE(holds(refusal(shell("echo sum; echo nan")), "printed \"nan\" for sum"));
    REQUIRE(holds(refusal(shell("echo sum")), "printed 0 rows"));
    REQUIRE(holds(refusal(shell("echo total; echo 3")), "printed no column sum"));
    REQUIRE(holds(refusal(shell("echo total; echo 3")), "it printed total"));
    CommandSimulation missing = shell("");
    missing.command.words = {"no-such-program-here"};
    REQUIRE(holds(refusal(missing), "cannot be started: No such file or directory"));
}

TEST_CASE("A command that takes too long is killed with its children") {
    std::string mark = (std::filesystem::temp_directory_path() / "late-XXXXXX").string();
    REQUIRE(::close(::mkstemp(mark.data())) == 0);
    std::filesystem::remove(mark);
    CommandSimulation slow = shell("(sleep 0.6; touch " + mark + ") & sleep 30");
    slow.command.timeout_seconds = 0.1;
    const std::string told = refusal(slow);
    REQUIRE(holds(told, "took longer than 0.1 s"));
    REQUIRE(holds(told, "timeout_seconds"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1200));
    REQUIRE_FALSE(std::filesystem::exists(mark));  // the child did not live to make it
}

TEST_CASE("Commands that end out of turn answer in the order of the rows") {
    const CommandLine command{{"/bin/sh", "-c", "read n; sleep $n; echo $n"}, "", 10.0};
    const auto results = run_commands(command, {"0.1\n", "0\n", "0.05\n"}, 3);
    REQUIRE(results[0].output == "0.1\n");
    REQUIRE(results[1].output == "0\n");
    REQUIRE(results[2].output == "0.05\n");
}

TEST_CASE("No further command is begun behind one that failed") {
    const CommandLine command{{"/bin/sh", "-c", "read n; test $n != 2"}, "", 10.0};
    const auto results = run_commands(command, {"1\n", "2\n", "3\n", "4\n", "5\n", "6\n"}, 1);
    REQUIRE(results[0].end == CommandEnd::exited);
    REQUIRE(results[1].code == 1);
    REQUIRE(results[2].end == CommandEnd::stopped);
    REQUIRE(results[5].end == CommandEnd::stopped);
}

TEST_CASE("A command that prints without end is stopped") {
    const CommandLine command{{"/bin/sh", "-c", "exec yes"}, "", 60.0};
    const auto results = run_commands(command, {""}, 1);
    REQUIRE(results[0].end == CommandEnd::killed);
    REQUIRE(results[0].code == SIGXFSZ);
}

TEST_CASE("Commands under way are killed when they are asked to stop") {
    const CommandLine command{{"sleep", "30"}, "", 60.0};
    const auto results = run_commands(command, {"", "", ""}, 1, [] { return true; });
    for (const CommandResult& result : results) REQUIRE(result.end == CommandEnd::stopped);
}
