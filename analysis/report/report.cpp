#include "analysis/report/report.h"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/report/facts.h"
#include "analysis/report/sections.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

using Studies = std::vector<std::unique_ptr<Findings>>;

/// A section of the report: its title, and what it says of one study, or of all together.
struct SectionSpec {
    std::string_view id, title_en, title_it;
    std::vector<ReportBlock> (*of_one)(const Findings&) = nullptr;
    std::vector<ReportBlock> (*of_all)(const Studies&, const Companions&) = nullptr;
    // With what other commands say of that study.
    std::vector<ReportBlock> (*with_answers)(const Findings&, const Companions&) = nullptr;
};

std::vector<ReportBlock> validation_of_all(const Studies& studies, const Companions& companions) {
    return validation_blocks(*studies.front(), companions);
}

std::vector<const Findings*> all_of(const Studies& studies) {
    std::vector<const Findings*> all;
    for (const auto& study : studies) all.push_back(study.get());
    return all;
}

std::vector<ReportBlock> transfer_of_all(const Studies& studies, const Companions& companions) {
    return transfer_blocks(all_of(studies), companions);
}

std::vector<ReportBlock> inputs_of_all(const Studies& studies, const Companions& /*companions*/) {
    return input_blocks(all_of(studies));
}

// The table of contents of a report.
constexpr auto sections = std::to_array<SectionSpec>({
    {"summary", "Summary: five questions", "Sintesi: cinque domande", summary_blocks},
    {"territory", "The territory and its need", "Il territorio e il bisogno", territory_blocks},
    {"options",
     "The options and what each changes",
     "Le opzioni e che cosa cambia ognuna",
     option_blocks},
    {"autonomy",
     "Autonomy over time, waits and paths",
     "L'autonomia nel tempo, attese e percorsi",
     autonomy_blocks},
    {"costs",
     "Who pays, and when the money is back",
     "Chi paga, e quando il denaro rientra",
     cost_blocks},
    {"value", "What it is worth", "Quanto vale", value_blocks},
    {"fairness", "Who gains and who loses", "Chi guadagna e chi perde", fairness_blocks},
    {"uncertainty", "How sure that is", "Quanto è sicuro", nullptr, nullptr, uncertainty_blocks},
    {"failure", "When it fails", "Quando fallisce", failure_blocks},
    {"transfer", "In other places", "In altri luoghi", nullptr, transfer_of_all},
    {"implementation",
     "Carrying it out: places, queues, budget",
     "Attuazione: posti, code, bilancio",
     implementation_blocks},
    {"validation",
     "What the model reproduces, and what it does not",
     "Che cosa il modello riproduce, e che cosa no",
     nullptr,
     validation_of_all},
    {"limits", "Limits", "Limiti", limit_blocks},
    {"methods", "Methods", "Metodi", method_blocks},
    {"inputs",
     "Inputs with source and quality",
     "Dati con fonte e qualità",
     nullptr,
     inputs_of_all},
    {"checklist", "CHEERS 2022 checklist", "Lista CHEERS 2022", checklist_blocks},
    {"reproduce", "How to reproduce", "Come rifarlo", reproduce_blocks},
});

/// The answers first, each study's in its sentence.
ReportSection answer_section(const Studies& studies) {
    const Findings& first = *studies.front();
    ReportSection section{"answer", std::string(first.in("The answer", "La risposta")), {}};
    for (const auto& study : studies) {
        section.blocks.emplace_back(Paragraph{answer_sentence(*study)});
    }
    return section;
}

/// Puts blocks under the title of their study: their own headings a level lower.
void put_under(const std::string& title,
               std::vector<ReportBlock>& blocks,
               std::vector<ReportBlock>& all) {
    all.emplace_back(SubHeading{title});
    for (ReportBlock& block : blocks) {
        if (auto* const heading = std::get_if<SubHeading>(&block)) ++heading->level;
    }
}

/// What a section says of every study, each under its title where there are several.
std::vector<ReportBlock> study_by_study(const SectionSpec& spec,
                                        const Studies& studies,
                                        const Companions& companions) {
    std::vector<ReportBlock> all;
    for (const auto& study : studies) {
        std::vector<ReportBlock> blocks =
            spec.of_one != nullptr ? spec.of_one(*study) : spec.with_answers(*study, companions);
        if (blocks.empty()) continue;
        if (studies.size() > 1) put_under(study->title(), blocks, all);
        std::ranges::move(blocks, std::back_inserter(all));
    }
    return all;
}

ReportSection section_of(const SectionSpec& spec,
                         const Studies& studies,
                         const Companions& companions) {
    const Findings& first = *studies.front();
    return {std::string(spec.id),
            std::string(first.in(spec.title_en, spec.title_it)),
            spec.of_all != nullptr ? spec.of_all(studies, companions)
                                   : study_by_study(spec, studies, companions)};
}

bool is_draft(const Studies& studies, const ReportOptions& options) {
    return options.draft || std::ranges::any_of(studies, [](const auto& study) {
               return study->header().draws < draws_of_a_report;
           });
}

std::vector<std::string> bands_of(const Studies& studies, const ReportOptions& options) {
    const Findings& first = *studies.front();
    std::vector<std::string> bands;
    if (is_draft(studies, options)) {
        bands.push_back(
            first.say("DRAFT: fewer than {} draws of the parameters; not for decisions.",
                      "BOZZA: meno di {} estrazioni dei parametri; non per decidere.",
                      draws_of_a_report));
    }
    for (const auto& study : studies) {
        if (study->header().effects == Effects::net) continue;
        bands.push_back(study->say("GROSS effects in {}: what others lose is not taken off.",
                                   "Effetti LORDI in {}: quel che altri perdono non è tolto.",
                                   study->title()));
    }
    return bands;
}

}  // namespace

ReportDocument report_of(const Studies& studies,
                         const Companions& companions,
                         const ReportOptions& options) {
    expects(!studies.empty(), "a report is of one study at least");
    const Findings& first = *studies.front();
    ReportDocument document;
    document.language = first.language;
    document.title = studies.size() == 1 ? first.title()
                                         : first.say("Masterplan of {} programmes",
                                                     "Masterplan di {} programmi",
                                                     studies.size());
    document.subtitle = std::string(
        first.in("Costs and autonomy compared with services as usual; simulated",
                 "Costi e autonomia a confronto con i servizi di consueto; simulazione"));
    document.bands = bands_of(studies, options);
    document.sections.push_back(answer_section(studies));
    for (const SectionSpec& spec : sections) {
        ReportSection section = section_of(spec, studies, companions);
        if (!section.blocks.empty()) document.sections.push_back(std::move(section));
    }
    document.colophon = first.say(
        "Made by Cantiere {}. Every number is an element of the page that names what it is of. "
        "Territorial data: Istat (CC BY), GeoNames (CC BY).",
        "Fatto con Cantiere {}. Ogni numero è un elemento della pagina che dice di che cosa è. "
        "Dati territoriali: Istat (CC BY), GeoNames (CC BY).",
        first.header().provenance.version);
    return document;
}

}  // namespace cantiere
