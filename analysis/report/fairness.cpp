#include <algorithm>
#include <cmath>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/sections.h"
#include "model/names.h"

namespace cantiere {
namespace {

std::string group_text(const Findings& f, Group group) {
    return std::string(f.in(text_en(group), text_it(group)));
}

std::string group_fact(const Findings& f,
                       const ScenarioComparison& p,
                       const GroupEquity& group,
                       std::string_view what) {
    return f.of(p, fmt::format("{}.{}", name(group.group), what));
}

std::string few(const Findings& f) {
    return std::string(f.in("fewer than five", "meno di cinque"));
}

ReportTable gains_table(const Findings& f, const ScenarioComparison& p) {
    ReportTable table;
    table.caption = std::string(
        f.in("Group by group; groups overlap", "Gruppo per gruppo; i gruppi si sovrappongono"));
    table.header = {std::string(f.in("Group", "Gruppo")),
                    std::string(f.in("residents", "residenti")),
                    std::string(f.in("autonomy-years each, more than under the base",
                                     "anni di autonomia ciascuno, più che con la base")),
                    std::string(f.in("gain", "guadagnano")),
                    std::string(f.in("lose", "perdono"))};
    for (const GroupEquity& group : p.equity.groups) {
        if (group.suppressed) {
            table.rows.push_back({group_text(f, group.group), few(f), "-", "-", "-"});
            continue;
        }
        table.rows.push_back(
            {group_text(f, group.group),
             level_fact(group_fact(f, p, group, "residents"), group.residents, f.language),
             difference_fact(group_fact(f, p, group, "gain"), group.gain, f.language),
             share_fact(group_fact(f, p, group, "gainers"), group.gainers.mean, f.language),
             share_fact(group_fact(f, p, group, "losers"), group.losers.mean, f.language)});
    }
    return table;
}

FigureJson cell(const GroupEquity& group, const Stat& stat) {
    return group.suppressed ? FigureJson(nullptr) : estimate_json(stat);
}

std::string winners_title(const Findings& f, const ScenarioComparison& p) {
    return f.say(
        "{} of the people in need gain 0.05 autonomy-years or more, {} lose as much",
        "Delle persone in stato di bisogno {} guadagna almeno 0,05 anni di autonomia, {} ne perde "
        "altrettanti",
        f.the_share(f.of(p, "gainers_of_all"), p.equity.gainers.mean),
        f.the_share(f.of(p, "losers_of_all"), p.equity.losers.mean));
}

ReportFigure winners_figure(const Findings& f, const ScenarioComparison& p) {
    FigureJson data = figure_data(f, "winners", winners_title(f, p));
    data["groups"] = FigureJson::array();
    for (const GroupEquity& group : p.equity.groups) {
        data["groups"].push_back(
            {{"id", name(group.group)},
             {"name", group_text(f, group.group)},
             {"people",
              group.suppressed ? FigureJson(nullptr) : number_or_null(group.residents.mean)},
             {"gain", cell(group, group.gainers)},
             {"lose", cell(group, group.losers)}});
    }
    return figure_of(f, "winners", std::move(data), gains_table(f, p));
}

const GroupEquity& group_in(const ScenarioComparison& scenario, Group group) {
    return *std::ranges::find(scenario.equity.groups, group, &GroupEquity::group);
}

ReportTable dumbbell_table(const Findings& f) {
    ReportTable table;
    table.caption = std::string(f.in("Autonomy-years for each resident, more than under the base",
                                     "Anni di autonomia per residente, più che con la base"));
    table.header = {std::string(f.in("Group", "Gruppo"))};
    for (const auto* const one : compared_scenarios(f)) table.header.push_back(f.title_of(*one));
    for (const Group group : members<Group>()) {
        std::vector<std::string> row{group_text(f, group)};
        for (const auto* const one : compared_scenarios(f)) {
            const GroupEquity& of = group_in(*one, group);
            row.push_back(
                of.suppressed
                    ? few(f)
                    : difference_fact(group_fact(f, *one, of, "gain"), of.gain, f.language));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Gains of each group under the programme beside those under its null twin.
ReportFigure dumbbell_figure(const Findings& f) {
    FigureJson data = figure_data(f,
                                  "groups",
                                  std::string(f.in("What each group gains, person by person",
                                                   "Quanto guadagna ogni gruppo, per persona")));
    data["outcome"] = f.in("autonomy-years for each resident, more than under the base",
                           "anni di autonomia per residente, più che con la base");
    data["unit"] = "1";  // the outcome names it: beside each symbol it would not fit
    data["scenarios"] = FigureJson::array();
    for (const auto* const one : compared_scenarios(f)) {
        data["scenarios"].push_back(scenario_json(f, *one));
    }
    data["groups"] = FigureJson::array();
    for (const Group group : members<Group>()) {
        FigureJson values = FigureJson::array();
        for (const auto* const one : compared_scenarios(f)) {
            values.push_back(cell(group_in(*one, group), group_in(*one, group).gain));
        }
        data["groups"].push_back(
            {{"id", name(group)}, {"name", group_text(f, group)}, {"values", values}});
    }
    return figure_of(f, "groups", std::move(data), dumbbell_table(f));
}

std::string worst_text(const Findings& f, const ScenarioComparison& p) {
    const auto found =
        std::ranges::find(p.equity.groups, p.equity.worst_group, &GroupEquity::group);
    if (found == p.equity.groups.end()) return "";
    return f.say(
        "The group that gains least: {}, {} autonomy-years per resident; of several "
        "groups chance alone makes one the last. ",
        "Il gruppo che guadagna meno: {}, {} anni di autonomia per residente; fra più "
        "gruppi il caso da solo ne fa uno ultimo. ",
        group_text(f, found->group),
        difference_fact(group_fact(f, p, *found, "gain"), found->gain, f.language));
}

std::string bounds_text(const Findings& f, const ScenarioComparison& p) {
    return f.say(
        "Person by person under the same luck. How luck would pair in the world nobody can "
        "observe: whatever it is, between {} and {} of the people in need lose.",
        "Persona per persona con la stessa sorte. Come la sorte si appaierebbe nel mondo "
        "nessuno può osservarlo: comunque sia, perde tra {} e {} delle persone in stato di "
        "bisogno.",
        f.the_share(f.of(p, "harmed_at_least"), p.equity.harmed_at_least.mean),
        f.the_share(f.of(p, "harmed_at_most"), p.equity.harmed_at_most.mean));
}

ReportTable measures_table(const Findings& f, const ScenarioComparison& p) {
    ReportTable table;
    table.caption =
        std::string(f.in("Aversion to inequality: autonomy-years that, the same for "
                         "every group, would be worth as much (Atkinson)",
                         "Avversione alla disuguaglianza: anni di autonomia che, "
                         "uguali per ogni gruppo, varrebbero altrettanto (Atkinson)"));
    table.header = {std::string(f.in("Aversion", "Avversione")),
                    std::string(f.in("base", "base")),
                    f.title_of(p),
                    std::string(f.in("difference", "differenza"))};
    for (const EquallyDistributed& one : p.equity.equally_distributed) {
        const auto of = [&](std::string_view what) {
            return f.of(p, fmt::format("equally_distributed.{}:{}", one.aversion, what));
        };
        const auto [base, level] = levels_text(one.base, one.level, one.difference, f.language);
        table.rows.push_back({number_text(one.aversion, 1, f.language),
                              fact(of("base"), one.base.mean, base),
                              fact(of("level"), one.level.mean, level),
                              difference_fact(of("difference"), one.difference, f.language)});
    }
    return table;
}

}  // namespace

std::vector<ReportBlock> fairness_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr || p->equity.empty()) return {};
    if (std::isnan(p->equity.gainers.mean)) {
        return {Paragraph{std::string(f.in(
            "Who gains is told person by person, against the base of the scenario's own run alone.",
            "Chi guadagna si dice persona per persona, solo rispetto alla base della simulazione "
            "dello scenario."))}};
    }
    std::vector<ReportBlock> blocks{dumbbell_figure(f),
                                    winners_figure(f, *p),
                                    Paragraph{worst_text(f, *p) + bounds_text(f, *p)}};
    if (!p->equity.equally_distributed.empty()) blocks.emplace_back(measures_table(f, *p));
    return blocks;
}

}  // namespace cantiere
