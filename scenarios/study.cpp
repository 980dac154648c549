#include "scenarios/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "scenarios/rounding.h"

namespace cantiere {
namespace {

/// The Green Book's rates (HM Treasury, annex A6): from year to year, falling.
struct RateBand {
    double from_year, rate;
};
constexpr std::array<RateBand, 6> green_book{
    {{0.0, 0.035}, {30.0, 0.03}, {75.0, 0.025}, {125.0, 0.02}, {200.0, 0.015}, {300.0, 0.01}}};

double green_book_factor(double years) {
    double factor = 1.0;
    for (std::size_t band = 0; band < green_book.size(); ++band) {
        const double end = band + 1 < green_book.size() ? green_book[band + 1].from_year : HUGE_VAL;
        const double spent = std::min(years, end) - green_book[band].from_year;
        if (spent <= 0.0) {
            break;
        }
        factor *= std::pow(1.0 + green_book[band].rate, -spent);
    }
    return factor;
}

std::vector<const Pack*> packs_of(const Study& study) {
    std::vector<const Pack*> packs;
    const auto add = [&packs](const std::shared_ptr<const Pack>& pack) {
        if (pack && std::find(packs.begin(), packs.end(), pack.get()) == packs.end()) {
            packs.push_back(pack.get());
        }
    };
    for (const Scenario& scenario : study.scenarios) {
        add(scenario.behaviour);
        add(scenario.law);
        add(scenario.territory);
        for (const auto& policy : scenario.policies) {
            add(policy);
        }
    }
    add(study.evaluation.reference_law);
    return packs;
}

}  // namespace

std::vector<ResultMunicipality> municipalities_of(const Study& study) {
    std::vector<ResultMunicipality> all;
    std::set<std::string> known;
    for (const Scenario& scenario : study.scenarios) {
        for (const Municipality& municipality : scenario.territory->municipalities) {
            if (municipality.has_residents && known.insert(municipality.istat_code).second) {
                all.push_back({municipality.istat_code, municipality.name});
            }
        }
    }
    return all;
}

std::vector<const std::vector<StatedValue>*> assignments_of(const Study& study) {
    std::vector<const std::vector<StatedValue>*> lists;
    for (const Pack* pack : packs_of(study)) {
        lists.push_back(&pack->values);
    }
    lists.push_back(&study.set);
    for (const Scenario& scenario : study.scenarios) {
        lists.push_back(&scenario.set);
    }
    return lists;
}

std::vector<SampledParameter> sampled_parameters(const Study& study) {
    std::map<std::string, std::vector<const StatedValue*>> by_key;
    for (const std::vector<StatedValue>* list : assignments_of(study)) {
        for (const StatedValue& assignment : *list) {
            if (assignment.number.is_sampled()) {
                by_key[assignment.spec->key].push_back(&assignment);
            }
        }
    }
    std::vector<SampledParameter> result;
    for (const auto& [key, stated] : by_key) {
        for (const StatedValue* assignment : stated) {
            result.push_back(
                {stated.size() == 1 ? key : fmt::format("{}@{}", key, assignment->pack),
                 assignment});
        }
    }
    return result;
}

std::vector<double> scheduled_discount_factors(const Evaluation& evaluation, int months) {
    std::vector<double> factors;
    if (evaluation.discount == Discount::constant_rate) {
        return factors;
    }
    for (int month = 0; month < months; ++month) {
        factors.push_back(rounded_to_12_digits(green_book_factor(month / 12.0)));
    }
    return factors;
}

}  // namespace cantiere
