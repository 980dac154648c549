#include <memory>
#include <string>

#include "analysis/cli/command.h"
#include "analysis/cli/completion_scripts.h"
#include "analysis/cli/values.h"

namespace cantiere {
namespace {

struct CompletionArguments {
    std::string shell;
};

ExitCode completion(const CompletionArguments& arguments, const Context& context) {
    const std::string& shell = one_of_names("SHELL", arguments.shell, completion_shells());
    const std::string script = completion_script(shell, all_commands());
    if (context.json()) {
        context.result_json({{"shell", shell}, {"script", script}});
    } else {
        context.result(script);
    }
    return ExitCode::ok;
}

Action declare_completion(CLI::App& app) {
    const auto arguments = std::make_shared<CompletionArguments>();
    app.add_option("SHELL", arguments->shell, "bash, zsh or fish")->required()->type_name("");
    return [arguments](const Context& context) { return completion(*arguments, context); };
}

}  // namespace

Command completion_command() {
    return {"completion",
            "print the completion script of a shell",
            "bash: eval \"$(cantiere completion bash)\"\nJSON: {shell, script}.",
            "cantiere completion bash",
            declare_completion};
}

}  // namespace cantiere
