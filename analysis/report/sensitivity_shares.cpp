#include <algorithm>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/sensitivity_answer.h"

namespace cantiere {
namespace {

constexpr std::size_t shares_told = 15;

Stat share_of_variance(const FigureJson& factor, const std::string& index) {
    Stat stat;
    stat.mean = factor[index].get<double>();
    stat.low = factor[index + "_low"].get<double>();
    stat.high = factor[index + "_high"].get<double>();
    return stat;
}

std::vector<FigureJson> greatest_shares(const SensitivityAnswer& a) {
    std::vector<FigureJson> factors(a.told()["factors"].begin(), a.told()["factors"].end());
    std::ranges::stable_sort(factors, std::greater{}, [](const FigureJson& one) {
        return one["ST"].get<double>();
    });
    if (factors.size() > shares_told) factors.resize(shares_told);
    return factors;
}

std::string shares_title(const SensitivityAnswer& a, const std::vector<FigureJson>& told) {
    const auto first = std::ranges::find_if(told, [](const FigureJson& one) {
        return one["ST_low"].get<double>() > 0.0;
    });
    if (first == told.end()) {
        return a.f.say("No share of the variance ({}) can be told from zero",
                       "Nessuna quota della varianza si distingue da zero ({})",
                       a.outcome_name());
    }
    const double share = (*first)["ST"].get<double>();
    return a.f.say(
        "{} accounts for most of the variance of the {}: a share of {} with all it acts "
        "with",
        "{} spiega più di tutti la varianza ({}): una quota di {} con tutto ciò con cui "
        "agisce",
        a.name_of(*first),
        a.outcome_name(),
        fact(a.of_factor("ST", *first), share, number_text(share, 2, a.f.language)));
}

ReportTable shares_table(const SensitivityAnswer& a, const std::vector<FigureJson>& told) {
    ReportTable table;
    table.caption = a.f.say("Shares of the variance ({}), with the 95 % interval",
                            "Quote della varianza ({}), con l'intervallo al 95 %",
                            a.outcome_name());
    table.header = {std::string(a.f.in("Number", "Numero")),
                    std::string(a.f.in("alone", "da solo")),
                    std::string(a.f.in("from", "da")),
                    std::string(a.f.in("to", "a")),
                    std::string(a.f.in("with others", "con altri")),
                    std::string(a.f.in("from", "da")),
                    std::string(a.f.in("to", "a"))};
    for (const FigureJson& factor : told) {
        std::vector<std::string> row{a.name_of(factor)};
        for (const char* const what : {"S1", "S1_low", "S1_high", "ST", "ST_low", "ST_high"}) {
            const double share = factor[what].get<double>();
            row.push_back(
                fact(a.of_factor(what, factor), share, number_text(share, 2, a.f.language)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

ReportFigure shares_of(const SensitivityAnswer& a) {
    const std::vector<FigureJson> told = greatest_shares(a);
    FigureJson data = a.data("inputs", shares_title(a, told));
    data["interval"] = a.f.in("95 % bootstrap interval", "intervallo bootstrap al 95 %");
    data["outcome"] = a.f.in("share of the variance", "quota della varianza");
    data["unit"] = "share";
    data["series"] = {{{"id", "S1"}, {"name", a.f.in("alone", "da solo")}},
                      {{"id", "ST"}, {"name", a.f.in("with all it acts with", "con altri")}}};
    data["inputs"] = FigureJson::array();
    for (const FigureJson& factor : told) {
        data["inputs"].push_back({{"id", factor["name"]},
                                  {"name", a.name_of(factor)},
                                  {"values",
                                   {estimate_json(share_of_variance(factor, "S1")),
                                    estimate_json(share_of_variance(factor, "ST"))}}});
    }
    return a.figure(std::move(data), shares_table(a, told));
}

}  // namespace cantiere
