#pragma once
/// A connection with limits: so many bytes and so much time for each request, no endless waiting
/// for who does not read.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

namespace cantiere {

struct ConnectionLimits {
    std::chrono::milliseconds request{10'000};  // from its first byte to its last
    std::chrono::milliseconds silence{3'000};   // between two bytes; before a request too
    std::chrono::milliseconds unread{5'000};    // while the other side takes nothing
    std::chrono::milliseconds farewell{1'000};  // for what it still sends after the last answer
    std::size_t bytes = (1u << 20) + (1u << 16);
};

/// Reads and writes a socket, which it closes. `stopping` ends all waiting.
class Connection {
  public:
    Connection(int socket, const ConnectionLimits& limits, const std::atomic<bool>& stopping);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Waits for the first byte of a request; false where none comes.
    bool begin_request();

    /// Reads some bytes; 0 at the end, -1 where a limit is reached.
    long read(char* target, std::size_t size);

    /// Writes all bytes or fails with -1.
    long write(const char* bytes, std::size_t size);

    /// Tells whether more could be written now.
    bool is_writable() const;

    int socket() const { return socket_; }

  private:
    using Clock = std::chrono::steady_clock;

    bool wait(short events, Clock::time_point until) const;
    bool fill();

    int socket_;
    const ConnectionLimits& limits_;
    const std::atomic<bool>& stopping_;
    Clock::time_point deadline_;
    std::size_t taken_ = 0;  // bytes of this request
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;
};

/// Says on a socket that there is no place, without waiting, and closes it.
void refuse_connection(int socket, std::string_view response);

}  // namespace cantiere
