#include <algorithm>
#include <string>
#include <vector>

#include "analysis/parameter_words.h"
#include "analysis/report/input_words.h"
#include "analysis/report/packs_within.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

using InputRow = std::vector<std::string>;

std::string range_of(const Findings& f, const StatedInput& input) {
    if (!input.low || !input.high || *input.low >= *input.high) return "-";
    return f.say("{} to {}",
                 "da {} a {}",
                 input_number(*input.low, f.language),
                 input_number(*input.high, f.language));
}

InputRow row_of(const Findings& f, const StatedInput& input) {
    return {input_title(input.key, f.language),
            input.key,
            input_number(input.value, f.language) + unit_after(input.unit, f.language),
            range_of(f, input),
            std::string(quality_word(input.quality, f.language)),
            input.sources.empty() ? "-" : input.sources};
}

std::vector<InputRow> rows_of(const Findings& f) {
    std::vector<InputRow> rows;
    for (const StatedInput& input : stated_inputs(f.header().provenance.resolved_study)) {
        rows.push_back(row_of(f, input));
    }
    return rows;
}

bool has(const std::vector<InputRow>& rows, const InputRow& row) {
    return std::ranges::find(rows, row) != rows.end();
}

ReportTable inputs_table(const Findings& f, std::string caption, std::vector<InputRow> rows) {
    ReportTable table;
    table.caption = std::move(caption);
    table.header = {std::string(f.in("Number", "Numero")),
                    std::string(f.in("key", "chiave")),
                    std::string(f.in("value", "valore")),
                    std::string(f.in("range", "intervallo")),
                    std::string(f.in("quality", "qualità")),
                    std::string(f.in("source", "fonte"))};
    table.words = {1, 3, 4, 5};
    table.rows = std::move(rows);
    table.is_long = true;
    return table;
}

/// The tables of several studies: what they share stands once.
std::vector<ReportBlock> shared_and_own(const std::vector<const Findings*>& studies) {
    const Findings& first = *studies.front();
    std::vector<std::vector<InputRow>> all;
    for (const Findings* const study : studies) all.push_back(rows_of(*study));
    const auto is_shared = [&](const InputRow& row) {
        return std::ranges::all_of(all, [&](const auto& rows) { return has(rows, row); });
    };
    std::vector<InputRow> shared = all.front();
    std::erase_if(shared, [&](const InputRow& row) { return !is_shared(row); });
    std::vector<ReportBlock> blocks{
        inputs_table(first,
                     first.say("Numbers that all {} studies share, with source and quality",
                               "Numeri comuni a tutti i {} studi, con fonte e qualità",
                               studies.size()),
                     shared)};
    for (std::size_t i = 0; i < studies.size(); ++i) {
        std::vector<InputRow> own = all[i];
        std::erase_if(own, [&](const InputRow& row) { return has(shared, row); });
        blocks.emplace_back(inputs_table(
            first,
            first.say("Besides, numbers of {}", "Inoltre, numeri di {}", studies[i]->title()),
            own));
    }
    return blocks;
}

}  // namespace

std::vector<ReportBlock> input_blocks(const std::vector<const Findings*>& studies) {
    const Findings& first = *studies.front();
    std::vector<ReportBlock> blocks{Paragraph{std::string(first.in(
        "Found: in a source that can be looked up. Recalled: from memory of one. Assumed: by "
        "judgement, with a range. Sources are keys of the evidence catalogue, scenarios/evidence.",
        "Trovato: in una fonte che si può consultare. A memoria: di una che non si è riletta. "
        "Ipotesi: "
        "per giudizio, con un intervallo. Le fonti sono chiavi del catalogo, "
        "scenarios/evidence."))}};
    if (studies.size() > 1) {
        std::ranges::move(shared_and_own(studies), std::back_inserter(blocks));
        return blocks;
    }
    blocks.emplace_back(
        inputs_table(first,
                     first.say("Every number of the study with its source and quality "
                               "({})",
                               "Ogni numero dello studio con fonte e qualità ({})",
                               first.header().study),
                     rows_of(first)));
    return blocks;
}

}  // namespace cantiere
