#include <algorithm>
#include <string>

#include "analysis/export_tables.h"
#include "analysis/results_difference.h"
#include "analysis/study_schema.h"
#include "analysis/suppression.h"
#include "analysis/toml_diff.h"
#include "scenarios/parameter_table.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

namespace cantiere {
namespace {

std::filesystem::path example_file(const TestFolder& folder,
                                   const std::string& name,
                                   double extra) {
    const ResultsHeader header = example_header();
    write_results(folder.file(name), header, [&](std::size_t draw, std::size_t replicate) {
        Block block = example_block(header, draw, replicate);
        if (draw == 1 && replicate == 1) {
            block[1][Variable::exits] += extra;
        }
        return block;
    });
    return folder.file(name);
}

std::vector<std::string> keys_of(const std::vector<TomlDifference>& differences) {
    std::vector<std::string> keys;
    for (const TomlDifference& difference : differences) {
        keys.push_back(difference.key);
    }
    return keys;
}

}  // namespace

TEST_CASE("Resolved texts are compared key by key, a missing entry told once") {
    const auto differences = toml_differences(
        "a = 1\nb = 2\n[[scenario]]\nid = \"x\"\nset = 1\n[[scenario]]\nid = \"y\"\nz = 1\nw = 2\n",
        "a = 1\nb = 3\nc = 4\n[[scenario]]\nid = \"x\"\nset = 2\n");
    CHECK(keys_of(differences) ==
          std::vector<std::string>{"b", "scenario[x].set", "scenario[y]", "c"});
    CHECK(differences[0].left == "2");
    CHECK(differences[0].right == "3");
    CHECK_FALSE(differences[2].right.has_value());
    CHECK_FALSE(differences[3].left.has_value());
    CHECK(toml_differences("a = { value = 1, unit = \"x\" }", "a = { value = 1, unit = \"x\" }")
              .empty());
}

TEST_CASE("Two results files differ at the first variable and place that differ") {
    const TestFolder folder("difference");
    const Results stored = read_results(example_file(folder, "a.h5", 0.0));
    const Results same = read_results(example_file(folder, "b.h5", 0.0));
    const Results other = read_results(example_file(folder, "c.h5", 0.5));
    CHECK_FALSE(first_difference(stored, same).has_value());
    const auto found = first_difference(stored, other);
    REQUIRE(found.has_value());
    CHECK(found->variable == "exits");
    CHECK(found->place == std::vector<std::pair<std::string, std::size_t>>{{"scenario", 1},
                                                                           {"draw", 1},
                                                                           {"replicate", 1}});
}

TEST_CASE("An export has every variable in one table, and one table a list of axes") {
    const std::vector<ExportTable> tables = export_tables();
    std::size_t variables = 0;
    std::vector<std::string> names;
    for (const ExportTable& table : tables) {
        variables += table.variables.size();
        names.push_back(table.file_name());
    }
    CHECK(variables == all_variables().size());
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("A table has a row an observation, with the names of the axes") {
    const TestFolder folder("csv");
    const Results results = read_results(example_file(folder, "a.h5", 0.0));
    const ExportTable table{{Axis::draw, Axis::parameter}, {Variable::parameter_value}};
    CHECK(csv_text(results, table) ==
          "draw,parameter,parameter_value\n"
          "0,internship.slots,60\n0,wage,1000\n"
          "1,internship.slots,61.5\n1,wage,1000\n"
          "2,internship.slots,59\n2,wage,1e-07\n");
}

TEST_CASE("Rows about fewer than five residents are empty and named") {
    const TestFolder folder("suppressed");
    ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t, std::size_t) {
        RunOutcome outcome(sizes_of(header));
        outcome.at(Variable::residents_by_municipality, 0) = 4.0;
        outcome.at(Variable::cost_by_municipality, 0) = 123.0;
        outcome.at(Variable::residents_by_municipality, 1) = 40.0;
        outcome.at(Variable::starts_by_municipality, 1) = 3.0;
        outcome.at(Variable::cost_by_municipality, 1) = 456.0;
        return Block(header.scenarios.size(), outcome);
    });
    const ExportTable table{{Axis::scenario, Axis::draw, Axis::municipality},
                            {Variable::starts_by_municipality,
                             Variable::residents_by_municipality,
                             Variable::cost_by_municipality}};
    const std::string text = csv_text(read_results(folder.file("a.h5")), table);
    CHECK_THAT(text,
               contains_text("as-usual,0,Pistoia,,,,starts_by_municipality "
                             "residents_by_municipality cost_by_municipality\n"));
    CHECK_THAT(text, contains_text("as-usual,0,Doberdò del Lago,,40,456,starts_by_municipality\n"));
    CHECK(text.find("123") == std::string::npos);
}

TEST_CASE(
    "Every count of 1 to 4 is hidden in every table, with what is about so few, but no zero") {
    const TestFolder folder("counts");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t, std::size_t) {
        RunOutcome outcome(sizes_of(header));
        outcome[Variable::permanent_exclusions] = 3.0;
        outcome[Variable::relapses] = 5.0;
        outcome.at(Variable::queue_length, 0, 0) = 2.5;
        outcome.at(Variable::residents_by_group, 0) = 50.0;
        outcome.at(Variable::starts_by_group, 0) = 4.0;
        outcome.at(Variable::wait_by_group, 0) = 7.25;
        return Block(header.scenarios.size(), outcome);
    });
    const Results results = read_results(folder.file("a.h5"));
    const auto exported = [&](const ExportTable& table) { return csv_text(results, table); };
    const std::vector<Axis> run{Axis::scenario, Axis::draw, Axis::replicate};
    CHECK_THAT(
        exported({run, {Variable::permanent_exclusions, Variable::relapses, Variable::hires}}),
        contains_text("as-usual,0,0,,5,0,permanent_exclusions\n"));
    CHECK_THAT(exported({{Axis::scenario, Axis::month, Axis::instrument},
                         {Variable::utilisation, Variable::queue_length}}),
               contains_text("as-usual,0,orientation,0,,queue_length\n"));
    CHECK_THAT(
        exported(
            {{Axis::scenario, Axis::draw, Axis::group},
             {Variable::residents_by_group, Variable::starts_by_group, Variable::wait_by_group}}),
        contains_text("as-usual,0,long_term_unemployed,50,,,starts_by_group "
                      "wait_by_group\n"));
}

TEST_CASE("Means, shares and costs of fewer than five residents are hidden in every table") {
    const TestFolder folder("few-residents");
    const ResultsHeader header = example_header();
    write_results(folder.file("a.h5"), header, [&](std::size_t draw, std::size_t) {
        RunOutcome outcome(sizes_of(header));
        for (const Variable one : {Variable::autonomy_years, Variable::net_cost_public}) {
            outcome[one] = 3.25;
        }
        outcome[Variable::residents] = draw == 0 ? 1.0 : 40.0;
        outcome.at(Variable::autonomy, 0) = 0.625;
        outcome.at(Variable::planned_outlay, 0) = 900.0;
        return Block(header.scenarios.size(), outcome);
    });
    const Results results = read_results(folder.file("a.h5"));
    const auto exported = [&](const ExportTable& table) { return csv_text(results, table); };
    const std::string runs = exported({{Axis::scenario, Axis::draw, Axis::replicate},
                                       {Variable::autonomy_years, Variable::net_cost_public}});
    CHECK_THAT(runs, contains_text("as-usual,0,0,,,autonomy_years net_cost_public\n"));
    CHECK_THAT(runs, contains_text("as-usual,1,0,3.25,3.25,\n"));
    const std::string months =
        exported({{Axis::scenario, Axis::draw, Axis::month}, {Variable::autonomy}});
    CHECK_THAT(months, contains_text("as-usual,0,0,,autonomy\n"));
    CHECK_THAT(months, contains_text("as-usual,1,0,0.625,\n"));
    const std::string years =
        exported({{Axis::scenario, Axis::draw, Axis::year}, {Variable::planned_outlay}});
    CHECK_THAT(years, contains_text("as-usual,0,2015,900\n"));
}

TEST_CASE("Who a value is about stands in the same table") {
    for (const VariableShape& shape : all_variables()) {
        const std::optional<Variable> people = people_behind(shape.variable);
        INFO(shape.name);
        CHECK((!people || dimensions(*people) == dimensions(shape.variable)));
        CHECK((!people || counts_people(*people)));
    }
}

TEST_CASE("The schema has every key of the parameter table where it is at home") {
    const nlohmann::ordered_json schema = study_schema();
    for (const ParameterSpec& spec : parameter_table()) {
        const char* homes[] = {"territory", "law", "behaviour", "policy"};
        std::string place =
            std::string("/$defs/") + homes[static_cast<std::size_t>(spec.home)] + "/properties/";
        for (const char letter : spec.key) {
            place += letter == '.' ? std::string("/properties/") : std::string(1, letter);
        }
        INFO(spec.key);
        const nlohmann::ordered_json::json_pointer pointer(place);
        REQUIRE(schema.contains(pointer));
        CHECK(schema[pointer]["description"] == spec.text_en);
    }
}

}  // namespace cantiere
