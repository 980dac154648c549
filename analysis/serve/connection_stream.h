#pragma once
/// A connection of ours as the stream of cpp-httplib.

#include <httplib.h>

#include <string>

#include "analysis/serve/connection.h"

namespace cantiere {

/// Our connection as httplib reads and writes it.
class ConnectionStream : public httplib::Stream {
  public:
    explicit ConnectionStream(Connection& connection) : connection_(connection) {}
    using httplib::Stream::write;

    bool is_readable() const override { return true; }
    bool is_writable() const override { return connection_.is_writable(); }
    ssize_t read(char* target, size_t size) override { return connection_.read(target, size); }
    ssize_t write(const char* bytes, size_t size) override {
        return connection_.write(bytes, size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = "127.0.0.1";
        port = 0;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        get_remote_ip_and_port(ip, port);
    }
    socket_t socket() const override { return connection_.socket(); }

  private:
    Connection& connection_;
};

}  // namespace cantiere
