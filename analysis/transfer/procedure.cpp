#include "analysis/transfer/procedure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <utility>

#include "model/month/network.h"
#include "scenarios/run_inputs.h"

namespace cantiere {
namespace {

/// What a step takes: keys that begin like one of these.
struct StepRule {
    std::string_view english, italian;
    std::array<std::string_view, 3> starts;  // empty ones name nothing
};

constexpr std::size_t scope_step = 0;
constexpr std::size_t table_step = 1;
constexpr std::size_t reach_step = 2;
constexpr std::size_t referral_step = 3;
constexpr std::size_t commission_step = 4;
constexpr std::size_t project_step = 5;
constexpr std::size_t placement_step = 6;
constexpr std::size_t employer_step = 7;
constexpr std::size_t hire_step = 8;

/// In the order in which people meet them; the first that fits takes a key.
constexpr std::array step_rules{
    StepRule{"Whom and how long", "Per chi e per quanto", {"target.", "programme."}},
    StepRule{"Partners at one table", "I partner al tavolo", {"network.", "coordination."}},
    StepRule{"Reach people", "Raggiungere le persone", {"outreach."}},
    StepRule{"Refer and hand over", "Inviare e passare il caso", {"procedure."}},
    StepRule{"Rank the cases", "Ordinare i casi", {"commission."}},
    StepRule{"Write the personal project",
             "Scrivere il progetto personale",
             {"services.", "case_management."}},
    StepRule{"Assign the seats", "Assegnare i posti", {"placement."}},
    StepRule{"Win hosts and employers", "Coinvolgere le imprese", {"employers.", "job_search."}},
    StepRule{"Support after the hire",
             "Sostenere dopo l'assunzione",
             {"job_tutor.hires_with_tutor_share", "taper.", "hire_incentive."}},
};

/// Seats come between their assignment and the hire.
constexpr std::size_t steps_before_seats = employer_step;

/// In the order of InstitutionRole.
constexpr std::array<Label, institution_count> role_labels{{
    {"", "social service", "servizio sociale"},
    {"", "economic development", "sviluppo economico"},
    {"", "employment office", "centro per l'impiego"},
    {"", "training agency", "ente di formazione"},
    {"", "health authority", "azienda sanitaria"},
    {"", "probation office", "ufficio esecuzione penale"},
    {"", "third sector", "terzo settore"},
    {"", "social cooperative", "cooperativa sociale"},
    {"", "chamber of commerce", "camera di commercio"},
    {"", "trade association", "associazione di categoria"},
    {"", "trade union", "sindacato"},
    {"", "bank or foundation", "banca o fondazione"},
    {"", "transport company", "azienda dei trasporti"},
    {"", "housing agency", "agenzia per la casa"},
}};

bool is_numeric(const ParameterSpec& spec) {
    return spec.type == ValueType::number || spec.type == ValueType::integer;
}

/// `lists` from the strongest on.
std::optional<double> first_stated(const std::vector<const std::vector<StatedValue>*>& lists,
                                   const ParameterSpec& spec) {
    for (const auto* list : lists) {
        const auto stated = std::ranges::find(*list, &spec, &StatedValue::spec);
        if (stated != list->end()) return stated->number.value();
    }
    return std::nullopt;
}

/// What the programme states, the strongest first: the scenario, the study, its policies.
std::vector<const std::vector<StatedValue>*> lists_of_programme(const Study& study,
                                                                const Scenario& scenario) {
    std::vector<const std::vector<StatedValue>*> lists{&scenario.set, &study.set};
    for (const auto& policy : scenario.policies | std::views::reverse) {
        lists.push_back(&policy->values);
    }
    return lists;
}

bool may_be_lever(const ParameterSpec& spec) { return spec.home == PackKind::policy || spec.lever; }

/// The kind of seats that a key is of, where it is named by an instrument.
std::optional<Instrument> instrument_of(const ParameterSpec& spec) {
    for (const Instrument instrument : members<Instrument>()) {
        const std::string start = std::string(name(instrument)) + ".";
        if (spec.key.starts_with(start)) return instrument;
    }
    return std::nullopt;
}

std::optional<std::size_t> step_of(const ParameterSpec& spec) {
    for (std::size_t step = 0; step < step_rules.size(); ++step) {
        for (const std::string_view start : step_rules[step].starts) {
            if (!start.empty() && spec.key.starts_with(start)) return step;
        }
    }
    return std::nullopt;
}

Title partners_of(const Parameters& programme) {
    Title partners;
    const auto member = network_members(programme.network);
    for (std::size_t role = 0; role < institution_count; ++role) {
        if (!member[static_cast<InstitutionRole>(role)]) continue;
        partners.en += (partners.en.empty() ? "" : ", ") + std::string(role_labels[role].text_en);
        partners.it += (partners.it.empty() ? "" : ", ") + std::string(role_labels[role].text_it);
    }
    return partners;
}

Title who_acts(std::size_t step, const Parameters& programme) {
    const bool has_commission = programme.commission.active != 0.0;
    const bool has_manager = programme.referral.case_manager != 0.0;
    Title commission =
        has_commission ? Title{"commission", "commissione"} : Title{"front line", "sportelli"};
    Title manager = has_manager ? Title{"case manager", "operatore di riferimento"}
                                : Title{"front line", "sportelli"};
    switch (step) {
        case scope_step:
            return {"whoever leads the programme", "chi guida il programma"};
        case table_step:
            return partners_of(programme);
        case reach_step:
            return {"desks and outreach", "sportelli e ricerca attiva"};
        case commission_step:
        case placement_step:
            return commission;
        case employer_step:
            return {"contacts with firms", "rapporti con le imprese"};
        case hire_step:
            return {"job tutor", "tutor al lavoro"};
        case referral_step:
        case project_step:
        default:
            return manager;
    }
}

/// Whether a place's number is the length or a price of a kind of seats.
bool is_length_or_price(const ParameterSpec& spec) {
    const bool is_money = spec.unit.starts_with("EUR") && !spec.key.ends_with("output_eur_month");
    return is_money || spec.key.ends_with(".months");
}

/// Seats come first, then how long, what they cost, and who pays.
int order_of_seats(const ProcedureLine& line) {
    const ParameterSpec& spec = *line.spec;
    if (spec.key.ends_with(".slots") || spec.key.ends_with(".total_starts")) return 0;
    if (spec.key.ends_with(".months")) return 1;
    return spec.type == ValueType::payer ? 3 : 2;
}

/// What a step names first comes first: the table before its cost.
std::size_t order_in_step(const ProcedureLine& line) {
    const auto step = step_of(*line.spec);
    if (!step) return 0;
    const auto& starts = step_rules[*step].starts;
    const auto* const first = std::ranges::find_if(starts, [&line](std::string_view start) {
        return line.spec->key.starts_with(start);
    });
    return static_cast<std::size_t>(first - starts.begin());
}

/// Reads a procedure key by key.
class ProcedureReader {
  public:
    ProcedureReader(const Study& study, std::size_t scenario)
        : study_(study),
          scenario_(scenario),
          stated_(lists_of_programme(study, study.scenarios[scenario])),
          programme_(programme_at(study, scenario, 0)) {}

    Procedure read() {
        Procedure procedure;
        for (std::size_t step = 0; step < step_rules.size(); ++step) {
            if (step == steps_before_seats) add_seats(procedure);
            add(procedure, title_of(step), lines_of(procedure, [&](const ParameterSpec& spec) {
                    return step_of(spec) == step;
                }));
        }
        add(procedure,
            {{"Other settings", "Altre impostazioni"}, {}, {}, {}},
            lines_of(procedure, [](const ParameterSpec& spec) {
                return !step_of(spec) && !instrument_of(spec);
            }));
        return procedure;
    }

  private:
    ProcedureStep title_of(std::size_t step) const {
        return {{std::string(step_rules[step].english), std::string(step_rules[step].italian)},
                who_acts(step, programme_),
                {},
                {}};
    }

    static void add(Procedure& procedure, ProcedureStep step, std::vector<ProcedureLine> lines) {
        if (lines.empty()) return;
        std::ranges::stable_sort(lines, {}, order_in_step);
        step.lines = std::move(lines);
        procedure.steps.push_back(std::move(step));
    }

    /// The levers stated that a rule takes; idle ones are put aside.
    template <class Takes>
    std::vector<ProcedureLine> lines_of(Procedure& procedure, const Takes& takes) const {
        std::vector<ProcedureLine> lines;
        for (const ParameterSpec& spec : parameter_table()) {
            const auto value = first_stated(stated_, spec);
            if (!value || !may_be_lever(spec) || !takes(spec)) continue;
            auto& list = is_idle(spec, *value) ? procedure.idle : lines;
            list.push_back({&spec, *value, true});
        }
        return lines;
    }

    /// A step for each kind of seats that the programme adds, with length and prices of the place.
    void add_seats(Procedure& procedure) const {
        for (const Instrument instrument : members<Instrument>()) {
            const auto is_of = [instrument](const ParameterSpec& spec) {
                return !step_of(spec) && instrument_of(spec) == instrument;
            };
            std::vector<ProcedureLine> lines = lines_of(procedure, is_of);
            const bool has_seats = std::ranges::any_of(lines, [](const ProcedureLine& line) {
                return is_numeric(*line.spec);
            });
            if (!has_seats) {  // who would pay for no seats
                procedure.idle.insert(procedure.idle.end(), lines.begin(), lines.end());
                continue;
            }
            add_place_lines(lines, is_of);
            std::ranges::stable_sort(lines, {}, order_of_seats);
            add(procedure,
                {{std::string(text_en(instrument)), std::string(text_it(instrument))},
                 {},
                 {},
                 instrument},
                std::move(lines));
        }
    }

    template <class IsOf>
    void add_place_lines(std::vector<ProcedureLine>& lines, const IsOf& is_of) const {
        for (const ParameterSpec& spec : parameter_table()) {
            const bool is_told =
                std::ranges::find(lines, &spec, &ProcedureLine::spec) != lines.end();
            if (is_told || !is_of(spec) || !is_numeric(spec) || !is_length_or_price(spec)) continue;
            const double value = stated_value(study_, scenario_, spec);
            if (value > 0.0) lines.push_back({&spec, value, false});
        }
    }

    const Study& study_;
    std::size_t scenario_;
    std::vector<const std::vector<StatedValue>*> stated_;
    Parameters programme_;
};

}  // namespace

double stated_value(const Study& study, std::size_t scenario, const ParameterSpec& spec) {
    const Scenario& asked = study.scenarios[scenario];
    auto lists = lists_of_programme(study, asked);
    for (const auto& pack : {asked.territory, asked.law, asked.behaviour}) {
        lists.push_back(&pack->values);
    }
    return first_stated(lists, spec).value_or(spec.default_value);
}

bool is_idle(const ParameterSpec& spec, double value) {
    if (spec.type == ValueType::payer || spec.type == ValueType::placement_policy) return false;
    if (spec.key == "procedure.delay_cap_months") return value >= spec.high;
    if (spec.key.ends_with("_multiplier")) return value == 1.0;
    return value == 0.0 && spec.key != "programme.start_month";
}

Procedure procedure_of(const Study& study, std::size_t scenario) {
    return ProcedureReader(study, scenario).read();
}

}  // namespace cantiere
