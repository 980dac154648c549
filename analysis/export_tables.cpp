#include "analysis/export_tables.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "analysis/suppression.h"
#include "model/core/contracts.h"
#include "model/names.h"

namespace cantiere {
namespace {

template <NamedList E>
std::vector<std::string> names_of() {
    std::vector<std::string> names;
    for (const Label& label : labels(E{})) {
        names.emplace_back(label.name);
    }
    return names;
}

std::vector<std::string> numbers_from(int first, std::size_t count) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.push_back(std::to_string(first + static_cast<int>(i)));
    }
    return numbers;
}

template <class List, class Member>
std::vector<std::string> member_of_each(const List& list, Member member) {
    std::vector<std::string> texts;
    for (const auto& item : list) {
        texts.push_back(item.*member);
    }
    return texts;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

class CsvWriter {
  public:
    CsvWriter(const Results& results, const ExportTable& table) : table_(table) {
        for (const Axis axis : table.axes) {
            labels_.push_back(axis_labels(results.header(), axis));
        }
        for (const Variable variable : table.variables) {
            arrays_.push_back(results.array(variable));
        }
        expects(!arrays_.empty(), "a table with a variable");
        residents_ = results.array(Variable::residents);
    }

    std::string text() {
        add_header();
        const std::size_t rows = arrays_.front().values.size();
        std::vector<std::size_t> place(table_.axes.size(), 0);
        for (std::size_t row = 0; row < rows; ++row) {
            add_row(row, place);
            advance(place);
        }
        return std::move(text_);
    }

  private:
    void add_header() {
        std::string separator;
        for (const Axis axis : table_.axes) {
            text_ += separator;
            text_ += name(axis);
            separator = ",";
        }
        for (const Variable variable : table_.variables) {
            text_ += ",";
            text_ += name(variable);
        }
        text_ += table_.may_be_suppressed() ? ",suppressed\n" : "\n";
    }

    void advance(std::vector<std::size_t>& place) const {
        for (std::size_t axis = place.size(); axis-- > 0;) {
            if (++place[axis] < labels_[axis].size()) {
                return;
            }
            place[axis] = 0;
        }
    }

    /// The positions on an axis that a row is about: its own, or all where the table lacks the
    /// axis.
    std::pair<std::size_t, std::size_t> range(const std::vector<std::size_t>& place,
                                              Axis axis,
                                              std::size_t length) const {
        const auto at = std::find(table_.axes.begin(), table_.axes.end(), axis);
        if (at == table_.axes.end()) return {0, length};
        const std::size_t own = place[static_cast<std::size_t>(at - table_.axes.begin())];
        return {own, own + 1};
    }

    /// Mean number of residents of the runs that a row is about.
    double residents_of(const std::vector<std::size_t>& place) const {
        const auto scenarios = range(place, Axis::scenario, residents_.shape[0]);
        const auto draws = range(place, Axis::draw, residents_.shape[1]);
        const auto replicates = range(place, Axis::replicate, residents_.shape[2]);
        double sum = 0.0;
        double runs = 0.0;
        for (std::size_t s = scenarios.first; s < scenarios.second; ++s) {
            for (std::size_t d = draws.first; d < draws.second; ++d) {
                for (std::size_t r = replicates.first; r < replicates.second; ++r) {
                    const double people = residents_.at({s, d, r});
                    if (std::isnan(people)) continue;  // a failed run
                    sum += people;
                    runs += 1.0;
                }
            }
        }
        return runs > 0.0 ? sum / runs : 0.0;
    }

    bool is_hidden(std::size_t column, std::size_t row, bool few_residents) const {
        const std::vector<Variable>& variables = table_.variables;
        if (few_residents && is_about_all_residents(variables[column])) return true;
        return is_suppressed(variables[column], [&](Variable asked) {
            const auto at = std::find(variables.begin(), variables.end(), asked);
            expects(at != variables.end(), "who a value is about stands in its own table");
            return arrays_[static_cast<std::size_t>(at - variables.begin())].values[row];
        });
    }

    void add_row(std::size_t row, const std::vector<std::size_t>& place) {
        std::string separator;
        for (std::size_t axis = 0; axis < place.size(); ++axis) {
            text_ += separator + csv_field(labels_[axis][place[axis]]);
            separator = ",";
        }
        const bool few_residents = is_too_few(residents_of(place));
        std::string suppressed;
        for (std::size_t column = 0; column < arrays_.size(); ++column) {
            text_ += ",";
            const double value = arrays_[column].values[row];
            if (is_hidden(column, row, few_residents)) {
                suppressed +=
                    (suppressed.empty() ? "" : " ") + std::string(name(table_.variables[column]));
            } else if (!std::isnan(value)) {
                fmt::format_to(std::back_inserter(text_), "{}", value);
            }
        }
        text_ += table_.may_be_suppressed() ? "," + suppressed + "\n" : "\n";
    }

    const ExportTable& table_;
    std::vector<std::vector<std::string>> labels_;
    std::vector<ResultsArray> arrays_;
    ResultsArray residents_;  // [scenario][draw][replicate]
    std::string text_;
};

}  // namespace

std::string ExportTable::file_name() const {
    std::string text;
    for (const Axis axis : axes) {
        text += text.empty() ? "" : "-";
        text += name(axis);
    }
    return text + ".csv";
}

bool ExportTable::may_be_suppressed() const {
    return std::any_of(variables.begin(), variables.end(), [](Variable variable) {
        return cantiere::may_be_suppressed(variable);
    });
}

std::vector<ExportTable> export_tables() {
    std::vector<ExportTable> tables;
    for (const VariableShape& row : all_variables()) {
        const std::vector<Axis> axes = dimensions(row.variable);
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& table) {
            return table.axes == axes;
        });
        if (found == tables.end()) {
            tables.push_back({axes, {row.variable}});
        } else {
            found->variables.push_back(row.variable);
        }
    }
    return tables;
}

std::vector<std::string> axis_labels(const ResultsHeader& header, Axis axis) {
    switch (axis) {
        case Axis::scenario:
            return member_of_each(header.scenarios, &ScenarioEntry::id);
        case Axis::draw:
            return numbers_from(0, header.draws);
        case Axis::replicate:
            return numbers_from(0, header.replicates);
        case Axis::month:
            return numbers_from(0, header.months);
        case Axis::year:
            return numbers_from(header.start.year, sizes_of(header).years);
        case Axis::payer:
            return names_of<Payer>();
        case Axis::category:
            return names_of<Category>();
        case Axis::group:
            return names_of<Group>();
        case Axis::domain:
            return names_of<Domain>();
        case Axis::municipality:
            return member_of_each(header.municipalities, &MunicipalityEntry::name);
        case Axis::care_state:
        case Axis::care_state_to:
            return names_of<CareState>();
        case Axis::work_state:
            return names_of<WorkState>();
        case Axis::parameter:
            return member_of_each(header.parameters, &ParameterEntry::name);
        case Axis::instrument:
            return names_of<Instrument>();
        case Axis::horizon: {
            std::vector<std::string> years;
            for (const int year : horizon_years) {
                years.push_back(std::to_string(year));
            }
            return years;
        }
        case Axis::count:
            break;
    }
    expects(false, "an axis of the results");
    return {};
}

std::string csv_text(const Results& results, const ExportTable& table) {
    return CsvWriter(results, table).text();
}

}  // namespace cantiere
