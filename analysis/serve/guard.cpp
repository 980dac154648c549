#include "analysis/serve/guard.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

namespace cantiere {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::string_view bearer = "Bearer ";

}  // namespace

std::string new_token() {
    std::array<char, token_bytes> bytes{};
    std::ifstream random("/dev/urandom", std::ios::binary);
    if (!random.read(bytes.data(), bytes.size())) {
        throw std::runtime_error("/dev/urandom cannot be read, so there is no safe token");
    }
    std::string token;
    for (const char byte : bytes) {
        token += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return token;
}

bool is_same_secret(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    unsigned different = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        different |= static_cast<unsigned>(one[i] ^ other[i]) & 0xffu;
    }
    return different == 0;
}

Guard::Guard(int port, std::string token) : port_(std::to_string(port)), token_(std::move(token)) {}

bool Guard::is_own_host(std::string_view host) const {
    return host == "127.0.0.1:" + port_ || host == "localhost:" + port_;
}

std::optional<ApiError> Guard::refusal(const RequestHead& head) const {
    // A page elsewhere whose name was made to point here (DNS rebinding) still says its own name.
    if (head.hosts.size() != 1 || !is_own_host(head.hosts.front())) {
        return ApiError(403,
                        "foreign-host",
                        "the request is for another host",
                        "this server answers to its own address alone",
                        fmt::format("open http://127.0.0.1:{}", port_));
    }
    const bool is_foreign = std::ranges::any_of(head.origins, [this](std::string_view origin) {
        constexpr std::string_view scheme = "http://";
        return !origin.starts_with(scheme) || !is_own_host(origin.substr(scheme.size()));
    });
    if (is_foreign) {
        return ApiError(403,
                        "foreign-origin",
                        "the request comes from another page",
                        "only the page of this server may ask",
                        fmt::format("open http://127.0.0.1:{}", port_));
    }
    if (head.path != "/api" && !head.path.starts_with("/api/")) return std::nullopt;
    const bool is_allowed =
        head.authorizations.size() == 1 && head.authorizations.front().starts_with(bearer) &&
        is_same_secret(head.authorizations.front().substr(bearer.size()), token_);
    if (is_allowed) return std::nullopt;
    return ApiError(401,
                    "no-token",
                    "the request has no valid token",
                    "the token keeps other programs and pages out",
                    "open the address that cantiere serve printed");
}

std::optional<ApiError> refusal_of_body(const BodyHead& body) {
    if (body.is_coded || body.lengths.size() != 1) {
        return ApiError(411,
                        "length",
                        "the length of the body is not stated",
                        "it is read as it is and at once",
                        "send it with Content-Length, in one piece");
    }
    const std::string& length = body.lengths.front();
    constexpr std::size_t most_digits = 7;  // of largest_body
    const bool is_number =
        !length.empty() && length.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number || length.size() > most_digits || std::stoul(length) > largest_body) {
        return ApiError(413,
                        "too-large",
                        "the body is too large",
                        fmt::format("at most {} bytes are read", largest_body),
                        "send less");
    }
    if (body.type.starts_with("application/json") || std::stoul(length) == 0) return std::nullopt;
    return ApiError(415,
                    "type",
                    "the body is no JSON",
                    "pages elsewhere can send other types without asking",
                    "say Content-Type: application/json");
}

const std::vector<std::pair<std::string, std::string>>& security_headers() {
    static const std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
         "'self' data: blob:; frame-src blob:; base-uri 'none'; form-action 'none'; "
         "frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cache-Control", "no-store"},
    };
    return headers;
}

}  // namespace cantiere
