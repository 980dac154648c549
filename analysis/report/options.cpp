#include "analysis/comparison_sections.h"
#include "analysis/report/sections.h"

namespace cantiere {

std::vector<ReportBlock> option_blocks(const Findings& f) {
    ReportTable table;
    table.caption = f.say("What each option changes against its base",
                          "Che cosa cambia ogni opzione rispetto alla sua base");
    table.header = {
        std::string(f.in("Option", "Opzione")),
        std::string(f.in("services and coordination, EUR", "servizi e coordinamento, euro")),
        std::string(f.in("net public cost, EUR", "costo pubblico netto, euro")),
        std::string(f.in("autonomy-years", "anni di autonomia")),
        std::string(f.in("stable exits", "uscite stabili")),
        std::string(f.in("starts", "avvii"))};
    for (const ScenarioComparison& scenario : f.comparison.scenarios) {
        if (scenario.is_base) continue;
        table.rows.push_back({f.title_of(scenario),
                              f.difference(scenario, "programme_cost"),
                              f.difference(scenario, "net_cost_public"),
                              f.difference(scenario, "autonomy_years"),
                              f.difference(scenario, "stable_exits"),
                              f.difference(scenario, "starts")});
    }
    std::vector<ReportBlock> blocks;
    blocks.emplace_back(Paragraph{f.say(
        "All are compared with {}{}: same people, same luck, {} years, discounted.",
        "Tutte si confrontano con {}{}: stesse persone, stessa sorte, {} anni, scontati.",
        f.base_words(),
        f.is_other_base() ? ""
                          : f.in(", the territory's own services before the programme, not with no "
                                 "service",
                                 ", quelli del territorio prima del programma, non con l'assenza "
                                 "di servizi"),
        f.years())});
    if (!table.rows.empty()) blocks.push_back(std::move(table));
    if (f.twin() != nullptr) {
        blocks.emplace_back(Remark{std::string(f.in(
            "The null twin is the programme's planned public outlay offered as standard "
            "bundles (orientation, vocational training, internship), without the coordination. "
            "What "
            "finds no use is returned, so that it may spend less.",
            "Il gemello nullo è la spesa pubblica prevista del programma offerta in pacchetti "
            "ordinari (orientamento, formazione professionale, tirocinio), senza il "
            "coordinamento. Quel che non trova impiego si restituisce: può spendere di meno."))});
    }
    return blocks;
}

}  // namespace cantiere
