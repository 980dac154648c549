#pragma once
/// Who may ask: the token, and requests from other pages.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/serve/exchange.h"

namespace cantiere {

/// Makes a token that nobody can guess: 32 bytes of the system's randomness, as 64 digits.
std::string new_token();

/// Compares in a time that does not tell how much of it is right.
bool is_same_secret(std::string_view one, std::string_view other);

/// The part of a request that says who asks.
struct RequestHead {
    std::string method;
    std::string path;
    std::vector<std::string> hosts, origins, authorizations;  // every header of that name
};

class Guard {
  public:
    Guard(int port, std::string token);

    const std::string& token() const { return token_; }

    /// Returns the refusal of a request, before anything else of it is looked at; nothing where it
    /// may go on. Host and Origin must be this server's, everything under `/api/` needs the token.
    std::optional<ApiError> refusal(const RequestHead& head) const;

  private:
    bool is_own_host(std::string_view host) const;

    std::string port_;
    std::string token_;
};

/// No body is larger.
inline constexpr std::size_t largest_body = 1u << 20;

/// What a request says of its body before it is read.
struct BodyHead {
    std::vector<std::string> lengths;  // every Content-Length
    std::string type;
    bool is_coded = false;  // compressed, or in pieces of unknown number
};

/// Returns the refusal of a body; nothing where it may be read: JSON of a stated length.
std::optional<ApiError> refusal_of_body(const BodyHead& body);

/// Headers that every response carries, errors too.
const std::vector<std::pair<std::string, std::string>>& security_headers();

}  // namespace cantiere
