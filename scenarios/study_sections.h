#pragma once
/// The sections of a study file; internal to the reading of studies.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/pack.h"
#include "scenarios/study.h"

namespace cantiere::detail {

/// Reads `[horizon]`.
Horizon read_horizon(TableReader& study, Problems& problems);

/// Reads `[evaluation]` but for its reference law.
Evaluation read_evaluation(TableReader& study, Problems& problems);

/// Returns the year whose prices amounts are converted to: the study's, or the index's last one
/// where it does not cover that; this is told once, on the study's own line.
int covered_price_year(TableReader& study,
                       int price_year,
                       const PriceIndex& prices,
                       Problems& problems);

/// Reads `[experiment]`; `only` are the scenarios to run, empty for all.
Experiment read_experiment(TableReader& study, std::vector<std::string>& only, Problems& problems);

/// Reads `[modules]`: every module is on unless it is switched off.
Modules read_modules(TableReader& study, Problems& problems);

/// Reads packs once each and hands them out.
class PackShelf {
  public:
    PackShelf(std::string study_path, PackContext context)
        : study_path_(std::move(study_path)), context_(context) {}

    /// Returns the pack that a key of a table names; null, with the problems told, when it cannot
    /// be used or when the key is absent (told only where it is required).
    std::shared_ptr<const Pack> named(TableReader& reader,
                                      std::string_view key,
                                      PackKind kind,
                                      Need need = Need::optional);

    /// Returns the packs that a list names.
    std::vector<std::shared_ptr<const Pack>> listed(TableReader& reader,
                                                    std::string_view key,
                                                    PackKind kind);

    /// Returns the pack at a path that the program chose.
    std::shared_ptr<const Pack> at(const std::string& path, PackKind kind, const Place& place);

    const PackContext& context() const { return context_; }
    const std::string& study_path() const { return study_path_; }

  private:
    std::string study_path_;
    PackContext context_;
    std::map<std::string, std::shared_ptr<const Pack>> packs_;
};

/// What a study says for all its scenarios that do not say otherwise.
struct ScenarioDefaults {
    std::shared_ptr<const Pack> territory, law, behaviour;
    std::string base;
    bool territory_everywhere = false, law_everywhere = false;  // even where a scenario has its own
};

/// Reads every `[[scenario]]`, resolves bases and groups those that share services as usual.
void read_scenarios(TableReader& reader,
                    const ScenarioDefaults& defaults,
                    PackShelf& shelf,
                    Study& study);

/// Lists where a study's file, with all it extends, states the study's own keys.
std::map<std::string, Place, std::less<>> places_of_keys(const TomlTable& study);

/// Tells whether a study has a scenario of this id.
bool has_scenario(const Study& study, const std::string& id);

/// Tells of an id that no scenario has; `role` says what names it.
void report_unknown_scenario(const std::string& id,
                             const Place& place,
                             std::string_view role,
                             const Study& study,
                             Problems& problems);

/// Keeps the scenarios to run and their bases; unknown ids are told.
void keep_only(Study& study,
               const std::vector<std::string>& only,
               const Place& place,
               Problems& problems);

/// Tells of a policy that says of everybody and of every group that it is not for them.
void check_target(const Pack& policy, Problems& problems);

/// Checks what concerns several files at once: programmes outside of the horizon or for nobody,
/// settings without effect.
void check_study(const Study& study, Problems& problems);

}  // namespace cantiere::detail
