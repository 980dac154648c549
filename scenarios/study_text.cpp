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

/// The value of a key as the files write it; amounts in the study's prices.
std::string number_text(const Assignment& assignment) {
    const SourcedNumber& number = assignment.number;
    const ParameterSpec& spec = *assignment.spec;
    const std::string value = value_text(spec, number.value());
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
    if (number.payer) {
        result += fmt::format(", payer = \"{}\"", name(*number.payer));
    }
    if (number.sources.size() == 1) {
        result += fmt::format(", source = {}", toml_quoted(number.sources.front()));
    } else if (!number.sources.empty()) {
        std::string list;
        for (const std::string& source : number.sources) {
            list += (list.empty() ? "" : ", ") + toml_quoted(source);
        }
        result += fmt::format(", source = [{}]", list);
    }
    if (number.quality != Quality::none) {
        result += fmt::format(", quality = \"{}\"", name(number.quality));
    }
    return result + " }";
}

std::string origin_text(const Assignment& assignment) {
    const SourcedNumber& number = assignment.number;
    std::string result = fmt::format("  # {}", text(number.place));
    const bool converted = assignment.spec->amount && number.stated_value != number.value();
    if (converted) {
        result +=
            fmt::format(", EUR {} of {}", toml_number(number.stated_value), *number.price_year);
    }
    return result;
}

std::string line_text(const Assignment& assignment, Origins origins) {
    return fmt::format("{} = {}{}\n",
                       toml_quoted(assignment.spec->key),
                       number_text(assignment),
                       origins == Origins::show ? origin_text(assignment) : "");
}

std::string lines_text(const std::vector<Assignment>& list, Origins origins) {
    std::string result;
    for (const Assignment& assignment : list) {
        result += line_text(assignment, origins);
    }
    return result;
}

void lay_over(std::map<std::string_view, const Assignment*>& last,
              const std::vector<Assignment>& list) {
    for (const Assignment& assignment : list) {
        last[assignment.spec->key] = &assignment;
    }
}

/// Every key of the table, later lists over earlier ones; keys nobody states at their default.
std::string all_keys_text(const std::vector<const std::vector<Assignment>*>& lists,
                          Origins origins) {
    std::map<std::string_view, const Assignment*> last;
    for (const std::vector<Assignment>* list : lists) {
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

std::vector<Assignment> settings(const Study& study, bool levers) {
    std::vector<Assignment> result;
    for (const Assignment& assignment : study.set) {
        if ((assignment.spec->home == PackKind::policy) == levers) {
            result.push_back(assignment);
        }
    }
    return result;
}

std::string head_text(const Study& study) {
    const Evaluation& evaluation = study.evaluation;
    std::string result = fmt::format("schema = 1\nkind = \"study\"\nid = {}\ntitle = {}\n",
                                     toml_quoted(study.id),
                                     quoted_title(study.title));
    result += fmt::format("\n[horizon]\nstart = \"{}\"\nburn_in_months = {}\nmonths = {}\n",
                          text(study.horizon.start),
                          study.horizon.burn_in_months,
                          study.horizon.months);
    const std::string discount = evaluation.discount == Discount::green_book
                                     ? std::string("discount = \"green-book\"")
                                     : fmt::format("discount_rate_per_year = {}",
                                                   toml_number(evaluation.discount_rate_per_year));
    result += fmt::format(
        "\n[evaluation]\n{}\nprice_year = {}\nwtp_eur_per_autonomy_year = {}\nreference_law = {}\n",
        discount,
        evaluation.price_year,
        toml_number(evaluation.wtp_eur_per_autonomy_year),
        toml_quoted(name_of(evaluation.reference_law->path)));
    result += fmt::format("\n[experiment]\ndraws = {}\nreplicates = {}\nseed = {}\nbase = {}\n",
                          study.experiment.draws,
                          study.experiment.replicates,
                          study.experiment.seed,
                          toml_quoted(study.experiment.base));
    result += "\n[modules]\n";
    for (const Module module : members<Module>()) {
        result += fmt::format("{} = {}\n", name(module), study.modules.on[module]);
    }
    return result;
}

std::string scenario_text(const Study& study, const Scenario& scenario, Origins origins) {
    std::string result = fmt::format("\n[[scenario]]\nid = {}\ntitle = {}\nbase = {}\n",
                                     toml_quoted(scenario.id),
                                     quoted_title(scenario.title),
                                     toml_quoted(study.scenarios[scenario.base].id));
    result += fmt::format("territory = {}\nlaw = {}\nbehaviour = {}\n",
                          toml_quoted(name_of(scenario.territory->path)),
                          toml_quoted(name_of(scenario.law->path)),
                          toml_quoted(name_of(scenario.behaviour->path)));
    std::string policies;
    for (const auto& policy : scenario.policies) {
        policies += (policies.empty() ? "" : ", ") + toml_quoted(name_of(policy->path));
    }
    result += fmt::format("policies = [{}]\nnull_twin = {}\nservices_as_usual = {}\n",
                          policies,
                          scenario.null_twin,
                          scenario.services);
    const std::vector<Assignment> levers =
        scenario.policies.empty() ? std::vector<Assignment>{} : settings(study, true);
    std::map<std::string_view, const Assignment*> last;
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
    std::string result;
    for (const Municipality& municipality : territory.municipalities) {
        result += fmt::format(
            "\n[[municipality]]\nistat = {}\nname = {}\npopulation = {}\nlatitude = {}\n"
            "longitude = {}\nresidents = {}\n",
            toml_quoted(municipality.istat_code),
            toml_quoted(municipality.name),
            municipality.population,
            toml_number(municipality.latitude),
            toml_number(municipality.longitude),
            municipality.has_residents);
    }
    return result;
}

}  // namespace

std::string study_text(const Study& study, Origins origins) {
    std::string result = head_text(study);
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
        const std::vector<Assignment> set = settings(study, false);
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
