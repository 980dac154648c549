#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

#include "analysis/comparison_sections.h"
#include "analysis/evaluation/influence.h"
#include "analysis/evaluation/information.h"
#include "analysis/evaluation/measure_next.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/input_words.h"
#include "analysis/report/uncertainty.h"

namespace cantiere {
namespace {

constexpr std::size_t influences_told = 10;
constexpr double low_share = 0.1, high_share = 0.9;  // of the draws, below an end of a bar

/// A straight line through draws, by least squares.
struct DrawLine {
    std::size_t draws = 0;
    double mean_x = 0.0, mean_y = 0.0;
    double squares = 0.0;  // of x around its mean
    double slope = 0.0;
    double residual_sd = 0.0;

    Stat with_interval(double mean, double se) const {
        const boost::math::students_t law(static_cast<double>(draws) - 2.0);
        const double half = boost::math::quantile(law, 0.975) * se;
        return {mean, se, mean - half, mean + half, no_value, no_value};
    }

    /// Foresees y with the interval of the line.
    Stat at(double x) const {
        const double away = x - mean_x;
        const double lever = 1.0 / static_cast<double>(draws) + away * away / squares;
        return with_interval(mean_y + slope * away, residual_sd * std::sqrt(lever));
    }

    Stat change(double from, double to) const {
        const double step = to - from;
        return with_interval(slope * step, residual_sd * std::abs(step) / std::sqrt(squares));
    }
};

double mean_value_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

DrawLine line_through(const std::vector<double>& x, const std::vector<double>& y) {
    DrawLine line{x.size(), mean_value_of(x), mean_value_of(y)};
    double products = 0.0, squares_of_y = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        line.squares += (x[i] - line.mean_x) * (x[i] - line.mean_x);
        products += (x[i] - line.mean_x) * (y[i] - line.mean_y);
        squares_of_y += (y[i] - line.mean_y) * (y[i] - line.mean_y);
    }
    line.slope = products / line.squares;
    const double left = std::max(squares_of_y - line.slope * products, 0.0);
    line.residual_sd = std::sqrt(left / (static_cast<double>(x.size()) - 2.0));
    return line;
}

/// What one number that varies does to the net benefit, the others as they come.
struct Influence {
    const ParameterEntry* number = nullptr;
    double low = 0.0, high = 0.0;  // percentiles of its draws
    Stat at_low, at_high, swing;
    bool stands_out = false;  // from luck, by the test of `cantiere evaluate`
};

/// Draws in which the programme was run, with the net benefit it has more than its base.
struct KnownDraws {
    std::vector<std::size_t> places;
    std::vector<double> benefit;
};

KnownDraws known_draws(const ScenarioComparison& programme) {
    KnownDraws known;
    const auto& all = outcome_of(programme, "net_benefit").draw_differences;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::isnan(all[i])) continue;
        known.places.push_back(i);
        known.benefit.push_back(all[i]);
    }
    return known;
}

/// All numbers that vary, the widest swing first.
std::vector<Influence> influences_of(const Findings& f, const KnownDraws& known) {
    const std::vector<ScoredResponses> benefit{scored({known.benefit})};
    std::vector<Influence> all;
    std::vector<double> p_values;
    for (const ParameterEntry& number : f.header().parameters) {
        std::vector<double> x;
        for (const std::size_t place : known.places) x.push_back(number.values[place]);
        const double low = quantile_of(x, low_share), high = quantile_of(x, high_share);
        if (low == high) continue;
        const DrawLine line = line_through(x, known.benefit);
        all.push_back({&number, low, high, line.at(low), line.at(high), line.change(low, high)});
        p_values.push_back(influence_p_values({x}, benefit).front());
    }
    const std::vector<double> rates = false_discovery_rates(p_values);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].stands_out = rates[i] <= luck_among_told;
    std::ranges::stable_sort(all, std::greater{}, [](const Influence& one) {
        return std::abs(one.swing.mean);
    });
    return all;
}

std::string influence_of(const Findings& f, const Influence& one, std::string_view what) {
    return f.of(*f.programme(), fmt::format("influence.{}.{}", one.number->name, what));
}

std::size_t standing_out(const std::vector<Influence>& all) {
    return static_cast<std::size_t>(std::ranges::count(all, true, &Influence::stands_out));
}

std::string whole_fact(const std::string& of, std::size_t count, Language language) {
    const auto value = static_cast<double>(count);
    return fact(of, value, number_text(value, 0, language));
}

std::string influence_title(const Findings& f, const std::vector<Influence>& all) {
    const std::string numbers =
        whole_fact(f.header().study + ":numbers_varying", all.size(), f.language);
    const auto first = std::ranges::find(all, true, &Influence::stands_out);
    if (first == all.end()) {
        return f.say("None of {} numbers that vary moves the net benefit more than chance could",
                     "Nessuno di {} numeri che variano sposta il beneficio netto più di quanto "
                     "possa il caso",
                     numbers);
    }
    return f.say(
        "What moves the net benefit most: {}, by EUR {} between its ends; {} of {} numbers "
        "that vary stand out from chance",
        "Che cosa sposta di più il beneficio netto: {}, di {} euro fra i suoi estremi; si "
        "distinguono dal caso {} numeri su {} che variano",
        input_title(first->number->name, f.language),
        size_fact(influence_of(f, *first, "size"), first->swing, f.language),
        whole_fact(f.of(*f.programme(), "standing_out"), standing_out(all), f.language),
        numbers);
}

ReportTable influence_table(const Findings& f, const std::vector<Influence>& told) {
    ReportTable table;
    table.caption = std::string(f.in("Net benefit at both ends of each number, EUR",
                                     "Beneficio netto ai due estremi di ogni numero, euro"));
    table.header = {std::string(f.in("Number", "Numero")),
                    std::string(f.in("from", "da")),
                    std::string(f.in("to", "a")),
                    std::string(f.in("at the low end", "al minimo")),
                    std::string(f.in("at the high end", "al massimo")),
                    std::string(f.in("change", "differenza")),
                    std::string(f.in("stands out", "si distingue"))};
    table.words = {6};
    for (const Influence& one : told) {
        const auto end = [&](std::string_view what, double value) {
            return fact(influence_of(f, one, what), value, input_number(value, f.language));
        };
        const auto outcome = [&](std::string_view what, const Stat& stat) {
            return difference_fact(influence_of(f, one, what), stat, f.language);
        };
        table.rows.push_back({input_title(one.number->name, f.language),
                              end("low", one.low),
                              end("high", one.high),
                              outcome("at_low", one.at_low),
                              outcome("at_high", one.at_high),
                              outcome("swing", one.swing),
                              std::string(one.stands_out ? f.in("yes", "sì") : f.in("no", "no"))});
    }
    return table;
}

/// As many as are shown: those that stand out before the others, then the widest swing first.
std::vector<Influence> influences_shown(std::vector<Influence> all) {
    std::ranges::stable_partition(all, std::identity{}, &Influence::stands_out);
    all.resize(std::min(influences_told, all.size()));
    std::ranges::stable_sort(all, std::greater{}, [](const Influence& one) {
        return std::abs(one.swing.mean);
    });
    return all;
}

ReportFigure influence_figure(const Findings& f, const std::vector<Influence>& all) {
    const std::vector<Influence> told = influences_shown(all);
    FigureJson data = figure_data(f, "tornado", influence_title(f, all));
    data["interval"] = f.in("95 % interval of the line through the draws",
                            "intervallo al 95 % della retta per le estrazioni");
    data["outcome"] = f.in("net benefit", "beneficio netto");
    data["unit"] = "EUR";
    data["at_value"] = outcome_of(*f.programme(), "net_benefit").difference.mean;
    data["factors"] = FigureJson::array();
    for (const Influence& one : told) {
        data["factors"].push_back({{"id", one.number->name},
                                   {"name", input_title(one.number->name, f.language)},
                                   {"unit", figure_unit(one.number->unit, f.language)},
                                   {"low", one.low},
                                   {"high", one.high},
                                   {"at_low", estimate_json(one.at_low)},
                                   {"at_high", estimate_json(one.at_high)}});
    }
    return figure_of(f, "influence", std::move(data), influence_table(f, told));
}

}  // namespace

std::vector<ReportBlock> influence_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr) return {};
    std::vector<ReportBlock> blocks{SubHeading{
        std::string(f.in("What the net benefit hangs on, by the draws of these results",
                         "Da che cosa dipende il beneficio netto, secondo le estrazioni di questi "
                         "risultati"))}};
    const KnownDraws known = known_draws(*p);
    if (known.places.size() < least_draws(1)) {
        blocks.emplace_back(Paragraph{f.say(
            "Not told: so few draws ({}) show nothing of single numbers; it takes {} at least.",
            "Non si dice: così poche estrazioni ({}) non mostrano nulla dei singoli numeri; ne "
            "occorrono almeno {}.",
            whole_fact(f.header().study + ":draws", f.header().draws, f.language),
            least_draws(1))});
        return blocks;
    }
    const std::vector<Influence> all = influences_of(f, known);
    if (all.empty()) return {};
    blocks.emplace_back(influence_figure(f, all));
    blocks.emplace_back(Remark{std::string(f.in(
        "Bars: what a straight line through the draws gives where a number stands at its 10th or "
        "90th percentile, the others as they come; a bend is not seen. A number stands out by the "
        "test of `cantiere evaluate`, which sees bends, on the order of the draws: of those that "
        "do, "
        "no more than 1 in 20 is luck, on average.",
        "Barre: quel che dà una retta per le estrazioni dove un numero sta al 10° o al 90° "
        "percentile, gli altri come vengono; una curva non si vede. Un numero si distingue secondo "
        "la prova di `cantiere evaluate`, che vede le curve, sull'ordine delle estrazioni: di "
        "quelli "
        "che si distinguono, in media non più di 1 su 20 lo deve al caso."))});
    return blocks;
}

}  // namespace cantiere
