#include "scenarios/study_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace cantiere {
namespace {

std::string quoted_title(const Title& title) {
    return fmt::format("{{ it = {}, en = {} }}", toml_quoted(title.it), toml_quoted(title.en));
}

std::string name_of(const std::string& path) { return path.substr(folder_of(path).size()); }

std::string sources_text(const std::vector<std::string>& sources) {
    if (sources.empty()) return "";
    if (sources.size() == 1) return fmt::format(", source = {}", toml_quoted(sources.front()));
    std::string list;
    for (const std::string& source : sources) {
        list += (list.empty() ? "" : ", ") + toml_quoted(source);
    }
    return fmt::format(", source = [{}]", list);
}

/// The value of a key as the files write it; amounts in the study's prices.
std::string number_text(const StatedValue& assignment) {
    const SourcedNumber& number = assignment.number;
    const ParameterSpec& spec = *assignment.spec;
    std::string value = value_text(spec, number.value());
    const bool is_number = spec.type == ValueType::number || spec.type == ValueType::integer;
    if (!is_number) {
        return value;
    }
    std::string result = fmt::format("{{ value = {}, unit = {}", value, toml_quoted(spec.unit));
    if (number.low && number.high) {
        result += fmt::format(", dist = \"{}\", low = {}, high = {}",
                              name(number.distribution.family),
                              toml_number(*number.low),
                              toml_number(*number.high));
    }
    if (assignment.joint) {
        result += ", drawn = \"posterior\"";  // with the other keys of its pack
    }
    if (number.payer) {
        result += fmt::format(", payer = \"{}\"", name(*number.payer));
    }
    result += sources_text(number.sources);
    if (number.quality != Quality::none) {
        result += fmt::format(", quality = \"{}\"", name(number.quality));
    }
    return result + " }";
}

std::string origin_text(const StatedValue& assignment) {
    const SourcedNumber& number = assignment.number;
    std::string result = fmt::format("  # {}", text(number.place));
    const bool converted = assignment.spec->amount && number.stated_value != number.value();
    if (converted && number.price_year) {
        result +=
            fmt::format(", EUR {} of {}", toml_number(number.stated_value), *number.price_year);
    }
    return result;
}

std::string line_text(const StatedValue& assignment, Origins origins) {
    return fmt::format("{} = {}{}\n",
                       toml_quoted(assignment.spec->key),
                       number_text(assignment),
                       origins == Origins::show ? origin_text(assignment) : "");
}

std::string lines_text(const std::vector<StatedValue>& list, Origins origins) {
    std::string result;
    for (const StatedValue& assignment : list) {
        result += line_text(assignment, origins);
    }
    return result;
}

void lay_over(std::map<std::string_view, const StatedValue*>& last,
              const std::vector<StatedValue>& list) {
    for (const StatedValue& assignment : list) {
        last[assignment.spec->key] = &assignment;
    }
}

/// Every key of the table, later lists over earlier ones; keys nobody states at their default.
std::string all_keys_text(const std::vector<const std::vector<StatedValue>*>& lists,
                          Origins origins) {
    std::map<std::string_view, const StatedValue*> last;
    for (const std::vector<StatedValue>* list : lists) {
        lay_over(last, *list);
    }
    std::string result;
    for (const ParameterSpec& spec : parameter_table()) {
        if (const auto found = last.find(spec.key); found != last.end()) {
            result += line_text(*found->second, origins);
            continue;
        }
        result += fmt::format("{} = {}{}\n",
                              toml_quoted(spec.key),
                              value_text(spec, spec.default_value),
                              origins == Origins::show ? "  # default of the program" : "");
    }
    return result;
}

std::vector<StatedValue> settings(const Study& study, bool levers) {
    std::vector<StatedValue> result;
    for (const StatedValue& assignment : study.set) {
        if ((assignment.spec->home == PackKind::policy) == levers) {
            result.push_back(assignment);
        }
    }
    return result;
}

/// Writes the study's own keys, each with the place that states it.
class OwnKeys {
  public:
    OwnKeys(const Study& study, Origins origins, std::string prefix = "")
        : study_(study), origins_(origins), prefix_(std::move(prefix)) {}

    /// Begins a table of the file.
    void table(std::string_view name) {
        text_ += fmt::format("\n[{}]\n", name);
        prefix_ = fmt::format("{}.", name);
    }

    /// Writes a key; where its own line is absent, that of `otherwise` holds.
    void line(std::string_view key, std::string_view value, std::string_view otherwise = "") {
        text_ += fmt::format("{} = {}{}\n",
                             key,
                             value,
                             origins_ == Origins::show ? origin(key, otherwise) : "");
    }

    std::string text() { return std::move(text_); }

  private:
    std::string origin(std::string_view key, std::string_view otherwise) const {
        for (const std::string& candidate : {prefix_ + std::string(key), std::string(otherwise)}) {
            const auto found = study_.places.find(candidate);
            if (found != study_.places.end()) {
                return fmt::format("  # {}", cantiere::text(found->second));
            }
        }
        return "  # default of the program";
    }

    const Study& study_;
    Origins origins_;
    std::string prefix_;
    std::string text_;
};

std::string head_text(const Study& study, Origins origins) {
    OwnKeys keys(study, origins);
    keys.line("schema", "1");
    keys.line("kind", "\"study\"");
    keys.line("id", toml_quoted(study.id));
    keys.line("title", quoted_title(study.title));
    keys.table("horizon");
    keys.line("start", toml_quoted(text(study.horizon.start)));
    keys.line("burn_in_months", std::to_string(study.horizon.burn_in_months));
    keys.line("months", std::to_string(study.horizon.months));
    const Evaluation& evaluation = study.evaluation;
    keys.table("evaluation");
    if (evaluation.discount == Discount::green_book) {
        keys.line("discount", "\"green-book\"");
    } else {
        keys.line("discount_rate_per_year", toml_number(evaluation.discount_rate_per_year));
    }
    keys.line("price_year", std::to_string(evaluation.price_year));
    keys.line("wtp_eur_per_autonomy_year", toml_number(evaluation.wtp_eur_per_autonomy_year));
    keys.line("reference_law", toml_quoted(name_of(evaluation.reference_law->path)));
    keys.table("experiment");
    keys.line("draws", std::to_string(study.experiment.draws));
    if (study.experiment.hypercube_draws != study.experiment.draws) {
        keys.line("hypercube_draws", std::to_string(study.experiment.hypercube_draws));
    }
    keys.line("replicates", std::to_string(study.experiment.replicates));
    keys.line("seed", std::to_string(study.experiment.seed));
    keys.line("base", toml_quoted(study.experiment.base));
    keys.table("modules");
    for (const Module module : members<Module>()) {
        keys.line(name(module), study.modules.on[module] ? "true" : "false");
    }
    return keys.text();
}

/// The keys that a scenario has of its own or from the study.
std::string own_keys_text(const Study& study, const Scenario& scenario, Origins origins) {
    OwnKeys keys(study, origins, fmt::format("scenario.{}.", scenario.id));
    const std::string& base = study.scenarios[scenario.base].id;
    keys.line("id", toml_quoted(scenario.id));
    keys.line("title", quoted_title(scenario.title));
    keys.line("base", toml_quoted(base), base == study.experiment.base ? "experiment.base" : "");
    keys.line("territory", toml_quoted(name_of(scenario.territory->path)), "territory");
    keys.line("law", toml_quoted(name_of(scenario.law->path)), "law");
    keys.line("behaviour", toml_quoted(name_of(scenario.behaviour->path)), "behaviour");
    std::string policies;
    for (const auto& policy : scenario.policies) {
        policies += (policies.empty() ? "" : ", ") + toml_quoted(name_of(policy->path));
    }
    keys.line("policies", fmt::format("[{}]", policies));
    keys.line("null_twin", scenario.null_twin ? "true" : "false");
    return keys.text();
}

std::string scenario_text(const Study& study, const Scenario& scenario, Origins origins) {
    std::string result = "\n[[scenario]]\n" + own_keys_text(study, scenario, origins);
    result += fmt::format("services_as_usual = {}\n", scenario.services);
    const std::vector<StatedValue> levers =
        scenario.policies.empty() ? std::vector<StatedValue>{} : settings(study, true);
    std::map<std::string_view, const StatedValue*> last;
    for (const auto& policy : scenario.policies) {
        lay_over(last, policy->values);
    }
    lay_over(last, levers);
    lay_over(last, scenario.set);
    result += last.empty() ? "" : "[scenario.from_month_0]  # over services as usual\n";
    for (const auto& [key, assignment] : last) {
        result += line_text(*assignment, origins);
    }
    return result;
}

std::string geography_text(const Pack& territory) {
    std::string result = territory.commuting ? "" : "commuting = \"none\"\n";
    for (const Municipality& municipality : territory.municipalities) {
        result += fmt::format("\n[[municipality]]\nistat = {}\nname = {}\npopulation = {}\n",
                              toml_quoted(municipality.istat_code),
                              toml_quoted(municipality.name),
                              municipality.population);
        if (territory.commuting) {
            result += fmt::format("latitude = {}\nlongitude = {}\n",
                                  toml_number(municipality.latitude),
                                  toml_number(municipality.longitude));
        }
        result += fmt::format("residents = {}\n", municipality.has_residents);
    }
    return result;
}

}  // namespace

std::string study_text(const Study& study, Origins origins) {
    std::string result = head_text(study, origins);
    for (const Scenario& scenario : study.scenarios) {
        result += scenario_text(study, scenario, origins);
    }
    for (std::size_t services = 0; services < study.services; ++services) {
        const auto scenario = std::find_if(
            study.scenarios.begin(),
            study.scenarios.end(),
            [services](const Scenario& candidate) { return candidate.services == services; });
        if (scenario == study.scenarios.end()) {
            continue;
        }
        const std::vector<StatedValue> set = settings(study, false);
        result += fmt::format("\n[services_as_usual.{}]\n", services);
        result += all_keys_text({&scenario->behaviour->values,
                                 &scenario->law->values,
                                 &scenario->territory->values,
                                 &set},
                                origins);
    }
    return result;
}

std::string pack_text(const Pack& pack, Origins origins) {
    return fmt::format("schema = 1\nkind = \"{}\"\nid = {}\ntitle = {}\n\n",
                       name(pack.kind),
                       toml_quoted(pack.id),
                       quoted_title(pack.title)) +
           lines_text(pack.values, origins) + geography_text(pack);
}

}  // namespace cantiere
