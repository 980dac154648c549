#include <set>

#include "analysis/serve/guard.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

const std::string token(64, 'a');

/// The status of a refusal; 0 where the request may go on.
int refused(RequestHead head) {
    const auto refusal = Guard(8765, token).refusal(head);
    return refusal ? refusal->status() : 0;
}

RequestHead own(const std::string& path, const std::string& authorization = "") {
    RequestHead head{"GET", path, {"127.0.0.1:8765"}, {}, {}};
    if (!authorization.empty()) head.authorizations.push_back(authorization);
    return head;
}

int refused_body(std::vector<std::string> lengths, std::string type, bool is_coded = false) {
    const auto refusal = refusal_of_body({std::move(lengths), std::move(type), is_coded});
    return refusal ? refusal->status() : 0;
}

}  // namespace

TEST_CASE("Everything under /api/ needs the token, whatever is there, and pages do not") {
    CHECK(refused(own("/")) == 0);
    CHECK(refused(own("/apis")) == 0);
    for (const char* const path :
         {"/api", "/api/", "/api/v1/about", "/api/v1/nothing", "/api/../"}) {
        CAPTURE(path);
        CHECK(refused(own(path)) == 401);
        CHECK(refused(own(path, "Bearer " + token)) == 0);
        CHECK(refused(own(path, token)) == 401);
        CHECK(refused(own(path, "Bearer " + token + "a")) == 401);
        CHECK(refused(own(path, "Bearer " + token.substr(1))) == 401);
        CHECK(refused(own(path, "Bearer " + std::string(64, 'b'))) == 401);
        RequestHead twice = own(path, "Bearer " + token);
        twice.authorizations.push_back("Bearer " + token);
        CHECK(refused(twice) == 401);
    }
}

TEST_CASE("Host and Origin must be this server's, before the token is looked at") {
    for (const std::string host : {"127.0.0.1:8765", "localhost:8765"}) {
        RequestHead head = own("/api/v1/about", "Bearer " + token);
        head.hosts = {host};
        CHECK(refused(head) == 0);
        head.origins = {"http://" + host};
        CHECK(refused(head) == 0);
    }
    for (const std::string host :
         {"127.0.0.1", "127.0.0.1:8766", "evil.example:8765", "", "LOCALHOST:8765x"}) {
        CAPTURE(host);
        RequestHead head = own("/", "Bearer " + token);
        head.hosts = {host};
        CHECK(refused(head) == 403);
    }
    RequestHead without = own("/");
    without.hosts = {};
    CHECK(refused(without) == 403);
    without.hosts = {"127.0.0.1:8765", "127.0.0.1:8765"};
    CHECK(refused(without) == 403);
    for (const std::string origin :
         {"null", "http://evil.example", "https://127.0.0.1:8765", "http://127.0.0.1:8765/", ""}) {
        CAPTURE(origin);
        RequestHead head = own("/api/v1/about", "Bearer " + token);
        head.origins = {origin};
        CHECK(refused(head) == 403);
        head.origins = {"http://127.0.0.1:8765", origin};
        CHECK(refused(head) == 403);
    }
}

TEST_CASE("Secrets are the same in every byte, and tokens never repeat") {
    CHECK(is_same_secret("", ""));
    CHECK(is_same_secret("abc", "abc"));
    CHECK_FALSE(is_same_secret("abc", "abcd"));
    CHECK_FALSE(is_same_secret("abc", "abd"));
    CHECK_FALSE(is_same_secret("abc", "xbc"));
    CHECK_FALSE(is_same_secret(std::string("a\0b", 3), std::string("a\0c", 3)));
    std::set<std::string> tokens;
    for (int i = 0; i < 50; ++i) tokens.insert(new_token());
    CHECK(tokens.size() == 50);
    CHECK(tokens.begin()->size() == 64);
    CHECK(tokens.begin()->find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("A body states its length, is no larger than a mebibyte and is JSON") {
    CHECK(refused_body({"2"}, "application/json") == 0);
    CHECK(refused_body({"2"}, "application/json; charset=utf-8") == 0);
    CHECK(refused_body({"0"}, "") == 0);
    CHECK(refused_body({"1048576"}, "application/json") == 0);
    CHECK(refused_body({"1048577"}, "application/json") == 413);
    CHECK(refused_body({"99999999999999999999999"}, "application/json") == 413);
    for (const std::string length : {"-1", "+1", "0x10", "", " 2", "2,3"}) {
        CAPTURE(length);
        CHECK(refused_body({length}, "application/json") == 413);
    }
    CHECK(refused_body({}, "application/json") == 411);
    CHECK(refused_body({"2", "2"}, "application/json") == 411);
    CHECK(refused_body({"2"}, "application/json", true) == 411);
    CHECK(refused_body({"2"}, "text/plain") == 415);
    CHECK(refused_body({"2"}, "") == 415);
}

}  // namespace cantiere
