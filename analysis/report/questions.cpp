#include "analysis/report/questions.h"

#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
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

}  // namespace

std::string cost_answer(const Findings& f, const ScenarioComparison& p) {
    const Stat& municipal = Findings::cost_change(p, Payer::municipality);
    std::string text = !is_apart_from_zero(municipal)
                           ? f.say("The municipalities, nothing that could be told ({} EUR).",
                                   "Ai comuni nulla che si distingua ({} euro).",
                                   f.cost(p, Payer::municipality))
                       : municipal.mean > 0.0 ? f.say("The municipalities pay {} EUR.",
                                                      "I comuni pagano {} euro.",
                                                      f.cost_size(p, Payer::municipality))
                                              : f.say("The municipalities save {} EUR.",
                                                      "I comuni risparmiano {} euro.",
                                                      f.cost_size(p, Payer::municipality));
    text += f.say(
        " All public payers together: {} EUR, of which services, coordination and "
        "reliefs {}; taxes gained and other spending saved make the difference.",
        " Tutti gli enti pubblici insieme: {} euro, di cui servizi, coordinamento e "
        "sgravi {}; la differenza sono imposte in più e altre spese in meno.",
        f.difference(p, "net_cost_public"),
        f.difference(p, "programme_cost"));
    const PublicFinance* const finance = f.finance_of(p.id);
    if (finance == nullptr || finance->budget.chance_even.empty()) return text;
    const int even = finance->budget.break_even_year;
    text += even > 0 ? f.say(" On average the public has its money back from year {} on",
                             " In media il settore pubblico rientra dall'anno {}",
                             fact(f.of(p, "break_even_year"), even, fmt::format("{}", even)))
                     : std::string(f.in(" On average the public has not got its money back by "
                                        "the end",
                                        " In media il settore pubblico non rientra entro la "
                                        "fine"));
    if (f.header().draws < 2) return text + ".";
    return text + f.say("; by the end it has {}, nothing discounted.",
                        "; alla fine è rientrato {}, senza sconto.",
                        f.in_draws(p, "chance_even", finance->budget.chance_even.back()));
}

std::string help_answer(const Findings& f, const ScenarioComparison& p) {
    const GroupEquity* const best = group_of_most_gain(p);
    if (best == nullptr || !is_apart_from_zero(best->gain) || best->gain.mean < 0.0) {
        return std::string(f.in("No group whose gain could be told.",
                                "Nessun gruppo di cui si distingua un guadagno."));
    }
    const auto of = [&](std::string_view what) {
        return f.of(p, fmt::format("{}.{}", name(best->group), what));
    };
    std::string text = f.say(
        "Most of all on average, each for themselves: {}, {} autonomy-years per resident; of them "
        "{} gain "
        "0.05 autonomy-years or more and {} lose as much. ",
        "Più di tutti, in media e contando ciascuno: {}, {} anni di autonomia per residente; di "
        "loro {} guadagna almeno 0,05 anni di autonomia e {} ne perde altrettanti. ",
        group_name(f, best->group),
        difference_fact(of("gain"), best->gain, f.language),
        f.the_share(of("gainers"), best->gainers.mean),
        f.the_share(of("losers"), best->losers.mean));
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
    text += f.say(
        "Others on the same labour market: {} months of work, already taken off. Of the "
        "residents {} are worse off by 0.05 autonomy-years or more, {} better off, "
        "person by person under the same luck; how luck would pair in the world nobody can "
        "observe. "
        "Relapses: {}.",
        "Altri sullo stesso mercato del lavoro: {} mesi di lavoro, già tolti. Dei "
        "residenti {} sta peggio di almeno 0,05 anni di autonomia, {} meglio, "
        "appaiati uno a uno con la stessa sorte; come la sorte si appaierebbe nel mondo nessuno "
        "può osservarlo. "
        "Ricadute: {}.",
        f.difference(p, "displaced_job_months"),
        f.the_share(f.of(p, "losers_of_all"), p.equity.losers.mean),
        f.the_share(f.of(p, "gainers_of_all"), p.equity.gainers.mean),
        f.difference(p, "relapses"));
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
    return f.say(
        "With half of its seats: {} EUR net public cost and {} autonomy-years, where the "
        "whole programme has {} and {}.",
        "Con metà dei posti: {} euro di costo pubblico netto e {} anni di autonomia, dove "
        "il programma intero ne ha {} e {}.",
        f.difference(*half, "net_cost_public"),
        f.difference(*half, "autonomy_years"),
        f.difference(p, "net_cost_public"),
        f.difference(p, "autonomy_years"));
}

}  // namespace cantiere
