#include <string>
#include <vector>

#include "analysis/number_text.h"
#include "analysis/parameter_words.h"
#include "analysis/report/packs_within.h"
#include "analysis/report/sections.h"
#include "scenarios/parameter_table.h"

namespace cantiere {
namespace {

std::string meaning_of(const Findings& f, const StatedInput& input) {
    const ParameterSpec* const spec = find_parameter(input.key);
    return spec == nullptr ? input.key : std::string(f.in(spec->text_en, spec->text_it));
}

std::string range_of(const Findings& f, const StatedInput& input) {
    if (!input.low || !input.high || *input.low >= *input.high) return "-";
    return f.say("{} to {}",
                 "da {} a {}",
                 four_digits_text(*input.low, f.language),
                 four_digits_text(*input.high, f.language));
}

std::vector<std::string> row_of(const Findings& f, const StatedInput& input) {
    return {meaning_of(f, input),
            input.key,
            four_digits_text(input.value, f.language),
            std::string(unit_word(input.unit, f.language)),
            range_of(f, input),
            std::string(quality_word(input.quality, f.language)),
            input.sources.empty() ? "-" : input.sources};
}

}  // namespace

std::vector<ReportBlock> input_blocks(const Findings& f) {
    ReportTable table;
    table.caption = f.say("Every number of the study with its source and quality ({})",
                          "Ogni numero dello studio con fonte e qualità ({})",
                          f.header().study);
    table.header = {std::string(f.in("Number", "Numero")),
                    std::string(f.in("key", "chiave")),
                    std::string(f.in("value", "valore")),
                    std::string(f.in("unit", "unità")),
                    std::string(f.in("range", "intervallo")),
                    std::string(f.in("quality", "qualità")),
                    std::string(f.in("source", "fonte"))};
    table.words = {1, 3, 4, 5, 6};
    for (const StatedInput& input : stated_inputs(f.header().provenance.resolved_study)) {
        table.rows.push_back(row_of(f, input));
    }
    return {Paragraph{std::string(
                f.in("Found: in a source that can be looked up. Recalled: from memory of one. "
                     "Assumed: by judgement, with a range. Sources are keys of the evidence "
                     "catalogue, scenarios/evidence.",
                     "Trovato: in una fonte che si può consultare. Ricordato: a memoria di una. "
                     "Supposto: per giudizio, con un intervallo. Le fonti sono chiavi del "
                     "catalogo, scenarios/evidence."))},
            std::move(table)};
}

}  // namespace cantiere
