/// usage: naive_workload RESIDENTS MONTHS REPLICATES THREADS

#include "tests/bench/naive_workload.h"

int main(int word_count, char** words) {
    return cantiere::run_workload(word_count, words, cantiere::simulate_naive_workload);
}
