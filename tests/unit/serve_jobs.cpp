#include <thread>
#include <utility>

#include "analysis/serve/jobs.h"
#include "analysis/serve/study_shelf.h"
#include "outputs/results_error.h"
#include "scenarios/study_header.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// Two scenarios and their base, two draws of one replicate.
std::shared_ptr<const Study> small_study() {
    StudyOptions options;
    options.overrides.draws = 2;
    options.overrides.replicates = 1;
    options.overrides.only = {"bari-cantiere", "bari-cantiere-60-starts"};
    return std::make_shared<const Study>(
        std::move(*read_study("scenarios/studies/bari.toml", options).study));
}

JobOrder order_of(const std::string& name) {
    JobOrder order;
    order.name = name;
    order.contrast = "bari-cantiere-60-starts";
    order.study = small_study();
    return order;
}

/// A run that waits until it is let go, or is to stop.
class HeldRun {
  public:
    BatchReport operator()(const Study&, const BatchOptions& options) {
        BatchReport report;
        while (!is_let_go_) {
            if (options.stop_requested()) {
                report.end = BatchEnd::interrupted;
                return report;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return report;
    }
    void let_go() { is_let_go_ = true; }

  private:
    std::atomic<bool> is_let_go_{false};
};

std::string state_of(Jobs& jobs, const std::string& id) { return jobs.json(id)["state"]; }

void wait_for(Jobs& jobs, const std::string& id, const std::string& state) {
    for (int i = 0; i < 10'000 && state_of(jobs, id) != state; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE(state_of(jobs, id) == state);
}

/// The costs of a block: nothing, 1,000 EUR, and what is stated.
Block block_of(const Study& study, double cost) {
    Block block(3, RunOutcome(sizes_of(header_of(study))));
    for (RunOutcome& one : block) one[Variable::net_cost_public] = 0.0;
    block[1][Variable::net_cost_public] = 1000.0;
    block[2][Variable::net_cost_public] = cost;
    return block;
}

}  // namespace

TEST_CASE("One run at a time, eight wait, the next is refused") {
    HeldRun held;
    Jobs jobs(
        [&held](const Study& study, const BatchOptions& options) { return held(study, options); });
    const std::string first = jobs.add(order_of("0.h5"));
    wait_for(jobs, first, "running");
    std::vector<std::string> waiting;
    for (int i = 1; i <= 8; ++i) waiting.push_back(jobs.add(order_of(std::to_string(i) + ".h5")));
    CHECK_THROWS_AS(jobs.add(order_of("9.h5")), ApiError);
    CHECK_THROWS_AS(jobs.add(order_of("0.h5")), ApiError);
    for (const std::string& id : waiting) CHECK(state_of(jobs, id) == "waiting");
    jobs.cancel(waiting[3]);
    CHECK(state_of(jobs, waiting[3]) == "cancelled");
    CHECK_THROWS_AS(jobs.add(order_of("1.h5")), ApiError);  // of a name that waits
    waiting.push_back(jobs.add(order_of("9.h5")));
    held.let_go();
    wait_for(jobs, waiting.back(), "done");
    CHECK(state_of(jobs, first) == "done");
    CHECK(state_of(jobs, waiting[3]) == "cancelled");
    CHECK(jobs.json().size() == 10);
    CHECK(jobs.json()[0]["id"] == waiting.back());
    CHECK_THROWS_AS(jobs.json("77"), ApiError);
}

TEST_CASE("A run under way is cancelled when it stops, and all are at the end") {
    HeldRun held;
    Jobs jobs(
        [&held](const Study& study, const BatchOptions& options) { return held(study, options); });
    const std::string first = jobs.add(order_of("0.h5"));
    wait_for(jobs, first, "running");
    jobs.cancel(first);
    wait_for(jobs, first, "cancelled");
    const std::string second = jobs.add(order_of("0.h5"));
    const std::string third = jobs.add(order_of("1.h5"));
    wait_for(jobs, second, "running");
    jobs.stop();
    CHECK(state_of(jobs, second) == "cancelled");
    CHECK(state_of(jobs, third) == "cancelled");
    CHECK_THROWS_AS(jobs.add(order_of("2.h5")), ApiError);
}

// By hand: differences of 100 and 300 have the mean 200 and a standard error of 100; with one
// degree of freedom the interval is 12.706 standard errors wide on either side.
TEST_CASE("The estimate is the paired difference of the scenario asked for, with its interval") {
    Jobs jobs([](const Study& study, const BatchOptions& options) {
        const Block one = block_of(study, 100.0);
        const Block two = block_of(study, 300.0);
        options.on_block({{0, 0}, one, 3, 6, 500, 2.0});
        options.on_block({{1, 0}, two, 6, 6, 1000, 4.0});
        return BatchReport{};
    });
    const std::string id = jobs.add(order_of("0.h5"));
    wait_for(jobs, id, "done");
    const ApiJson job = jobs.json(id);
    CHECK(job["done"] == 6);
    CHECK(job["total"] == 6);
    CHECK(job["resident_months_per_second"].get<double>() == Approx(250.0));
    CHECK(job["estimate"]["scenario"] == "bari-cantiere-60-starts");
    CHECK(job["estimate"]["mean"].get<double>() == Approx(200.0));
    CHECK(job["estimate"]["low"].get<double>() == Approx(200.0 - 1270.62).epsilon(1e-4));
    CHECK(job["estimate"]["high"].get<double>() == Approx(200.0 + 1270.62).epsilon(1e-4));
}

TEST_CASE("A run that fails tells why, and the next one is done") {
    bool is_first = true;
    Jobs jobs([&is_first](const Study&, const BatchOptions&) {
        if (!std::exchange(is_first, false)) return BatchReport{};
        throw ResultsError("x.h5", "it cannot be written", "the disk is full", "free some space");
    });
    const std::string first = jobs.add(order_of("0.h5"));
    const std::string second = jobs.add(order_of("1.h5"));
    wait_for(jobs, second, "done");
    CHECK(state_of(jobs, first) == "failed");
    CHECK_THAT(jobs.json(first)["problems"][0]["message"].get<std::string>(),
               Catch::Contains("it cannot be written"));
}

}  // namespace cantiere
