#pragma once
/// What a results file says about itself: everything but the values of the runs.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/month.h"
#include "model/outcomes.h"
#include "outputs/provenance.h"

namespace cantiere {

/// Version of the results file; raised when a reader of the older one would misread the newer.
inline constexpr int format_version = 1;

struct ScenarioEntry {
    std::string id;
    std::string title_en;
    std::string title_it;
    std::string base;  // id of the scenario it is compared with; its own for a base
    std::string law_en;
    std::string law_it;
    bool null_twin = false;
};

struct MunicipalityEntry {
    std::string name;
    std::string istat_code;
};

struct ParameterEntry {
    std::string name;
    std::string unit;
    std::vector<double> values;  // by draw
};

enum class Effects : std::uint8_t {
    net,
    gross,              // displacement is switched off
    gross_open_market,  // employers are: hires of the open market displace nobody, the others do
};

/// Says in one phrase what effects leave out, as results files and JSON do.
std::string_view effects_text(Effects effects);

struct ResultsHeader {
    std::string study;
    std::string title_en;
    std::string title_it;
    CalendarMonth start;  // first month after burn-in
    std::size_t months = 0;
    std::vector<ScenarioEntry> scenarios;
    std::size_t draws = 0;
    std::size_t replicates = 0;
    std::uint64_t seed = 0;
    std::vector<MunicipalityEntry> municipalities;
    std::vector<ParameterEntry> parameters;
    double discount_rate_per_year = 0.0;
    std::string discount_schedule;  // empty for a constant rate, else its name ("green-book")
    int price_year = 0;
    double wtp_eur_per_autonomy_year = 0.0;
    Effects effects = Effects::net;
    Provenance provenance;
};

/// Returns the lengths of the axes of a run.
OutcomeSizes sizes_of(const ResultsHeader& header);

/// Returns the SHA-256 of all that determines the results; equal inputs have equal fingerprints.
Fingerprint fingerprint_of(const ResultsHeader& header);

}  // namespace cantiere
