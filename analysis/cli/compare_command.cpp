#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/compare_output.h"
#include "analysis/cli/compared_results.h"
#include "analysis/cli/condition.h"
#include "analysis/cli/gate.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/comparison_head.h"
#include "analysis/comparison_json.h"
#include "analysis/comparison_sections.h"
#include "analysis/comparison_text.h"
#include "analysis/finance/public_finance_text.h"
#include "analysis/programme_table.h"
#include "analysis/run_plan.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct CompareArguments {
    std::vector<std::string> results;
    std::string base;
    std::optional<double> wtp;
    std::string by;
    std::string perspective;
    std::string fail_if;
    std::vector<std::string> outcomes;
    bool brief = false;
    bool programmes = false;
    bool runs = false;
    bool finance = false;
    bool markdown = false;

    bool wants_texts() const {
        return !brief && !programmes && !runs && !finance && outcomes.empty();
    }
};

Layout layout_of(const CompareArguments& arguments, const Context& context) {
    Layout layout = context.layout();
    layout.markdown = arguments.markdown;
    return layout;
}

CompareOptions options_of(const CompareArguments& arguments) {
    CompareOptions options;
    options.comparison = comparison_options(arguments.base, arguments.wtp, arguments.perspective);
    if (!arguments.by.empty()) {
        options.by = find_breakdown(one_of_names("--by", arguments.by, breakdown_names()));
    }
    return options;
}

/// What is told of one results file.
struct Told {
    Comparison comparison;
    std::vector<ProgrammeTable> programmes;
    Json json;
    Json finance;
    std::string text;
};

Told compare_file(const std::string& path,
                  const CompareArguments& arguments,
                  const CompareOptions& options,
                  const Context& context) {
    const Results results = open_results(path, context);
    Told told;
    told.comparison = compare_or_explain(results, options.comparison);
    told.json = as_json(told.comparison);
    if (arguments.programmes) {
        told.programmes = programme_tables(results);
        if (told.programmes.empty()) {
            context.warn(
                fmt::format("{}: no programme with its null twin beside it; run the study "
                            "without --only, or name both and their base",
                            path));
        }
    }
    if (arguments.finance) {
        const std::vector<PublicFinance> finance = public_finance(results, told.comparison);
        told.finance = public_finance_json(finance);
        const Layout layout = layout_of(arguments, context);
        const std::string cut = cut_off_text(results.header(), context.language(), layout);
        told.text =
            (cut.empty() ? "" : cut + "\n") +
            public_finance_text(finance, results.header().draws, context.language(), layout);
    }
    if (arguments.wants_texts()) {
        told.text =
            comparison_text(told.comparison, context.language(), layout_of(arguments, context));
    }
    if (options.by) {
        const Breakdown breakdown = break_down(results, told.comparison, *options.by);
        told.json["breakdown"] = as_json(breakdown);
        told.text +=
            "\n" + breakdown_text(breakdown, context.language(), layout_of(arguments, context));
    }
    return told;
}

/// What is told of all files: texts one after the other, an overview where it adds something.
struct ToldOfAll {
    std::vector<Comparison> comparisons;
    std::vector<ProgrammeTable> programmes;
    Json json = Json::array();
    Json finance = Json::array();
    std::string text;
};

/// The tables over all files: programmes and their twins, chosen outcomes, or an overview.
std::string tables_over_all(const ToldOfAll& all,
                            const CompareArguments& arguments,
                            const Context& context) {
    const Layout layout = layout_of(arguments, context);
    std::string text;
    if (arguments.programmes) {
        text = programme_tables_text(all.programmes, context.language(), layout);
    }
    if (!arguments.outcomes.empty()) {
        text += (text.empty() ? "" : "\n") +
                outcomes_text(all.comparisons, arguments.outcomes, context.language(), layout);
    }
    if (arguments.runs) {
        text += (text.empty() ? "" : "\n") +
                run_plans_text(all.comparisons, context.language(), layout);
    }
    const bool overview =
        arguments.brief || (arguments.wants_texts() && all.comparisons.size() > 1);
    if (overview && arguments.outcomes.empty()) {
        text +=
            (text.empty() ? "" : "\n") + overview_text(all.comparisons, context.language(), layout);
    }
    return text;
}

ToldOfAll compare_files(const CompareArguments& arguments, const Context& context) {
    const CompareOptions options = options_of(arguments);
    ToldOfAll all;
    for (const std::string& path : arguments.results) {
        Told told = compare_file(path, arguments, options, context);
        const bool apart = !all.text.empty() && (arguments.wants_texts() || arguments.finance);
        all.text += (apart ? "\n" : "") + told.text;
        all.json.push_back(std::move(told.json));
        for (Json& one : told.finance) all.finance.push_back(std::move(one));
        all.comparisons.push_back(std::move(told.comparison));
        std::ranges::move(told.programmes, std::back_inserter(all.programmes));
    }
    const std::string tables = tables_over_all(all, arguments, context);
    all.text += (all.text.empty() || tables.empty() ? "" : "\n") + tables;
    return all;
}

ExitCode compare_all(const CompareArguments& arguments, const Context& context) {
    if (!arguments.fail_if.empty()) {
        read_condition("--fail-if", arguments.fail_if);  // told before files are read
    }
    for (const std::string& outcome : arguments.outcomes) {
        one_of_names("--outcomes", outcome, compared_variables());
    }
    ToldOfAll all = compare_files(arguments, context);
    std::optional<Gate> gate;
    if (!arguments.fail_if.empty()) {
        gate = check_gate(arguments.fail_if, all.comparisons);
        all.json.front()["fail_if"] = gate_json(*gate, arguments.fail_if);
    }
    if (context.json() && arguments.finance) {
        context.result_json(all.finance);
    } else if (context.json() && arguments.programmes) {
        context.result_json(programme_tables_json(all.programmes));
    } else if (context.json()) {
        context.result_json(all.json.size() == 1 ? all.json.front() : all.json);
    } else {
        context.result(all.text);
    }
    if (gate && gate->holds) {
        context.warn(gate_text(*gate, arguments.fail_if));
        return ExitCode::differs;
    }
    return ExitCode::ok;
}

Action declare_compare(CLI::App& app) {
    const auto arguments = std::make_shared<CompareArguments>();
    app.add_option("RESULT",
                   arguments->results,
                   "results files, or ids of studies run in this checkout")
        ->required()
        ->type_name("");
    app.add_option("--base",
                   arguments->base,
                   "compare with this scenario (default: each one's base)")
        ->type_name("ID");
    add_amount(app,
               "--wtp",
               arguments->wtp,
               "EUR that an autonomy-year is worth (default: the study's)");
    app.add_option("--by", arguments->by, "break down by group, payer, municipality or year")
        ->type_name("WHAT");
    app.add_option("--perspective",
                   arguments->perspective,
                   "whose costs count: public (default), societal or the name of a payer")
        ->type_name("WHO");
    app.add_option("--fail-if",
                   arguments->fail_if,
                   "exit 5 where this holds: comparisons of SCENARIO:VARIABLE (the mean of the\n"
                   "difference) and numbers, joined by and, or, not, parentheses")
        ->type_name("EXPR");
    app.add_flag("--brief",
                 arguments->brief,
                 "one line a scenario; of several files, programmes and their null twins");
    add_names(app,
              "--outcomes",
              arguments->outcomes,
              "NAME,NAME",
              "one line a scenario with these outcomes");
    app.add_flag("--programmes",
                 arguments->programmes,
                 "programmes and their null twins: payers, exits, autonomy net and gross,\n"
                 "displacement, worst group, horizons; the programme minus its twin");
    app.add_flag("--runs",
                 arguments->runs,
                 "draws or replicates: how much of each difference is luck, what pairing saves, "
                 "the runs needed");
    app.add_flag("--finance",
                 arguments->finance,
                 "who gains and who pays, the marginal value of public funds, the budget by payer "
                 "and\n"
                 "year with the break-even, what each start is worth to public budgets");
    app.add_flag("--markdown", arguments->markdown, "tables in Markdown, for files");
    return [arguments](const Context& context) { return compare_all(*arguments, context); };
}

}  // namespace

std::string compared_text(const std::filesystem::path& results,
                          const CompareOptions& options,
                          const Context& context) {
    const Results read = read_results(results);
    return comparison_text(compare(read, options.comparison), context.language(), context.layout());
}

Command compare_command() {
    return {"compare",
            "cost by payer, autonomy, exits, differences with intervals",
            "Differences are paired with the scenario's base; intervals are 95 % of the mean.\n"
            "JSON: {base, wtp, perspective, scenarios: [{id, VARIABLE: STAT, cost_by_payer, "
            "difference,\n"
            "effect_per_person_served, monte_carlo, probability_best, probability_pays,\n"
            "probability_worth_it}], breakdown, fail_if}, STAT = {mean, se, low, high, p2_5, "
            "p97_5}; an\n"
            "array for several results. --programmes: [{study, programme, null_twin, base, "
            "worst_group,\n"
            "rows: [{name, horizon_years, programme_minus_usual: STAT, twin_minus_usual,\n"
            "programme_minus_twin}]}]. monte_carlo: {VARIABLE: {luck_sd, parameter_sd, luck_se, "
            "parameter_share,\n"
            "luck_sd_unpaired, best_replicates, spread_replicates, draws_for_5_percent,\n"
            "draws_for_5_percent_as_run and both _unpaired}}.",
            "cantiere compare /tmp/try.h5 --by payer --fail-if 'bari-cantiere:starts < -1e6'",
            declare_compare};
}

}  // namespace cantiere
