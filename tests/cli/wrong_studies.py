"""Wrong studies and packs: exit code 3, with the place."""
import os

from wrong_case import Case, as_an_ordinary_user, file_case, study_case

SLOTS = 'slots = { value = 6, unit = "slots", dist = "uniform", low = 4, high = 8, quality = "assumed" }'
TIE = 'tie_target = { value = 0.5, unit = "share", dist = "beta", low = 0.2, high = 0.8, quality = "assumed" }'


def policy_case(name, before, after, *others, **more):
    """A wrong number in the policy."""
    return study_case(name, (before, after), *others, file="policy.toml", **more)


def second_scenario(line):
    return ('id = "programme"\n', f'id = "programme"\n{line}\n')


OF_THE_STUDY = [
    study_case("unknown-key", ("months = 12", "months = 12\nmnoths = 24")),
    study_case("misspelt-key", ("months = 12", "mnoths = 12"), mistakes=2),
    study_case("unknown-table", ("[modules]", "[evaluatoin]\nyear = 2024\n\n[modules]")),
    study_case("missing-key", ('start = "2015-01"\n', "")),
    study_case("missing-territory", ('territory = "territory.toml"\n', "")),
    study_case("id-outside-the-folder", ('id = "study"', 'id = "../../zz"')),
    study_case("id-empty", ('id = "programme"', 'id = ""'), file="policy.toml"),
    study_case("future-schema", ("schema = 1", "schema = 2")),
    study_case("schema-as-text", ("schema = 1", 'schema = "1"')),
    study_case("decimal-comma", ("discount_rate_per_year = 0.03", "discount_rate_per_year = 0,03")),
    study_case("wrong-type", ("draws = 2", 'draws = "many"')),
    study_case("fraction-for-whole", ("draws = 2", "draws = 2.5")),
    study_case("negative-draws", ("draws = 2", "draws = -3")),
    study_case("no-draws", ("draws = 2", "draws = 0")),
    study_case("huge-integer", ("seed = 7", "seed = 99999999999999999999")),
    study_case("rate-as-percent", ("discount_rate_per_year = 0.03", "discount_rate_per_year = 3.0")),
    study_case("rate-not-a-number", ("discount_rate_per_year = 0.03", "discount_rate_per_year = nan")),
    study_case("study-price-year-outside-index", ("price_year = 2024", "price_year = 2040")),
    study_case("mistake-far-to-the-right",
               ('"internship.slots" = 12', '"internship.slots" = 12,' + 130 * " " + '"internship.slotz" = 12')),
    study_case("two-discounts", ("price_year = 2024", 'price_year = 2024\ndiscount = "green-book"')),
    study_case("bad-date", ('start = "2015-01"', 'start = "January 2015"')),
    study_case("thirteenth-month", ('start = "2015-01"', 'start = "2015-13"')),
    study_case("date-without-quotes", ('start = "2015-01"', "start = 2015-01")),
    study_case("no-months", ("months = 12", "months = 0")),
    study_case("finer-steps", ("months = 12", "months = 12\nsteps_per_month = 4")),
    study_case("unknown-module", ("housing = true", "houssing = true")),
    study_case("module-as-number", ("housing = true", "housing = 1")),
    study_case("curly-quotes", ('base = "as-usual"', "base = “as-usual”")),
    study_case("unclosed-bracket", ("[experiment]", "[experiment")),
    study_case("unclosed-text", ('base = "as-usual"', 'base = "as-usual')),
    study_case("key-twice", ("seed = 7", "seed = 7\nseed = 8")),
    study_case("four-mistakes", ("draws = 2", "drwas = 2"), ("months = 12", "months = 9999"),
               ("housing = true", "housing = 1"), ('base = "as-usual"', 'base = "as-ususal"'), mistakes=4),
    study_case("warnings-under-strict", command=["check", "--strict", "study.toml"], placed=False, mistakes=3),
]

OF_SCENARIOS = [
    study_case("base-of-study-unknown", ('base = "as-usual"', 'base = "as-usuall"')),
    study_case("base-of-scenario-unknown", second_scenario('base = "programe"')),
    study_case("base-cycle", second_scenario('base = "programme-more-seats"'),
               ('id = "programme-more-seats"', 'id = "programme-more-seats"\nbase = "programme"')),
    study_case("same-id-twice", ('id = "programme-more-seats"', 'id = "programme"')),
    study_case("id-with-spaces", ('id = "programme-more-seats"', 'id = "More seats"')),
    study_case("set-at-the-start", ('"internship.slots" = 12', '"internship.slots" = 12, "initial.trust_mean" = 0.2')),
    study_case("no-scenarios", ("[[scenario]]", "[[scenari]]"), ("[[scenario]]", "[[scenari]]"),
               ("[[scenario]]", "[[scenari]]"), ("[[scenario]]", "[[scenari]]"), mistakes=2),
    study_case("twin-without-policies", ('policies = ["policy.toml"]\nnull_twin', "null_twin")),
    study_case("twin-not-named-so", ('id = "programme-null-twin"', 'id = "programme-again"')),
    study_case("named-twin-is-none", ("null_twin = true\n", "")),
    study_case("set-unknown-key", ('"internship.slots" = 12', '"internship.slot" = 12')),
    study_case("set-wrong-type", ('"internship.slots" = 12', '"internship.slots" = "twelve"')),
    study_case("set-below-zero", ('"internship.slots" = 12', '"internship.slots" = -1')),
    study_case("policies-as-text", ('policies = ["policy.toml"]', 'policies = "policy.toml"')),
]

OF_FILES = [
    study_case("missing-pack", ('"territory.toml"', '"teritory.toml"')),
    study_case("missing-policy", ('["policy.toml"]', '["policies.toml"]')),
    study_case("wrong-kind-of-pack", ('law = "law.toml"', 'law = "territory.toml"')),
    study_case("wrong-kind-of-pack-read-first", ('law = "law.toml"', 'law = "behaviour.toml"')),
    study_case("pack-is-a-folder", ('"territory.toml"', '"packs"'), prepare=lambda at: (at / "packs").mkdir()),
    study_case("extends-missing-file", ("schema = 1", 'extends = ["basis.toml"]\nschema = 1')),
    study_case("extends-as-text", ("schema = 1", 'extends = "other.toml"\nschema = 1')),
    study_case("extends-itself", ("schema = 1", 'extends = ["study.toml"]\nschema = 1')),
    study_case("extends-cycle", ("schema = 1", 'extends = ["a.toml"]\nschema = 1'),
               files={"a.toml": 'extends = ["b.toml"]\n', "b.toml": 'extends = ["study.toml"]\n'}),
    study_case("extends-another-kind", ("schema = 1", 'extends = ["policy.toml"]\nschema = 1')),
    study_case("unreadable-pack", ("[modules]", "[modules]"), options=as_an_ordinary_user(),
               prepare=lambda at: os.chmod(at / "territory.toml", 0)),
    Case("missing-study", ["check", "studdy.toml"], 3),
    Case("missing-study-to-run", ["run", "studdy.toml"], 3),
    Case("unreadable-study", ["check", "study.toml"], 3, options=as_an_ordinary_user(),
         prepare=lambda at: os.chmod(at / "study.toml", 0)),
    Case("missing-study-by-id", ["run", "pistioa"], 3),
    Case("study-is-a-folder", ["check", "."], 3),
    Case("a-pack-as-study", ["run", "policy.toml"], 3, placed=True),
    Case("missing-file-to-show", ["show", "studdy.toml"], 3),
    file_case("empty-file", "", placed=False),
    file_case("only-comments", "# nothing yet\n"),
    file_case("unknown-kind", 'schema = 1\nkind = "stduy"\n'),
    file_case("binary-junk", bytes(range(256)) * 4, placed=False),
    file_case("latin-1", 'title = "Età"\n'.encode("latin-1"), placed=False),
    file_case("utf-16", "schema = 1\n".encode("utf-16"), placed=False),
    file_case("results-as-study", b"\x89HDF\r\n\x1a\n" + bytes(100), placed=False),
    file_case("deep-brackets", "x = " + "[" * 100_000 + "\n"),
    file_case("deep-tables", "[" + ".".join("a" * 20_000) + "]\n"),
    Case("endless-file", ["check", "/dev/zero"], 3),
]

OF_NUMBERS = [
    policy_case("unknown-parameter", "slots = {", "slotz = {"),
    policy_case("unknown-parameter-of-a-known-table", "[target]", "[housing]\narrears_eviction_hazard = 0.1\n[target]"),
    policy_case("parameter-of-another-pack", "[target]", "[internship.dropout_hazard_per_month]\nmigrant = 0.1\n[target]"),
    policy_case("wrong-unit", 'unit = "slots"', 'unit = "people"'),
    policy_case("share-over-one", "value = 0.5", "value = 1.5"),
    policy_case("share-as-percent", TIE, "tie_target = 50"),
    policy_case("not-a-number", "value = 0.5", "value = nan"),
    policy_case("infinite", "value = 6", "value = inf"),
    policy_case("text-for-number", "value = 6", 'value = "6"'),
    policy_case("low-above-value", "low = 0.2", "low = 0.6"),
    policy_case("low-above-high", "low = 4, high = 8", "low = 8, high = 4"),
    policy_case("half-a-range", ", high = 8", ""),
    policy_case("distribution-without-range", ", low = 0.2, high = 0.8", ""),
    policy_case("unknown-distribution", '"uniform"', '"unifrom"'),
    policy_case("impossible-distribution", '"beta", low = 0.2', '"lognormal", low = -0.2'),
    policy_case("unknown-source", 'high = 0.8, quality', 'high = 0.8, source = "ins.housing_frist.day", quality'),
    policy_case("source-unlike-any", 'high = 0.8, quality', 'high = 0.8, source = "no.such.row", quality'),
    policy_case("misspelt-quality", '"assumed" }\nmonths = { value = 4', '"asumed" }\nmonths = { value = 4'),
    policy_case("unknown-quality", '"assumed" }\nmonths = { value = 4', '"guessed" }\nmonths = { value = 4'),
    policy_case("unknown-number-key", "low = 4, high", "lo = 4, high", mistakes=2),
    policy_case("payer-unknown", SLOTS, SLOTS + '\nindemnity_eur_month = { value = 500, payer = "comune", price_year = 2018 }'),
    policy_case("payer-of-no-cost", 'quality = "assumed" }\nmonths', 'payer = "state", quality = "assumed" }\nmonths'),
    policy_case("price-year-outside-index", SLOTS,
                SLOTS + "\nindemnity_eur_month = { value = 500, price_year = 1950 }"),
    policy_case("price-year-of-no-amount", "high = 0.8, ", "high = 0.8, price_year = 2018, "),
    policy_case("placement-unknown", '"first_come"', '"first_comes"'),
    policy_case("flag-as-text", "everybody = true", 'everybody = "yes"'),
    policy_case("policy-outside-horizon", "start_month = { value = 0", "start_month = { value = 24",
                ("low = 0, high = 3", "low = 20, high = 30")),
    study_case("istat-code", ('"031012"', '"31012"'), file="territory.toml"),
    study_case("municipality-twice", ('"031012"', '"031007"'), file="territory.toml"),
    study_case("latitude", ("45.80", "145.80"), file="territory.toml"),
    study_case("travel-matrix-with-an-unknown-town", ('id = "two-towns"', 'id = "two-towns"\ntravel_matrix = "t.csv"'),
               file="territory.toml",
               files={"t.csv": "from,to,minutes_car,minutes_transit\n031007,031013,20,40\n"}),
    study_case("travel-matrix-with-a-wrong-cell", ('id = "two-towns"', 'id = "two-towns"\ntravel_matrix = "t.csv"'),
               file="territory.toml",
               files={"t.csv": "from,to,minutes_car,minutes_transit\n031007,031012,-20,forty\n"}, mistakes=2),
]
