#include "model/core/contracts.h"
#include "scenarios/ranks.h"

// The program built without MPI: a process is alone, and says so.

namespace cantiere {

struct Ranks::Session {};

bool Ranks::is_built_in() { return false; }

Ranks::Ranks() : session_(std::make_unique<Session>()) {}

Ranks::~Ranks() = default;

// NOLINTBEGIN(readability-convert-member-functions-to-static): members where there is MPI
std::size_t Ranks::rank() const { return 0; }

std::size_t Ranks::count() const { return 1; }

std::size_t Ranks::count_here() const { return 1; }
// NOLINTEND(readability-convert-member-functions-to-static)

void Ranks::send(std::size_t, RankTag, std::span<const std::uint8_t>) {
    expects(session_ == nullptr, "who is alone sends nothing");
}

std::optional<RankMessage> Ranks::poll() {
    expects(session_ != nullptr, "a session is there");
    return std::nullopt;
}

}  // namespace cantiere
