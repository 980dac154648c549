#include "analysis/serve/body.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr std::size_t longest_text = 200;
constexpr std::size_t most_texts = 200;
constexpr std::size_t deepest_body = 1'000;

/// Bounds how deep values stand within each other: no deeper than there are opening brackets.
std::size_t greatest_depth(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char letter) { return letter == '[' || letter == '{'; }));
}

ApiJson parsed(const std::string& text) {
    // Values within values are copied one within the other: a deep one would exhaust the stack.
    const bool is_shallow = greatest_depth(text) <= deepest_body;
    ApiJson json =
        is_shallow ? ApiJson::parse(text, nullptr, false) : ApiJson(ApiJson::value_t::discarded);
    if (!json.is_discarded()) return json;
    throw ApiError(400,
                   "syntax",
                   "the body is no JSON",
                   "it is one object in UTF-8, with little depth",
                   "write it as analysis/serve/README.md says");
}

[[noreturn]] void refuse_type(const std::string& name, std::string_view expected) {
    throw ApiError(400,
                   "wrong-type",
                   fmt::format("{} is not {}", name, expected),
                   "the request cannot be understood",
                   fmt::format("write {}", expected));
}

bool is_short_text(const ApiJson& value) {
    return value.is_string() && value.get_ref<const std::string&>().size() <= longest_text;
}

}  // namespace

Body::Body(const std::string& text, const std::vector<std::string>& known) : object_(parsed(text)) {
    check_names(known);
}

Body::Body(ApiJson object, const std::vector<std::string>& known) : object_(std::move(object)) {
    check_names(known);
}

void Body::check_names(const std::vector<std::string>& known) const {
    if (!object_.is_object()) refuse_type("the body", "an object");
    for (const auto& [name, value] : object_.items()) {
        if (std::ranges::find(known, name) != known.end()) continue;
        throw ApiError(400,
                       "unknown-name",
                       fmt::format("\"{}\" is no part of this request", name.substr(0, 60)),
                       fmt::format("it has {}", one_of(known)),
                       did_you_mean(name.substr(0, 60), known, "leave it out"));
    }
}

bool Body::has(const std::string& name) const {
    return object_.contains(name) && !object_[name].is_null();
}

const ApiJson& Body::at(const std::string& name) const {
    if (has(name)) return object_[name];
    throw ApiError(400,
                   "missing-value",
                   fmt::format("the request does not say {}", name),
                   "there is no answer without it",
                   fmt::format("add \"{}\"", name));
}

std::string Body::text(const std::string& name) const {
    const ApiJson& value = at(name);
    if (!is_short_text(value) || value.get_ref<const std::string&>().empty()) {
        refuse_type(name, fmt::format("a text of 1 to {} bytes", longest_text));
    }
    return value.get<std::string>();
}

std::vector<std::string> Body::texts(const std::string& name) const {
    if (!has(name)) return {};
    const ApiJson& list = object_[name];
    if (!list.is_array() || list.size() > most_texts || !std::ranges::all_of(list, is_short_text)) {
        refuse_type(name, "a list of names");
    }
    return list.get<std::vector<std::string>>();
}

std::optional<std::int64_t> Body::count(const std::string& name, std::int64_t most) const {
    if (!has(name)) return std::nullopt;
    const ApiJson& value = object_[name];
    const bool is_count = value.is_number_integer() && value >= 1 && value <= most;
    if (!is_count) refuse_type(name, fmt::format("a whole number from 1 to {}", most));
    return value.get<std::int64_t>();
}

std::map<std::string, ApiJson> Body::values(const std::string& name) const {
    if (!has(name)) return {};
    const ApiJson& object = object_[name];
    if (!object.is_object() || object.size() > most_texts) refuse_type(name, "an object of levers");
    std::map<std::string, ApiJson> values;
    for (const auto& [key, value] : object.items()) {
        if (key.size() > longest_text) refuse_type(name, "an object of levers");
        values.emplace(key, value);
    }
    return values;
}

}  // namespace cantiere
