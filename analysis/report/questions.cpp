#include "analysis/report/questions.h"

#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/result_samples.h"
#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::string_view half_size = "-half";  // ending of the id of a programme at half size

const GroupEquity* group_of_most_gain(const ScenarioComparison& p) {
    const GroupEquity* best = nullptr;
    for (const GroupEquity& group : p.equity.groups) {
        if (group.suppressed || std::isnan(group.gain.mean)) continue;
        if (best == nullptr || group.gain.mean > best->gain.mean) best = &group;
    }
    return best;
}

/// What is not told against another base that was chosen.
std::string told_against_usual(const Findings& f) {
    return std::string(f.in("That is told against services as usual: choose them as the base.",
                            "Si dice rispetto ai servizi di consueto: siano questi la base."));
}

/// Whether the interval of a group's gain lies above those of all others.
bool is_surely_first(const ScenarioComparison& p, const GroupEquity& first) {
    return std::ranges::none_of(p.equity.groups, [&](const GroupEquity& other) {
        const bool is_known = !other.suppressed && !std::isnan(other.gain.high);
        return &other != &first && is_known && other.gain.high >= first.gain.low;
    });
}

std::string group_name(const Findings& f, Group group) {
    return std::string(f.in(text_en(group), text_it(group)));
}

const OutcomeComparison* minus_twin(const ScenarioComparison& p, std::string_view variable) {
    const auto found = std::ranges::find(p.against_twin, variable, &OutcomeComparison::variable);
    return found == p.against_twin.end() ? nullptr : &*found;
}

std::string minus_twin_fact(const Findings& f,
                            const ScenarioComparison& p,
                            std::string_view variable) {
    return difference_fact(f.of(p, fmt::format("{}:minus_twin", variable)),
                           minus_twin(p, variable)->difference,
                           f.language);
}

/// Says whether the programme does more than its money in standard bundles, by autonomy-years; and
/// what stable exits or spending say against it.
std::string coordination_verdict(const Findings& f,
                                 const ScenarioComparison& p,
                                 const ScenarioComparison& twin) {
    const int beyond = told_sign(minus_twin(p, "autonomy_years")->difference);
    const int exits = told_sign(minus_twin(p, "stable_exits")->difference);
    const int money = told_sign(outcome_of(twin, "autonomy_years").difference);
    const int spent = told_sign(minus_twin(p, "net_cost_public")->difference);
    std::string text(
        beyond < 0
            ? f.in("The money would do more by itself. ", "Il denaro da solo farebbe di più. ")
        : beyond > 0 ? f.in("The programme does more than its money in standard services. ",
                            "Il programma fa più del suo denaro in servizi ordinari. ")
        : money > 0  ? f.in("It is the money: what coordination adds cannot be told. ",
                           "È il denaro: quel che il coordinamento aggiunge non si distingue. ")
                     : f.in("Neither can be told: not what the money does by itself, nor what "
                            "coordination adds. ",
                           "Non si distingue né l'uno né l'altro: né quel che fa il denaro da "
                            "solo, né quel che il coordinamento aggiunge. "));
    if (beyond > 0 && spent > 0) {
        text += f.in(
            "It also spends more than that money found use for, so that not all of it is "
            "coordination. ",
            "Spende anche più di quanto quel denaro abbia trovato impiego: non tutto è "
            "coordinamento. ");
    }
    if (exits != 0 && exits != beyond) {
        text += exits > 0
                    ? f.in("In stable exits it does more. ", "In uscite stabili fa di più. ")
                    : f.in("In stable exits it does less. ", "In uscite stabili fa di meno. ");
    }
    return text;
}

/// What others on the labour market lose to those whom the programme places.
std::string displacement_text(const Findings& f, const ScenarioComparison& p) {
    const Stat& lost = outcome_of(p, "displaced_job_months").difference;
    if (is_exactly_zero(lost)) {
        return std::string(f.in("Others on the same labour market lose nothing. ",
                                "Altri sullo stesso mercato del lavoro non perdono nulla. "));
    }
    if (!is_apart_from_zero(lost)) {
        return f.say(
            "What others on the same labour market lose cannot be told ({} months of work). ",
            "Quel che perdono altri sullo stesso mercato del lavoro non si distingue ({} mesi di "
            "lavoro). ",
            f.difference(p, "displaced_job_months"));
    }
    return lost.mean > 0.0
               ? f.say(
                     "Others on the same labour market lose {} months of work, already taken off "
                     "all that is told here. ",
                     "Altri sullo stesso mercato del lavoro perdono {} mesi di lavoro, già tolti "
                     "da tutto ciò che si dice qui. ",
                     f.size(p, "displaced_job_months"))
               : f.say("Others on the same labour market gain {} months of work. ",
                       "Altri sullo stesso mercato del lavoro guadagnano {} mesi di lavoro. ",
                       f.size(p, "displaced_job_months"));
}

/// A programme less its half, pair by pair.
struct HalfContrast {
    Stat cost, effect;
};

HalfContrast whole_less_half(const Findings& f,
                             const ScenarioComparison& whole,
                             const ScenarioComparison& half) {
    ResultSamples samples(f.results);
    const auto less = [&](const Sample& a, const Sample& b) { return stat_of(difference(a, b)); };
    return {less(net_cost_of(samples, PublicPayers{}, whole.index),
                 net_cost_of(samples, PublicPayers{}, half.index)),
            less(samples.sample(Variable::autonomy_years, whole.index),
                 samples.sample(Variable::autonomy_years, half.index))};
}

std::string minus_half_fact(const Findings& f,
                            const ScenarioComparison& p,
                            std::string_view variable,
                            const Stat& difference) {
    return difference_fact(f.of(p, fmt::format("{}:minus_half", variable)), difference, f.language);
}

}  // namespace

std::string help_answer(const Findings& f, const ScenarioComparison& p) {
    if (f.is_other_base()) {
        return told_against_usual(f);
    }
    const GroupEquity* const best = group_of_most_gain(p);
    if (best == nullptr || !is_apart_from_zero(best->gain) || best->gain.mean < 0.0) {
        return std::string(f.in("No group whose gain could be told.",
                                "Nessun gruppo di cui si distingua un guadagno."));
    }
    const auto of = [&](std::string_view what) {
        return f.of(p, fmt::format("{}.{}", name(best->group), what));
    };
    std::string text = f.say(
        "Most of all on average, each for themselves: {}, {} autonomy-years for each of them; {} "
        "gain "
        "0.05 autonomy-years or more and {} lose as much. ",
        "Più di tutti, in media e contando ciascuno: {}, {} anni di autonomia ciascuno; di "
        "loro {} guadagna almeno 0,05 anni di autonomia e {} ne perde altrettanti. ",
        group_name(f, best->group),
        difference_fact(of("gain"), best->gain, f.language),
        f.the_share(of("gainers"), best->gainers.mean),
        f.the_share(of("losers"), best->losers.mean));
    if (!is_surely_first(p, *best)) {
        text += f.in("Other groups are so near that chance may have put this one first. ",
                     "Altri gruppi sono così vicini che può essere il caso a mettere questo per "
                     "primo. ");
    }
    text += f.say(
        "In all {} starts, {} stable exits and {} self-sufficient years. Groups overlap: "
        "part of what another group gains is gained by people who are in both.",
        "In tutto {} avvii, {} uscite stabili e {} anni di autosufficienza. I gruppi si "
        "sovrappongono: parte di ciò che guadagna un altro gruppo lo guadagna chi è in "
        "tutti e due.",
        f.difference(p, "starts"),
        f.difference(p, "stable_exits"),
        f.difference(p, "self_sufficient_years"));
    return text;
}

std::string coordination_answer(const Findings& f, const ScenarioComparison& p) {
    const ScenarioComparison* const twin = f.twin();
    if (twin == nullptr || p.against_twin.empty()) {
        return std::string(
            f.in("These results hold no null twin, the same planned money offered "
                 "as standard services: they cannot say.",
                 "Questi risultati non hanno un gemello nullo, la stessa spesa "
                 "prevista offerta in servizi ordinari: non possono dirlo."));
    }
    if (f.is_other_base()) {
        return told_against_usual(f);
    }
    std::string text = coordination_verdict(f, p, *twin);
    text += f.say(
        "The same planned outlay offered as standard services gives {} autonomy-years "
        "and {} stable exits for a net public cost of {} EUR. Of {} EUR planned it finds "
        "use for {}. The programme "
        "over it: {} autonomy-years, {} stable exits, for {} EUR more net public cost.",
        "La stessa spesa prevista, offerta in servizi ordinari, dà {} anni di autonomia "
        "e {} uscite stabili a un costo pubblico netto di {} euro. Di {} euro previsti ne "
        "trovano impiego {}. Il programma "
        "rispetto a questa: {} anni di autonomia, {} uscite stabili, per {} euro di "
        "costo pubblico netto in più.",
        f.difference(*twin, "autonomy_years"),
        f.difference(*twin, "stable_exits"),
        f.difference(*twin, "net_cost_public"),
        level_fact(f.of(*twin, "planned_outlay"), twin->planned_outlay, f.language),
        level_fact(f.of(*twin, "spent_on_bundles"), twin->spent_on_bundles, f.language),
        minus_twin_fact(f, p, "autonomy_years"),
        minus_twin_fact(f, p, "stable_exits"),
        minus_twin_fact(f, p, "net_cost_public"));
    return text;
}

std::string losers_answer(const Findings& f, const ScenarioComparison& p) {
    std::string payers;
    for (const Payer payer : members<Payer>()) {
        const Stat& difference = Findings::cost_change(p, payer);
        if (payer == Payer::employer || !is_apart_from_zero(difference)) continue;
        if (difference.mean < 0.0) continue;
        payers += fmt::format("{}{} ({} {})",
                              payers.empty() ? "" : ", ",
                              f.payer_name(payer),
                              f.cost(p, payer),
                              f.in("EUR", "euro"));
    }
    std::string text = payers.empty() ? std::string(f.in("No payer that could be told. ",
                                                         "Nessun pagatore che si distingua. "))
                                      : f.say("Those who pay: {}. ", "Chi paga: {}. ", payers);
    text += displacement_text(f, p);
    if (!std::isnan(p.equity.losers.mean)) {
        text += f.say(
            "Of the people in need {} are worse off by 0.05 autonomy-years or more, {} better off, "
            "person by person under the same luck; how luck would pair in the world nobody can "
            "observe. ",
            "Delle persone in stato di bisogno {} sta peggio di almeno 0,05 anni di autonomia, {} "
            "meglio, persona per persona con la stessa sorte; come la sorte si appaierebbe nel "
            "mondo nessuno può osservarlo. ",
            f.the_share(f.of(p, "losers_of_all"), p.equity.losers.mean),
            f.the_share(f.of(p, "gainers_of_all"), p.equity.gainers.mean));
    }
    text += f.say("Relapses: {}.", "Ricadute: {}.", f.difference(p, "relapses"));
    return text;
}

std::string smaller_answer(const Findings& f, const ScenarioComparison& p) {
    const ScenarioComparison* const half = f.comparison.find(p.id + std::string(half_size));
    if (half == nullptr) {
        return std::string(
            f.in("These results hold no programme of half the size; its variants "
                 "stand under the options.",
                 "Questi risultati non hanno un programma di metà grandezza; le "
                 "varianti stanno fra le opzioni."));
    }
    const HalfContrast less = whole_less_half(f, p, *half);
    return f.say(
        "Seats by half, coordination as it is. The whole programme, over its half: {} EUR of net "
        "public cost and {} autonomy-years, run by run under the same luck. The half by itself "
        "has {} and {}, the whole {} and {}.",
        "Posti a metà, coordinamento com'è. Il programma intero, rispetto alla sua metà: {} euro "
        "di "
        "costo pubblico netto e {} anni di autonomia, a coppie con la stessa sorte. La metà da "
        "sola ha {} e {}, l'intero {} e {}.",
        minus_half_fact(f, p, "net_cost_public", less.cost),
        minus_half_fact(f, p, "autonomy_years", less.effect),
        f.difference(*half, "net_cost_public"),
        f.difference(*half, "autonomy_years"),
        f.difference(p, "net_cost_public"),
        f.difference(p, "autonomy_years"));
}

}  // namespace cantiere
