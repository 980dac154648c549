#include "analysis/parameter_words.h"

#include <algorithm>
#include <array>

#include "analysis/parameter_text.h"
#include "scenarios/pack.h"

namespace cantiere {
namespace {

struct UnitName {
    std::string_view english;
    std::string_view italian;
};

constexpr std::array unit_names{
    UnitName{"1/hour", "1/ora"},
    UnitName{"1/month", "1/mese"},
    UnitName{"1/year", "1/anno"},
    UnitName{"EUR/day", "EUR/giorno"},
    UnitName{"EUR/month", "EUR/mese"},
    UnitName{"EUR/year", "EUR/anno"},
    UnitName{"cases", "casi"},
    UnitName{"cases/month per 1000 people", "casi/mese per 1000 persone"},
    UnitName{"cooperatives per 100000 residents", "cooperative per 100000 residenti"},
    UnitName{"employers per 1000 residents", "datori di lavoro per 1000 residenti"},
    UnitName{"hand-overs", "passaggi"},
    UnitName{"institutions", "istituzioni"},
    UnitName{"jobs", "posti di lavoro"},
    UnitName{"minutes", "minuti"},
    UnitName{"months", "mesi"},
    UnitName{"paths", "percorsi"},
    UnitName{"people", "persone"},
    UnitName{"residents", "residenti"},
    UnitName{"people per 1000 residents", "persone per 1000 residenti"},
    UnitName{"places per 1000 people", "posti per 1000 persone"},
    UnitName{"share", "quota"},
    UnitName{"share/month", "quota/mese"},
    UnitName{"slots", "posti"},
    UnitName{"slots per 1000 people", "posti per 1000 persone"},
    UnitName{"starts", "avvii"},
    UnitName{"years", "anni"},
};

}  // namespace

std::string_view quality_word(Quality quality, Language language) {
    switch (quality) {
        case Quality::found:
            return in_language(language, "found", "trovato");
        case Quality::recalled:
            return in_language(language, "recalled", "a memoria");
        case Quality::assumed:
            return in_language(language, "assumed", "ipotesi");
        case Quality::none:
            break;
    }
    return "-";
}

std::string_view home_word(PackKind kind, Language language) {
    switch (kind) {
        case PackKind::territory:
            return in_language(language, name(kind), "territorio");
        case PackKind::law:
            return in_language(language, name(kind), "legge");
        case PackKind::behaviour:
            return in_language(language, name(kind), "comportamento");
        case PackKind::policy:
            break;
    }
    return in_language(language, name(kind), "politica");
}

std::string_view type_word(ValueType type, Language language) {
    switch (type) {
        case ValueType::flag:
            return in_language(language, name(type), "vero o falso");
        case ValueType::placement_policy:
            return in_language(language, name(type), "politica di assegnazione");
        case ValueType::payer:
            return in_language(language, name(type), "pagatore");
        case ValueType::number:
        case ValueType::integer:
            break;
    }
    return in_language(language, name(type), "numero");
}

std::string unit_word(std::string_view unit, Language language) {
    const auto* const found =
        std::find_if(unit_names.begin(), unit_names.end(), [unit](const UnitName& one) {
            return one.english == unit;
        });
    const bool named = found != unit_names.end();
    return std::string(named ? in_language(language, unit, found->italian) : unit);
}

std::string unit_after(std::string_view unit, Language language) {
    return unit == "1" ? "" : " " + unit_word(unit, language);
}

}  // namespace cantiere
