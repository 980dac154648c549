#include "analysis/cli/help.h"

#include <array>

namespace cantiere {
namespace {

// As the English ones: lines of at most a hundred letters, and the names of the JSON as they are.
// The formatter would move the first line of each.
// clang-format off
constexpr auto more_commands = std::to_array<ItalianHelp>({
    {"schema",
     "stampa lo schema JSON di studi e pacchetti",
     R"(Per programmi di scrittura che completano e controllano il TOML (taplo, Even Better TOML). Sempre
JSON.)"},
    {"init",
     "crea una cartella di partenza con uno studio che si può eseguire",
     R"(Un luogo e un programma propri sui pacchetti forniti: uno studio di pochi secondi. Nulla è
sovrascritto.
JSON: {folder, files}.)"},
    {"design",
     "stampa un disegno di esperimenti in CSV, una riga per esecuzione",
     R"(low e high sono i quantili 2,5 % e 97,5 % di normal, lognormal, gamma e beta, gli estremi di
uniform, triangular e pert. saltelli ha per ogni punto di base le righe A, AB_1..AB_D,
[BA_1..BA_D], B; le sequenze non rimescolate iniziano da zero. Semi uguali danno righe uguali.
JSON: {method, n, seed, names, rows}.)"},
    {"sensitivity",
     "quali numeri contano di più: uno alla volta, o da un disegno",
     R"(oneway esegue un programma e la sua base con ogni numero ai due estremi del suo intervallo; gli
effetti sono differenze dalla base, appaiate esecuzione per esecuzione; --switching cerca i valori a
cui il primo esito cambia segno, un'esecuzione per passo. twoway esegue due numeri sul piano dei loro
intervalli. Gli altri leggono un disegno e le sue uscite; o, con --study, eseguono un disegno dei
numeri scelti e guardano le differenze dalla base.
JSON oneway: {method, study, scenario, base, wtp, draws, replicates, runs, failed, outputs:
{NAME: {at_value, factors: [{name, kind, unit, low, value, high, quality, sources, pack, at_low,
at_high, swing, changes_sign}]}}, switching: [{name, kind, unit, outcome, from, to, at, difference:
STAT}]}; twoway outputs: {NAME: {x: {name, unit, values}, y, differences: [[STAT]]}}; di --table:
[{lever, unit, low, high, study, scenario, with, outcome, at_low, at_high, difference: STAT, sign,
verdict, note}]; gli altri: {method, n, rows, outputs: {NAME: {factors: [{name, ...}]}}}: sobol S1, ST
con _low, _high, e S2: [{a, b, value, low, high}], variance; morris mu, mu_star, sigma; pawn
median, max; regional distance, p_value.)"},
    {"discover",
     "dove stanno i casi di interesse, in frasi semplici",
     R"(Induzione paziente di regole (PRIM): scatole degli ingressi, una per passata sui casi che le
precedenti lasciano; di una colonna di parole, le categorie al suo interno. coverage: quota dei casi
di interesse all'interno; density: quota dei casi all'interno che sono di interesse; quasi_p:
probabilità di tanti se l'ingresso fosse libero; reproduced: quota di dieci metà dei casi la cui
scatola limita anch'essa l'ingresso. tree: un albero di classificazione (CART) come controllo,
potato con una convalida incrociata in dieci parti, e se nomina gli stessi ingressi.
JSON: {cases, of_interest, boxes: [{limits: {NAME: {low, high, quasi_p, reproduced}}, coverage,
density, mass, sentence, trajectory: [{coverage, density, mass, restricted}]}], tree: {of_leaves,
leaves: [{limits: {NAME: {low, high}}, coverage, density, mass, sentence}], inputs,
same_inputs, sentence}}; di parole, values: [] al posto di low e high.)"},
    {"calibrate",
     "trova i valori dei parametri che raggiungono gli obiettivi osservati",
     R"(History matching: ondate di esecuzioni, emulate da processi gaussiani, escludono ciò che dista più
di tre deviazioni standard da un obiettivo. abc_smc: generazioni di valori sempre più vicini agli
obiettivi, con la loro correlazione. Entrambi: il secondo su ciò che il primo lascia. cantiere init
ne scrive un esempio; analysis/README.md spiega le chiavi. --pack: il pacchetto dello studio con le
chiavi calibrate alle loro medie a posteriori e 1.000 campioni che le estrazioni prendono interi,
così che le chiavi tengano la loro correlazione; nominarlo in uno studio al posto di quello che
estende.
JSON: {id, method, waves: [{rows, rows_fitted, non_implausible_share, ranges, targets} o
{rows, kept, acceptance, tolerance, effective_sample_size, ranges}], end,
posterior: {names, samples, weights}, effective_sample_size, acceptance, runs, targets,
parameters, stated, best, proposed}.)"},
    {"transfer",
     "un programma altrove, e perché lì fa di più o di meno",
     R"(Programma e comportamento restano; popolazione, rete e capacità, lavoro e casa, e legge cambiano
dal luogo dello studio all'altro in tutte e sedici le combinazioni, con la stessa sorte. La quota di
una parte è il suo valore di Shapley; le quattro danno in somma il cambiamento. Sono detti i numeri
fuori dell'intervallo indicato qui.
JSON: {study, scenario, base, from: {territory, law}, to, wtp, draws, replicates, runs, failed,
outputs: {NAME: {here, there, change: STAT, parts: {population, network_capacity, labour_housing,
law}, fidelity: [{at, effect}], scale}}, overlap: {compared, outside: [{name, unit, part, low, here,
high, there}]}}. --matrix: {places: [{territory, law}], programmes: [{study, scenario, home, wtp,
cells: [{verdict, outputs: {NAME: {effect, change, parts}}, overlap}]}], sentences, runs, failed}.
--preconditions: ogni numero del luogo sull'estensione dei luoghi, in -n punti di un ipercubo latino,
passati al vaglio con ingressi fittizi, poi scatole (PRIM); un'estrazione e una replica per punto se
non se ne chiedono altre. JSON: {study, scenario, base, wtp, where, points, holds_in, verdict (all,
none, no_limit, limits), runs, screen: {looked_at, dummy_distance, kept: [{name, distance,
median_where_it_holds, median_where_not, low, high}]}, conditions: [{name, unit, low, high, quasi_p,
reproduced}], left_out: {inside, confirmed, chance}, left_out_not,
places: [{territory, law, meets, values: {NAME: {value, met}}}], where_it_holds, where_not (come in
discover), sentences}. --card: {study, scenario, base, title, draft, draws, wtp, price_year, places
(prima casa): [{territory, law, verdict, outputs, overlap, largest_part, fidelity_needed,
scales_up_to, fidelity: [{at, net_benefit}], scale}], sentences, preconditions, procedure: {steps:
[{step, who, lines: [{name, value, unit, stated, meaning}]}], idle: [line]}, runs, failed}.)"},
    {"report",
     "il masterplan: una sola pagina HTML, da leggere anche senza rete",
     R"(Una pagina che non carica nulla: la risposta in una frase, chi paga e chi guadagna, costi, valore,
equità, incertezza, limiti, ogni dato con la sua fonte, la lista CHEERS 2022 e come riprodurla. Meno
di cento estrazioni fanno una bozza. --lang sceglie la lingua.
JSON: {report, bytes, pdf}.)"},
    {"serve",
     "l'app web locale: esecuzioni, confronti, scenari, rapporti",
     R"(Serve i file di risultati di una cartella a un browser di questa macchina, ed esegue studi in essa.
L'indirizzo stampato contiene un codice segreto; senza, non c'è risposta. Ctrl-C la chiude, dopo le
esecuzioni in corso: i blocchi finiti sono conservati, e la stessa esecuzione prosegue da lì. Codice
di uscita 130.
L'interfaccia: analysis/serve/README.md. JSON: {url, port, token, folder}, appena è in ascolto.)"},
    {"completion",
     "stampa lo script di completamento di una shell",
     "bash: eval \"$(cantiere completion bash)\"\n"
     "JSON: {shell, script}."},
    {"doctor",
     "controlla questa macchina: processore, memoria, pacchetti, posti in cui scrivere",
     R"(Codice di uscita 1 dove manca qualcosa di necessario.
JSON: {ok, checks: [{what, status, found, advice}]}.)"}});
// clang-format on

}  // namespace

std::span<const ItalianHelp> more_help_in_italian() { return more_commands; }

}  // namespace cantiere
