#include <algorithm>
#include <string>
#include <vector>

#include <fmt/ranges.h>

#include "analysis/evidence_rows.h"
#include "analysis/parameter_words.h"
#include "analysis/report/facts.h"
#include "analysis/report/input_words.h"
#include "analysis/report/packs_within.h"
#include "analysis/report/sections.h"
#include "analysis/report/sources.h"

namespace cantiere {
namespace {

using InputRow = std::vector<std::string>;

constexpr std::string_view source_anchor = "source";

/// The stated numbers of the studies, and what they cite.
struct StatedInputs {
    std::vector<std::vector<StatedInput>> of_studies;
    Bibliography bibliography;
};

StatedInputs inputs_of(const std::vector<const Findings*>& studies) {
    std::vector<std::vector<StatedInput>> each;
    std::vector<StatedInput> all;
    for (const Findings* const study : studies) {
        each.push_back(stated_inputs(study->header().provenance.resolved_study));
        std::ranges::copy(each.back(), std::back_inserter(all));
    }
    return {std::move(each), Bibliography(all, shipped_evidence())};
}

/// Links to what an input cites, by the numbers of the bibliography.
std::string references(const Bibliography& bibliography, const StatedInput& input) {
    std::vector<std::string> links;
    for (const std::size_t number : bibliography.numbers_of(input)) {
        links.push_back(
            link(fmt::format("#{}-{}", source_anchor, number), fmt::format("{}", number)));
    }
    return links.empty() ? "-" : fmt::format("{}", fmt::join(links, ", "));
}

std::string range_of(const Findings& f, const StatedInput& input) {
    if (!input.low || !input.high || *input.low >= *input.high) return "-";
    return f.say("{} to {}",
                 "da {} a {}",
                 input_number(*input.low, f.language),
                 input_number(*input.high, f.language));
}

InputRow row_of(const Findings& f, const StatedInput& input, const Bibliography& bibliography) {
    return {input_title(input.key, f.language),
            input.key,
            input_number(input.value, f.language) + unit_after(input.unit, f.language),
            range_of(f, input),
            std::string(quality_word(input.quality, f.language)),
            references(bibliography, input)};
}

std::vector<InputRow> rows_of(const Findings& f, const StatedInputs& inputs, std::size_t study) {
    std::vector<InputRow> rows;
    for (const StatedInput& input : inputs.of_studies[study]) {
        rows.push_back(row_of(f, input, inputs.bibliography));
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
std::vector<ReportBlock> shared_and_own(const std::vector<const Findings*>& studies,
                                        const StatedInputs& inputs) {
    const Findings& first = *studies.front();
    std::vector<std::vector<InputRow>> all;
    for (std::size_t i = 0; i < studies.size(); ++i) all.push_back(rows_of(first, inputs, i));
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

/// The citations, in the order of their numbers.
ReferenceList source_list(const Findings& f, const Bibliography& bibliography) {
    ReferenceList list{std::string(source_anchor), {}};
    for (const CitedSource& source : bibliography.sources()) {
        list.items.push_back(source_text(source, f.language));
    }
    return list;
}

}  // namespace

std::vector<ReportBlock> input_blocks(const std::vector<const Findings*>& studies) {
    const Findings& first = *studies.front();
    const StatedInputs inputs = inputs_of(studies);
    std::vector<ReportBlock> blocks{Paragraph{std::string(first.in(
        "Found: in a source that can be looked up. Recalled: from memory of one. Assumed: by "
        "judgement, with a range. Sources are the numbers of the list at the end.",
        "Trovato: in una fonte che si può consultare. A memoria: di una che non si è riletta. "
        "Ipotesi: per giudizio, con un intervallo. Le fonti sono i numeri dell'elenco alla "
        "fine."))}};
    if (studies.size() > 1) {
        std::ranges::move(shared_and_own(studies, inputs), std::back_inserter(blocks));
    } else {
        blocks.emplace_back(
            inputs_table(first,
                         first.say("Every number of the study with its source and quality "
                                   "({})",
                                   "Ogni numero dello studio con fonte e qualità ({})",
                                   first.header().study),
                         rows_of(first, inputs, 0)));
    }
    blocks.emplace_back(SubHeading{std::string(first.in("Sources", "Fonti"))});
    blocks.emplace_back(Paragraph{std::string(first.in(
        "Each source once, with how well what it says is known and its keys in the evidence "
        "catalogue, scenarios/evidence: `cantiere params KEY` tells the row.",
        "Ogni fonte una volta, con quanto è noto ciò che dice e le sue chiavi nel catalogo, "
        "scenarios/evidence: `cantiere params CHIAVE` ne dice la riga."))});
    blocks.emplace_back(source_list(first, inputs.bibliography));
    return blocks;
}

}  // namespace cantiere
