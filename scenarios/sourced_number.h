#pragma once
/// One value of a pack: a number with its unit, distribution, year of prices, payer and source.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/names.h"
#include "scenarios/distribution.h"
#include "scenarios/evidence.h"
#include "scenarios/parameter_table.h"
#include "scenarios/price_index.h"
#include "scenarios/toml_tree.h"

namespace cantiere {

enum class Quality { none, found, recalled, assumed };

/// Returns the name of a quality as files write it; empty for none.
std::string_view name(Quality quality);

/// Finds a quality by its name.
std::optional<Quality> parse_quality(std::string_view text);

/// A value of a key, checked, with amounts in the study's price year.
struct SourcedNumber {
    DistributionSpec distribution;                     // in the study's prices
    std::shared_ptr<const FittedDistribution> fitted;  // null where it is not sampled
    std::optional<double> low, high;  // as stated, in the study's prices; ranges of fixed ones too
    double stated_value = 0.0;        // before the conversion of prices
    std::optional<int> price_year;    // of the stated value
    std::optional<Payer> payer;
    std::vector<std::string> sources;  // keys of the evidence catalogue
    Quality quality = Quality::none;
    Place place;

    double value() const { return distribution.value; }
    bool is_sampled() const { return distribution.family != Family::fixed; }
};

/// Says whether a value must name where it comes from.
enum class Sourcing { asked, not_asked };

/// What checking a value needs to know beside it.
struct NumberContext {
    int price_year = 0;                  // of the study
    std::optional<int> file_price_year;  // of amounts that do not state theirs
    const PriceIndex& prices;
    const EvidenceCatalogue& evidence;  // empty: sources are not checked
    Sourcing sourcing = Sourcing::asked;
    Problems& problems;
};

/// Reads the value of a key in any of its forms: a plain number, true or false, a name, or a table
/// `{ value, unit, dist, low, high, price_year, payer, source, quality }`; nothing, with its
/// problems told, when it cannot be used.
std::optional<SourcedNumber> read_number(const ParameterSpec& spec,
                                         const TomlValue& value,
                                         const NumberContext& context);

/// Returns the text of a value as files write it: a number, `true`, a payer or a policy.
std::string value_text(const ParameterSpec& spec, double value);

}  // namespace cantiere
