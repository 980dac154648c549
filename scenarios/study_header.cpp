#include "scenarios/study_header.h"

#include "cantiere_version.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_text.h"

namespace cantiere {
namespace {

ScenarioEntry entry_of(const Study& study, const Scenario& scenario) {
    return {scenario.id,
            scenario.title.en,
            scenario.title.it,
            study.scenarios[scenario.base].id,
            scenario.law->title.en,
            scenario.law->title.it,
            scenario.null_twin};
}

ParameterEntry entry_of(const SampledParameter& parameter, std::size_t draws) {
    ParameterEntry entry{parameter.name, parameter.assignment->spec->unit, {}};
    for (std::size_t draw = 0; draw < draws; ++draw) {
        entry.values.push_back(parameter.assignment->value(draw));
    }
    return entry;
}

Provenance provenance_of(const Study& study) {
    return {study.files,
            study_text(study),
            std::string(program_version),
            std::string(git_commit),
            std::string(build_flags)};
}

/// What a scenario counts of the jobs that others lose: none where displacement is off, by its
/// module or its parameters; none on the open market where no vacancy has an ordinary runner-up.
Effects effects_of(const Study& study, const Parameters& p) {
    const bool by_placement = p.search.displacement_share > 0.0;
    const bool by_search =
        study.modules.on[Module::employers] && p.search.runner_up_displaced_share > 0.0;
    if (!study.modules.on[Module::displacement] || (!by_placement && !by_search)) {
        return Effects::gross;
    }
    return by_search ? Effects::net : Effects::gross_open_market;
}

/// A difference is no more net than the less net of its scenarios.
Effects effects_of(const Study& study) {
    Effects least = Effects::net;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        const Effects effects = effects_of(study, programme_at(study, i, 0));
        if (effects == Effects::gross || least == Effects::net) least = effects;
    }
    return least;
}

}  // namespace

ResultsHeader header_of(const Study& study) {
    ResultsHeader header;
    header.study = study.id;
    header.title_en = study.title.en;
    header.title_it = study.title.it;
    header.start = study.horizon.start;
    header.months = static_cast<std::size_t>(study.horizon.months);
    for (const Scenario& scenario : study.scenarios) {
        header.scenarios.push_back(entry_of(study, scenario));
    }
    header.draws = study.experiment.draws;
    header.replicates = study.experiment.replicates;
    header.seed = study.experiment.seed;
    for (const ResultMunicipality& municipality : municipalities_of(study)) {
        header.municipalities.push_back({municipality.name, municipality.istat_code});
    }
    for (const SampledParameter& parameter : sampled_parameters(study)) {
        header.parameters.push_back(entry_of(parameter, study.experiment.draws));
    }
    header.discount_rate_per_year = study.evaluation.discount_rate_per_year;
    header.discount_schedule =
        study.evaluation.discount == Discount::green_book ? "green-book" : "";
    header.price_year = study.evaluation.price_year;
    header.wtp_eur_per_autonomy_year = study.evaluation.wtp_eur_per_autonomy_year;
    header.effects = effects_of(study);
    header.provenance = provenance_of(study);
    return header;
}

}  // namespace cantiere
