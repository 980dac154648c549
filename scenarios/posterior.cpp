#include "scenarios/posterior.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/rounding.h"

namespace cantiere {
namespace {

std::optional<double> number_in(const TomlValue& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* real = value.as<double>()) return *real;
    return std::nullopt;
}

/// Reads one table.
class PosteriorReader {
  public:
    PosteriorReader(const TomlTable& table, const Place& place, Problems& problems)
        : reader_(table, place, "[posterior]", problems), problems_(problems) {}

    std::optional<Posterior> read() {
        read_names();
        const TomlList* samples = reader_.list("samples", Need::required);
        reader_.finish();
        if (samples != nullptr && sound_) {
            for (const TomlValue& row : *samples) read_row(row);
            if (samples->empty()) {
                error("empty-posterior",
                      reader_.place("samples"),
                      "the posterior has no samples",
                      "draws take its rows",
                      "add rows, or remove [posterior]");
            }
        }
        if (samples == nullptr || !sound_) return std::nullopt;
        std::ranges::sort(posterior_.rows);
        return std::move(posterior_);
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

    void read_names() {
        reader_.list("names", Need::required);
        posterior_.place = reader_.place("names");
        for (const std::string& name : reader_.texts("names")) read_name(name);
        sound_ = sound_ && !posterior_.keys.empty();
        if (posterior_.keys.empty() && reader_.any("names") != nullptr && !told_) {
            error("empty-posterior",
                  posterior_.place,
                  "the posterior names no key",
                  "its rows are values of keys",
                  "write names = [\"KEY\", ...]");
        }
    }

    void read_name(const std::string& name) {
        const ParameterSpec* spec = find_parameter(name);
        if (spec == nullptr || spec->type != ValueType::number) {
            std::vector<std::string> keys;
            for (const ParameterSpec& known : parameter_table()) keys.push_back(known.key);
            error(spec == nullptr ? "unknown-key" : "not-a-number",
                  posterior_.place,
                  fmt::format("the posterior names {}", name),
                  spec == nullptr ? "there is no such key" : "only real numbers are drawn together",
                  did_you_mean(spec == nullptr ? name : "",
                               keys,
                               "cantiere params WORD lists the keys about a word"));
            told_ = true;
            return;
        }
        if (std::ranges::find(posterior_.keys, spec) != posterior_.keys.end()) {
            error("duplicate-key",
                  posterior_.place,
                  fmt::format("the posterior names {} twice", name),
                  "a row has one value of it",
                  "remove one of them");
        }
        posterior_.keys.push_back(spec);
    }

    void read_row(const TomlValue& row) {
        const auto* cells = row.as<TomlList>();
        if (cells == nullptr || cells->size() != posterior_.keys.size()) {
            error("wrong-row",
                  row.place,
                  cells == nullptr ? fmt::format("a sample is {}", kind_of(row))
                                   : fmt::format("a sample has {} values", cells->size()),
                  fmt::format("there are {} names", posterior_.keys.size()),
                  "write a list with one number for each name");
            return;
        }
        std::vector<double> values;
        for (std::size_t i = 0; i < cells->size(); ++i) {
            const ParameterSpec& spec = *posterior_.keys[i];
            const std::optional<double> value = number_in((*cells)[i]);
            const bool is_within = value && *value >= spec.low && *value <= spec.high;
            if (!is_within) {
                error("out-of-range",
                      (*cells)[i].place,
                      fmt::format("a sample of {} is {}", spec.key, toml_text((*cells)[i], 30)),
                      fmt::format("it is a number from {} to {}",
                                  toml_number(spec.low),
                                  toml_number(spec.high)),
                      "correct it, or remove the row");
                continue;
            }
            values.push_back(*value);
        }
        posterior_.rows.push_back(std::move(values));
    }

    TableReader reader_;
    Problems& problems_;
    Posterior posterior_;
    bool sound_ = true;
    bool told_ = false;  // what is wrong with the names
};

/// Prices of the file over those of the study, for one value.
double price_factor_of(const SourcedNumber& number) {
    return number.stated_value == 0.0 ? 1.0 : number.value() / number.stated_value;
}

std::vector<double> drawn_values(const Posterior& posterior,
                                 std::size_t column,
                                 double factor,
                                 const std::vector<double>& uniforms) {
    const auto count = static_cast<double>(posterior.rows.size());
    std::vector<double> values;
    for (const double u : uniforms) {
        const auto row = static_cast<std::size_t>(u * count);
        const double stated = posterior.rows[std::min(row, posterior.rows.size() - 1)][column];
        values.push_back(factor == 1.0 ? stated : rounded_to_12_digits(stated * factor));
    }
    return values;
}

}  // namespace

std::optional<Posterior> read_posterior(const TomlTable& table,
                                        const Place& place,
                                        Problems& problems) {
    return PosteriorReader(table, place, problems).read();
}

void sample_together(const Posterior& posterior,
                     Pack& pack,
                     const DrawPlan& plan,
                     Problems& problems) {
    std::vector<double> uniforms;
    if (plan.draws > 1) uniforms = uniforms_of(plan, "posterior@" + pack.id);
    for (std::size_t i = 0; i < posterior.keys.size(); ++i) {
        const auto stated = std::ranges::find(pack.values, posterior.keys[i], &StatedValue::spec);
        if (stated == pack.values.end()) {
            problems.error("unstated-key",
                           posterior.place,
                           fmt::format("the posterior names {}", posterior.keys[i]->key),
                           "the pack gives it no value, at which it stands with one draw",
                           fmt::format("add {} = {{ value = ..., dist = ..., low = ..., high = ... "
                                       "}}",
                                       posterior.keys[i]->key));
            continue;
        }
        const bool of_this_file = stated->number.place.file == posterior.place.file;
        if (!of_this_file || !stated->number.is_sampled()) continue;
        stated->joint = true;
        if (uniforms.empty()) continue;
        stated->sampled = std::make_shared<const std::vector<double>>(
            drawn_values(posterior, i, price_factor_of(stated->number), uniforms));
    }
}

}  // namespace cantiere
