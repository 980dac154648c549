#include <algorithm>
#include <cmath>

#include "analysis/evaluation/evaluation.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/input_words.h"
#include "analysis/report/uncertainty.h"
#include "analysis/report/value_curves.h"

namespace cantiere {
namespace {

constexpr std::size_t worths_told = 10;
constexpr double normal_97_5 = 1.959963984540054;

std::vector<ParameterGroup> numbers_that_vary(const DecisionSamples& samples) {
    std::vector<ParameterGroup> groups;
    for (std::size_t j = 0; j < samples.parameters.size(); ++j) {
        const auto [least, most] = std::ranges::minmax(samples.parameters[j].values);
        if (least < most) groups.push_back({samples.parameters[j].name, {j}});
    }
    return groups;
}

/// Draws the advice, with errors for the inputs that are told alone.
MeasureNext advice_for(const Findings& f, std::vector<ParameterGroup> groups) {
    const DecisionSamples& samples = f.decision.samples;
    EvaluationPlan plan;
    plan.wtp = {f.comparison.wtp};
    plan.stated_wtp = f.comparison.wtp;
    plan.evppi = std::move(groups);
    EconomicEvaluation evaluation;
    evaluation.at = {f.evaluation.stated};
    evaluation.evppi = perfect_information(samples, plan.evppi, plan.wtp, InformationErrors::no);
    MeasureNext advice = *measure_next(samples, plan, evaluation);
    for (std::size_t i = 0; i < std::min(worths_told, advice.inputs.size()); ++i) {
        InputWorth& input = advice.inputs[i];
        const auto group = std::ranges::find(plan.evppi, input.name, &ParameterGroup::name);
        input.se = perfect_information(samples, {*group}, plan.wtp).front().se.front();
    }
    return advice;
}

std::string worth_of(const Findings& f, const InputWorth& input, std::string_view what) {
    return fmt::format("{}:information.{}.{}", f.header().study, input.name, what);
}

std::string measure_fact(const Findings& f, std::string_view what, std::size_t count) {
    const auto value = static_cast<double>(count);
    return fact(fmt::format("{}:{}", f.header().study, what),
                value,
                number_text(value, 0, f.language));
}

std::size_t above_floor(const MeasureNext& advice) {
    return static_cast<std::size_t>(std::ranges::count_if(advice.inputs, &InputWorth::above_floor));
}

std::string eur_fact(const Findings& f, const std::string& of, double eur) {
    return fact(of, eur, eur_text(f, eur));
}

/// What to measure, or why nothing: no more than chance lets pass is nothing.
std::string measure_title(const Findings& f, const MeasureNext& advice) {
    const InputWorth& first = advice.inputs.front();
    const std::size_t above = above_floor(advice);
    if (above == 0) {
        return f.say(
            "Nothing to measure stands out: none of {} numbers is worth more than its noise floor",
            "Nulla da misurare spicca: nessuno di {} numeri vale più della sua soglia del rumore",
            measure_fact(f, "numbers_varying", advice.inputs.size()));
    }
    if (advice.verdict == MeasureVerdict::nothing_apart_from_zero) {
        return f.say(
            "Nothing to measure stands out: none of {} numbers moves the choice more than luck "
            "could; {} pass their noise floor, {} would by chance",
            "Nulla da misurare spicca: nessuno di {} numeri sposta la scelta più di quanto possa "
            "la sorte; passano la soglia del rumore {}, per caso {}",
            measure_fact(f, "numbers_varying", advice.inputs.size()),
            measure_fact(f, "above_floor", above),
            measure_fact(f, "by_chance", advice.by_chance()));
    }
    if (above <= advice.by_chance()) {
        return f.say(
            "Nothing to measure stands out: {} of {} numbers pass their noise floor, where chance "
            "alone lets {} pass",
            "Nulla da misurare spicca: passano la soglia del rumore {} numeri su {}, e il caso da "
            "solo ne fa passare {}",
            measure_fact(f, "above_floor", above),
            measure_fact(f, "numbers_varying", advice.inputs.size()),
            measure_fact(f, "by_chance", advice.by_chance()));
    }
    // Named as evaluate names it, and only where its error leaves zero out as well.
    if (!first.told_apart() || first.value <= normal_97_5 * first.se) {
        return f.say(
            "Nothing to measure stands out: the first, {}, is worth EUR {} to know, with an error "
            "of "
            "{}; {} of {} numbers pass their noise floor, {} would by chance",
            "Nulla da misurare spicca: il primo, {}, a conoscerlo vale {} euro, con un errore di "
            "{}; passano la soglia del rumore {} numeri su {}, per caso {}",
            input_title(first.name, f.language),
            eur_fact(f, worth_of(f, first, "value"), first.value),
            eur_fact(f, worth_of(f, first, "se"), first.se),
            measure_fact(f, "above_floor", above),
            measure_fact(f, "numbers_varying", advice.inputs.size()),
            measure_fact(f, "by_chance", advice.by_chance()));
    }
    return f.say(
        "To measure first: {}, worth EUR {} to know before choosing; {} of {} numbers pass their "
        "noise floor, {} would by chance",
        "Da misurare per primo: {}, conoscerlo prima di scegliere vale {} euro; passano la soglia "
        "del rumore {} numeri su {}, per caso {}",
        input_title(first.name, f.language),
        eur_fact(f, worth_of(f, first, "value"), first.value),
        measure_fact(f, "above_floor", above),
        measure_fact(f, "numbers_varying", advice.inputs.size()),
        measure_fact(f, "by_chance", advice.by_chance()));
}

ReportTable measure_table(const Findings& f, const std::vector<InputWorth>& told) {
    ReportTable table;
    table.caption = std::string(f.in("Worth of knowing each number before choosing, EUR a decision",
                                     "Quanto vale conoscere ogni numero prima di scegliere, euro "
                                     "per decisione"));
    table.header = {std::string(f.in("Number", "Numero")),
                    std::string(f.in("quality today", "qualità di oggi")),
                    std::string(f.in("worth", "valore")),
                    std::string(f.in("its error", "suo errore")),
                    std::string(f.in("noise floor", "soglia del rumore")),
                    std::string(f.in("passes it", "la passa"))};
    table.words = {1, 5};
    for (const InputWorth& input : told) {
        std::string quality;
        for (const Quality one : input.qualities) {
            quality += (quality.empty() ? "" : ", ") + std::string(quality_word(one, f.language));
        }
        table.rows.push_back(
            {input_title(input.name, f.language),
             quality.empty() ? "-" : quality,
             eur_fact(f, worth_of(f, input, "value"), input.value),
             eur_fact(f, worth_of(f, input, "se"), input.se),
             eur_fact(f, worth_of(f, input, "floor"), input.noise_floor),
             std::string(input.above_floor() ? f.in("yes", "sì") : f.in("no", "no"))});
    }
    return table;
}

FigureJson worth_json(const Findings& f, const InputWorth& input) {
    const double half = normal_97_5 * input.se;
    return {{"id", input.name},
            {"name", input_title(input.name, f.language)},
            {"values",
             FigureJson::array({{{"mean", input.value},
                                 {"low", std::max(input.value - half, 0.0)},
                                 {"high", input.value + half}},
                                {{"mean", input.noise_floor}}})}};
}

ReportFigure measure_figure(const Findings& f, const MeasureNext& advice) {
    const std::vector<InputWorth> told(
        advice.inputs.begin(),
        advice.inputs.begin() +
            static_cast<std::ptrdiff_t>(std::min(worths_told, advice.inputs.size())));
    FigureJson data = figure_data(f, "inputs", measure_title(f, advice));
    data["interval"] = f.in("95 % interval by the error of the regression and of the draws",
                            "intervallo al 95 % per l'errore della regressione e delle estrazioni");
    data["outcome"] = f.in("worth of knowing it, a decision", "valore del conoscerlo, a decisione");
    data["unit"] = "EUR";
    data["series"] = {
        {{"id", "worth"}, {"name", f.in("worth of knowing it", "valore del conoscerlo")}},
        {{"id", "floor"}, {"name", f.in("noise floor", "soglia del rumore")}}};
    data["inputs"] = FigureJson::array();
    for (const InputWorth& input : told) data["inputs"].push_back(worth_json(f, input));
    return figure_of(f, "measure", std::move(data), measure_table(f, told));
}

std::string too_few_draws(const Findings& f) {
    return f.say(
        "Not told: what it is worth to know a number takes {} draws at least, some hundreds to be "
        "of use; there are {}.",
        "Non si dice: per il valore di conoscere un numero occorrono almeno {} estrazioni, alcune "
        "centinaia perché serva; qui sono {}.",
        least_draws(1),
        measure_fact(f, "draws", f.header().draws));
}

}  // namespace

std::vector<ReportBlock> measure_blocks(const Findings& f) {
    const DecisionSamples& samples = f.decision.samples;
    if (samples.strategies.size() < 2) return {};
    std::vector<ReportBlock> blocks{
        SubHeading{std::string(f.in("What to measure next", "Che cosa misurare ora"))}};
    if (samples.draws() < least_draws(1)) {
        blocks.emplace_back(Paragraph{too_few_draws(f)});
        return blocks;
    }
    if (!(f.evaluation.stated.evpi > 0.0)) {
        blocks.emplace_back(Paragraph{std::string(f.in(
            "Nothing, for this choice: no draw has a better option than the best on average.",
            "Nulla, per questa scelta: in nessuna estrazione c'è un'opzione migliore di quella "
            "che lo è in media."))});
        return blocks;
    }
    std::vector<ParameterGroup> groups = numbers_that_vary(samples);
    if (groups.empty()) return {};
    const MeasureNext advice = advice_for(f, std::move(groups));
    if (advice.inputs.front().value == 0.0) {
        blocks.emplace_back(Paragraph{std::string(f.in(
            "No single number: knowing any one of those that vary would not change the choice.",
            "Nessun numero da solo: conoscerne uno qualsiasi di quelli che variano non "
            "cambierebbe la scelta."))});
        return blocks;
    }
    blocks.emplace_back(measure_figure(f, advice));
    blocks.emplace_back(Remark{std::string(
        f.in("Each is the worth of knowing that number alone, a decision: they do not add up, and "
             "a study that costs more does not pay. The noise floor is the greatest of 19 numbers "
             "that have nothing to do with the choice; what is not above it may be nothing.",
             "Ciascuno è il valore di conoscere quel numero solo, per una decisione: non si "
             "sommano, e uno studio che costa di più non conviene. La soglia del rumore è il "
             "maggiore di 19 numeri che con la scelta non c'entrano; ciò che non la supera può "
             "essere nulla."))});
    return blocks;
}

}  // namespace cantiere
