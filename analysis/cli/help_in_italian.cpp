#include "analysis/cli/help.h"

#include <array>

namespace cantiere {

namespace {

// As the English ones: lines of at most a hundred letters, and the names of the JSON as they are.
// The formatter would move the first line of each.
// clang-format off
constexpr auto first_commands = std::to_array<ItalianHelp>({
    {"run",
     "esegue in parallelo tutti gli scenari di studi, stampa il confronto",
     R"(Il lavoro non finito è conservato in RESULT.h5.part: lo stesso comando prosegue da lì. Un file
finito non è mai sostituito senza --overwrite. Ctrl-C e SIGTERM fermano dopo le esecuzioni in corso
e conservano i blocchi finiti (tutti gli scenari di un'estrazione e replica); due volte, subito.
--time-limit (90s, 10m, 2h, 1h30m, HH:MM:SS) conta dall'inizio del comando; i blocchi in corso sono
finiti, non ne inizia nessuno che, a giudicare dal più lungo, finirebbe oltre. Codice di uscita 130,
come dopo Ctrl-C. --shard non stampa confronti e non prende --trace: cantiere merge unisce le
porzioni. mpirun -n N cantiere run ... divide i blocchi tra N processi, con -j thread ciascuno; i
risultati sono gli stessi byte comunque siano fatti.
JSON: {results, runs, failed, resumed, residents, resident_months, wall_seconds,
resident_months_per_second, threads (di un processo), ranks, bytes_per_resident, scenarios,
already_there, shard, failures}; una lista per più studi; con --precision anche
{precision: {contrast, target, relative, reached, draws, replicates, mean, half_width, asked,
draws_per_block, most, looks, note}}. Con --dry-run il piano: {study, results, scenarios, ..., shard,
memory: {bytes_per_block, bytes_available, limited_by, threads}}.)"},
    {"compare",
     "costi per ente pagatore, autonomia, uscite, differenze con intervalli",
     R"(Le differenze sono appaiate con la base dello scenario; gli intervalli sono al 95 % della media.
JSON: {base, wtp, perspective, scenarios: [{id, VARIABLE: STAT, cost_by_payer, difference,
effect_per_person_served, monte_carlo, probability_best, probability_pays,
probability_worth_it}], breakdown, fail_if}, STAT = {mean, se, low, high, p2_5, p97_5}; una
lista per più risultati. --programmes: [{study, programme, null_twin, base, worst_group,
rows: [{name, horizon_years, programme_minus_usual: STAT, twin_minus_usual,
programme_minus_twin}]}]. monte_carlo: {VARIABLE: {luck_sd, parameter_sd, luck_se, parameter_share,
luck_sd_unpaired, best_replicates, spread_replicates, draws_for_5_percent,
draws_for_5_percent_as_run e le due con _unpaired}}.)"},
    {"evaluate",
     "quale scelta vale il suo costo, con quale certezza, e che cosa scoprire per primo",
     R"(Campioni: colonne draw, STRATEGIA.cost e STRATEGIA.effect per ogni strategia, poi i parametri.
Di risultati: costo netto e anni di autonomia, medie delle estrazioni sulle repliche. status: ND
sulla frontiera, ED dominata da una combinazione di altre, D dominata. expected_loss: media del
migliore beneficio netto meno il proprio. noise_floor: ciò che 1 parametro su 20 senza alcun effetto
supererebbe.
JSON: {draws, strategies: [{id, cost, effect, status, incremental_cost, incremental_effect,
icer}], wtp, net_benefit: {ID: []}, ceac: {ID: []}, ceaf: [{wtp, id, probability}],
expected_loss: {ID: []}, evpi, evpi_without_luck, evppi: {NAME: {value, se, noise_floor}},
evsi: {NAME: {N: []}}, enbs, measure_next: {wtp, verdict, best, evpi, population, by_chance,
inputs: [{name, value, se, noise_floor, above_floor, p_value, false_discovery, quality,
population_value}], text}, regret: {ID: {max, p90, mean}}, regret_wtp, robustness: {measures, strategies: {ID: {MEASURE: {value, rank}}},
disagreements: [{a, b, for_a, for_b}]}, thresholds};
le liste seguono wtp.)"},
    {"check",
     "controlla studi, pacchetti e calibrazioni",
     R"(Tutti i problemi di un file sono detti in una volta, ciascuno con posto, ragione e rimedio.
JSON: {ok, problems: [{code, severity, file, line, column, message, hint}]}; gli errori di ogni
comando hanno questa forma, sull'errore standard.)"},
    {"show",
     "stampa uno studio come è risolto, con tutti i valori predefiniti",
     R"(Con --diff: - solo in FILE, + solo in OTHER, ~ in entrambi con valori diversi.
JSON: {file, resolved}, o {file, other, differences: [{key, left, right}]}.)"},
    {"params",
     "spiega i parametri dei pacchetti",
     R"("solo all'inizio": il valore agisce quando si formano residenti e imprese, prima del rodaggio
comune a tutti gli scenari; si imposta per tutto lo studio, o in un pacchetto.
Sotto sta ciò che indicano i pacchetti forniti: valore, intervallo, qualità, fonti del catalogo
delle evidenze. Gli importi sono nei prezzi di uno stesso anno. Una politica che non indica nulla ha
il valore predefinito.
Una fonte come prj.cantiere_inclusione.budget dice la sua riga del catalogo: valore, unità, anno,
luogo, qualità, citazione.
JSON: {parameters: [{key, home, lever, acts, type, unit, low, high, default, price_year,
shipped: [{pack, kind, value, low, high, quality, sources}], text_en, text_it}],
sources: [{key, value, low, high, unit, year, territory, quality, source, file}]}.)"},
    {"inspect",
     "dice che cosa c'è in un file di risultati",
     R"(JSON: {results, format_version, bytes, inputs_sha256, study, title, start, months, scenarios,
draws, replicates, seed, municipalities, parameters, discount_rate_per_year, price_year,
wtp_eur_per_autonomy_year, effects, variables, microdata_draws,
provenance}.)"},
    {"export",
     "scrive tabelle CSV ordinate con datapackage.json",
     R"(Una tabella per elenco di assi, una colonna per variabile. I valori su meno di cinque persone sono
lasciati vuoti e nominati nella colonna `suppressed`; anche i valori mancanti sono vuoti.
JSON: {folder, files}.)"},
    {"validate",
     "confronta le simulazioni con fatti osservati: obiettivo, banda, verdetto",
     R"(Gli studi forniti sono simulati con ogni parametro al suo valore; i fatti e le loro fonti sono in
evidence/patterns.csv, che dice da che cosa sono stati fissati i parametri. Il codice di uscita è 0
quali che siano i verdetti. JSON: {patterns: [{id, text, unit, target, low, high, simulated, se,
verdict, told_apart, source, calibrated, by_construction, reason}]}; by_construction: di soli
parametri, nessuna esecuzione potrebbe mancarlo; reason solo dove il fatto è mancato; told_apart:
false dove l'intervallo al 95 % della media contiene un bordo della banda, così che il verdetto può
venire dalla sorte.)"},
    {"verify",
     "riesegue un file di risultati dalla sua provenienza, confronta bit per bit",
     R"(Codice di uscita 5 dove differisce. Anche i file di un'altra versione o compilazione sono
confrontati, e lo si dice.
JSON: {identical, runs_checked, first_difference: {variable, place, stored, again}}.)"},
    {"merge",
     "unisce porzioni in un solo file di risultati",
     R"(Le porzioni sono fatte da cantiere run STUDY ... --shard 1/3 -o s1.h5 e così via, su qualsiasi
macchina, in qualsiasi ordine. I risultati sono gli stessi byte dell'esecuzione senza --shard. I
blocchi che nessuna porzione contiene sono elencati con i comandi che li fanno. Le porzioni restano
come sono.
JSON: {results, shards, runs, failed, residents, scenarios, already_there, failures}.)"}});
// clang-format on

}  // namespace

std::span<const ItalianHelp> help_in_italian() { return first_commands; }

}  // namespace cantiere
