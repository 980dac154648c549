#include <filesystem>
#include <fstream>

#include "scenarios/memory_plan.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_example.h"

using namespace cantiere;

namespace {

/// A /proc and /sys of the test's own, on a machine with 1000 kB available.
class Machine {
  public:
    Machine() {
        std::string pattern = (std::filesystem::temp_directory_path() / "memory-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        write("proc/meminfo", "MemTotal:  9000 kB\nMemFree: 10 kB\nMemAvailable:  1000 kB\n");
    }
    ~Machine() { std::filesystem::remove_all(root_); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << text;
    }
    AvailableMemory available() const { return available_memory(root_); }

  private:
    std::filesystem::path root_;
};

}  // namespace

TEST_CASE("What a machine has available counts where nothing limits the process") {
    const Machine machine;
    CHECK(machine.available().bytes == 1000.0 * 1024.0);
    CHECK(machine.available().limit == "the machine");
}

TEST_CASE("Control groups of version 2 limit a process on every level, less what is given back") {
    const Machine machine;
    machine.write("proc/self/cgroup", "0::/batch/job\n");
    machine.write("sys/fs/cgroup/batch/memory.max", "700000\n");
    machine.write("sys/fs/cgroup/batch/memory.current", "300000\n");
    machine.write("sys/fs/cgroup/batch/memory.stat", "anon 5\ninactive_file 50000\n");
    machine.write("sys/fs/cgroup/batch/job/memory.max", "max\n");
    machine.write("sys/fs/cgroup/batch/job/memory.current", "300000\n");
    CHECK(machine.available().bytes == 450000.0);
    CHECK(machine.available().limit == "the control group of the process");
    machine.write("sys/fs/cgroup/batch/job/memory.max", "310000\n");
    CHECK(machine.available().bytes == 10000.0);
}

TEST_CASE("Control groups of version 1 limit a process, in a container too") {
    const Machine machine;
    machine.write("proc/self/cgroup", "3:cpu:/x\n9:hugetlb,memory:/outside/of/the/container\n");
    machine.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "500000\n");
    machine.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "480000\n");
    CHECK(machine.available().bytes == 20000.0);
}

TEST_CASE("Threads are as many as memory bears, and at least one") {
    MemoryNeed need;
    need.block = 100.0;
    const AvailableMemory available{1000.0, "the machine", false};
    CHECK(plan_memory(4, need, available).threads == 4);
    CHECK(plan_memory(64, need, available).threads == 9);  // a tenth is left to others
    CHECK(plan_memory(64, need, available, 3).threads == 3);
    CHECK_FALSE(plan_memory(64, need, available, 3).is_short());
    need.block = 2000.0;
    CHECK(plan_memory(4, need, available).threads == 1);
    CHECK(plan_memory(4, need, available).is_short());
}

TEST_CASE("Where addresses are limited, what a thread reserves counts") {
    MemoryNeed need;
    need.block = 1.0;
    constexpr double mebibyte = 1024.0 * 1024.0;
    CHECK(plan_memory(8, need, {400.0 * mebibyte, "ulimit", true}).threads == 4);
    CHECK(plan_memory(8, need, {400.0 * mebibyte, "the machine", false}).threads == 8);
}

TEST_CASE("More people, scenarios and lives need more memory") {
    const auto need_of = [](Texts files, std::size_t microdata) {
        const StudyReading reading = read_example(std::move(files));
        REQUIRE(reading.study);
        return memory_need(*reading.study, microdata).block;
    };
    const double small = need_of(example_files(), 0);
    Texts large = example_files();
    replace_in(large, "territories/valley.toml", "= 200\n", "= 80000\n");
    CHECK(need_of(large, 0) > 100.0 * small);
    CHECK(need_of(large, 1) > need_of(large, 0));
    CHECK(small > 0.0);
}
