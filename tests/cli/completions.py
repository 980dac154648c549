"""What is typed, and what bash offers for its last word in a folder with own.toml, own.h5 and own.txt."""
COMPLETIONS = {
    "run --th": "--threads",
    "ver": "verify",
    "run ''": "bari gorizia net-met pistoia versilia own.toml",
    "compare ''": "own.h5",
    "compare own.h5 --by ''": "group payer municipality year",
    "compare own.h5 --by = mu": "municipality",
    "compare own.h5 --perspective so": "societal",
    "compare own.h5 --wtp ''": "",
    "--lang it che": "check",
    "--color ''": "auto always never",
    "check bari --lang ''": "it en",
    "run bari -o own.t": "own.toml own.txt",
    "completion f": "fish",
}
