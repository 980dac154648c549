#pragma once
/// The web server: sockets and HTTP around the guard, the static files and the interface.

#include <memory>
#include <string>

#include "analysis/serve/api.h"
#include "analysis/serve/guard.h"

namespace cantiere {

/// Listens on 127.0.0.1 alone.
class WebServer {
  public:
    /// Answers with `api`, which must outlive it. Ports are tried by `bind`.
    WebServer(Api& api, std::string token);
    ~WebServer();
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    /// Takes a port, 0 for any; false when it is taken or not allowed.
    bool bind(int port);

    int port() const;

    /// Serves in threads of its own until `stop`; after `bind`.
    void start();

    /// Takes no more connections and waits for the answers under way.
    void stop();

  private:
    class Sockets;
    std::unique_ptr<Sockets> sockets_;
};

}  // namespace cantiere
