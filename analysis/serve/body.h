#pragma once
/// The JSON object of a request: every name known, every value of its type.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/serve/exchange.h"

namespace cantiere {

class Body {
  public:
    /// Reads an object with no other names than these; throws ApiError.
    Body(const std::string& text, const std::vector<std::string>& known);

    /// The same of an object within another.
    Body(ApiJson object, const std::vector<std::string>& known);

    /// Tells whether a name is there with a value that is not null.
    bool has(const std::string& name) const;

    /// Returns a text that must be there, of at most 200 bytes.
    std::string text(const std::string& name) const;

    /// Returns a list of texts; empty where it is absent.
    std::vector<std::string> texts(const std::string& name) const;

    /// Returns a whole number from 1 to `most`; nothing where it is absent.
    std::optional<std::int64_t> count(const std::string& name, std::int64_t most) const;

    /// Returns the values of an object by name; empty where it is absent.
    std::map<std::string, ApiJson> values(const std::string& name) const;

  private:
    void check_names(const std::vector<std::string>& known) const;
    const ApiJson& at(const std::string& name) const;

    ApiJson object_;
};

}  // namespace cantiere
