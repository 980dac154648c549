#include "analysis/report/sensitivity_answer.h"
#include "analysis/report/uncertainty.h"

namespace cantiere {
namespace {

ReportFigure figure_of_answer(const SensitivityAnswer& answer) {
    if (answer.method() == "oneway") return tornado_of(answer);
    return answer.method() == "twoway" ? plane_of(answer) : shares_of(answer);
}

std::string how_to_get(const Findings& f) {
    return f.say(
        "Not in this report: runs with each number at both ends of its range, or with two together "
        "over the plane of theirs. `cantiere sensitivity --study {0} --json > {0}-oneway.json`, "
        "then "
        "`cantiere report ... --sensitivity {0}-oneway.json`.",
        "Non in questo rapporto: simulazioni con ogni numero ai due estremi del suo intervallo, o "
        "con due insieme sul piano dei loro. `cantiere sensitivity --study {0} --json > "
        "{0}-oneway.json`, poi `cantiere report ... --sensitivity {0}-oneway.json`.",
        f.header().study);
}

}  // namespace

std::vector<ReportBlock> sensitivity_blocks(const Findings& f, const Companions& companions) {
    std::vector<ReportBlock> blocks{
        SubHeading{std::string(f.in("What turns the choice, by runs of their own",
                                    "Che cosa ribalta la scelta, con simulazioni apposite"))}};
    for (std::size_t i = 0; i < companions.sensitivity.size(); ++i) {
        const FigureJson& json = companions.sensitivity[i];
        if (json["study"] != f.header().study) continue;
        blocks.emplace_back(figure_of_answer({f, json, i}));
        const double failed = json.value("failed", 0.0);
        if (failed > 0.0) {
            blocks.emplace_back(Remark{f.say("Runs that failed and are left out: {}.",
                                             "Simulazioni fallite e lasciate fuori: {}.",
                                             failed)});
        }
    }
    if (blocks.size() == 1) blocks.emplace_back(Paragraph{how_to_get(f)});
    return blocks;
}

}  // namespace cantiere
