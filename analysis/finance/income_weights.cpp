#include "analysis/finance/income_weights.h"

#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"

namespace cantiere {

using Json = nlohmann::ordered_json;

double income_weight(double share_of_median) {
    return std::pow(1.0 / share_of_median, income_elasticity);
}

std::optional<double> switching_weight(double gain, double of_others) {
    if (!(gain * of_others < 0.0)) return std::nullopt;
    return -of_others / gain;
}

IncomeWeighted income_weighted(const Sample& residents, const Sample& others) {
    IncomeWeighted result;
    for (const double share : income_shares) {
        const double weight = income_weight(share);
        Sample total = others;
        for (std::size_t run = 0; run < total.values.size(); ++run) {
            total.values[run] += weight * residents.values[run];
        }
        result.totals.push_back({share, weight, stat_of(total)});
    }
    const double gain = stat_of(residents).mean;
    result.switching = switching_weight(gain, stat_of(others).mean);
    if (result.switching) {
        result.switching_share = std::pow(*result.switching, -1.0 / income_elasticity);
        result.pays_above = gain > 0.0;
    }
    return result;
}

std::string income_weighted_text(const IncomeWeighted& weighted, Language language) {
    const auto say = [language](std::string_view english, std::string_view italian) {
        return fmt::runtime(in_language(language, english, italian));
    };
    std::string list;
    for (const WeightedTotal& one : weighted.totals) {
        if (one.income_share == 1.0) continue;
        list += list.empty() ? "" : "; ";
        list += fmt::format(say("{} with {} of the median income (weight {})",
                                "{} con il {} del reddito mediano (peso {})"),
                            difference_text(one.total, language),
                            percent_text(one.income_share, language),
                            number_text(one.weight, 2, language));
    }
    const std::string open =
        fmt::format(say("Weighed by income, (median / theirs)^1.3 as the Green Book does, benefits "
                        "less costs are, if those who gain or lose live on it: {}. The results "
                        "hold no incomes of theirs: these are what if.",
                        "Pesati per reddito, (mediano / il loro)^1,3 come nel Green Book, i "
                        "benefici meno i costi sono, se chi guadagna o perde ci vive: {}. I "
                        "risultati non contengono i loro redditi: sono ipotesi."),
                    list);
    if (!weighted.switching) {
        return open + fmt::format(say(" Their sign is the same at any weight.",
                                      " Il segno è lo stesso con qualsiasi peso."));
    }
    return open +
           fmt::format(weighted.pays_above
                           ? say(" Benefits exceed costs where a euro of residents counts more "
                                 "than {}, an income below {} of the median.",
                                 " I benefici superano i costi dove un euro dei residenti conta "
                                 "più di {}, un reddito sotto il {} del mediano.")
                           : say(" Benefits exceed costs where a euro of residents counts less "
                                 "than {}, an income above {} of the median.",
                                 " I benefici superano i costi dove un euro dei residenti conta "
                                 "meno di {}, un reddito sopra il {} del mediano."),
                       number_text(*weighted.switching, 2, language),
                       number_text(100.0 * *weighted.switching_share, 0, language) + " %");
}

Json income_weighted_json(const IncomeWeighted& weighted) {
    Json totals = Json::array();
    for (const WeightedTotal& one : weighted.totals) {
        totals.push_back({{"income_share", one.income_share},
                          {"weight", one.weight},
                          {"total", as_json(one.total)}});
    }
    const auto or_null = [](const std::optional<double>& value) {
        return value ? Json(*value) : Json(nullptr);
    };
    return {{"elasticity", income_elasticity},
            {"totals", totals},
            {"switching_weight", or_null(weighted.switching)},
            {"switching_income_share", or_null(weighted.switching_share)}};
}

}  // namespace cantiere
