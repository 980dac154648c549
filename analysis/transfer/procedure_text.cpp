#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/transfer/place_words.h"
#include "analysis/transfer/procedure.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string label_words(const Label& label, Language language) {
    return std::string(in_language(language, label.text_en, label.text_it));
}

/// A value for readers: a number with its unit, yes or no, a payer, a rule.
std::string setting_words(const ProcedureLine& line, Language language) {
    const auto place = static_cast<std::size_t>(line.value);
    switch (line.spec->type) {
        case ValueType::flag:
            return line.value != 0.0 ? std::string(in_language(language, "yes", "sì")) : "no";
        case ValueType::payer:
            return label_words(labels(Payer{})[place], language);
        case ValueType::placement_policy:
            return label_words(labels(PlacementPolicy{})[place], language);
        default:
            return value_words(*line.spec, line.value, language);
    }
}

Json setting_json(const ProcedureLine& line) {
    const auto place = static_cast<std::size_t>(line.value);
    switch (line.spec->type) {
        case ValueType::flag:
            return line.value != 0.0;
        case ValueType::payer:
            return labels(Payer{})[place].name;
        case ValueType::placement_policy:
            return labels(PlacementPolicy{})[place].name;
        default:
            return line.value;
    }
}

Json line_json(const ProcedureLine& line, Language language) {
    return {{"name", line.spec->key},
            {"value", setting_json(line)},
            {"unit", line.spec->unit},
            {"stated", line.is_stated},
            {"meaning", in_language(language, line.spec->text_en, line.spec->text_it)}};
}

Json lines_json(const std::vector<ProcedureLine>& lines, Language language) {
    Json list = Json::array();
    for (const ProcedureLine& line : lines) list.push_back(line_json(line, language));
    return list;
}

/// What a key means, without the name of the seats that the step is of and without its remarks.
std::string_view meaning_in(const ProcedureStep& step,
                            const ParameterSpec& spec,
                            Language language) {
    std::string_view meaning = in_language(language, spec.text_en, spec.text_it);
    const std::string name = fmt::format("{}: ", in_language(language, step.what.en, step.what.it));
    if (meaning.starts_with(name)) meaning.remove_prefix(name.size());
    return meaning.substr(0, meaning.find(';'));
}

/// The keys of every kind of seats: columns of a table of their own.
constexpr std::array seat_columns{std::string_view(".slots"),
                                  std::string_view(".months"),
                                  std::string_view(".cost_eur_month"),
                                  std::string_view(".cost_eur_once"),
                                  std::string_view(".programme_payer")};

bool is_seat_column(const ProcedureStep& step, const ProcedureLine& line) {
    if (!step.seats) return false;
    return std::ranges::any_of(seat_columns, [&](std::string_view column) {
        return line.spec->key == fmt::format("{}{}", name(*step.seats), column);
    });
}

std::string seats_table(const Procedure& procedure, Language language, const Layout& layout) {
    std::vector<std::string> header{std::string(in_language(language, "seats", "posti")),
                                    std::string(in_language(language, "key", "chiave"))};
    header.insert(header.end(), seat_columns.begin(), seat_columns.end());
    TextTable table(header);
    table.flush_left(1);
    for (const ProcedureStep& step : procedure.steps) {
        if (!step.seats) continue;
        std::vector<std::string> row{std::string(in_language(language, step.what.en, step.what.it)),
                                     std::string(name(*step.seats))};
        for (const std::string_view column : seat_columns) {
            const std::string key = fmt::format("{}{}", name(*step.seats), column);
            const auto line = std::ranges::find_if(step.lines, [&key](const ProcedureLine& one) {
                return one.spec->key == key;
            });
            row.push_back(line == step.lines.end() ? "-" : setting_words(*line, language));
        }
        table.add(row);
    }
    return table.empty() ? "" : table.text(layout);
}

/// What stands in a table for a heading, a line of its own.
std::string heading_mark(std::size_t heading) { return fmt::format("§{}", heading); }

std::string without_spaces(std::string line) {
    std::erase(line, ' ');
    return line;
}

/// Puts headings in the place of their marks, over the whole width.
std::string with_headings(const std::string& table,
                          const std::vector<std::string>& headings,
                          const Layout& layout) {
    std::string text;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        const std::string mark = without_spaces(line);
        std::string written = line + "\n";
        for (std::size_t i = 0; i < headings.size(); ++i) {
            if (mark == heading_mark(i)) written = paragraph(headings[i], layout.width, 2);
        }
        text += written;
    }
    return text;
}

/// The steps with their numbers; kinds of seats, in a table of their own, are one of them.
class StepsTable {
  public:
    StepsTable(const Procedure& procedure, Language language)
        : language_(language),
          table_({std::string(in_language(language, "step: who", "passo: chi")),
                  std::string(in_language(language, "value", "valore")),
                  std::string(in_language(language, "key", "chiave"))}) {
        constexpr std::size_t key_column = 2;
        table_.flush_left(key_column);
        for (const ProcedureStep& step : procedure.steps) add(step);
    }

    std::string text(const Layout& layout) const {
        return with_headings(table_.text(layout), headings_, layout);
    }

  private:
    std::string_view say(std::string_view english, std::string_view italian) const {
        return in_language(language_, english, italian);
    }

    void add(const ProcedureStep& step) {
        if (!step.seats) {
            const std::string_view who = say(step.who.en, step.who.it);
            head(fmt::format("{}{}{}",
                             say(step.what.en, step.what.it),
                             who.empty() ? "" : ": ",
                             who));
        } else if (!has_seats_) {
            has_seats_ = true;
            head(
                say("Deliver the seats of the table below", "Erogare i posti della tabella sotto"));
        }
        for (const ProcedureLine& line : step.lines) {
            if (is_seat_column(step, line)) continue;
            table_.add({fmt::format("- {}", meaning_in(step, *line.spec, language_)),
                        setting_words(line, language_),
                        line.spec->key + (line.is_stated ? "" : " *")});
        }
    }

    void head(std::string_view words) {
        table_.add({heading_mark(headings_.size())});
        headings_.push_back(fmt::format("{}. {}", headings_.size() + 1, words));
    }

    Language language_;
    TextTable table_;
    std::vector<std::string> headings_;
    bool has_seats_ = false;
};

std::string idle_text(const Procedure& procedure, Language language, const Layout& layout) {
    std::vector<std::string> settings;
    for (const ProcedureLine& line : procedure.idle) {
        settings.push_back(
            fmt::format("{} = {}", line.spec->key, value_text(*line.spec, line.value)));
    }
    if (settings.empty()) return "";
    return paragraph(fmt::format(fmt::runtime(in_language(language,
                                                          "Levers that stand still: {}.",
                                                          "Leve che stanno ferme: {}.")),
                                 fmt::join(settings, ", ")),
                     layout.width,
                     2);
}

}  // namespace

std::string procedure_text(const Procedure& procedure, Language language, const Layout& layout) {
    std::string text = StepsTable(procedure, language).text(layout);
    text += "\n";
    text += seats_table(procedure, language, layout);
    text += "\n";
    text += idle_text(procedure, language, layout);
    return text +
           paragraph(in_language(language,
                                 "Each value stands beside the key that the program runs by, as a "
                                 "policy pack states it; of seats, row and column make the key "
                                 "(internship.slots). * and, of seats, prices are those of home.",
                                 "Ogni valore sta accanto alla chiave con cui il programma gira, "
                                 "come la scrive un pacchetto di politica; dei posti, riga e "
                                 "colonna fanno la chiave (internship.slots). * e, dei posti, i "
                                 "prezzi sono quelli di casa."),
                     layout.width,
                     2);
}

nlohmann::ordered_json procedure_json(const Procedure& procedure, Language language) {
    Json steps = Json::array();
    for (const ProcedureStep& step : procedure.steps) {
        steps.push_back({{"step", in_language(language, step.what.en, step.what.it)},
                         {"who", in_language(language, step.who.en, step.who.it)},
                         {"lines", lines_json(step.lines, language)}});
    }
    return {{"steps", steps}, {"idle", lines_json(procedure.idle, language)}};
}

}  // namespace cantiere
