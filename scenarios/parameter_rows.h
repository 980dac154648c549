#pragma once
/// How the rows of the parameter table are written; internal to scenarios/parameter_table*.cpp.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/names.h"
#include "scenarios/parameter_table.h"

namespace cantiere::detail {

/// Text of a row in both languages.
struct Text {
    std::string en, it;
};

/// Reaches one number: `field<&Parameters::trust, &TrustParameters::floor>`.
template <auto Subject, auto Member>
double& field(Parameters& parameters, int) {
    return (parameters.*Subject).*Member;
}

/// Reaches one member of an array: `element<&Parameters::population,
/// &PopulationParameters::group_share>`.
template <auto Subject, auto Member>
double& element(Parameters& parameters, int index) {
    return ((parameters.*Subject).*Member).values[static_cast<std::size_t>(index)];
}

/// Reaches one number of one instrument: `of_instrument<&InstrumentParameters::slots>`.
template <auto Member>
double& of_instrument(Parameters& parameters, int index) {
    return parameters.instruments.values[static_cast<std::size_t>(index)].*Member;
}

using Field = double& (*)(Parameters&, int);

/// Writes the rows of one subject: keys share a prefix, and most rows share a home.
class Rows {
  public:
    Rows(std::vector<ParameterSpec>& table, std::string prefix, PackKind home)
        : table_(table), prefix_(std::move(prefix)), home_(home) {}

    /// Rows that follow are at home in this kind of pack.
    void home(PackKind kind) { home_ = kind; }
    /// Values of rows that follow are read then.
    void acts(Acts when) { acts_ = when; }
    /// Keys that follow start so.
    void prefix(std::string text) { prefix_ = std::move(text); }

    /// Adds a number with its unit and valid range.
    ParameterSpec& number(std::string_view name,
                          std::string unit,
                          double low,
                          double high,
                          Text text,
                          Field field);
    /// Adds a whole number.
    ParameterSpec& whole(std::string_view name,
                         std::string unit,
                         double low,
                         double high,
                         Text text,
                         Field field);
    /// Adds a share in [0, 1].
    ParameterSpec& share(std::string_view name, Text text, Field field);
    /// Adds a hazard a month.
    ParameterSpec& hazard(std::string_view name, Text text, Field field);
    /// Adds a yes or no.
    ParameterSpec& flag(std::string_view name, Text text, Field field);
    /// Adds the name of a payer.
    ParameterSpec& payer(std::string_view name, Text text, Field field);
    /// Adds one row for each member of a list, named by it; `default_values` in its order, or one
    /// for all.
    void list(std::string_view name,
              const ParameterSpec& like,
              const std::vector<std::pair<std::string, Text>>& members,
              const std::vector<double>& default_values = {});

  private:
    std::vector<ParameterSpec>& table_;
    std::string prefix_;
    PackKind home_;
    Acts acts_ = Acts::monthly;
};

/// Returns a row without name, text or place, for Rows::list.
ParameterSpec like(PackKind home,
                   ValueType type,
                   std::string unit,
                   double low,
                   double high,
                   Text text,
                   Field field);

/// Returns name and texts of every member of a named list.
template <NamedList E>
std::vector<std::pair<std::string, Text>> members_of() {
    std::vector<std::pair<std::string, Text>> all;
    for (const Label& label : labels(E{})) {
        all.push_back(
            {std::string(label.name), {std::string(label.text_en), std::string(label.text_it)}});
    }
    return all;
}

void add_territory_rows(std::vector<ParameterSpec>& table);
void add_price_rows(std::vector<ParameterSpec>& table);
void add_law_rows(std::vector<ParameterSpec>& table);
void add_people_rows(std::vector<ParameterSpec>& table);
void add_work_rows(std::vector<ParameterSpec>& table);
void add_care_rows(std::vector<ParameterSpec>& table);
void add_policy_rows(std::vector<ParameterSpec>& table);
void add_instrument_rows(std::vector<ParameterSpec>& table);

}  // namespace cantiere::detail
