/// usage: reference_workload RESIDENTS MONTHS REPLICATES THREADS

#include "tests/bench/reference_workload.h"

int main(int word_count, char** words) {
    return cantiere::run_workload(word_count, words, [](const cantiere::WorkloadSize& size) {
        return cantiere::simulate_reference_workload(size);
    });
}
