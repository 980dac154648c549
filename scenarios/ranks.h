#pragma once
/// The processes that a launcher (mpirun, srun) has started to carry out one command together.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cantiere {

/// What a launcher says in the environment of a process it has started.
struct Launch {
    std::size_t rank = 0;
    std::size_t count = 1;
};

/// Reads the environment (Open MPI, PMI, PMIx under Slurm); nothing is started.
Launch launch_of_environment();

enum class RankTag : std::uint8_t { hello, work, done, stop, end };

struct RankMessage {
    std::size_t from = 0;
    RankTag tag = RankTag::hello;
    std::vector<std::uint8_t> bytes;
};

/// Connects the processes of one command. One thread of a process, that which has made it, uses it.
class Ranks {
  public:
    /// Tells whether the program was built with MPI.
    static bool is_built_in();

    /// Starts MPI. The environment then says no more that there is a launcher: commands that this
    /// one calls are on their own.
    Ranks();
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    std::size_t rank() const;
    std::size_t count() const;

    /// Counts the ranks on the machine of this one, which share its memory and processors.
    std::size_t count_here() const;

    /// Sends a message; it may wait for the other to take it.
    void send(std::size_t to, RankTag tag, std::span<const std::uint8_t> bytes = {});

    /// Takes the next message, if there is one.
    std::optional<RankMessage> poll();

  private:
    struct Session;
    std::unique_ptr<Session> session_;
};

}  // namespace cantiere
