#include "analysis/exploration/command_runs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <thread>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

using Clock = std::chrono::steady_clock;

/// No answer is longer: a command that prints without end is stopped.
constexpr off_t most_bytes_printed = 64 << 20;

struct CloseFile {
    void operator()(std::FILE* file) const {
        std::fclose(file);  // NOLINT(cppcoreguidelines-owning-memory): unique_ptr owns it
    }
};

/// A nameless file: a command that writes much cannot wait for a reader for ever.
using Scratch = std::unique_ptr<std::FILE, CloseFile>;

Scratch scratch(const std::string& text = "") {
    Scratch file(std::tmpfile());
    ensures(file != nullptr, "a temporary file can be made");
    std::fwrite(text.data(), 1, text.size(), file.get());
    std::fflush(file.get());
    std::rewind(file.get());
    return file;
}

/// The text of a file, or its last bytes where `most` is given.
std::string text_of(std::FILE* file, std::size_t most = 0) {
    std::string text;
    std::array<char, 4096> part{};
    std::rewind(file);
    for (std::size_t got = part.size(); got == part.size();) {
        got = std::fread(part.data(), 1, part.size(), file);
        text.append(part.data(), got);
    }
    return most > 0 && text.size() > most ? text.substr(text.size() - most) : text;
}

/// Becomes the command; writes the error number to `failure` when that cannot be. Only calls that
/// are safe between fork and exec.
[[noreturn]] void become(char* const* words,
                         const char* folder,
                         const std::array<int, 3>& streams,
                         int failure) {
    ::setpgid(0, 0);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        ::dup2(streams[i], static_cast<int>(i));
    }
    if (*folder == '\0' || ::chdir(folder) == 0) {
        ::execvp(words[0], words);
    }
    const int error = errno;
    [[maybe_unused]] const auto written = ::write(failure, &error, sizeof error);
    ::_exit(127);
}

/// A command under way.
class Child {
  public:
    Child(const CommandLine& command, const std::string& input, std::size_t place)
        : place_(place), in_(scratch(input)), out_(scratch()), errors_(scratch()) {
        std::vector<std::string> words = command.words;
        std::vector<char*> pointers;
        for (std::string& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        std::array<int, 2> pipe{};
        ensures(::pipe2(pipe.data(), O_CLOEXEC) == 0, "a pipe can be made");
        id_ = ::fork();  // NOLINT(cppcoreguidelines-prefer-member-initializer): after the pipe
        if (id_ == 0) {
            become(pointers.data(),
                   command.folder.c_str(),
                   {::fileno(in_.get()), ::fileno(out_.get()), ::fileno(errors_.get())},
                   pipe[1]);
        }
        ::close(pipe[1]);
        int error = id_ < 0 ? errno : 0;
        if (id_ > 0 && ::read(pipe[0], &error, sizeof error) != sizeof error) {
            error = 0;  // it became the command, which closed the pipe
        }
        ::close(pipe[0]);
        not_started_ = error;
    }

    std::size_t place() const { return place_; }
    bool is_older_than(double seconds) const {
        return std::chrono::duration<double>(Clock::now() - began_).count() > seconds;
    }

    /// Files of its own may be as long as it likes.
    bool has_printed_too_much() const {
        struct stat printed {};
        return ::fstat(::fileno(out_.get()), &printed) == 0 && printed.st_size > most_bytes_printed;
    }

    /// Kills it with its children, and tells why.
    void kill(CommandEnd why) {
        killed_for_ = why;
        ::kill(-id_, SIGKILL);
    }

    /// Returns what it gave once it has ended.
    std::optional<CommandResult> ended() {
        int status = 0;
        if (id_ > 0 && ::waitpid(id_, &status, WNOHANG) != id_) {
            return std::nullopt;
        }
        if (not_started_ != 0) {
            return CommandResult{CommandEnd::not_started, not_started_, "", ""};
        }
        constexpr std::size_t shown = 1000;
        CommandResult result{CommandEnd::exited,
                             0,
                             text_of(out_.get()),
                             text_of(errors_.get(), shown)};
        if (killed_for_) {
            result.end = *killed_for_;
            if (result.end == CommandEnd::killed) result.code = SIGXFSZ;
        } else if (WIFSIGNALED(status)) {
            result.end = CommandEnd::killed;
            result.code = WTERMSIG(status);
        } else {
            result.code = WEXITSTATUS(status);
        }
        return result;
    }

  private:
    std::size_t place_;
    Scratch in_, out_, errors_;
    pid_t id_ = 0;
    int not_started_ = 0;
    std::optional<CommandEnd> killed_for_;
    Clock::time_point began_ = Clock::now();
};

/// Takes the results of those that have ended, and kills those that take too long. Tells whether
/// one of them failed.
bool gather(std::vector<Child>& under_way,
            std::vector<CommandResult>& results,
            double timeout_seconds) {
    bool has_failed = false;
    std::erase_if(under_way, [&](Child& child) {
        std::optional<CommandResult> result = child.ended();
        if (result) {
            has_failed |= result->end != CommandEnd::exited || result->code != 0;
            results[child.place()] = std::move(*result);
        } else if (child.is_older_than(timeout_seconds)) {
            child.kill(CommandEnd::timed_out);
        } else if (child.has_printed_too_much()) {
            child.kill(CommandEnd::killed);
        }
        return result.has_value();
    });
    return has_failed;
}

}  // namespace

std::vector<CommandResult> run_commands(const CommandLine& command,
                                        const std::vector<std::string>& inputs,
                                        std::size_t at_once,
                                        const std::function<bool()>& stop_requested) {
    expects(!command.words.empty() && at_once > 0, "there is a command to run");
    std::vector<CommandResult> results(inputs.size(), {CommandEnd::stopped, 0, "", ""});
    std::vector<Child> under_way;
    std::size_t next = 0;
    bool stopped = false;
    while ((!stopped && next < inputs.size()) || !under_way.empty()) {
        if (!stopped && stop_requested && stop_requested()) {
            stopped = true;
            std::ranges::for_each(under_way, [](Child& child) { child.kill(CommandEnd::stopped); });
        }
        while (!stopped && next < inputs.size() && under_way.size() < at_once) {
            under_way.emplace_back(command, inputs[next], next);
            ++next;
        }
        // Rows are begun in their order: those not begun come after the one that is told.
        stopped |= gather(under_way, results, command.timeout_seconds);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return results;
}

}  // namespace cantiere
