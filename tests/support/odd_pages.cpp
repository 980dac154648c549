#include "tests/support/odd_pages.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <vector>

#include "scenarios/distribution.h"
#include "scenarios/parameter_table.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// Blocks of `///` lines at the margin, each with the name of what follows.
std::string doc_comments(const std::string& path) {
    static const std::regex named(R"(^(?:class |struct |[\w:<>,&* ]+ )(\w+)(?:\(| \{|;).*)");
    std::string text;
    std::string block;
    for (const std::string& line : lines_of(path)) {
        if (line.starts_with("///")) {
            block += line.size() > 4 ? line.substr(4) + "\n" : "";
            continue;
        }
        std::smatch found;
        if (!block.empty() && std::regex_match(line, found, named)) {
            text += fmt::format("- `{}`: {}", found[1].str(), block);
        }
        block.clear();
    }
    return text;
}

std::string value_of(const ParameterSpec& spec, const SourcedNumber& number) {
    return spec.type == ValueType::number || spec.type == ValueType::integer
               ? fmt::format("{:.6g}", number.value())
               : value_text(spec, number.value());
}

std::string range_of(const SourcedNumber& number) {
    if (!number.low || !number.high || *number.low == *number.high) return "";
    return fmt::format("{:.4g} to {:.4g} {}",
                       *number.low,
                       *number.high,
                       name(number.distribution.family));
}

std::string sources_of(const SourcedNumber& number) {
    std::string text;
    for (const std::string& source : number.sources) text += (text.empty() ? "" : ", ") + source;
    return text;
}

std::string row_of(const ParameterSpec& spec, const StatedValue* stated) {
    const bool quantity = spec.type == ValueType::number || spec.type == ValueType::integer;
    const std::string unit = quantity ? spec.unit : "";
    if (stated == nullptr) {
        return fmt::format("| `{}` | {} | {} | | | default | | {} |\n",
                           spec.key,
                           unit,
                           value_text(spec, spec.default_value),
                           spec.text_en);
    }
    const SourcedNumber& number = stated->number;
    return fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} |\n",
                       spec.key,
                       unit,
                       value_of(spec, number),
                       range_of(number),
                       number.payer ? name(*number.payer) : "",
                       name(number.quality),
                       sources_of(number),
                       spec.text_en);
}

struct Home {
    PackKind kind;
    std::string_view title;
};

constexpr Home homes[] = {
    {PackKind::behaviour, "Behaviour: shared by all territories"},
    {PackKind::law, "Law: one dated regime"},
    {PackKind::territory, "Territory"},
    {PackKind::policy, "Policy: levers, off as usual"},
};

const Pack* pack_of(const Scenario& scenario, PackKind kind) {
    switch (kind) {
        case PackKind::behaviour:
            return scenario.behaviour.get();
        case PackKind::law:
            return scenario.law.get();
        case PackKind::territory:
            return scenario.territory.get();
        case PackKind::policy:
            return nullptr;
    }
    return nullptr;
}

std::string table_of(std::string_view title, PackKind kind, const Pack* pack) {
    std::string text = fmt::format(
        "\n## {}\n"
        "| key | unit | value | range | payer | quality | source | meaning |\n"
        "|---|---|---|---|---|---|---|---|\n",
        title);
    for (const ParameterSpec& spec : parameter_table()) {
        if (spec.home != kind) continue;
        text += row_of(spec, pack == nullptr ? nullptr : find_value(*pack, spec.key));
    }
    return text;
}

}  // namespace

std::string odd_phases_page() {
    static const std::regex row(R"(^\| ([^|]+) \| ((?:`month/\w+`(?:, )?)+) \|.*)");
    static const std::regex file(R"(`(month/\w+)`)");
    std::string text =
        "# Phases of the month\n"
        "What each phase and its parts write, read, cite and leave out, from the headers of\n"
        "`model/month/`, by the phases of the month; a part called in another phase than its "
        "file's\n"
        "names that phase.\n";
    for (const std::string& line : lines_of("model/README.md")) {
        std::smatch found;
        if (!std::regex_match(line, found, row)) continue;
        text += fmt::format("\n## {}\n", found[1].str());
        const std::string files = found[2];
        for (std::sregex_iterator one(files.begin(), files.end(), file), end; one != end; ++one) {
            const std::string header = fmt::format("model/{}.h", (*one)[1].str());
            if (std::filesystem::exists(header)) text += doc_comments(header);
        }
    }
    return text;
}

std::string odd_parameters_page(const Study& study) {
    const Scenario& scenario = study.scenarios.front();
    const Pack& reference = *study.evaluation.reference_law;
    std::string text = fmt::format(
        "# Parameters\n"
        "Every key of the packs, with the values of the study `{}`: {}, {}, {}; reference law {}.\n"
        "A range is that of the distribution named, or of the sensitivity of a fixed number.\n"
        "Amounts are in prices of {}; the year in which each was stated is in its pack.\n"
        "`default`: no pack states it. Payer: who pays the amount on a usual seat.\n",
        study.id,
        scenario.behaviour->id,
        scenario.law->id,
        scenario.territory->id,
        reference.id,
        study.evaluation.price_year);
    for (const Home& home : homes)
        text += table_of(home.title, home.kind, pack_of(scenario, home.kind));
    return text + table_of("Reference law", PackKind::law, &reference);
}

}  // namespace cantiere
