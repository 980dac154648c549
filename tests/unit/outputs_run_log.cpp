#include "outputs/run_log.h"

#include <nlohmann/json.hpp>

#include "outputs/results_error.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

using namespace cantiere;

TEST_CASE("The run log tells how the results were made") {
    const TestFolder folder("run-log");
    RunLog log;
    log.results = "a.h5";
    log.command_line = {"cantiere", "run", "bari"};
    log.host = host_name();
    log.threads = 7;
    log.wall_seconds = 2.0;
    log.resident_months = 300;
    log.failed = {{"as-usual", 3, 1, "a contract failed", "cantiere run bari --draws 4"}};
    write_run_log(folder.file("a.run.json"), log);
    const auto json = nlohmann::json::parse(contents(folder.file("a.run.json")));
    CHECK(json["threads"] == 7);
    CHECK(json["command_line"][2] == "bari");
    CHECK(json["resident_months_per_second"] == 150.0);
    CHECK(json["failed"][0]["draw"] == 3);
    CHECK_FALSE(json["host"].get<std::string>().empty());
}

TEST_CASE("A speed that was not measured is absent from the run log") {
    const TestFolder folder("run-log-null");
    write_run_log(folder.file("a.run.json"), RunLog{});
    const auto json = nlohmann::json::parse(contents(folder.file("a.run.json")));
    CHECK(json["resident_months_per_second"].is_null());
}

TEST_CASE("The run log lies beside the results") {
    CHECK(run_log_path("outputs/runs/bari.h5") == "outputs/runs/bari.run.json");
    CHECK_THROWS_AS(write_run_log("/nowhere/a.run.json", RunLog{}), ResultsError);
}
