#pragma once
/// What is asked of the server and what it answers, apart from sockets.

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "scenarios/problems.h"

namespace cantiere {

enum class Method : std::uint8_t { get, post };

/// A request under `/api/v1/`, once it has passed the guard.
struct ApiRequest {
    Method method = Method::get;
    std::string path;  // after the prefix: "runs"
    std::multimap<std::string, std::string> query;
    std::string body;
};

struct ApiAnswer {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::filesystem::path file;  // sent in place of the body, as a download, where it is not empty
};

using ApiJson = nlohmann::ordered_json;

/// A request that cannot be answered: its status and what is wrong.
class ApiError : public std::runtime_error {
  public:
    ApiError(int status, Problems problems);

    /// One problem that concerns no line of a file.
    ApiError(int status,
             const std::string& code,
             const std::string& what,
             const std::string& why,
             const std::string& fix);

    int status() const { return status_; }
    const Problems& problems() const { return problems_; }

  private:
    int status_;
    Problems problems_;
};

/// Makes the answer of a value.
ApiAnswer json_answer(const ApiJson& json, int status = 200);

/// Makes the answer of a failure: `{"problems": [...]}`.
ApiAnswer error_answer(int status, const Problems& problems, Language language = Language::english);

/// Problems as a list, each `{code, severity, file, line, column, message, hint}`.
ApiJson problems_json(const Problems& problems, Language language = Language::english);

/// The values behind the question mark: each once, none that is unknown.
class Query {
  public:
    /// `known` are the names that a request takes besides `lang`; throws ApiError.
    Query(const std::multimap<std::string, std::string>& values,
          const std::vector<std::string>& known);

    /// Returns a value; empty where it is absent.
    std::string text(std::string_view name) const;

    /// Returns a value that must be there.
    std::string required(std::string_view name) const;

    /// Returns a number of at least zero; nothing where it is absent.
    std::optional<double> amount(std::string_view name) const;

    /// Returns names separated by commas; none where it is absent.
    std::vector<std::string> names(std::string_view name) const;

    /// Returns the language asked for, English otherwise.
    Language language() const;

  private:
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace cantiere
