#include "analysis/serve/api.h"

#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "analysis/serve/job_answers.h"
#include "analysis/serve/result_answers.h"
#include "cantiere_version.h"
#include "outputs/results_error.h"

namespace cantiere {
namespace {

ApiAnswer answer_of_fault(const std::exception& fault, Language language) {
    const ApiError error(500,
                         "internal",
                         fmt::format("a fault of the program: {}", fault.what()),
                         "it is no mistake of yours",
                         "report it with what you asked");
    return error_answer(error.status(), error.problems(), language);
}

ApiAnswer answer_of_failure(const ResultsError& failure, Language language) {
    const ApiError error(422, "results", failure.problem(), failure.why(), failure.remedy());
    return error_answer(error.status(), error.problems(), language);
}

/// The language of a request, which may be wrong in all else.
Language language_asked(const ApiRequest& request) {
    const auto found = request.query.find("lang");
    const bool is_italian = found != request.query.end() && found->second == "it";
    return is_italian ? Language::italian : Language::english;
}

/// Names the part of a path before its first slash.
std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

/// The values of a request that is a question; throws ApiError for one that is an order.
Query asked(const ApiRequest& request, const std::vector<std::string>& known) {
    if (request.method == Method::get) return {request.query, known};
    throw ApiError(405,
                   "method",
                   fmt::format("{} is asked with GET", request.path),
                   "it changes nothing",
                   "use GET");
}

/// Looks whether a request orders something; its query may choose the language.
bool is_order(const ApiRequest& request) {
    if (request.method == Method::get) return false;
    static_cast<void>(Query(request.query, {}));
    return true;
}

[[noreturn]] void refuse_path() {
    throw ApiError(404,
                   "unknown-path",
                   "there is nothing at this address",
                   "the interface has other ones",
                   "see analysis/serve/README.md");
}

}  // namespace

Api::Api(const std::filesystem::path& folder, ApiSettings settings)
    : folder_(folder), settings_(settings) {}

ApiAnswer Api::answer(const ApiRequest& request) {
    const Language language = language_asked(request);
    try {
        const std::string first = first_part(request.path);
        if (first == "about") return answer_of_about(request);
        if (first == "jobs") return answer_of_jobs(request);
        const bool is_new_run = request.path == "runs" && request.method == Method::post;
        if (is_new_run || first == "studies" || first == "study" || first == "check" ||
            first == "parameters") {
            return answer_of_studies(request);
        }
        return answer_of_results(request);
    } catch (const ApiError& error) {
        return error_answer(error.status(), error.problems(), language);
    } catch (const InputError& error) {
        return error_answer(422, error.problems(), language);
    } catch (const ResultsError& error) {
        return answer_of_failure(error, language);
    } catch (const std::exception& fault) {
        return answer_of_fault(fault, language);
    }
}

ApiAnswer Api::answer_of_about(const ApiRequest& request) const {
    if (request.path != "about") refuse_path();
    asked(request, {});
    return json_answer({{"version", program_version},
                        {"read_only", settings_.read_only},
                        {"folder", folder_.path().string()},
                        {"languages", {"en", "it"}}});
}

ApiAnswer Api::answer_of_results(const ApiRequest& request) {
    const std::lock_guard lock(reading_);
    const std::string& path = request.path;
    if (path == "runs") return json_answer(runs_answer(folder_, asked(request, {})));
    if (path == "compare") {
        return json_answer(compare_answer(folder_, asked(request, choice_names())));
    }
    if (path == "figures") {
        return json_answer(figures_answer(folder_, asked(request, choice_names())));
    }
    if (path == "report") return report_answer(folder_, asked(request, {"result"}));
    if (path == "validation") {
        asked(request, {});
        return json_answer(validation_answer(folder_));
    }
    if (path != "file") refuse_path();
    ApiAnswer answer;
    answer.type = "application/x-hdf5";
    answer.file = folder_.file(asked(request, {"result"}).required("result"), ".h5");
    return answer;
}

ApiAnswer Api::answer_of_studies(const ApiRequest& request) {
    const std::lock_guard lock(studying_);
    const std::string& path = request.path;
    if (path == "studies") {
        return json_answer(shelf_.list(asked(request, {}).language()));
    }
    if (path == "study") {
        return json_answer(study_answer(shelf_, evidence_, asked(request, {"id", "scenario"})));
    }
    if (path == "parameters") {
        return json_answer(parameters_answer(evidence_, asked(request, {"word"})));
    }
    const bool orders = is_order(request);
    if (path == "check" && orders)
        return json_answer(check_answer(shelf_, request.body, language_asked(request)));
    if (path == "runs" && orders) {
        refuse_when_read_only();
        return json_answer(order_answer(shelf_, jobs_, request.body));
    }
    if (path != "check") refuse_path();
    throw ApiError(405, "method", "check is asked with POST", "it has a body", "use POST");
}

ApiAnswer Api::answer_of_jobs(const ApiRequest& request) {
    constexpr std::string_view under = "jobs/";
    constexpr std::string_view cancel = "/cancel";
    if (request.path == "jobs") {
        asked(request, {});
        return json_answer(jobs_.json(language_asked(request)));
    }
    if (!request.path.starts_with(under)) refuse_path();
    std::string id = request.path.substr(under.size());
    if (!id.ends_with(cancel)) {
        asked(request, {});
        return json_answer(jobs_.json(id, language_asked(request)));
    }
    if (!is_order(request)) {
        throw ApiError(405, "method", "cancel is asked with POST", "it stops a run", "use POST");
    }
    refuse_when_read_only();
    id.resize(id.size() - cancel.size());
    jobs_.cancel(id);
    return json_answer(jobs_.json(id, language_asked(request)));
}

void Api::refuse_when_read_only() const {
    if (!settings_.read_only) return;
    throw ApiError(403,
                   "read-only",
                   "this server runs nothing and writes no file",
                   "it was started with --read-only",
                   "start it without");
}

}  // namespace cantiere
