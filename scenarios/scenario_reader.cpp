#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/study_sections.h"

namespace cantiere::detail {
namespace {

constexpr std::string_view twin_ending = "-null-twin";

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-' || letter == '_';
    });
}

/// Reads the scenarios of one study; bases are resolved once all are known.
class ScenarioReader {
  public:
    ScenarioReader(const ScenarioDefaults& defaults, PackShelf& shelf, Study& study)
        : defaults_(defaults),
          shelf_(shelf),
          study_(study),
          problems_(shelf.context().reading.problems) {}

    void read(TableReader& reader) {
        const TomlList* list = reader.list("scenario", Need::required);
        if (list == nullptr) {
            return;
        }
        for (const TomlValue& item : *list) {
            read_one(item);
        }
        if (list->empty()) {
            problems_.error("no-scenario",
                            reader.place("scenario"),
                            "the study has no scenario",
                            "there is nothing to run",
                            "add [[scenario]] with id = \"as-usual\"");
        }
        resolve_bases();
        group_services();
    }

  private:
    void read_one(const TomlValue& item) {
        const auto* table = item.as<TomlTable>();
        if (table == nullptr) {
            problems_.error("wrong-type",
                            item.place,
                            fmt::format("scenario holds {}", kind_of(item)),
                            "each scenario is a table",
                            "begin it with a line: [[scenario]]");
            return;
        }
        TableReader reader(*table, item.place, "[[scenario]]", problems_);
        Scenario scenario;
        scenario.id = read_id(reader);
        scenario.title = reader.title("title").value_or(Title{scenario.id, scenario.id});
        reader.title("description");
        scenario.territory = pack_or(reader, "territory", PackKind::territory, defaults_.territory);
        scenario.law = pack_or(reader, "law", PackKind::law, defaults_.law);
        scenario.behaviour = pack_or(reader, "behaviour", PackKind::behaviour, defaults_.behaviour);
        scenario.policies = shelf_.listed(reader, "policies", PackKind::policy);
        scenario.null_twin = reader.flag("null_twin").value_or(false);
        read_set(reader, scenario);
        check_twin(reader, scenario);
        stated_bases_.push_back({reader.text("base"), reader.place("base")});
        reader.finish();
        study_.scenarios.push_back(std::move(scenario));
    }

    std::string read_id(TableReader& reader) {
        const std::string id = reader.text("id", Need::required).value_or("");
        if (!id.empty() && !is_id(id)) {
            problems_.error("bad-id",
                            reader.place("id"),
                            fmt::format("id is \"{}\"", id),
                            "results and commands name scenarios by it",
                            "use lower-case letters, digits and hyphens");
        }
        return id;
    }

    std::shared_ptr<const Pack> pack_or(TableReader& reader,
                                        std::string_view key,
                                        PackKind kind,
                                        const std::shared_ptr<const Pack>& otherwise) {
        const bool stated = reader.any(key) != nullptr;
        return stated ? shelf_.named(reader, key, kind) : otherwise;
    }

    void read_set(TableReader& reader, Scenario& scenario) {
        const TomlTable* set = reader.table("set");
        if (set == nullptr) {
            return;
        }
        const PackContext& context = shelf_.context();
        scenario.set = read_assignments(*set,
                                        scenario.id,
                                        std::nullopt,
                                        {context.price_year,
                                         std::nullopt,
                                         context.prices,
                                         context.evidence,
                                         Sourcing::not_asked,
                                         problems_});
        sample(scenario.set, context.seed, context.draws);
    }

    void check_twin(TableReader& reader, const Scenario& scenario) {
        const bool named_so = std::string_view(scenario.id).ends_with(twin_ending);
        if (scenario.null_twin && !named_so) {
            problems_.error("twin-id",
                            reader.place("id"),
                            fmt::format("the null twin \"{}\" is not named as one", scenario.id),
                            "ids of null twins end in -null-twin, so that readers know them",
                            fmt::format("write id = \"{}{}\"", scenario.id, twin_ending));
        }
        if (!scenario.null_twin && named_so) {
            problems_.error("twin-id",
                            reader.place("id"),
                            fmt::format("\"{}\" is named as a null twin", scenario.id),
                            "it is none without null_twin = true",
                            "add null_twin = true, or give it another id");
        }
        const bool has_programme = reader.any("policies") != nullptr || !scenario.set.empty();
        if (scenario.null_twin && !has_programme) {
            problems_.error("twin-without-programme",
                            reader.place("null_twin"),
                            fmt::format("the null twin \"{}\" has no policies", scenario.id),
                            "it spends a programme's money on standard bundles",
                            "add the policies whose money it spends");
        }
    }

    std::optional<std::size_t> find(const std::string& id) const {
        for (std::size_t i = 0; i < study_.scenarios.size(); ++i) {
            if (study_.scenarios[i].id == id) {
                return i;
            }
        }
        return std::nullopt;
    }

    bool is_stated_base(const std::string& id) const {
        return std::any_of(stated_bases_.begin(), stated_bases_.end(), [&id](const auto& base) {
            return base.first == id;
        });
    }

    void resolve_bases() {
        for (std::size_t i = 0; i < study_.scenarios.size(); ++i) {
            const auto& [stated, place] = stated_bases_[i];
            if (stated) {
                resolve(i, *stated, place);
            } else if (is_stated_base(study_.scenarios[i].id)) {
                study_.scenarios[i].base = i;
            } else if (const auto base = find(defaults_.base)) {
                study_.scenarios[i].base = *base;
                check_same_people(i, place);
            }
        }
    }

    void resolve(std::size_t i, const std::string& id, const Place& place) {
        if (const auto base = find(id)) {
            study_.scenarios[i].base = *base;
            check_same_people(i, place);
            return;
        }
        report_unknown_scenario(id, place, "the base of a scenario", study_, problems_);
    }

    /// Pairing compares the same people, so both must live in the same territory.
    void check_same_people(std::size_t i, const Place& place) {
        const Scenario& scenario = study_.scenarios[i];
        const Scenario& base = study_.scenarios[scenario.base];
        if (!scenario.territory || !base.territory || scenario.territory == base.territory) {
            return;
        }
        problems_.error("base-elsewhere",
                        place,
                        fmt::format("\"{}\" is in {}, its base \"{}\" in {}",
                                    scenario.id,
                                    scenario.territory->id,
                                    base.id,
                                    base.territory->id),
                        "a difference is between the same people",
                        fmt::format("add a scenario without policies in {} and name it as base",
                                    scenario.territory->id));
    }

    void group_services() {
        std::vector<std::tuple<const Pack*, const Pack*, const Pack*>> known;
        for (Scenario& scenario : study_.scenarios) {
            const std::tuple services(scenario.territory.get(),
                                      scenario.law.get(),
                                      scenario.behaviour.get());
            const auto found = std::find(known.begin(), known.end(), services);
            scenario.services = static_cast<std::size_t>(found - known.begin());
            if (found == known.end()) {
                known.push_back(services);
            }
        }
        study_.services = known.size();
    }

  public:
    static void report_unknown_scenario(const std::string& id,
                                        const Place& place,
                                        std::string_view role,
                                        const Study& study,
                                        Problems& problems) {
        std::vector<std::string> ids;
        for (const Scenario& scenario : study.scenarios) {
            ids.push_back(scenario.id);
        }
        problems.error("unknown-scenario",
                       place,
                       fmt::format("there is no scenario \"{}\"", id),
                       fmt::format("it is named as {}", role),
                       did_you_mean(id, ids, fmt::format("the scenarios are {}", one_of(ids))));
    }

  private:
    const ScenarioDefaults& defaults_;
    PackShelf& shelf_;
    Study& study_;
    Problems& problems_;
    std::vector<std::pair<std::optional<std::string>, Place>> stated_bases_;
};

bool has_id(const Study& study, const std::string& id) {
    return std::any_of(study.scenarios.begin(),
                       study.scenarios.end(),
                       [&id](const Scenario& scenario) { return scenario.id == id; });
}

}  // namespace

void read_scenarios(TableReader& reader,
                    const ScenarioDefaults& defaults,
                    PackShelf& shelf,
                    Study& study) {
    ScenarioReader(defaults, shelf, study).read(reader);
    if (!defaults.base.empty() && !study.scenarios.empty() && !has_id(study, defaults.base)) {
        const TomlTable* experiment = reader.table("experiment");
        const TomlValue* base = experiment != nullptr ? experiment->find("base") : nullptr;
        ScenarioReader::report_unknown_scenario(defaults.base,
                                                base != nullptr ? base->place : Place{},
                                                "the base of the study",
                                                study,
                                                shelf.context().reading.problems);
    }
}

void keep_only(Study& study,
               const std::vector<std::string>& only,
               const Place& place,
               Problems& problems) {
    for (const std::string& id : only) {
        if (!has_id(study, id)) {
            ScenarioReader::report_unknown_scenario(id,
                                                    place,
                                                    "one of those to run",
                                                    study,
                                                    problems);
        }
    }
    if (only.empty() || problems.has_errors()) {
        return;
    }
    std::vector<bool> kept(study.scenarios.size(), false);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool asked = std::find(only.begin(), only.end(), study.scenarios[i].id) != only.end();
        for (std::size_t at = i; asked && !kept[at]; at = study.scenarios[at].base) {
            kept[at] = true;  // its base, and the base's own, run too
        }
    }
    std::vector<std::size_t> moved(kept.size(), 0);
    std::vector<Scenario> remaining;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        moved[i] = remaining.size();
        if (kept[i]) {
            remaining.push_back(std::move(study.scenarios[i]));
        }
    }
    for (Scenario& scenario : remaining) {
        scenario.base = moved[scenario.base];
    }
    study.scenarios = std::move(remaining);
}

}  // namespace cantiere::detail
