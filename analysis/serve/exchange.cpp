#include "analysis/serve/exchange.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "analysis/catalogue/told_problems.h"
#include "scenarios/csv.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr double largest_amount = 1e12;

Problems one_problem(const std::string& code,
                     const std::string& what,
                     const std::string& why,
                     const std::string& fix) {
    Problems problems;
    problems.error(code, {}, what, why, fix);
    return problems;
}

std::string first_text(const Problems& problems) {
    return problems.list().empty() ? "" : text(problems.list().front());
}

}  // namespace

ApiError::ApiError(int status, Problems problems)
    : std::runtime_error(first_text(problems)), status_(status), problems_(std::move(problems)) {}

ApiError::ApiError(int status,
                   const std::string& code,
                   const std::string& what,
                   const std::string& why,
                   const std::string& fix)
    : ApiError(status, one_problem(code, what, why, fix)) {}

ApiAnswer json_answer(const ApiJson& json, int status) {
    ApiAnswer answer;
    answer.status = status;
    answer.body = json.dump(-1, ' ', false, ApiJson::error_handler_t::replace);
    return answer;
}

ApiJson problems_json(const Problems& problems, Language language) {
    return ApiJson::parse(json(told(problems, language)))["problems"];
}

ApiAnswer error_answer(int status, const Problems& problems, Language language) {
    return json_answer({{"problems", problems_json(problems, language)}}, status);
}

Query::Query(const std::multimap<std::string, std::string>& values,
             const std::vector<std::string>& known) {
    std::vector<std::string> names = known;
    names.emplace_back("lang");
    for (const auto& [name, value] : values) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw ApiError(400,
                           "unknown-name",
                           fmt::format("the request has no value \"{}\"", name),
                           fmt::format("it takes {}", one_of(names)),
                           did_you_mean(name, names, "leave it out"));
        }
        if (!values_.emplace(name, value).second) {
            throw ApiError(400,
                           "stated-twice",
                           fmt::format("{} is stated twice", name),
                           "it has one value",
                           "state it once");
        }
    }
    static_cast<void>(language());  // refused before anything is done
}

std::string Query::text(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? "" : found->second;
}

std::string Query::required(std::string_view name) const {
    std::string value = text(name);
    if (!value.empty()) return value;
    throw ApiError(400,
                   "missing-value",
                   fmt::format("the request does not say {}", name),
                   "there is no answer without it",
                   fmt::format("add {}=...", name));
}

std::optional<double> Query::amount(std::string_view name) const {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    const std::optional<double> number = parse_number(value);
    if (number && *number >= 0.0 && *number <= largest_amount) return number;
    throw ApiError(400,
                   "bad-number",
                   fmt::format("{} is \"{}\"", name, value),
                   "it is a number of at least 0",
                   "write it with a decimal point, as 20000");
}

std::vector<std::string> Query::names(std::string_view name) const {
    std::vector<std::string> list;
    std::istringstream stream(text(name));
    for (std::string one; std::getline(stream, one, ',');) {
        if (!one.empty()) list.push_back(one);
    }
    return list;
}

Language Query::language() const {
    const std::string value = text("lang");
    if (value.empty() || value == "en") return Language::english;
    if (value == "it") return Language::italian;
    throw ApiError(400,
                   "unknown-name",
                   fmt::format("lang is \"{}\"", value),
                   "texts are English or Italian",
                   "write en or it");
}

}  // namespace cantiere
