#include "outputs/results_header.h"

#include <fmt/format.h>

namespace cantiere {
namespace {

void add_provenance(Sha256& sum, const Provenance& provenance) {
    for (const ProvenanceFile& file : provenance.files) {
        sum.update_field(file.path);
        sum.update_field(file.sha256);
    }
    sum.update_field(provenance.resolved_study);
    sum.update_field(provenance.version);
    sum.update_field(provenance.git_commit);
    sum.update_field(provenance.build_flags);
}

std::string_view effects_key(Effects effects) {
    switch (effects) {
        case Effects::net:
            return "net";
        case Effects::gross:
            return "gross";
        case Effects::gross_open_market:
            break;
    }
    return "gross in the open market";
}

void add_scenarios(Sha256& sum, const ResultsHeader& header) {
    for (const ScenarioEntry& scenario : header.scenarios) {
        for (const std::string& text : {scenario.id,
                                        scenario.title_en,
                                        scenario.title_it,
                                        scenario.base,
                                        scenario.law_en,
                                        scenario.law_it}) {
            sum.update_field(text);
        }
        sum.update_field(scenario.null_twin ? "null twin" : "");
    }
}

void add_parameters(Sha256& sum, const ResultsHeader& header) {
    for (const ParameterEntry& parameter : header.parameters) {
        sum.update_field(parameter.name);
        sum.update_field(parameter.unit);
        for (const double value : parameter.values) {
            sum.update_field(fmt::format("{:a}", value));
        }
    }
}

}  // namespace

OutcomeSizes sizes_of(const ResultsHeader& header) {
    const auto first_month = static_cast<std::size_t>(header.start.month);
    return {header.months,
            calendar_years(first_month, header.months),
            header.municipalities.size()};
}

std::string_view effects_text(Effects effects) {
    switch (effects) {
        case Effects::net:
            return "net";
        case Effects::gross:
            return "GROSS: displacement off";
        case Effects::gross_open_market:
            break;
    }
    return "GROSS for open-market hires: employers off";
}

Fingerprint fingerprint_of(const ResultsHeader& header) {
    Sha256 sum;
    sum.update_field(fmt::format("cantiere results {}", format_version));
    sum.update_field(header.study);
    sum.update_field(header.title_en);
    sum.update_field(header.title_it);
    sum.update_field(text(header.start));
    sum.update_field(fmt::format("{} months, {} draws, {} replicates, seed {}",
                                 header.months,
                                 header.draws,
                                 header.replicates,
                                 header.seed));
    sum.update_field(fmt::format("{:a} {} {} {:a} {}",
                                 header.discount_rate_per_year,
                                 header.discount_schedule,
                                 header.price_year,
                                 header.wtp_eur_per_autonomy_year,
                                 effects_key(header.effects)));
    for (const MunicipalityEntry& municipality : header.municipalities) {
        sum.update_field(municipality.name);
        sum.update_field(municipality.istat_code);
    }
    add_scenarios(sum, header);
    add_parameters(sum, header);
    add_provenance(sum, header.provenance);
    return sum.finish();
}

}  // namespace cantiere
