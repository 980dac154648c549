#include "analysis/serve/server.h"

#include <httplib.h>

#include <fstream>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "analysis/serve/bounded_queue.h"
#include "analysis/serve/connection.h"
#include "analysis/serve/connection_stream.h"
#include "analysis/serve/static_files.h"

namespace cantiere {
namespace {

constexpr std::size_t worker_threads = 32;
constexpr std::size_t waiting_connections = 64;
constexpr std::size_t requests_of_a_connection = 50;
constexpr std::size_t longest_path = 200;
constexpr std::string_view api_prefix = "/api/v1/";
constexpr std::string_view no_place =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\nRetry-After: "
    "1\r\nContent-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\r\n";

/// Whether the connection at hand is to be turned away: the queue is full.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): httplib has no other way
thread_local bool is_turned_away = false;

/// The connections of httplib on a queue that has an end.
class ConnectionQueue : public httplib::TaskQueue {
  public:
    void enqueue(std::function<void()> work) override {
        if (queue_.offer(work)) return;
        is_turned_away = true;
        work();
        is_turned_away = false;
    }
    void shutdown() override { queue_.finish(); }

  private:
    BoundedQueue queue_{worker_threads, waiting_connections};
};

std::vector<std::string> all_of_name(const httplib::Headers& headers, const std::string& name) {
    std::vector<std::string> values;
    const auto [first, last] = headers.equal_range(name);
    for (auto one = first; one != last; ++one) values.push_back(one->second);
    return values;
}

RequestHead head_of(const httplib::Request& request) {
    return {request.method,
            request.path,
            all_of_name(request.headers, "Host"),
            all_of_name(request.headers, "Origin"),
            all_of_name(request.headers, "Authorization")};
}

bool has_body(const httplib::Request& request) {
    return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

BodyHead body_head_of(const httplib::Request& request) {
    return {all_of_name(request.headers, "Content-Length"),
            request.get_header_value("Content-Type"),
            request.has_header("Transfer-Encoding") || request.has_header("Content-Encoding")};
}

/// Sends a file piece by piece, as it is asked for.
void send_file(const std::filesystem::path& path,
               const std::string& type,
               httplib::Response& response) {
    const auto stream = std::make_shared<std::ifstream>(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream->good() ? std::streamoff(stream->tellg()) : 0;
    if (size <= 0) {
        response.status = 404;
        return;
    }
    response.set_header("Content-Disposition",
                        "attachment; filename=\"" + path.filename().string() + "\"");
    response.set_content_provider(
        static_cast<std::size_t>(size),
        type,
        [stream](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
            std::vector<char> part(std::min<std::size_t>(length, 1u << 16));
            stream->clear();
            stream->seekg(static_cast<std::streamoff>(offset));
            stream->read(part.data(), static_cast<std::streamsize>(part.size()));
            const auto count = static_cast<std::size_t>(stream->gcount());
            return count > 0 && sink.write(part.data(), count);
        });
}

void send(const ApiAnswer& answer, httplib::Response& response) {
    if (answer.file.empty()) {
        response.status = answer.status;
        response.set_content(answer.body, answer.type);
    } else {
        send_file(answer.file, answer.type, response);
    }
}

void send(const ApiError& error, httplib::Response& response) {
    send(error_answer(error.status(), error.problems()), response);
}

}  // namespace

/// httplib's server with our connections and queue.
class WebServer::Sockets : public httplib::Server {
  public:
    Sockets(Api& api, std::string token) : api_(api), token_(std::move(token)) {
        // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): httplib takes it and deletes it
        new_task_queue = [] { return new ConnectionQueue; };
        // Without SO_REUSEPORT, which would let a second server share a port that is taken.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_payload_max_length(largest_body);
        set_keep_alive_max_count(requests_of_a_connection);
        set_keep_alive_timeout(3);
        set_pre_routing_handler([this](const auto& request, auto& response) {
            return answer_head(request, response) ? HandlerResponse::Handled
                                                  : HandlerResponse::Unhandled;
        });
        Post("[\\s\\S]*", [this](const auto& request, auto& response) { ask(request, response); });
        set_error_handler([](const httplib::Request&, httplib::Response& response) {
            if (response.body.empty()) send(plain_error(response.status), response);
        });
        set_exception_handler([](const auto&, auto& response, const std::exception_ptr&) {
            send(plain_error(500), response);
        });
        set_post_routing_handler([](const auto&, auto& response) {
            for (const auto& [name, value] : security_headers()) {
                response.headers.erase(name);
                response.set_header(name, value);
            }
        });
    }

    bool bind(int port) {
        const int bound = port == 0 ? bind_to_any_port("127.0.0.1")
                                    : (bind_to_port("127.0.0.1", port) ? port : -1);
        if (bound > 0) guard_.emplace(bound, token_);
        port_ = bound;
        return bound > 0;
    }

    int port() const { return port_; }

    void start() {
        thread_ = std::thread([this] { listen_after_bind(); });
        while (!is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    void stop_all() {
        stopping_ = true;
        if (!thread_.joinable()) return;
        stop();
        thread_.join();
    }

  private:
    static ApiError plain_error(int status) {
        return {status,
                "request",
                fmt::format("the request cannot be answered ({})", status),
                "it is malformed, too long or too slow",
                "ask again as analysis/serve/README.md says"};
    }

    static ApiError unknown_path() {
        return {404,
                "unknown-path",
                "there is nothing at this address",
                fmt::format("the interface is under {}", api_prefix),
                "see analysis/serve/README.md"};
    }

    /// Answers all that needs no body; false for what does.
    bool answer_head(const httplib::Request& request, httplib::Response& response) {
        if (const auto refusal = guard_->refusal(head_of(request))) {
            send(*refusal, response);
        } else if (request.path.size() > longest_path) {
            send(plain_error(404), response);
        } else if (request.method == "POST") {
            const auto of_body = refusal_of_body(body_head_of(request));
            if (!of_body) return false;
            send(*of_body, response);
        } else if (request.method != "GET" && request.method != "HEAD") {
            send(plain_error(405), response);
        } else {
            answer_get(request, response);
        }
        return true;
    }

    void answer_get(const httplib::Request& request, httplib::Response& response) {
        if (const auto file = static_file(request.path)) {
            response.status = 200;
            response.set_content(file->text.data(), file->text.size(), std::string(file->type));
        } else {
            ask(request, response);
        }
    }

    void ask(const httplib::Request& request, httplib::Response& response) {
        if (!request.path.starts_with(api_prefix)) {
            send(unknown_path(), response);
            return;
        }
        send(api_.answer({request.method == "POST" ? Method::post : Method::get,
                          request.path.substr(api_prefix.size()),
                          {request.params.begin(), request.params.end()},
                          request.body}),
             response);
    }

    /// A connection serves request after request; one with a body is its last, since what was not
    /// read of it would be taken for the next.
    bool process_and_close_socket(socket_t socket) override {
        if (is_turned_away) {
            refuse_connection(socket, no_place);
            return true;
        }
        Connection connection(socket, limits_, stopping_);
        ConnectionStream stream(connection);
        for (std::size_t i = 1; i <= requests_of_a_connection && !stopping_; ++i) {
            bool is_closed = false;
            bool is_last = i == requests_of_a_connection;
            bool is_understood = false;
            const auto look = [&](httplib::Request& request) {
                is_understood = true;
                // Nothing is packed: the library's Brotli takes seconds for a megabyte.
                request.headers.erase("Accept-Encoding");
                is_last = is_last || has_body(request);
                if (!is_last) return;
                request.headers.erase("Connection");
                request.set_header("Connection", "close");
            };
            if (!connection.begin_request() || !process_request(stream, is_last, is_closed, look) ||
                is_closed || is_last || !is_understood) {
                break;
            }
        }
        return true;
    }

    Api& api_;
    std::string token_;
    std::optional<Guard> guard_;
    ConnectionLimits limits_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
    int port_ = 0;
};

WebServer::WebServer(Api& api, std::string token)
    : sockets_(std::make_unique<Sockets>(api, std::move(token))) {}

WebServer::~WebServer() { stop(); }

bool WebServer::bind(int port) { return sockets_->bind(port); }

int WebServer::port() const { return sockets_->port(); }

void WebServer::start() { sockets_->start(); }

void WebServer::stop() { sockets_->stop_all(); }

}  // namespace cantiere
