#include "analysis/transfer/place_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace cantiere {
namespace {

struct PartRule {
    std::string_view start;  // of the key
    PlacePart part;
};

/// The first rule that fits; what no rule names are seats, prices and staff.
constexpr std::array part_rules{
    PartRule{"population.", PlacePart::population},
    PartRule{"housing.initial_share.", PlacePart::population},
    PartRule{"housing.shelter", PlacePart::services},
    PartRule{"housing.", PlacePart::economy},
    PartRule{"autonomy.poverty_line", PlacePart::economy},
    PartRule{"employers.", PlacePart::economy},
    PartRule{"job_search.", PlacePart::economy},
    PartRule{"travel.", PlacePart::economy},
    PartRule{"internship.conversion_territory", PlacePart::economy},
    PartRule{"internship.output", PlacePart::economy},
    PartRule{"benefit.", PlacePart::law},
};

struct PartNames {
    std::string_view name, english, italian;
};

constexpr std::array<PartNames, part_count> part_names{{
    {"population", "population", "popolazione"},
    {"network_capacity", "network and capacity", "rete e capacità"},
    {"labour_housing", "labour and housing", "lavoro e casa"},
    {"law", "law", "norme"},
}};

void take_values(std::vector<StatedValue>& to, const Pack& from, PartSet parts) {
    std::ranges::copy_if(from.values, std::back_inserter(to), [parts](const StatedValue& stated) {
        return has(parts, part_of(*stated.spec));
    });
}

}  // namespace

std::string_view name(PlacePart part) { return part_names[static_cast<std::size_t>(part)].name; }

std::string_view word_of(PlacePart part, Language language) {
    const PartNames& words = part_names[static_cast<std::size_t>(part)];
    return in_language(language, words.english, words.italian);
}

PlacePart part_of(const ParameterSpec& spec) {
    if (spec.home == PackKind::law) return PlacePart::law;
    const auto* const rule = std::ranges::find_if(part_rules, [&spec](const PartRule& one) {
        return spec.key.starts_with(one.start);
    });
    return rule == part_rules.end() ? PlacePart::services : rule->part;
}

std::shared_ptr<const Pack> mixed_territory(const Pack& here, const Pack& there, PartSet taken) {
    const Pack& geography = has(taken, PlacePart::economy) ? there : here;
    auto mixed = std::make_shared<Pack>(geography);
    mixed->values.clear();
    take_values(mixed->values, here, all_parts & ~taken);
    take_values(mixed->values, there, taken);
    std::ranges::sort(mixed->values, {}, [](const StatedValue& one) { return one.spec->key; });
    return mixed;
}

Study crossed_study(const Study& here, const Study& there, std::size_t scenario) {
    Study crossed = here;
    crossed.scenarios.clear();
    crossed.services = all_parts + 1;
    const std::size_t base = here.scenarios[scenario].base;
    for (PartSet taken = 0; taken <= all_parts; ++taken) {
        const auto territory = mixed_territory(*here.scenarios[scenario].territory,
                                               *there.scenarios[scenario].territory,
                                               taken);
        const Study& of_law = has(taken, PlacePart::law) ? there : here;
        for (const std::size_t which : {base, scenario}) {
            Scenario mixed = here.scenarios[which];
            mixed.id = fmt::format("{}-{}", mixed.id, taken);
            mixed.territory = territory;
            mixed.law = of_law.scenarios[which].law;
            mixed.base = std::size_t{2} * taken;
            mixed.services = taken;
            crossed.scenarios.push_back(std::move(mixed));
        }
    }
    return crossed;
}

}  // namespace cantiere
