#include "analysis/serve/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cantiere {
namespace {

constexpr std::size_t buffer_bytes = 1u << 14;
constexpr std::chrono::milliseconds look_every{100};

}  // namespace

Connection::Connection(int socket,
                       const ConnectionLimits& limits,
                       const std::atomic<bool>& stopping)
    : socket_(socket), limits_(limits), stopping_(stopping), buffer_(buffer_bytes) {}

Connection::~Connection() {
    ::shutdown(socket_, SHUT_WR);
    // What is still on its way is read and thrown away for a moment: closing over it would reset
    // the connection, and the answer might be lost.
    const Clock::time_point until = Clock::now() + limits_.farewell;
    while (wait(POLLIN, until) && ::recv(socket_, buffer_.data(), buffer_.size(), 0) > 0) {
    }
    ::close(socket_);
}

bool Connection::wait(short events, Clock::time_point until) const {
    while (!stopping_) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        if (left.count() <= 0) return false;
        pollfd one{socket_, events, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::min(left, look_every).count()));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
    return false;
}

bool Connection::fill() {
    if (!wait(POLLIN, std::min(deadline_, Clock::now() + limits_.silence))) return false;
    const ssize_t count = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    begin_ = 0;
    end_ = count > 0 ? static_cast<std::size_t>(count) : 0;
    return count > 0;
}

bool Connection::begin_request() {
    taken_ = 0;
    deadline_ = Clock::now() + limits_.silence;
    const bool has_byte = begin_ < end_ || fill();
    deadline_ = Clock::now() + limits_.request;
    return has_byte;
}

long Connection::read(char* target, std::size_t size) {
    if (taken_ >= limits_.bytes || Clock::now() >= deadline_) return -1;
    if (begin_ == end_ && !fill()) return -1;
    const std::size_t count = std::min({size, end_ - begin_, limits_.bytes - taken_});
    std::memcpy(target, buffer_.data() + begin_, count);
    begin_ += count;
    taken_ += count;
    return static_cast<long>(count);
}

long Connection::write(const char* bytes, std::size_t size) {
    std::size_t written = 0;
    while (written < size) {
        if (!wait(POLLOUT, Clock::now() + limits_.unread)) return -1;
        const ssize_t count =
            ::send(socket_, bytes + written, size - written, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0) {
            written += static_cast<std::size_t>(count);
        } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            return -1;
        }
    }
    return static_cast<long>(size);
}

bool Connection::is_writable() const {
    pollfd one{socket_, POLLOUT, 0};
    return ::poll(&one, 1, 0) > 0 && (one.revents & (POLLERR | POLLHUP)) == 0;
}

void refuse_connection(int socket, std::string_view response) {
    ::send(socket, response.data(), response.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
}

}  // namespace cantiere
