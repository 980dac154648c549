#pragma once
/// The interface under `/api/v1/` (README.md): from a request to its answer, without sockets.

#include <mutex>
#include <string>

#include "analysis/serve/exchange.h"
#include "analysis/serve/jobs.h"
#include "analysis/serve/results_folder.h"
#include "analysis/serve/study_answers.h"
#include "analysis/serve/study_shelf.h"

namespace cantiere {

struct ApiSettings {
    bool read_only = false;  // no runs, no files written
};

/// Answers requests that have passed the guard; several threads may ask at once.
class Api {
  public:
    /// Throws ResultsError where there is no such folder.
    Api(const std::filesystem::path& folder, ApiSettings settings);

    /// Answers; every failure is an answer too.
    ApiAnswer answer(const ApiRequest& request);

    /// Cancels all runs and waits for the one under way.
    void stop() { jobs_.stop(); }

  private:
    ApiAnswer answer_of_results(const ApiRequest& request);
    ApiAnswer answer_of_studies(const ApiRequest& request);
    ApiAnswer answer_of_jobs(const ApiRequest& request);
    ApiAnswer answer_of_about(const ApiRequest& request) const;
    void refuse_when_read_only() const;

    ResultsFolder folder_;
    ApiSettings settings_;
    std::mutex reading_;   // results files are read by one thread at a time
    std::mutex studying_;  // and so are studies
    StudyShelf shelf_{folder_};
    ShippedEvidence evidence_;
    Jobs jobs_;
};

}  // namespace cantiere
