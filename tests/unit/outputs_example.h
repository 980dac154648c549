#pragma once
/// A small study's results for the tests of the outputs, and a folder to put them in.

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "outputs/results_file.h"

namespace cantiere {

/// A folder of its own for a test, deleted at the end.
class TestFolder {
  public:
    explicit TestFolder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() /
                fmt::format("cantiere-{}-{}", name, ::getpid())) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path file(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_contents(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Describes 2 scenarios, 3 draws, 2 replicates, 14 months from November, 2 municipalities.
inline ResultsHeader example_header() {
    ResultsHeader header;
    header.study = "pistoia";
    header.title_en = "Pi.So.La. in Pistoia";
    header.title_it = "Pi.So.La. a Pistoia, così com'è";
    header.start = {2015, 11};
    header.months = 14;
    header.scenarios = {
        {"as-usual",
         "As usual",
         "Come ora",
         "as-usual",
         "Italy 2016, SIA",
         "Italia 2016, SIA",
         false},
        {"pisola-null-twin", "Same money", "Stessi soldi", "as-usual", "SIA", "SIA", true}};
    header.draws = 3;
    header.replicates = 2;
    header.seed = 18446744073709551615U;  // the largest: seeds are 64 bits, unsigned
    header.municipalities = {{"Pistoia", "047014"}, {"Doberdò del Lago", "031003"}};
    header.parameters = {{"internship.slots", "people", {60.0, 61.5, 59.0}},
                         {"wage", "EUR/month", {1000.0, 1000.0, 1e-7}}};
    header.discount_rate_per_year = 0.03;
    header.price_year = 2024;
    header.wtp_eur_per_autonomy_year = 20000.0;
    header.provenance.files = {provenance_file("pistoia.toml", "schema = 1\n# però\n"),
                               provenance_file("../laws/italy-2016-sia.toml", "")};
    header.provenance.resolved_study = "id = \"pistoia\"\n";
    header.provenance.version = "0.1.0";
    header.provenance.git_commit = "unknown";
    header.provenance.build_flags = "-O3";
    return header;
}

/// Returns the value the example gives a place: another one everywhere.
inline double example_value(std::size_t scenario,
                            std::size_t draw,
                            std::size_t replicate,
                            std::size_t place) {
    const auto run = static_cast<double>(100 * scenario + 10 * draw + replicate + 1);
    return run * 1e4 + static_cast<double>(place) / 7.0;
}

/// Makes the block of the example for a draw and a replicate.
inline Block example_block(const ResultsHeader& header, std::size_t draw, std::size_t replicate) {
    Block block;
    for (std::size_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
        RunOutcome outcome(sizes_of(header));
        for (std::size_t place = 0; place < outcome.all().size(); ++place) {
            outcome.all()[place] = example_value(scenario, draw, replicate, place);
        }
        block.push_back(outcome);
    }
    return block;
}

/// Yields the blocks of the example.
inline BlockSource example_blocks(const ResultsHeader& header) {
    return [header](std::size_t draw, std::size_t replicate) {
        return example_block(header, draw, replicate);
    };
}

}  // namespace cantiere
