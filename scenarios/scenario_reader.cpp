#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/study_sections.h"

namespace cantiere::detail {
namespace {

constexpr std::string_view twin_ending = "-null-twin";

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
        check_base_cycles();
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
        scenario.id = reader.id("results and commands name scenarios by it");
        scenario.title = reader.title("title").value_or(Title{scenario.id, scenario.id});
        reader.title("description");
        scenario.territory = pack_or(reader, "territory", PackKind::territory, defaults_.territory);
        scenario.law = pack_or(reader, "law", PackKind::law, defaults_.law);
        scenario.behaviour = pack_or(reader, "behaviour", PackKind::behaviour, defaults_.behaviour);
        if (defaults_.territory_everywhere) scenario.territory = defaults_.territory;
        if (defaults_.law_everywhere) scenario.law = defaults_.law;
        scenario.policies = shelf_.listed(reader, "policies", PackKind::policy);
        scenario.null_twin = reader.flag("null_twin").value_or(false);
        read_set(reader, scenario);
        check_twin(reader, scenario);
        stated_bases_.emplace_back(reader.text("base"), reader.place("base"));
        reader.finish();
        study_.scenarios.push_back(std::move(scenario));
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
        refuse_what_acts_at_start(scenario);
        sample(scenario.set, context.plan);
    }

    /// The start is made once for all scenarios: set here, such a value would change nothing.
    void refuse_what_acts_at_start(const Scenario& scenario) {
        for (const StatedValue& assignment : scenario.set) {
            if (assignment.spec->acts == Acts::monthly) continue;
            const std::string& key = assignment.spec->key;
            problems_.error("acts-at-start",
                            assignment.number.place,
                            fmt::format("{} is set in the scenario \"{}\"", key, scenario.id),
                            "it acts only at the start of burn-in, which all scenarios share",
                            fmt::format("use --set {}=..., or [set] of the study, or give the "
                                        "scenario a {} pack of its own",
                                        key,
                                        name(assignment.spec->home)));
        }
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

    /// Follows the bases from every scenario; each cycle is told once, where its first link is.
    void check_base_cycles() {
        std::vector<bool> known(study_.scenarios.size(), false);
        for (std::size_t i = 0; i < known.size(); ++i) {
            std::vector<std::size_t> way;
            std::size_t at = i;
            while (!known[at] && study_.scenarios[at].base != at) {
                known[at] = true;
                way.push_back(at);
                at = study_.scenarios[at].base;
            }
            const auto first = std::find(way.begin(), way.end(), at);
            if (first != way.end()) {
                report_base_cycle({first, way.end()});
            }
        }
    }

    void report_base_cycle(const std::vector<std::size_t>& cycle) {
        const auto stated = std::find_if(cycle.begin(), cycle.end(), [this](std::size_t i) {
            return stated_bases_[i].first.has_value();
        });
        const std::size_t start = stated == cycle.end() ? cycle.front() : *stated;
        std::string way = study_.scenarios[start].id;
        for (std::size_t at = study_.scenarios[start].base; at != start;
             at = study_.scenarios[at].base) {
            way += " > " + study_.scenarios[at].id;
        }
        way += " > " + study_.scenarios[start].id;
        problems_.error(
            "base-cycle",
            stated_bases_[start].second,
            fmt::format("the base of \"{}\" comes back to it", study_.scenarios[start].id),
            fmt::format("the way is {}", way),
            "name a base that has none of its own, such as services as usual");
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
                        fmt::format(R"("{}" is in {}, its base "{}" in {})",
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

    const ScenarioDefaults& defaults_;
    PackShelf& shelf_;
    Study& study_;
    Problems& problems_;
    std::vector<std::pair<std::optional<std::string>, Place>> stated_bases_;
};

}  // namespace

void read_scenarios(TableReader& reader,
                    const ScenarioDefaults& defaults,
                    PackShelf& shelf,
                    Study& study) {
    ScenarioReader(defaults, shelf, study).read(reader);
    if (!defaults.base.empty() && !study.scenarios.empty() && !has_scenario(study, defaults.base)) {
        const TomlTable* experiment = reader.table("experiment");
        const TomlValue* base = experiment != nullptr ? experiment->find("base") : nullptr;
        report_unknown_scenario(defaults.base,
                                base != nullptr ? base->place : Place{},
                                "the base of the study",
                                study,
                                shelf.context().reading.problems);
    }
}

}  // namespace cantiere::detail
