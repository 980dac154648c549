#include "outputs/run_log.h"

#include <unistd.h>

#include <array>
#include <cmath>
#include <span>

#include <nlohmann/json.hpp>

#include "outputs/file_handle.h"

namespace cantiere {
namespace {

nlohmann::ordered_json failed_as_json(const std::vector<FailedRun>& failed) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const FailedRun& run : failed) {
        list.push_back({{"scenario", run.scenario},
                        {"draw", run.draw},
                        {"replicate", run.replicate},
                        {"message", run.message},
                        {"reproduce", run.reproduce}});
    }
    return list;
}

nlohmann::ordered_json finite_or_null(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json look_as_json(const PrecisionLook& look) {
    return {{"draws", look.draws},
            {"replicates", look.replicates},
            {"mean", finite_or_null(look.mean)},
            {"half_width", finite_or_null(look.half_width)},
            {"asked", finite_or_null(look.asked)}};
}

nlohmann::ordered_json as_json(const RunLog& log) {
    nlohmann::ordered_json json;
    json["results"] = log.results;
    json["inputs_sha256"] = log.inputs_sha256;
    json["command_line"] = log.command_line;
    json["host"] = log.host;
    json["threads"] = log.threads;
    json["ranks"] = log.ranks;
    json["wall_seconds"] = log.wall_seconds;
    json["runs"] = log.runs;
    json["resumed"] = log.resumed;
    json["residents"] = log.residents;
    json["resident_months"] = log.resident_months;
    json["resident_months_per_second"] = nullptr;
    if (log.wall_seconds > 0.0) {
        json["resident_months_per_second"] =
            static_cast<double>(log.resident_months) / log.wall_seconds;
    }
    json["bytes_per_resident"] = log.bytes_per_resident;
    json["failed"] = failed_as_json(log.failed);
    if (log.precision) json["precision"] = precision_json(*log.precision);
    return json;
}

}  // namespace

nlohmann::ordered_json precision_json(const PrecisionLog& log) {
    nlohmann::ordered_json json{{"contrast", log.contrast},
                                {"target", log.target},
                                {"relative", log.is_relative},
                                {"reached", log.is_reached}};
    json.update(look_as_json(log.looks.empty() ? PrecisionLook{} : log.looks.back()));
    json["draws_per_block"] = log.block_draws;
    json["replicates_per_block"] = log.block_replicates;
    json["most"] = log.most_runs;
    json["looks"] = nlohmann::ordered_json::array();
    for (const PrecisionLook& look : log.looks) json["looks"].push_back(look_as_json(look));
    json["note"] = optional_stopping_note;
    return json;
}

std::filesystem::path run_log_path(const std::filesystem::path& results) {
    std::filesystem::path path = results;
    return path.replace_extension(".run.json");
}

bool is_run_log(std::string_view text) {
    return text.starts_with('{') && text.find("\"inputs_sha256\":") != std::string_view::npos;
}

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

void write_run_log(const std::filesystem::path& path, const RunLog& log) {
    // A command line may hold bytes that are not UTF-8: they are replaced, not refused.
    const std::string text =
        as_json(log).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    FileHandle file(path, Access::create_or_truncate);
    file.write_at(0, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

}  // namespace cantiere
