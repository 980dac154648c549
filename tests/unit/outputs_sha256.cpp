#include "outputs/sha256.h"

#include <array>
#include <string>

#include "outputs/crc32c.h"
#include "outputs/provenance.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

std::uint32_t crc_of(const std::string& text) {
    return crc32c(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

}  // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how a message is cut") {
    const std::string message(200, 'x');
    for (std::size_t cut = 0; cut <= message.size(); ++cut) {
        Sha256 sum;
        sum.update(message.substr(0, cut));
        sum.update(message.substr(cut));
        REQUIRE(sum.finish() == sha256(message));
    }
}

TEST_CASE("Neighbouring fields of a fingerprint do not run together") {
    Sha256 one;
    one.update_field("ab");
    one.update_field("c");
    Sha256 other;
    other.update_field("a");
    other.update_field("bc");
    CHECK(one.finish() != other.finish());
}

TEST_CASE("CRC-32C gives the checksums of RFC 3720") {
    CHECK(crc_of("123456789") == 0xe3069283);
    CHECK(crc_of(std::string(32, '\0')) == 0x8a9136aa);
    CHECK(crc_of(std::string(32, '\xff')) == 0x62a8ab43);
    CHECK(crc_of("") == 0);
}

TEST_CASE("CRC-32C continues from an earlier part") {
    const std::array<std::uint8_t, 19>
        bytes{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8};
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        const auto whole = std::span<const std::uint8_t>(bytes);
        REQUIRE(crc32c(whole.subspan(cut), crc32c(whole.first(cut))) == crc32c(whole));
    }
}

TEST_CASE("An input file is recorded with the SHA-256 of its text") {
    const ProvenanceFile file = provenance_file("a.toml", "abc");
    CHECK(file.path == "a.toml");
    CHECK(file.text == "abc");
    CHECK(file.sha256 == hex(sha256("abc")));
}
