#include "tests/bench/reference_workload.h"

#include "tests/bench/reference_territory.h"

namespace cantiere {

WorkloadHistories simulate_reference_workload(const WorkloadSize& size, InstructionSet set) {
    WorkloadHistories histories(size.replicates);
#pragma omp parallel num_threads(size.threads)
    {
        ReferenceTerritory territory(size.residents, set);
#pragma omp for schedule(dynamic, 1)
        for (std::uint32_t replicate = 0; replicate < size.replicates; ++replicate) {
            histories[replicate] = territory.simulate({size.seed, 0, replicate}, size.months);
        }
    }
    return histories;
}

}  // namespace cantiere
