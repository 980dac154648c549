#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/open_browser.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/serve/server.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

constexpr int usual_port = 8765;
constexpr int ports_tried = 100;

struct ServeArguments {
    std::string folder;
    std::optional<std::int64_t> port;
    bool no_open = false;
    bool read_only = false;
};

/// The folder where `run` keeps results.
std::string usual_folder() {
    const std::string folder = default_results("x").parent_path().string();
    return folder.empty() ? "." : folder;
}

/// Takes the port asked for, or the first free one from the usual on.
void take_port(WebServer& server, const ServeArguments& arguments) {
    if (arguments.port) {
        if (server.bind(static_cast<int>(*arguments.port))) return;
        throw UsageError(
            fmt::format("--port {}: another program holds it, or you may not use it",
                        *arguments.port),
            "give another one above 1023, or leave --port out: the next free one is taken");
    }
    for (int port = usual_port; port < usual_port + ports_tried; ++port) {
        if (server.bind(port)) return;
    }
    throw UsageError(
        fmt::format("no port from {} to {} is free", usual_port, usual_port + ports_tried - 1),
        "name a free one with --port N");
}

void tell_address(const std::string& address,
                  const WebServer& server,
                  const std::string& token,
                  const std::string& folder,
                  const Context& context) {
    if (context.json()) {
        context.result_json(
            {{"url", address}, {"port", server.port()}, {"token", token}, {"folder", folder}});
    } else {
        context.result(address);
    }
    std::cout.flush();
    context.note(fmt::format("serving {} to this machine alone; Ctrl-C ends it", folder));
}

void wait_for_signal() {
    while (!InterruptGuard::requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

ExitCode serve(const ServeArguments& arguments, const Context& context) {
    const std::string folder = arguments.folder.empty() ? usual_folder() : arguments.folder;
    Api api(folder, {arguments.read_only});
    const std::string token = new_token();
    WebServer server(api, token);
    take_port(server, arguments);
    const InterruptGuard guard(
        context.told("\nending after the runs under way (Ctrl-C again ends now)\n"));
    server.start();
    const std::string address = fmt::format("http://127.0.0.1:{}/#token={}", server.port(), token);
    tell_address(address, server, token, folder, context);
    std::optional<SecretPage> page;
    if (!arguments.no_open) page.emplace(address);
    wait_for_signal();
    server.stop();
    api.stop();
    return ExitCode::interrupted;
}

Action declare_serve(CLI::App& app) {
    const auto arguments = std::make_shared<ServeArguments>();
    app.add_option("DIR",
                   arguments->folder,
                   "folder of results files (default: where `run` keeps them)")
        ->type_name("");
    add_whole_number(app,
                     "--port",
                     arguments->port,
                     {0, 65535},
                     "port of 127.0.0.1, 0 for any (default: 8765, or the next free one)");
    app.add_flag("--no-open", arguments->no_open, "do not open a browser");
    app.add_flag("--read-only", arguments->read_only, "run nothing and write no file");
    return [arguments](const Context& context) { return serve(*arguments, context); };
}

}  // namespace

Command serve_command() {
    return {"serve",
            "the local web app: runs, comparisons, scenarios, reports",
            "Serves the results files of a folder to a browser on this machine, and runs studies "
            "into it. The\n"
            "address printed holds a token; without it nothing is answered. Ctrl-C ends it, after "
            "the runs under\n"
            "way: finished blocks are kept, and the same run goes on from them. Exit code 130.\n"
            "The interface: analysis/serve/README.md. JSON: {url, port, token, folder}, once it "
            "listens.",
            "cantiere serve . --no-open",
            declare_serve};
}

}  // namespace cantiere
