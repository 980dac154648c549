#include "scenarios/number_checks.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "scenarios/rounding.h"

namespace cantiere {
namespace {

constexpr double poor_fit = 0.25;  // of the range, before a note says that the fit is poor

/// Checks one value of one key.
class NumberChecker {
  public:
    NumberChecker(SourcedNumber& number,
                  const ParameterSpec& spec,
                  Statement family,
                  const NumberContext& context)
        : number_(number),
          spec_(spec),
          family_(family),
          context_(context),
          problems_(context.problems) {}

    bool check() {
        convert_prices();
        if (is_number()) {
            check_range();
            check_distribution();
            check_sourcing();
        } else {
            check_no_distribution();
        }
        return sound_;
    }

  private:
    bool is_number() const {
        return spec_.type == ValueType::number || spec_.type == ValueType::integer;
    }

    void error(std::string code, Place place, std::string what, std::string why, std::string fix) {
        problems_.error(std::move(code),
                        std::move(place),
                        std::move(what),
                        std::move(why),
                        std::move(fix));
        sound_ = false;
    }

    void check_no_distribution() {
        if (number_.is_sampled() || number_.low || number_.high) {
            error("no-distribution",
                  number_.place,
                  fmt::format("{} has a range or a distribution", spec_.key),
                  "it is no quantity",
                  "remove dist, low and high");
        }
    }

    /// Converts value and range once, so that all amounts of a run are euros of one year.
    void convert_prices() {
        double factor = 1.0;
        if (spec_.amount && !number_.price_year) {
            number_.price_year = context_.file_price_year;
        }
        if (spec_.amount && !number_.price_year) {
            if (context_.sourcing == Sourcing::asked && number_.stated_value != 0.0) {
                problems_.warning(
                    "amount-without-year",
                    number_.place,
                    fmt::format("{} does not say of which year its euros are", spec_.key),
                    fmt::format("they are taken as euros of {}", context_.price_year),
                    fmt::format("state it, as in {{ value = {}, unit = \"{}\", price_year = {} }}",
                                toml_number(number_.stated_value),
                                spec_.unit,
                                context_.price_year));
            }
            number_.price_year = context_.price_year;
        }
        if (spec_.amount) {
            factor = price_factor();
        }
        number_.distribution.value = converted(number_.stated_value, factor);
        for (std::optional<double>* bound : {&number_.low, &number_.high}) {
            if (*bound) {
                *bound = converted(**bound, factor);
            }
        }
        number_.distribution.low = number_.low.value_or(number_.distribution.value);
        number_.distribution.high = number_.high.value_or(number_.distribution.value);
    }

    static double converted(double amount, double factor) {
        return factor == 1.0 ? amount : rounded_to_12_digits(amount * factor);
    }

    double price_factor() {
        const int stated_year = number_.price_year.value_or(context_.price_year);
        const std::optional<double> factor =
            context_.prices.factor(stated_year, context_.price_year);
        if (factor) {
            return *factor;
        }
        const std::string covered = context_.prices.empty()
                                        ? std::string("there is no price index")
                                        : fmt::format("the price index covers {} to {}",
                                                      context_.prices.first_year(),
                                                      context_.prices.last_year());
        error("price-year",
              number_.place,
              fmt::format("{} cannot be converted from euros of {} to euros of {}",
                          spec_.key,
                          stated_year,
                          context_.price_year),
              covered,
              "state the amount in the prices of another year, or extend "
              "scenarios/evidence/price_index.csv");
        return 1.0;
    }

    void check_range() {
        check_bound("", number_.distribution.value);
        if (number_.low) {
            check_bound("low of ", *number_.low);
        }
        if (number_.high) {
            check_bound("high of ", *number_.high);
        }
    }

    void check_bound(std::string_view which, double value) {
        if (value >= spec_.low && value <= spec_.high) {
            return;
        }
        const bool percent = spec_.unit == "share" && value > 1.0 && value <= 100.0;
        error("out-of-range",
              number_.place,
              fmt::format("{}{} is {} {}", which, spec_.key, toml_number(value), spec_.unit),
              fmt::format("it is from {} to {}", toml_number(spec_.low), toml_number(spec_.high)),
              fmt::format("write a number from {} to {}{}",
                          toml_number(spec_.low),
                          toml_number(spec_.high),
                          percent ? fmt::format(", {} if {} % is meant",
                                                toml_number(rounded_to_12_digits(value / 100.0)),
                                                toml_number(value))
                                  : ""));
    }

    void check_distribution() {
        if (!sound_) {
            return;
        }
        const DistributionSpec& distribution = number_.distribution;
        if (number_.low.has_value() != number_.high.has_value()) {
            error("half-range",
                  number_.place,
                  fmt::format("{} has only one end of a range", spec_.key),
                  "a range has both",
                  number_.low ? "add high = ..." : "add low = ...");
            return;
        }
        if (!check_order()) {
            return;
        }
        if (const std::string reason = impossible(distribution); !reason.empty()) {
            error("impossible-distribution",
                  number_.place,
                  fmt::format("{} cannot be {}", spec_.key, name(distribution.family)),
                  reason,
                  "correct value, low or high, or choose another dist");
            return;
        }
        if (number_.low && family_ == Statement::absent && *number_.low < *number_.high) {
            problems_.warning("range-without-dist",
                              number_.place,
                              fmt::format("{} has a range but no distribution", spec_.key),
                              "it stands at its value in every draw",
                              R"(add dist = "uniform" or another, or dist = "fixed")");
        }
        fit();
    }

    bool check_order() {
        const DistributionSpec& distribution = number_.distribution;
        if (distribution.low > distribution.high) {
            error("range-order",
                  number_.place,
                  fmt::format("the range of {} is upside down: low = {}, high = {}",
                              spec_.key,
                              toml_number(distribution.low),
                              toml_number(distribution.high)),
                  "low <= value <= high",
                  "swap low and high");
        } else if (distribution.value < distribution.low ||
                   distribution.value > distribution.high) {
            error("range-order",
                  number_.place,
                  fmt::format("{} is {}, outside of its range {} to {}",
                              spec_.key,
                              toml_number(distribution.value),
                              toml_number(distribution.low),
                              toml_number(distribution.high)),
                  "low <= value <= high",
                  "correct one of the three");
        }
        return sound_;
    }

    void fit() {
        if (!number_.is_sampled()) {
            return;
        }
        const auto fitted =
            std::make_shared<const FittedDistribution>(number_.distribution, spec_.low, spec_.high);
        number_.fitted = fitted;
        if (fitted->misfit() > poor_fit) {
            problems_.note("poor-fit",
                           number_.place,
                           fmt::format("no {} with mean {} has the quantiles {} and {} of {}",
                                       name(number_.distribution.family),
                                       toml_number(number_.distribution.value),
                                       toml_number(number_.distribution.low),
                                       toml_number(number_.distribution.high),
                                       spec_.key),
                           fmt::format("the nearest has {:.4g} and {:.4g}",
                                       fitted->untruncated_quantile(0.025),
                                       fitted->untruncated_quantile(0.975)),
                           "choose another dist, or move value");
        }
    }

    void check_sourcing() {
        if (context_.sourcing == Sourcing::not_asked || !sound_) {
            return;
        }
        const bool assumed_with_range =
            number_.quality == Quality::assumed && number_.low && number_.high;
        if (number_.sources.empty() && !assumed_with_range) {
            problems_.warning(
                "unsourced",
                number_.place,
                fmt::format("{} does not say where it comes from", spec_.key),
                "a number is sourced, or assumed with a range",
                fmt::format(R"(say it, as in {{ value = {0}, source = "KEY", )"
                            R"(quality = "found" }}, or {{ value = {0}, quality = )"
                            R"("assumed", dist = "uniform", low = ..., high = ... }})",
                            toml_number(number_.stated_value)));
        }
    }

    SourcedNumber& number_;
    const ParameterSpec& spec_;
    Statement family_;
    const NumberContext& context_;
    Problems& problems_;
    bool sound_ = true;
};

}  // namespace

bool convert_and_check(SourcedNumber& number,
                       const ParameterSpec& spec,
                       Statement family,
                       const NumberContext& context) {
    return NumberChecker(number, spec, family, context).check();
}

}  // namespace cantiere
