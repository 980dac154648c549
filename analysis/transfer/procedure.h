#pragma once
/// The procedure manual of a programme: its steps in order, who acts, seats, delays and unit costs,
/// each read from the key that the program itself runs by.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "scenarios/study.h"

namespace cantiere {

/// A key with the value that the programme runs by.
struct ProcedureLine {
    const ParameterSpec* spec = nullptr;
    double value = 0.0;
    bool is_stated = false;  // by the programme; else a price or a length of the place
};

struct ProcedureStep {
    Title what, who;
    std::vector<ProcedureLine> lines;  // none of them idle
    std::optional<Instrument> seats;   // of a step that is one kind of seats
};

struct Procedure {
    std::vector<ProcedureStep> steps;  // in the order in which people meet them
    std::vector<ProcedureLine> idle;   // stated by the programme, and doing nothing
};

/// Returns the value of a key in a scenario, without its spread: what the scenario sets, else what
/// the study sets, the last policy, the territory, the law or the behaviour states; else the
/// default.
double stated_value(const Study& study, std::size_t scenario, const ParameterSpec& spec);

/// Tells whether a lever at a value does nothing: false, nobody, no money, no limit.
bool is_idle(const ParameterSpec& spec, double value);

/// Reads the procedure of a scenario's programme: every lever that its policies or its settings
/// state, and of each kind of seat the length and the prices of the place.
Procedure procedure_of(const Study& study, std::size_t scenario);

/// Writes the steps as tables with the key beside each value, then the idle levers.
std::string procedure_text(const Procedure& procedure, Language language, const Layout& layout);

/// Returns `{"steps": [{"step", "who", "lines": [{"name", "value", "unit", "stated", "meaning"}]}],
/// "idle": [{"name", "value", ...}]}`. What is `stated`, with `idle`, is the whole policy.
nlohmann::ordered_json procedure_json(const Procedure& procedure, Language language);

}  // namespace cantiere
