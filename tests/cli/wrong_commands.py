"""Wrong command lines: exit code 2, with what was meant."""
from wrong_case import Case


def command_case(name, *words, **more):
    return Case(name, list(words), 2, **more)


ON_THE_LINE = [
    command_case("no-command"),
    command_case("unknown-command", "rnu", "study.toml"),
    command_case("serve-on-no-port", "serve", ".", "--port", "99999"),
    command_case("serve-on-a-word", "serve", ".", "--port", "any"),
    command_case("serve-two-folders", "serve", ".", "right"),
    command_case("serve-mistyped", "serve", ".", "--readonly"),
    command_case("transfer-of-nothing", "transfer", "study.toml"),
    command_case("transfer-to-nowhere", "transfer", "study.toml", "--to", "gorizzia"),
    command_case("transfer-to-a-missing-file", "transfer", "study.toml", "--to", "./nowhere.toml"),
    command_case("transfer-matrix-of-one", "transfer", "--matrix", "study.toml"),
    command_case("transfer-matrix-of-a-study", "transfer", "study.toml", "--matrix", "study.toml,study.toml"),
    command_case("transfer-matrix-to", "transfer", "--matrix", "study.toml,study.toml", "--to", "bari"),
    command_case("transfer-to-several", "transfer", "study.toml", "--to", "bari,gorizia"),
    command_case("transfer-card-of-a-matrix", "transfer", "--matrix", "study.toml,study.toml", "--card"),
    command_case("transfer-card-with-curves", "transfer", "study.toml", "--card", "--curves"),
    command_case("transfer-points-of-nothing", "transfer", "study.toml", "--to", "bari", "-n", "50"),
    command_case("preconditions-of-nothing", "transfer", "--preconditions"),
    command_case("preconditions-of-few-points", "transfer", "study.toml", "--preconditions", "-n", "5"),
    command_case("preconditions-where-no-outcome", "transfer", "study.toml", "--preconditions", "--where", "start > 3"),
    command_case("preconditions-where-unreadable", "transfer", "study.toml", "--preconditions", "--where", "starts >"),
    command_case("preconditions-to-nowhere", "transfer", "study.toml", "--preconditions", "--to", "bari,gorizzia"),
    command_case("transfer-under-no-law", "transfer", "study.toml", "--law", "italy-2023-adi"),
    command_case("unknown-option", "run", "study.toml", "--thredas", "3"),
    command_case("unknown-short-option", "run", "study.toml", "-x"),
    command_case("precision-of-nothing", "run", "study.toml", "--precision", "3"),
    command_case("contrast-without-precision", "run", "study.toml", "--contrast", "programme:starts"),
    command_case("max-draws-without-precision", "run", "study.toml", "--max-draws", "300"),
    command_case("precision-of-zero", "run", "study.toml", "--precision", "0", "--contrast", "programme:starts"),
    command_case("precision-as-text", "run", "study.toml", "--precision", "fine", "--contrast", "programme:starts"),
    command_case("contrast-without-colon", "run", "study.toml", "--precision", "3", "--contrast", "programme"),
    command_case("contrast-of-unknown-scenario", "run", "study.toml", "--precision", "3", "--contrast", "program:starts"),
    command_case("contrast-of-a-base", "run", "study.toml", "--precision", "3", "--contrast", "as-usual:starts"),
    command_case("contrast-of-unknown-variable", "run", "study.toml", "--precision", "3", "--contrast", "programme:start"),
    command_case("too-few-draws-for-precision", "run", "study.toml", "--precision", "3", "--contrast", "programme:starts",
                 "--max-draws", "20"),
    command_case("option-of-another-command", "run", "study.toml", "--wtp", "3"),
    command_case("no-study", "run"),
    command_case("one-word-too-many", "verify", "a.h5", "b.h5"),
    command_case("option-without-value", "run", "study.toml", "--draws"),
    command_case("option-with-empty-value", "compare", "results.h5", "--fail-if", ""),
    command_case("option-joined-to-nothing", "compare", "results.h5", "--fail-if="),
    command_case("option-for-value", "run", "study.toml", "--draws", "--replicates", "3"),
    command_case("flag-with-value", "run", "study.toml", "--resume=yes"),
    command_case("option-twice", "run", "study.toml", "--draws", "3", "--draws", "4"),
    command_case("negative-draws-on-the-line", "run", "study.toml", "--draws", "-3"),
    command_case("draws-as-text", "run", "study.toml", "--draws", "many"),
    command_case("decimal-draws", "run", "study.toml", "--draws", "2,5"),
    command_case("no-threads", "run", "study.toml", "-j", "0"),
    command_case("huge-number", "run", "study.toml", "--seed", "99999999999999999999"),
    command_case("set-without-equals", "run", "study.toml", "--set", "internship.slots"),
    command_case("empty-name-in-only", "run", "study.toml", "--only", "programme,"),
    command_case("one-output-for-two-studies", "run", "study.toml", "study.toml", "-o", "both.h5"),
    command_case("shard-beyond-the-last", "run", "study.toml", "--shard", "4/3"),
    command_case("shard-without-count", "run", "study.toml", "--shard", "2"),
    command_case("shard-with-trace", "run", "study.toml", "--shard", "1/2", "--trace", "5"),
    command_case("time-limit-as-text", "run", "study.toml", "--time-limit", "soon"),
    command_case("merge-without-shards", "merge", "-o", "new.h5"),
    command_case("merge-without-output", "merge", "s1.h5", "s2.h5"),
    command_case("unknown-colour", "--color", "blue", "check", "study.toml"),
    command_case("unknown-language", "check", "study.toml", "--lang", "fr"),
    command_case("unknown-shell", "completion", "fihs"),
    command_case("no-parameter-of-that-word", "params", "internshp"),
    command_case("wtp-as-text", "compare", "results.h5", "--wtp", "lots"),
    command_case("wtp-below-zero", "compare", "results.h5", "--wtp", "-1"),
    command_case("unknown-breakdown", "compare", "results.h5", "--by", "groups"),
    command_case("unknown-perspective", "compare", "results.h5", "--perspective", "statte"),
    command_case("switching-of-two-numbers", "sensitivity", "--method", "twoway", "--study", "study.toml", "--switching"),
    command_case("twoway-without-study", "sensitivity", "--method", "twoway"),
    command_case("twoway-of-many-numbers", "sensitivity", "--method", "twoway", "--study", "study.toml"),
    command_case("threshold-of-unknown-name", "evaluate", "results.h5", "--satisfy", "costs < 0"),
    command_case("threshold-without-end", "evaluate", "results.h5", "--satisfy", "(cost < 0"),
    command_case("condition-without-end", "compare", "results.h5", "--fail-if", "(programme:starts < 0"),
    command_case("condition-without-comparison", "compare", "results.h5", "--fail-if", "programme:starts"),
    command_case("condition-in-a-chain", "compare", "results.h5", "--fail-if", "0 < programme:starts < 5"),
    command_case("discover-nothing", "discover", "--where", "y > 0"),
    command_case("discover-without-outputs", "discover", "--inputs", "x.csv", "--where", "y > 0"),
    command_case("discover-in-results-and-tables", "discover", "results.h5", "--inputs", "x.csv", "--where", "y > 0"),
    command_case("discover-with-the-wtp-of-no-results", "discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "y > 0",
                 "--wtp", "3"),
    command_case("discover-what", "discover", "results.h5"),
    command_case("discover-numbers-only", "discover", "results.h5", "--where", "1 < 2"),
    command_case("discover-without-end", "discover", "results.h5", "--where", "(programme:starts < 0"),
    command_case("unknown-design", "design", "sobl", "--study", "bari", "-n", "4"),
    command_case("design-without-parameters", "design", "lhs", "-n", "4"),
    command_case("design-without-size", "design", "lhs", "--study", "study.toml"),
    command_case("odd-levels", "design", "morris", "--study", "study.toml", "-n", "4", "--levels", "5"),
    command_case("unknown-method", "sensitivity", "--method", "one-way", "--study", "study.toml"),
    command_case("one-way-without-study", "sensitivity"),
    command_case("morris-of-a-study", "sensitivity", "--method", "morris", "--study", "study.toml"),
    command_case("one-way-of-unknown-scenario", "sensitivity", "--study", "study.toml", "--scenario", "program"),
    command_case("one-way-of-unknown-outcome", "sensitivity", "--study", "study.toml", "--outcomes", "exit"),
    command_case("one-way-of-unknown-number", "sensitivity", "--study", "study.toml", "--parameters", "slotz"),
    command_case("calibrate-nothing", "calibrate"),
    command_case("condition-with-assignment", "compare", "results.h5", "--fail-if", "programme:starts = 0"),
]

SPOILT_PATTERNS = {"spoilt.json": '{"patterns": [{"id": "P1", "te'}

# Names of files that promise something else, and answers that a report cannot take in.
OF_FILES_NAMED = [
    command_case("run-to-a-table", "run", "study.toml", "-o", "p.csv"),
    command_case("merge-to-a-page", "merge", "s1.h5", "-o", "all.HTML"),
    command_case("page-called-pdf", "report", "results.h5", "-o", "x.pdf"),
    command_case("validation-that-is-missing", "report", "results.h5", "--validation", "none.json"),
    command_case("validation-cut-short", "report", "results.h5", "--validation", "spoilt.json", files=SPOILT_PATTERNS),
    command_case("validation-of-something-else", "report", "results.h5", "--validation", "v.json",
                 files={"v.json": '{"programmes": []}'}),
    command_case("validation-with-half-a-pattern", "report", "results.h5", "--validation", "v.json",
                 files={"v.json": '{"patterns": [{"id": "P1"}]}'}),
    command_case("transfer-without-places", "report", "results.h5", "--transfer", "t.json",
                 files={"t.json": '{"programmes": []}'}),
    command_case("verdicts-of-a-row", "validate", "--row", "-o", "v.json"),
]

# These need a results file: the runner puts one beside the study.
WITH_RESULTS = [
    command_case("unknown-base", "compare", "results.h5", "--base", "as-usuall"),
    command_case("condition-on-unknown-scenario", "compare", "results.h5", "--fail-if", "program:starts < 0"),
    command_case("condition-on-a-scenario-unlike-any", "compare", "results.h5", "--fail-if", "bari:starts < 0"),
    command_case("condition-on-unknown-variable", "compare", "results.h5", "--fail-if", "programme:start < 0"),
    command_case("discover-an-unknown-scenario", "discover", "results.h5", "--where", "program:starts < 0"),
    command_case("discover-an-unknown-variable", "discover", "results.h5", "--where", "programme:start < 0"),
    command_case("discover-from-an-unknown-base", "discover", "results.h5", "--where", "programme:starts < 0",
                 "--base", "as-usuall"),
    command_case("condition-on-no-variable", "compare", "results.h5", "--fail-if", "programme < 0"),
]

# The command line lies over the study as one more file: exit code 3, and the option is the place.
OVER_THE_STUDY = [
    Case("only-unknown-scenario", ["run", "study.toml", "--only", "programe"], 3),
    Case("set-unknown-key-on-the-line", ["run", "study.toml", "--set", "internship.slot=3"], 3),
    Case("set-out-of-range-on-the-line", ["run", "study.toml", "--set", "network.tie_target=40"], 3),
    Case("set-wrong-type-on-the-line", ["run", "study.toml", "--set", "horizon.months=long"], 3),
    Case("set-with-a-comma", ["run", "study.toml", "--set", "network.tie_target=0,03"], 3),
    Case("set-in-percent", ["run", "study.toml", "--set", "network.tie_target=3%"], 3),
]

PARAMETERS = "name,low,high,distribution\n"
CALIBRATION = """schema = 1
kind = "calibration"
id = "own"
[simulator]
study = "study.toml"
[[parameter]]
name = "job_search.lock_in"
low = 0.3
high = 0.7
[[target]]
name = "starts"
value = 10
standard_error = 3
"""


def table_case(name, text, **more):
    """A list of parameters that is none."""
    return Case(name, ["design", "lhs", "--params", "p.csv", "-n", "4"], 3, files={"p.csv": text},
                **{"placed": True, **more})


def calibration_case(name, before, after, **more):
    """A calibration with one mistake."""
    return Case(name, ["calibrate", "own.toml"], 3, files={"own.toml": CALIBRATION.replace(before, after)},
                **{"placed": True, **more})


# Files of designs and calibrations: each mistake at its cell or line.
OF_EXPLORATION = [
    table_case("parameters-of-unknown-distribution", PARAMETERS + "slots,20,60,unifrom\n"),
    table_case("parameters-low-above-high", PARAMETERS + "slots,60,20,uniform\n"),
    table_case("parameters-not-a-number", PARAMETERS + "slots,few,60,uniform\n"),
    table_case("parameters-name-twice", PARAMETERS + "slots,20,60,uniform\nslots,1,2,uniform\n"),
    table_case("parameters-without-column", "name,low,high\nslots,20,60\n"),
    table_case("no-parameters", PARAMETERS),
    Case("missing-parameters", ["design", "lhs", "--params", "missing.csv", "-n", "4"], 3),
    Case("outputs-of-other-length", ["sensitivity", "--method", "pawn", "--design", "x.csv", "--outputs", "y.csv"], 3,
         files={"x.csv": "a\n1\n2\n", "y.csv": "y\n1\n"}),
    Case("outputs-not-a-number", ["sensitivity", "--method", "pawn", "--design", "x.csv", "--outputs", "y.csv"], 3,
         files={"x.csv": "a\n1\n2\n", "y.csv": "y\n1\nnan\n"}, placed=True),
    Case("discover-numbers-among-words", ["discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "y > 0"], 3,
         files={"x.csv": "a,place\n1,town\n2,hill\n3,7\n", "y.csv": "y\n1\n2\n0\n"}, placed=True),
    Case("discover-words-among-outputs", ["discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "y > 0"], 3,
         files={"x.csv": "a,place\n1,town\n2,hill\n", "y.csv": "y\n1\nmany\n"}, placed=True),
    Case("discover-outputs-of-other-length", ["discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "y > 0"], 3,
         files={"x.csv": "place\ntown\nhill\n", "y.csv": "y\n1\n"}),
    command_case("discover-an-unknown-output", "discover", "--inputs", "x.csv", "--outputs", "y.csv", "--where", "z > 0",
                 files={"x.csv": "place\ntown\nhill\n", "y.csv": "y\n1\n0\n"}),
    Case("morris-of-no-trajectories", ["sensitivity", "--method", "morris", "--design", "x.csv", "--outputs", "y.csv"], 3,
         files={"x.csv": "a,b\n1,1\n2,2\n2,1\n", "y.csv": "y\n1\n2\n3\n"}),
    Case("morris-over-more-levels-than-said", ["sensitivity", "--method", "morris", "--levels", "2", "--design", "x.csv", "--outputs", "y.csv"], 3,
         files={"x.csv": "a\n0\n0.6\n0.2\n0.8\n", "y.csv": "y\n1\n2\n3\n4\n"}),
    Case("outputs-named-twice", ["sensitivity", "--method", "pawn", "--design", "x.csv", "--outputs", "y.csv"], 3,
         files={"x.csv": "a\n0\n1\n", "y.csv": "y,y\n1,2\n2,3\n"}),
    calibration_case("calibration-of-unknown-parameter", "job_search.lock_in", "job_search.lockin"),
    calibration_case("calibration-of-a-whole-number", "job_search.lock_in", "internship.slots"),
    calibration_case("calibration-of-unknown-output", '"starts"', '"stars"'),
    calibration_case("calibration-without-error", "standard_error = 3", "standard_error = 0"),
    calibration_case("calibration-by-unknown-method", 'id = "own"', 'id = "own"\nmethod = "abc"'),
    calibration_case("calibration-of-nothing", 'study = "study.toml"', "replicates = 2"),
    calibration_case("calibration-of-a-missing-study", "study.toml", "studdy.toml"),
    Case("calibration-with-nan", ["calibrate", "own.toml"], 1,
         files={"own.toml": CALIBRATION.replace('study = "study.toml"', 'command = ["/bin/sh", "-c", "echo starts; echo nan"]')}),
    Case("calibration-by-a-failing-command", ["calibrate", "own.toml"], 1,
         files={"own.toml": CALIBRATION.replace(
             'study = "study.toml"', 'command = ["/bin/sh", "-c", "echo no licence >&2; exit 7"]')}),
    Case("calibration-by-a-slow-command", ["calibrate", "own.toml"], 1,
         files={"own.toml": CALIBRATION.replace(
             'study = "study.toml"', 'command = ["sleep", "30"]\ntimeout_seconds = 0.1')}),
    Case("calibration-by-a-missing-command", ["calibrate", "own.toml"], 1,
         files={"own.toml": CALIBRATION.replace('study = "study.toml"', 'command = ["no-such-program-here"]')}),
]

SAMPLES = "draw,usual.cost,usual.effect,new.cost,new.effect,p\n0,1,1,2,2,1\n1,1,1,3,1,2\n2,1,1,1,2,4\n"


def samples_case(name, before, after, code=3, more=(), **options):
    """Samples of two strategies in three draws, spoilt."""
    if before not in SAMPLES:
        raise SystemExit(f"{name}: the samples hold no {before!r}: this case spoils nothing")
    return Case(name, ["evaluate", "samples.csv", *more], code,
                files={"samples.csv": SAMPLES.replace(before, after, 1)}, **options)


OF_EVALUATION = [
    samples_case("samples-without-a-draw", "1,1,1,3,1,2\n", "", placed=True),
    samples_case("samples-with-a-draw-twice", "2,1,1,1,2,4", "1,1,1,1,2,4", placed=True),
    samples_case("samples-with-half-a-draw", "2,1,1,1,2,4", "1.5,1,1,1,2,4", placed=True),
    samples_case("samples-with-nan", "1,1,1,3,1,2", "1,1,1,nan,1,2", placed=True),
    Case("samples-with-semicolons", ["evaluate", "samples.csv"], 3, files={"samples.csv": "draw;a.cost;a.effect\n1;10,5;2\n"}, placed=True),
    samples_case("samples-with-a-short-row", "1,1,1,3,1,2", "1,1,1,3,1", placed=True),
    samples_case("samples-of-half-a-strategy", "new.effect", "new.efect", placed=True),
    samples_case("samples-of-a-strategy-twice", "p\n", "new.cost\n", placed=True),
    samples_case("samples-too-large-to-add", "1,1,1,3,1,2", "1,1,1,3e300,1,2", placed=True),
    samples_case("samples-of-no-strategy", "usual.cost,usual.effect,new.cost,new.effect", "a,b,c,d", placed=True),
    samples_case("samples-that-do-not-begin-with-draw", "draw", "row", placed=True),
    samples_case("samples-without-rows", SAMPLES[SAMPLES.index("\n") + 1:], "", placed=True),
    samples_case("samples-that-are-missing", "draw", "draw", more=("--wtp", "1"), prepare=lambda folder: (folder / "samples.csv").unlink()),
    samples_case("wtp-backwards", "draw", "draw", code=2, more=("--wtp", "20:10:1")),
    samples_case("wtp-with-thousands", "draw", "draw", code=2, more=("--wtp", "20.000")),
    samples_case("wtp-in-words", "draw", "draw", code=2, more=("--wtp", "0:many:1")),
    samples_case("evppi-of-unknown-parameter", "draw", "draw", code=2, more=("--evppi", "q")),
    samples_case("evppi-of-three-draws", "draw", "draw", code=2, more=("--evppi", "p")),
    samples_case("evsi-without-size", "draw", "draw", code=2, more=("--evsi", "p")),
    samples_case("perspective-of-samples", "draw", "draw", code=2, more=("--perspective", "public")),
]

CASES = ON_THE_LINE + OF_FILES_NAMED + WITH_RESULTS + OVER_THE_STUDY
