#pragma once
/// Studies of tests/verification/studies, read by the program's reader and run in memory: what a
/// test sees is what the program writes into a results file.

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/block_run.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {

/// Seeds under which every statistical case must hold.
inline constexpr std::uint64_t three_seeds[] = {1, 2, 3};

/// A study on disk, with some of its keys set otherwise, as `--set key=value` would.
class StudyFile {
  public:
    using Settings = std::vector<std::pair<std::string, std::string>>;

    /// Reads `path`; a test fails on the first error of its files.
    explicit StudyFile(const std::string& path, Settings set = {}) {
        StudyOptions options;
        options.overrides.draws = 1;
        options.overrides.set = std::move(set);
        options.sources = SourceCheck::skip;
        StudyReading reading = read_study(path, options);
        INFO(first_error(reading.problems));
        REQUIRE(reading.study.has_value());
        study_ = *std::move(reading.study);
    }

    /// Runs all scenarios under a seed and one replicate of luck.
    BlockRun block(std::uint64_t seed,
                   std::uint32_t replicate = 0,
                   const Observation& observed = {}) const {
        Study seeded = study_;
        seeded.experiment.seed = seed;
        BlockRun done = run_block(seeded, {0, replicate}, observed);
        REQUIRE(done.failed.empty());
        return done;
    }

    /// What the results file would hold of one scenario.
    RunOutcome outcome(std::uint64_t seed,
                       std::size_t scenario = 0,
                       std::uint32_t replicate = 0) const {
        return block(seed, replicate).block.at(scenario);
    }

    /// Everybody's life under the first scenario, as the microdata hold it.
    Lives lives(std::uint64_t seed, std::uint32_t replicate = 0) const {
        return block(seed, replicate, {true, {}}).lives.at(0);
    }

    /// Every month of everybody under the first scenario, month by month, as `--trace` writes it.
    std::vector<TraceMonth> trace(std::uint64_t seed, std::uint32_t replicate = 0) const {
        Observation everybody;
        for (const Life& life : lives(seed, replicate)) everybody.traced.push_back(life.key);
        return block(seed, replicate, everybody).trace.at(0);
    }

    const Study& study() const { return study_; }

  private:
    static std::string first_error(const Problems& problems) {
        for (const Problem& problem : problems.list()) {
            if (problem.severity == Severity::error) return text(problem);
        }
        return {};
    }

    Study study_;
};

/// A study of the verification cases by its name.
inline StudyFile verification_study(const std::string& name, StudyFile::Settings set = {}) {
    return StudyFile("tests/verification/studies/" + name + ".toml", std::move(set));
}

/// Checks a share of independent cases against its chance, at 4.5 standard errors.
inline void check_share(double share, double chance, double cases) {
    const double error = std::sqrt(chance * (1.0 - chance) / cases);
    INFO("share " << share << " of " << cases << ", chance " << chance << ", " << error << " off");
    CHECK(std::abs(share - chance) <= 4.5 * error + 1e-12);
}

/// Checks a mean of `cases` independent values of known mean and standard deviation.
inline void check_mean_of(double mean, double expected, double sd, double cases) {
    const double error = sd / std::sqrt(cases);
    INFO("mean " << mean << " of " << cases << ", expected " << expected << " +- " << error);
    CHECK(std::abs(mean - expected) <= 4.5 * error);
}

}  // namespace cantiere
