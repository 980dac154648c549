#pragma once
/// Runs ordered over the web: from a request to a run in the queue.

#include <string>

#include "analysis/serve/jobs.h"
#include "analysis/serve/study_shelf.h"

namespace cantiere {

/// Takes a run into the queue: checks it, writes its study file where it has a scenario of its own,
/// and returns `{job, study_file, command}`. Throws ApiError, and InputError where the study does
/// not pass the check.
ApiJson order_answer(const StudyShelf& shelf, Jobs& jobs, const std::string& body);

}  // namespace cantiere
