#include "analysis/equity_text.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"
#include "analysis/texts.h"

namespace cantiere {
namespace {

/// A sentence in both languages, `{}` where values go.
struct Sentence {
    std::string_view english, italian;
};

constexpr Sentence who_gains{"Who gains", "Chi ci guadagna"};
constexpr Sentence access{"access", "accesso"};
constexpr Sentence median_wait{"wait P50", "attesa P50"};
constexpr Sentence p90_wait{"wait P90", "attesa P90"};
constexpr Sentence excluded{"excluded", "esclusi"};
constexpr Sentence gain_each{"gain each", "guadagno"};
constexpr Sentence up_down{"up / down", "su / giù"};
constexpr Sentence groups_legend{
    "Access: share of the group's eligible people served over that of all (1 = alike). Wait: "
    "months from referral within which half (P50) and nine in ten (P90) begin a first instrument, "
    "the never served counted (Kaplan-Meier; - where in some run fewer do before the end). Gain: "
    "autonomy-years per resident more than under the base. Up / down: share "
    "that gains / loses 0.05 or more. Groups overlap.",
    "Accesso: quota di ammissibili del gruppo serviti su quella di tutti (1 = pari). Attesa: mesi "
    "dall'invio entro cui la metà (P50) e nove su dieci (P90) iniziano un primo strumento, contati "
    "i mai serviti (Kaplan-Meier; - dove in qualche simulazione sono meno prima della fine). "
    "Guadagno: anni di autonomia per residente in più della base. Su / giù: quota che "
    "guadagna / perde almeno 0,05. I gruppi si sovrappongono."};
constexpr Sentence all_residents{"All residents", "Tutti i residenti"};
constexpr Sentence base_title{"base", "base"};
constexpr Sentence here{"scenario", "scenario"};
constexpr Sentence difference_title{"difference", "differenza"};
constexpr Sentence worst{"The group that gains least: {}, {} autonomy-years per resident.",
                         "Il gruppo che guadagna meno: {}, {} anni di autonomia per residente."};
constexpr Sentence worst_not_told{
    "Which group gains least cannot be told; by its mean {}: {} autonomy-years per resident.",
    "Quale gruppo guadagni meno non si può dire; per la media {}: {} anni di autonomia ciascuno."};
constexpr Sentence concentration{
    "Twice the covariance of gain and rank of need is {} autonomy-years: above 0 the needier gain "
    "more{}.",
    "Il doppio della covarianza tra guadagno e rango del bisogno è {} anni di autonomia: sopra 0 "
    "guadagna di più chi ha più bisogno{}."};
constexpr Sentence as_index{"; over the mean gain, the concentration index, {}",
                            "; sul guadagno medio, l'indice di concentrazione, {}"};
constexpr Sentence harmed{
    "Paired person by person {} of residents gain 0.05 autonomy-years or more and {} lose as much. "
    "How luck is paired cannot be observed: whatever it is, between {} and {} lose (Frechet "
    "bounds).",
    "Appaiati uno a uno, il {} dei residenti guadagna almeno 0,05 anni di autonomia e il {} ne "
    "perde altrettanti. Come la sorte si appai non è osservabile: comunque sia, perde tra il {} e "
    "il {} (limiti di Fréchet)."};
constexpr Sentence equally_title{"Aversion to inequality", "Avversione alla disuguaglianza"};
constexpr Sentence equally_legend{
    "Autonomy-years per resident that, the same for every group, would be worth as much "
    "(Atkinson). "
    "0 counts their mean alone; a difference that falls with the aversion favours the better off.",
    "Anni di autonomia per residente che, uguali per ogni gruppo, varrebbero altrettanto "
    "(Atkinson). 0 conta la sola media; una differenza che cala con l'avversione favorisce chi sta "
    "meglio."};
constexpr Sentence monitoring{"What an office would record", "Che cosa registrerebbe un ufficio"};
constexpr Sentence recorded{"recorded", "registrato"};
constexpr Sentence real{"true", "reale"};
constexpr Sentence monitoring_legend{
    "An office counts an internship left for a job as completed, sees the hires of open files "
    "only, "
    "takes every closed file and stopped benefit for an exit, and learns of a return when the "
    "person "
    "comes back: no one follows those lost from contact.",
    "Un ufficio conta come completato un tirocinio lasciato per un lavoro, vede solo le assunzioni "
    "delle pratiche aperte, prende per uscita ogni pratica chiusa e sussidio cessato, e sa di un "
    "ritorno quando la persona torna: nessuno segue chi ha perso il contatto."};

struct NamedLabel {
    std::string_view name;
    Sentence label;
};

// clang-format off
constexpr std::array<NamedLabel, 15> labels_of_measures{{
    {"cherry_picking_index", {"cherry-picking index (above 1: creaming)", "indice di scrematura (sopra 1: si scelgono i più occupabili)"}},
    {"autonomy_gini", {"Gini of autonomy", "Gini dell'autonomia"}},
    {"autonomy_p10", {"autonomy of the tenth percentile", "autonomia del decimo percentile"}},
    {"welfare_mean", {"welfare, aversion 0 (mean autonomy)", "benessere, avversione 0 (autonomia media)"}},
    {"welfare_geometric", {"welfare, aversion 1 (Atkinson)", "benessere, avversione 1 (Atkinson)"}},
    {"welfare_harmonic", {"welfare, aversion 2 (Atkinson)", "benessere, avversione 2 (Atkinson)"}},
    {"autonomy_urban", {"autonomy within 27.7 minutes of the town", "autonomia entro 27,7 minuti dal capoluogo"}},
    {"autonomy_inner", {"autonomy farther away", "autonomia più lontano"}},
    {"served_share_urban", {"eligible served within 27.7 minutes", "ammissibili serviti entro 27,7 minuti"}},
    {"served_share_inner", {"eligible served farther away", "ammissibili serviti più lontano"}},
    {"starts", {"starts", "avvii"}},
    {"completions", {"completions", "completamenti"}},
    {"hires", {"hires", "assunzioni"}},
    {"exits", {"exits", "uscite"}},
    {"relapses", {"returns", "ritorni"}},
}};
// clang-format on

/// Writes the section in one language.
class EquityWriter {
  public:
    EquityWriter(const ScenarioEquity& equity, Language language, const Layout& layout)
        : equity_(equity), language_(language), layout_(layout) {}

    std::string all() {
        text_ = groups();
        add_line(told(groups_legend));
        text_ += measures();
        add_sentences();
        if (!equity_.equally_distributed.empty()) {
            text_ += equally_distributed();
            add_line(told(equally_legend));
            for (const AversionSwitch& one : equity_.switches) {
                const bool with_base = &one == &equity_.switches.front();
                if (!with_base && (one.at.empty() || !one.is_told)) continue;
                add_line(aversion_switch_text(one, language_));
            }
        }
        text_ += records();
        add_line(told(monitoring_legend));
        return std::move(text_);
    }

  private:
    std::string told(const Sentence& sentence) const {
        return std::string(in_language(language_, sentence.english, sentence.italian));
    }
    template <class... Values>
    std::string say(const Sentence& sentence, const Values&... values) const {
        return fmt::format(fmt::runtime(told(sentence)), values...);
    }
    std::string label(std::string_view name) const {
        for (const NamedLabel& one : labels_of_measures) {
            if (one.name == name) return told(one.label);
        }
        return std::string(name);
    }
    std::string percent(const Stat& stat) const {
        return std::isnan(stat.mean) ? "-" : percent_text(stat.mean, language_);
    }
    std::string months(const Stat& stat) const { return number_text(stat.mean, 1, language_); }

    void add_line(const std::string& line) { text_ += paragraph(line, layout_.width, 2); }

    std::string up_and_down(const GroupEquity& group) const {
        return equity_.pairing_base.empty()
                   ? fmt::format("{} / {}", percent(group.gainers), percent(group.losers))
                   : "-";
    }

    std::string groups() const {
        TextTable table({told(who_gains),
                         told(access),
                         told(median_wait),
                         told(p90_wait),
                         told(excluded),
                         told(gain_each),
                         told(up_down)});
        for (const GroupEquity& group : equity_.groups) {
            const std::string who(
                in_language(language_, text_en(group.group), text_it(group.group)));
            if (group.suppressed) {
                table.add({who, "-", "-", "-", "-", "-", "-"});
                continue;
            }
            table.add({who,
                       number_text(group.access_ratio.mean, 2, language_),
                       months(group.wait_median),
                       months(group.wait_p90),
                       percent(group.exclusion_rate),
                       difference_text(group.gain, language_),
                       up_and_down(group)});
        }
        return table.text(layout_);
    }

    std::string measures() const {
        TextTable table(
            {told(all_residents), told(base_title), told(here), told(difference_title)});
        for (const EquityMeasure& measure : equity_.measures) {
            if (std::isnan(measure.level.mean)) continue;
            table.add({label(measure.name),
                       number_text(measure.base.mean, 3, language_),
                       number_text(measure.level.mean, 3, language_),
                       difference_text(measure.difference, language_)});
        }
        return table.text(layout_);
    }

    std::string equally_distributed() const {
        TextTable table(
            {told(equally_title), told(base_title), told(here), told(difference_title)});
        for (const EquallyDistributed& one : equity_.equally_distributed) {
            table.add({number_text(one.aversion, 1, language_),
                       number_text(one.base.mean, 3, language_),
                       number_text(one.level.mean, 3, language_),
                       difference_text(one.difference, language_)});
        }
        return table.text(layout_);
    }

    void add_sentences() {
        for (const GroupEquity& group : equity_.groups) {
            if (group.group != equity_.worst_group) continue;
            add_line(say(equity_.is_worst_told ? worst : worst_not_told,
                         in_language(language_, text_en(group.group), text_it(group.group)),
                         difference_text(group.gain, language_)));
        }
        if (!equity_.pairing_base.empty()) {
            add_line(cantiere::say(Phrase::by_person_note, language_));
            return;
        }
        add_gains_by_person();
    }

    void add_gains_by_person() {
        const Stat& index = equity_.concentration_index;
        const bool defined = !std::isnan(index.mean);
        add_line(say(concentration,
                     difference_text(equity_.gain_concentration, language_),
                     defined ? say(as_index, difference_text(index, language_)) : std::string()));
        add_line(say(harmed,
                     percent(equity_.gainers),
                     percent(equity_.losers),
                     percent(equity_.harmed_at_least),
                     percent(equity_.harmed_at_most)));
    }

    std::string records() const {
        TextTable table({told(monitoring), told(recorded), told(real)});
        for (const RecordedIndicator& one : equity_.records) {
            table.add({label(one.name),
                       mean_text(one.recorded, language_),
                       mean_text(one.real, language_)});
        }
        return table.text(layout_);
    }

    const ScenarioEquity& equity_;
    Language language_;
    const Layout& layout_;
    std::string text_;
};

}  // namespace

std::string equity_text(const ScenarioEquity& equity, Language language, const Layout& layout) {
    return equity.empty() ? "" : EquityWriter(equity, language, layout).all();
}

}  // namespace cantiere
