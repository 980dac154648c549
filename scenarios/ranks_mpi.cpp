#include <mpi.h>

#include <algorithm>
#include <cstdlib>

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>

#include "model/core/contracts.h"
#include "scenarios/ranks.h"

namespace cantiere {

namespace mpi = boost::mpi;

namespace {

// MPI counts in int: longer messages go in pieces, in order.
constexpr std::size_t most_in_a_piece = std::size_t{1} << 30U;

std::size_t ranks_of_this_machine() {
    MPI_Comm here = MPI_COMM_NULL;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
    int count = 1;
    MPI_Comm_size(here, &count);
    MPI_Comm_free(&here);
    return static_cast<std::size_t>(count);
}

}  // namespace

struct Ranks::Session {
    // What one thread uses; an exception under way ends the others by a message, not by an abort.
    mpi::environment environment{mpi::threading::funneled, false};
    mpi::communicator world;
    std::size_t here = ranks_of_this_machine();
};

bool Ranks::is_built_in() { return true; }

Ranks::Ranks() : session_(std::make_unique<Session>()) {
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK"}) {
        ::unsetenv(name);
    }
}

Ranks::~Ranks() = default;

std::size_t Ranks::rank() const { return static_cast<std::size_t>(session_->world.rank()); }

std::size_t Ranks::count() const { return static_cast<std::size_t>(session_->world.size()); }

std::size_t Ranks::count_here() const { return session_->here; }

void Ranks::send(std::size_t to, RankTag tag, std::span<const std::uint8_t> bytes) {
    const auto other = static_cast<int>(to);
    const auto kind = static_cast<int>(tag);
    const std::uint64_t length = bytes.size();
    session_->world.send(other, kind, length);
    while (!bytes.empty()) {
        const std::size_t piece = std::min(bytes.size(), most_in_a_piece);
        session_->world.send(other, kind, bytes.data(), static_cast<int>(piece));
        bytes = bytes.subspan(piece);
    }
}

std::optional<RankMessage> Ranks::poll() {
    const auto status = session_->world.iprobe();
    if (!status) return std::nullopt;
    std::uint64_t length = 0;
    session_->world.recv(status->source(), status->tag(), length);
    expects(status->source() >= 0, "a message has a sender");
    RankMessage message{static_cast<std::size_t>(status->source()),
                        static_cast<RankTag>(status->tag()),
                        std::vector<std::uint8_t>(length)};
    for (std::span<std::uint8_t> rest = message.bytes; !rest.empty();) {
        const std::size_t piece = std::min(rest.size(), most_in_a_piece);
        session_->world.recv(status->source(), status->tag(), rest.data(), static_cast<int>(piece));
        rest = rest.subspan(piece);
    }
    return message;
}

}  // namespace cantiere
