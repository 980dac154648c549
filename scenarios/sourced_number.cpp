#include "scenarios/sourced_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/number_checks.h"
#include "scenarios/table_reader.h"

namespace cantiere {
namespace {

template <NamedList E>
std::vector<std::string> names_of() {
    std::vector<std::string> all;
    for (const Label& label : labels(E{})) {
        all.emplace_back(label.name);
    }
    return all;
}

/// Reads one value of one key; each member function reads one attribute and tells its problems.
class NumberReader {
  public:
    NumberReader(const ParameterSpec& spec, const NumberContext& context)
        : spec_(spec), context_(context), problems_(context.problems) {}

    std::optional<SourcedNumber> read(const TomlValue& value) {
        number_.place = value.place;
        const auto* table = value.as<TomlTable>();
        sound_ = table != nullptr ? read_table(*table, value.place) : read_value(value);
        if (!sound_) {
            return std::nullopt;
        }
        const Statement family = states_family_ ? Statement::stated : Statement::absent;
        const bool usable = convert_and_check(number_, spec_, family, context_);
        return usable ? std::optional(std::move(number_)) : std::nullopt;
    }

  private:
    void error(std::string code, Place place, std::string what, std::string why, std::string fix) {
        problems_.error(std::move(code),
                        std::move(place),
                        std::move(what),
                        std::move(why),
                        std::move(fix));
        sound_ = false;
    }

    bool read_table(const TomlTable& table, const Place& place) {
        TableReader reader(table, place, spec_.key, problems_);
        const TomlValue* value = reader.any("value", Need::required);
        sound_ = value != nullptr && read_value(*value);
        read_unit(reader);
        read_range(reader, "low", number_.low);
        read_range(reader, "high", number_.high);
        read_family(reader);
        read_price_year(reader);
        read_payer(reader);
        read_sources(reader);
        read_quality(reader);
        reader.finish();
        return sound_;
    }

    bool read_value(const TomlValue& value) {
        sound_ = true;
        switch (spec_.type) {
            case ValueType::flag:
                read_flag(value);
                break;
            case ValueType::placement_policy:
                read_name<PlacementPolicy>(value, "placement policy");
                break;
            case ValueType::payer:
                read_name<Payer>(value, "payer");
                break;
            case ValueType::integer:
            case ValueType::number:
                read_plain_number(value);
                break;
        }
        return sound_;
    }

    void wrong_type(const TomlValue& value, std::string_view wanted) {
        error("wrong-type",
              value.place,
              fmt::format("{} is {}: {}", spec_.key, kind_of(value), toml_text(value, 40)),
              fmt::format("{} takes {}", spec_.key, wanted),
              how_to_write(spec_.key, value, wanted));
    }

    void read_flag(const TomlValue& value) {
        if (const auto* flag = value.as<bool>()) {
            number_.stated_value = *flag ? 1.0 : 0.0;
        } else {
            wrong_type(value, "true or false");
        }
    }

    template <NamedList E>
    std::optional<E> read_name(const TomlValue& value, std::string_view list) {
        const auto* word = value.as<std::string>();
        const std::vector<std::string> names = names_of<E>();
        if (word == nullptr) {
            wrong_type(value, fmt::format("a {} between double quotes", list));
            return std::nullopt;
        }
        const std::optional<E> member = parse<E>(*word);
        if (!member) {
            error("unknown-name",
                  value.place,
                  fmt::format("\"{}\" is no {}", *word, list),
                  fmt::format("it is one of {}", one_of(names)),
                  did_you_mean(*word, names, "write one of these"));
            return std::nullopt;
        }
        number_.stated_value = static_cast<double>(static_cast<std::size_t>(*member));
        return member;
    }

    void read_plain_number(const TomlValue& value) {
        const auto* whole = value.as<std::int64_t>();
        const auto* real = value.as<double>();
        if (whole == nullptr && real == nullptr) {
            wrong_type(value, spec_.type == ValueType::integer ? "a whole number" : "a number");
            return;
        }
        number_.stated_value = whole != nullptr ? static_cast<double>(*whole) : *real;
        const double fraction = number_.stated_value - std::floor(number_.stated_value);
        if (spec_.type == ValueType::integer && fraction != 0.0) {
            wrong_type(value, "a whole number");
        }
    }

    void read_unit(TableReader& reader) {
        const std::optional<std::string> unit = reader.text("unit");
        if (unit && *unit != spec_.unit) {
            error("wrong-unit",
                  reader.place("unit"),
                  fmt::format("{} is in {}", spec_.key, *unit),
                  fmt::format("{} takes {}", spec_.key, spec_.unit),
                  fmt::format("convert the number and write unit = \"{}\"", spec_.unit));
        }
    }

    void read_range(TableReader& reader, std::string_view key, std::optional<double>& bound) {
        const double infinity = HUGE_VAL;
        bound = reader.number(key, -infinity, infinity);
        sound_ = sound_ && (bound.has_value() || reader.any(key) == nullptr);
    }

    void read_family(TableReader& reader) {
        const std::optional<std::string> word = reader.text("dist");
        if (!word) {
            return;
        }
        states_family_ = true;
        const std::optional<Family> family = parse_family(*word);
        if (!family) {
            error("unknown-name",
                  reader.place("dist"),
                  fmt::format("\"{}\" is no distribution", *word),
                  fmt::format("it is one of {}", one_of(family_names())),
                  did_you_mean(*word, family_names(), "write one of these"));
            return;
        }
        number_.distribution.family = *family;
        const bool ranged = number_.low && number_.high;
        if (*family != Family::fixed && !ranged) {
            error("missing-range",
                  reader.place("dist"),
                  fmt::format("{} has a distribution but no range", spec_.key),
                  "low and high give its spread",
                  "add low and high, or write dist = \"fixed\"");
        }
    }

    void read_price_year(TableReader& reader) {
        const std::optional<std::int64_t> year = reader.integer("price_year", 1900, 2100);
        if (!year) {
            return;
        }
        if (!spec_.amount) {
            error("no-amount",
                  reader.place("price_year"),
                  fmt::format("{} has a price year", spec_.key),
                  fmt::format("it is in {}, not an amount of money", spec_.unit),
                  "remove price_year");
            return;
        }
        number_.price_year = static_cast<int>(*year);
    }

    void read_payer(TableReader& reader) {
        const TomlValue* value = reader.any("payer");
        if (value == nullptr) {
            return;
        }
        const double kept = number_.stated_value;
        number_.payer = read_name<Payer>(*value, "payer");
        number_.stated_value = kept;
        if (number_.payer && spec_.payer_field == nullptr) {
            error("no-payer",
                  value->place,
                  fmt::format("{} names a payer", spec_.key),
                  "who pays is stated elsewhere or does not arise, so this would change nothing",
                  "remove payer");
        }
    }

    void read_sources(TableReader& reader) {
        const TomlValue* value = reader.any("source");
        if (value == nullptr) {
            return;
        }
        if (const auto* one = value->as<std::string>()) {
            number_.sources = {*one};
        } else {
            number_.sources = reader.texts("source");
        }
        for (const std::string& source : number_.sources) {
            if (!context_.evidence.empty() && !context_.evidence.knows(source)) {
                error("unknown-source",
                      value->place,
                      fmt::format("\"{}\" is no key of the evidence catalogue", source),
                      "the reader of a number must be able to look it up",
                      did_you_mean(source,
                                   context_.evidence.keys(),
                                   "add a row with this key to a CSV in the folder evidence beside "
                                   "the study"));
            }
        }
    }

    void read_quality(TableReader& reader) {
        const std::optional<std::string> word = reader.text("quality");
        if (!word) {
            return;
        }
        if (const std::optional<Quality> quality = parse_quality(*word)) {
            number_.quality = *quality;
            return;
        }
        const std::vector<std::string> words{"found", "recalled", "assumed"};
        error("unknown-name",
              reader.place("quality"),
              fmt::format("\"{}\" is no quality", *word),
              fmt::format("it is one of {}", one_of(words)),
              did_you_mean(*word, words, "write one of these"));
    }

    const ParameterSpec& spec_;
    const NumberContext& context_;
    Problems& problems_;
    SourcedNumber number_;
    bool sound_ = true;
    bool states_family_ = false;
};

}  // namespace

std::optional<SourcedNumber> read_number(const ParameterSpec& spec,
                                         const TomlValue& value,
                                         const NumberContext& context) {
    return NumberReader(spec, context).read(value);
}

}  // namespace cantiere
