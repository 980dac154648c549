#include "analysis/cli/command.h"
#include "analysis/study_schema.h"

namespace cantiere {
namespace {

Action declare_schema(CLI::App&) {
    return [](const Context& context) {
        context.result_json(study_schema());
        return ExitCode::ok;
    };
}

}  // namespace

Command schema_command() {
    return {"schema",
            "print the JSON Schema of studies and packs",
            "For editors that complete and check TOML (taplo, Even Better TOML). Always JSON.",
            "cantiere schema",
            declare_schema};
}

}  // namespace cantiere
