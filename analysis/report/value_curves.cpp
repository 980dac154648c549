#include "analysis/report/value_curves.h"

#include <algorithm>
#include <cmath>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"

namespace cantiere {
namespace {

FigureJson wtp_axis(const Findings& f) {
    return {{"name", f.in("EUR an autonomy-year", "euro per anno di autonomia")},
            {"of", "number"},
            {"unit", "EUR"},
            {"values", f.plan.wtp}};
}

template <class ValueAt>
FigureJson curves(const Findings& f, ValueAt value_at) {
    FigureJson series = FigureJson::array();
    for (const std::size_t s : strategies_shown(f)) {
        const std::string& id = f.decision.samples.strategies[s].id;
        FigureJson mean = FigureJson::array();
        for (const DecisionAt& at : f.evaluation.at) mean.push_back(value_at(at, s));
        series.push_back({{"id", id},
                          {"name", f.name_of(id)},
                          {"base", id == f.comparison.base},
                          {"mean", mean}});
    }
    return series;
}

/// A table of every fourth willingness to pay, a strategy a column.
template <class ValueAt>
ReportTable curve_table(const Findings& f, std::string caption, ValueAt text_at) {
    constexpr std::size_t every = 4;
    ReportTable table;
    table.caption = std::move(caption);
    table.header = {std::string(f.in("EUR an autonomy-year", "Euro per anno di autonomia"))};
    for (const std::size_t s : strategies_shown(f)) {
        table.header.push_back(f.name_of(f.decision.samples.strategies[s].id));
    }
    for (std::size_t i = 0; i < f.evaluation.at.size(); i += every) {
        const DecisionAt& at = f.evaluation.at[i];
        std::vector<std::string> row{number_text(at.wtp, 0, f.language)};
        for (const std::size_t s : strategies_shown(f)) row.push_back(text_at(at, s));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string curve_fact_name(const Findings& f,
                            const DecisionAt& at,
                            std::size_t s,
                            std::string_view what) {
    return fmt::format("{}/{}:{}@{}",
                       f.header().study,
                       f.decision.samples.strategies[s].id,
                       what,
                       at.wtp);
}

}  // namespace

std::vector<std::size_t> strategies_shown(const Findings& f) {
    std::vector<std::size_t> shown;
    const auto& all = f.decision.samples.strategies;
    const std::vector<const ScenarioComparison*> main = main_scenarios(f);
    const auto is_main = [&](const std::string& id) {
        return std::ranges::any_of(main, [&](const auto* one) { return one->id == id; });
    };
    for (std::size_t s = 0; s < all.size(); ++s) {
        const bool best_somewhere = std::ranges::any_of(f.evaluation.at, [&](const DecisionAt& at) {
            return at.best == s;
        });
        if (best_somewhere || is_main(all[s].id)) shown.push_back(s);
    }
    // Those of other figures first, so that each keeps its colour.
    std::ranges::stable_partition(shown, [&](std::size_t s) { return is_main(all[s].id); });
    return shown;
}

std::string eur_text(const Findings& f, double eur) {
    if (std::abs(eur) < 1000.0) return number_text(eur, 0, f.language);
    const int size = static_cast<int>(std::floor(std::log10(std::abs(eur))));
    return number_text(eur, 2 - size, f.language);
}

std::string best_sentence(const Findings& f) {
    const DecisionAt& at = f.evaluation.stated;
    const std::string& best = f.decision.samples.strategies[at.best].id;
    const std::string wtp = f.wtp();
    if (f.header().draws < 2) {
        return f.say(
            "At EUR {} an autonomy-year the best option of the one draw that was run is: "
            "{}; how sure that is, one draw does not tell",
            "A {} euro per anno di autonomia l'opzione migliore della sola estrazione "
            "simulata è: {}; quanto sia sicuro, una sola estrazione non lo dice",
            wtp,
            f.name_of(best));
    }
    return f.say(
        "At EUR {} an autonomy-year the best option on average is: {}; it is the best in {} of the "
        "draws",
        "A {} euro per anno di autonomia l'opzione migliore in media è: {}; lo è nel {} delle "
        "estrazioni",
        wtp,
        f.name_of(best),
        share_fact(fmt::format("{}/{}:share_best", f.header().study, best),
                   at.share_best[at.best],
                   f.language));
}

namespace {

/// Names the option that is the best in most draws, which need not be the best on average.
std::string most_often_best(const Findings& f) {
    const std::vector<double>& shares = f.evaluation.stated.share_best;
    const auto most = std::ranges::max_element(shares);
    const std::string& id =
        f.decision.samples.strategies[static_cast<std::size_t>(most - shares.begin())].id;
    return f.say(
        "The best in most draws at EUR {} an autonomy-year: {}, in {} of them",
        "La migliore in più estrazioni a {} euro per anno di autonomia: {}, nel {}",
        f.wtp(),
        f.name_of(id),
        share_fact(fmt::format("{}/{}:share_best", f.header().study, id), *most, f.language));
}

/// What the best option of each draw has more than the best on average, over the draws.
Stat evpi_of(const Findings& f) {
    const std::vector<std::vector<double>> benefits =
        net_benefits(f.decision.samples, f.comparison.wtp);
    Sample losses{f.decision.samples.draws(), 1, {}};
    for (std::size_t draw = 0; draw < losses.draws; ++draw) {
        double most = benefits.front()[draw];
        for (const std::vector<double>& values : benefits) most = std::max(most, values[draw]);
        losses.values.push_back(most - benefits[f.evaluation.stated.best][draw]);
    }
    return stat_of(losses);
}

}  // namespace

ReportFigure loss_figure(const Findings& f) {
    FigureJson data = figure_data(
        f,
        "expected-loss",
        f.say("What a wrong choice costs: knowing everything would be worth EUR {} at EUR {} an "
              "autonomy-year",
              "Quanto costa scegliere male: sapere tutto varrebbe {} euro a {} euro per anno di "
              "autonomia",
              size_fact(f.header().study + ":evpi", evpi_of(f), f.language),
              f.wtp()) +
            std::string(f.header().replicates > 1
                            ? ""
                            : f.in("; the luck of single runs is in it, so that it is too much",
                                   "; vi è dentro la sorte delle singole simulazioni, quindi è "
                                   "troppo")));
    data["wtp"] = wtp_axis(f);
    data["chosen"] = f.comparison.wtp;
    data["unit"] = "EUR";
    data["y_name"] = f.in("expected loss", "perdita attesa");
    data["series"] =
        curves(f, [](const DecisionAt& at, std::size_t s) { return at.expected_loss[s]; });
    data["evpi"] = FigureJson::array();
    for (const DecisionAt& at : f.evaluation.at) data["evpi"].push_back(at.evpi);
    return figure_of(f,
                     "loss",
                     std::move(data),
                     curve_table(f,
                                 std::string(f.in("Expected loss of choosing each option, EUR",
                                                  "Perdita attesa scegliendo ogni opzione, euro")),
                                 [&](const DecisionAt& at, std::size_t s) {
                                     return fact(curve_fact_name(f, at, s, "loss"),
                                                 at.expected_loss[s],
                                                 eur_text(f, at.expected_loss[s]));
                                 }));
}

ReportFigure acceptability_figure(const Findings& f) {
    FigureJson data = figure_data(f, "acceptability", most_often_best(f));
    data["wtp"] = wtp_axis(f);
    data["chosen"] = f.comparison.wtp;
    data["y_name"] = f.in("chance to be the best", "probabilità di essere la migliore");
    data["series"] =
        curves(f, [](const DecisionAt& at, std::size_t s) { return at.share_best[s]; });
    data["frontier"] = FigureJson::array();
    for (const DecisionAt& at : f.evaluation.at) {
        data["frontier"].push_back({{"id", f.decision.samples.strategies[at.best].id},
                                    {"probability", at.share_best[at.best]}});
    }
    return figure_of(
        f,
        "acceptability",
        std::move(data),
        curve_table(
            f,
            std::string(f.in("Share of draws where each option is the best",
                             "Quota di estrazioni in cui ogni opzione è la migliore")),
            [&](const DecisionAt& at, std::size_t s) {
                return share_fact(curve_fact_name(f, at, s, "ceac"), at.share_best[s], f.language);
            }));
}

}  // namespace cantiere
