"""Works out again, from the HDF5 file alone, every number that a report shows.

A report's numbers are `<data value="..." data-of="STUDY/SCENARIO:WHAT">text</data>`. `Results` knows what each
WHAT means, by formulas written here and not taken from the program; `check_page` compares all of them.
"""
import functools
import html
import math
import re
import statistics
import tomllib

import h5py
import numpy

# Student's t at 97.5 % by degrees of freedom (tables); more by the expansion of Cornish and Fisher.
T975 = {1: 12.706204736, 2: 4.302652730, 3: 3.182446305, 4: 2.776445105, 5: 2.570581836, 7: 2.364624252}
PUBLIC = ["municipality", "health_authority", "province_region", "state", "european_union"]


def student(freedom):
    if freedom in T975:
        return T975[freedom]
    z = 1.959963984540054
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2) \
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3) \
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4)


class Stat:
    """Mean of draws (or of the replicates of one draw) with half of its 95 % interval."""

    def __init__(self, runs):
        runs = numpy.asarray(runs, dtype=float)
        values = runs.mean(axis=1) if runs.shape[0] > 1 else runs[0]
        values = values[~numpy.isnan(values)]  # a group may have nobody in some draws
        n = len(values)
        self.mean = values.mean() if n > 0 else math.nan
        self.half = student(n - 1) * values.std(ddof=1) / math.sqrt(n) if n > 1 else math.nan
        self.draws = runs.mean(axis=1)


def ratio(numerator, denominator):
    """Ratio of means; the half width linearised."""
    top, bottom = Stat(numerator), Stat(denominator)
    value = top.mean / bottom.mean
    rest = (numpy.asarray(numerator) - value * numpy.asarray(denominator)) / bottom.mean
    stat = Stat(rest)
    stat.mean = value
    return stat


def abs_of(stat):
    """The same without its sign."""
    positive = Stat([[stat.mean]])
    positive.mean, positive.half = abs(stat.mean), stat.half
    return positive


def shared_ranks(values):
    """Ranks from 1; equals share the mean of theirs."""
    return numpy.array([(values < one).sum() + ((values == one).sum() + 1) / 2 for one in values])


def p_value_of_influence(x, y):
    """F-test of the normal scores (Blom 1958) of y on the ranks of x and their squares. With two terms and m degrees
    left P(F > f) = (1 - R^2)^(m / 2); ranks of two values leave one term, and the tail of Student's t by its density."""
    n, ranks = len(x), shared_ranks(x)
    scores = numpy.array([statistics.NormalDist().inv_cdf((rank - 0.375) / (n + 0.25)) for rank in shared_ranks(y)])
    scores -= scores.mean()
    apart = (ranks - ranks.mean()) / n
    terms = numpy.array([numpy.ones(n), apart, apart ** 2]).T[:, :min(len(set(x)), 3)]
    left = scores - terms @ numpy.linalg.lstsq(terms, scores, rcond=None)[0]
    unexplained = (left @ left) / (scores @ scores)
    freedom = n - terms.shape[1]
    if terms.shape[1] == 3:
        return unexplained ** (freedom / 2)
    t = math.sqrt((1 - unexplained) / unexplained * freedom)
    at = numpy.linspace(0, t, 20001)
    density = (1 + at ** 2 / freedom) ** (-(freedom + 1) / 2)
    log_scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - math.log(freedom * math.pi) / 2
    return 1 - 2 * math.exp(log_scale) * ((density[1:] + density[:-1]) / 2).sum() * (at[1] - at[0])


def not_luck(p_values):
    """Which findings are told so that 1 in 20 is luck: all up to the last p-value below its share (Benjamini, Hochberg 1995)."""
    order = sorted(p_values)
    below = [p for place, p in enumerate(order, 1) if p <= 0.05 * place / len(order)]
    return [bool(below) and p <= below[-1] for p in p_values]


class Line:
    """A straight line through draws: what it gives at the 10th and 90th percentile of x, with 95 % intervals."""

    def __init__(self, x, y):
        n, (slope, _) = len(x), numpy.polyfit(x - x.mean(), y, 1)
        squares = ((x - x.mean()) ** 2).sum()
        sd = math.sqrt(((y - y.mean() - slope * (x - x.mean())) ** 2).sum() / (n - 2))
        t = student(n - 2)
        def stat(mean, error):
            one = Stat([[mean]])
            one.half = t * error
            return one
        at = lambda where: stat(y.mean() + slope * (where - x.mean()), sd * math.sqrt(1 / n + (where - x.mean()) ** 2 / squares))
        self.low, self.high = numpy.quantile(x, 0.1), numpy.quantile(x, 0.9)
        self.at_low, self.at_high = at(self.low), at(self.high)
        self.swing = stat(slope * (self.high - self.low), sd * (self.high - self.low) / math.sqrt(squares))


class Spline:
    """Natural cubic spline with knots at quantiles, its squared second derivative penalised by the least generalised
    cross-validation score, degrees of freedom counted 1.4-fold (Kim and Gu 2004)."""

    def __init__(self, values):
        x = (values - values.mean()) / values.std()
        wanted = min(max(len(x) // 10, 2), 20)
        knots = numpy.unique(x)
        if len(knots) > wanted:
            knots = numpy.unique(numpy.quantile(x, numpy.linspace(0, 1, wanted)))
        bent, last = len(knots) - 2, knots[-1]
        # The basis of Hastie, Tibshirani and Friedman (5.4), and its second derivatives at the knots.
        cube = lambda at, k: (numpy.maximum(at - knots[k], 0) ** 3 - numpy.maximum(at - last, 0) ** 3) / (last - knots[k])
        second = lambda k: 6 * numpy.maximum(knots - knots[k], 0) / (last - knots[k])
        columns = [x] + [cube(x, k) - cube(x, bent) for k in range(bent)]
        bends = [second(k) - second(bent) for k in range(bent)]
        penalty = numpy.zeros((bent + 1, bent + 1))
        width = numpy.diff(knots)
        for i, a in enumerate(bends):
            for j, b in enumerate(bends):
                pieces = a[:-1] * b[:-1] + a[1:] * b[1:] + (a[:-1] * b[1:] + a[1:] * b[:-1]) / 2
                penalty[i + 1, j + 1] = (width * pieces).sum() / 3
        basis = numpy.array(columns).T
        q, r = numpy.linalg.qr(basis - basis.mean(axis=0))
        inverse = numpy.linalg.inv(r)
        self.penalties, vectors = numpy.linalg.eigh(inverse.T @ penalty @ inverse)
        self.penalties[self.penalties < 1e-10 * self.penalties.max()] = 0
        self.basis = q @ vectors

    def fit(self, y):
        apart, best = y - y.mean(), None
        scores = self.basis.T @ apart
        outside = max(0, apart @ apart - scores @ scores)
        for step in range(91):
            strength = 10 ** (-3 + 15 * step / 90) / self.penalties.max() if self.penalties.max() > 0 else 0
            kept = 1 / (1 + strength * self.penalties)
            left = len(y) - 1.4 * (1 + kept.sum())
            score = len(y) * (outside + (((1 - kept) * scores) ** 2).sum()) / left**2
            if best is None or score <= best[0]:
                best = score, kept
        return y.mean() + self.basis @ (best[1] * scores)


class Results:
    def __init__(self, path, information=None):
        self.file = h5py.File(path, "r")
        names = lambda key: [one.decode() for one in self.file[key][:]]
        self.scenarios, self.payers, self.groups = names("scenario"), names("payer"), names("group")
        self.municipalities, self.care, self.instruments = names("municipality"), names("care_state"), names("instrument")
        self.years = [int(year) for year in self.file["year"][:]]
        self.study = tomllib.loads(self.file["provenance/resolved_study"][()].decode())
        self.bases = {one["id"]: one.get("base", "as-usual") for one in self.study["scenario"]}
        self.base = self.study["experiment"]["base"]
        self.wtp = self.study["evaluation"]["wtp_eur_per_autonomy_year"]
        twins = {one["id"] for one in self.study["scenario"] if one.get("null_twin")}
        self.programme = next((one for one in self.scenarios if self.bases[one] != one and one not in twins), None)
        self.parameters = names("parameter")
        self.values = dict(zip(self.parameters, self.file["parameter_value"][:].T))
        # Of `evaluate --evppi all`: errors and noise floors, which hang on the program's own random numbers.
        self.information = information or {}

    def runs(self, variable, scenario, *place):
        """(draw, replicate) values of a scenario, at a place of the variable's own axes."""
        array = self.file[variable][self.scenarios.index(scenario)]
        array = array[(Ellipsis, *place)] if place else array
        return array if array.ndim == 2 else array[:, None]

    def change(self, variable, scenario, *place):
        return self.runs(variable, scenario, *place) - self.runs(variable, self.bases[scenario], *place)

    def of(self, variable, scenario, against=None):
        """Runs of a named outcome: a variable, `cost.PAYER`, or one made of several."""
        one = lambda which: self.outcome(variable, which)
        return one(scenario) - (one(against) if against else 0)

    def outcome(self, name, scenario):
        if name.startswith("cost."):
            return self.runs("cost", scenario, self.payers.index(name[5:]))
        if name == "work_done":
            return self.runs("net_cost_societal", scenario) - self.runs("net_cost_societal_without_output", scenario)
        if name == "net_benefit":
            return self.wtp * self.runs("autonomy_years", scenario) - self.runs("net_cost_public", scenario)
        return self.runs(name, scenario)

    def strategies(self):
        """Mean cost and effect by draw of the scenarios of the study's base."""
        ids = [one for one in self.scenarios if self.bases[one] == self.base]
        return ids, *[numpy.array([self.runs(v, one).mean(axis=1) for one in ids]) for v in ("net_cost_public", "autonomy_years")]

    def benefits(self, wtp):
        ids, cost, effect = self.strategies()
        return ids, wtp * effect - cost

    def budget(self, scenario, payers, year, upto=False):
        total = 0
        for payer in payers:
            for one in range(0 if upto else year, year + 1):
                total = total + self.change("budget", scenario, self.payers.index(payer), one)
        return total

    def year_mean(self, variable, scenario, year):
        """Mean over a year's months of the mean difference from the base."""
        of = lambda which: self.file[variable][self.scenarios.index(which)][:, 12 * year:12 * year + 12]
        array = of(scenario) - of(self.bases[scenario])
        months = [column[~numpy.isnan(column)].mean() if (~numpy.isnan(column)).any() else math.nan for column in array.T]
        return numpy.nanmean(months)

    # --- what a fact means

    def study_fact(self, what):
        experiment, evaluation = self.study["experiment"], self.study["evaluation"]
        if what.startswith("inputs"):
            return self.count_inputs(what)
        if what.startswith("information."):
            name, part = what[12:].rsplit(".", 1)
            return self.information_value(name) if part == "value" else self.information[name]["se" if part == "se" else "noise_floor"]
        varying = sum(values.min() < values.max() for values in self.values.values())
        if what in ("numbers_varying", "by_chance", "above_floor"):
            above = sum(one["above_floor"] for one in self.information.values())
            return {"numbers_varying": varying, "by_chance": (varying + 10) // 20, "above_floor": above}[what]
        if what == "evpi":
            best = self.benefits(self.wtp)[1]
            chosen = best[best.mean(axis=1).argmax()]
            return Stat((best.max(axis=0) - chosen)[:, None])
        return {"wtp": self.wtp, "years": self.study["horizon"]["months"] / 12, "months": self.study["horizon"]["months"],
                "draws": experiment["draws"], "replicates": experiment["replicates"], "scenarios": len(self.scenarios),
                "discount_rate_percent": 100 * evaluation.get("discount_rate_per_year", math.nan)}[what]

    def count_inputs(self, what):
        if what == "inputs.varying":
            return self.file["parameter_value"].shape[1]
        lines = {line for line in self.file["provenance/resolved_study"][()].decode().splitlines() if 'quality = "' in line}
        quality = lambda line: line.rsplit('quality = "', 1)[1].split('"')[0]
        known = [line for line in lines if quality(line) in ("found", "recalled", "assumed")]
        if what == "inputs":
            return len(known)
        kind = what.split(".")[1]
        if kind == "assumed_without_source":
            return sum(quality(line) == "assumed" and " source = " not in line for line in known)
        return sum(quality(line) == kind for line in known)

    def scenario_fact(self, scenario, what):
        """The value, and half of the interval where the fact has one."""
        base = self.bases[scenario]
        if what.startswith("influence."):
            name, part = what[10:].rsplit(".", 1)
            line = self.influences(scenario)[name]
            return abs_of(line.swing) if part == "size" else getattr(line, part)
        if what == "standing_out":
            return sum(line.stands_out for line in self.influences(scenario).values())
        name, _, kind = what.rpartition(":")
        if kind in ("difference", "size", "level") and "." in name and not name.startswith(("cost.", "equally")):
            variable, place = name.split(".", 1)
            axis = self.municipalities
            runs = self.change(variable, scenario, axis.index(place)) if kind == "difference" else self.runs(variable, scenario, axis.index(place))
            return Stat(runs)
        if name.startswith("equally_distributed."):
            return self.equally_distributed(scenario, float(name.split(".", 1)[1]), kind)
        if name == "wait_to_start_median" and numpy.isnan(self.of(name, scenario, base)).any():
            return Stat([[math.nan]])  # a draw in which half never start has no median, nor has their mean
        if kind in ("difference", "size"):
            stat = Stat(self.of(name, scenario, base))
            stat.mean = abs(stat.mean) if kind == "size" else stat.mean
            return stat
        if kind == "level":
            return Stat(self.of(name, scenario))
        if kind == "minus_half":
            return Stat(self.of(name, scenario, scenario + "-half"))
        if kind == "minus_twin":
            return Stat(self.of(name, scenario, scenario + "-null-twin"))
        if kind in ("luck_sd", "parameter_sd", "variance_ratio", "p2_5", "p97_5"):
            return self.spread(name, scenario, kind)
        return self.plain_fact(scenario, what)

    @functools.cache
    def influences(self, scenario):
        """Straight lines of the net benefit on each number that varies."""
        y = self.of("net_benefit", scenario, self.bases[scenario]).mean(axis=1)
        varying = {name: values for name, values in self.values.items() if numpy.quantile(values, 0.1) < numpy.quantile(values, 0.9)}
        lines = {name: Line(values, y) for name, values in varying.items()}
        told = not_luck([p_value_of_influence(values, y) for values in varying.values()])
        for line, stands_out in zip(lines.values(), told):
            line.stands_out = stands_out
        return lines

    @functools.cache
    def information_value(self, name):
        """The worth of knowing one number: net benefits foreseen by penalised natural cubic splines."""
        ids, benefit = self.benefits(self.wtp)
        spline = Spline(self.values[name])
        foreseen = [numpy.zeros(benefit.shape[1])] + [spline.fit(one - benefit[0]) for one in benefit[1:]]
        best = benefit.max(axis=0).mean() - benefit.mean(axis=1).max()
        return min(best, max(0, numpy.max(foreseen, axis=0).mean() - max(one.mean() for one in foreseen)))

    def spread(self, name, scenario, kind):
        runs = self.of(name, scenario, self.bases[scenario])
        draws, replicates = runs.shape
        if kind in ("p2_5", "p97_5"):
            return numpy.quantile(runs.mean(axis=1), 0.025 if kind == "p2_5" else 0.975)
        within = runs.var(axis=1, ddof=1).mean()
        if kind == "luck_sd":
            return math.sqrt(within)
        if kind == "parameter_sd":
            return math.sqrt(max(0, runs.mean(axis=1).var(ddof=1) - within / replicates))
        # Over replicates within draws, or over draws of one replicate each.
        pooled = lambda array: array.var(axis=1, ddof=1).mean() if replicates > 1 else array[:, 0].var(ddof=1)
        a, b = self.of(name, scenario), self.of(name, self.bases[scenario])
        return (pooled(a) + pooled(b)) / pooled(a - b)

    def equally_distributed(self, scenario, aversion, kind):
        def level(of):
            years = self.file["autonomy_years_by_group"][self.scenarios.index(of)]
            people = self.file["residents_by_group"][self.scenarios.index(of)]
            shown = [g for g in range(len(self.groups)) if self.file["residents_by_group"][self.scenarios.index(scenario), :, g].mean() >= 5]
            # Draws in which nobody is in one of them are left out.
            h, w = years[:, shown] / people[:, shown], people[:, shown] / people[:, shown].sum(axis=1, keepdims=True)
            if aversion == 1:
                return numpy.exp((w * numpy.log(h)).sum(axis=1))[:, None]
            return ((w * h ** (1 - aversion)).sum(axis=1) ** (1 / (1 - aversion)))[:, None]
        own, base = level(scenario), level(self.bases[scenario])
        return Stat({"base": base, "level": own, "difference": own - base}[kind])

    def plain_fact(self, scenario, what):
        base = self.bases[scenario]
        draws = lambda name: self.of(name, scenario, base).mean(axis=1)
        if what == "probability_worth_it":
            return (draws("net_benefit") > 0).mean()
        if what == "probability_pays":
            return (draws("net_cost_public") < 0).mean()
        if what == "chance_benefits":
            return (draws("net_cost_societal") < 0).mean()
        if what == "chance_even":
            return (self.budget(scenario, PUBLIC, len(self.years) - 1, upto=True).mean(axis=1) <= 0).mean()
        if what == "break_even_year":
            sums = [self.budget(scenario, PUBLIC, year, upto=True).mean() for year in range(len(self.years))]
            return 1 + max([year + 1 for year, total in enumerate(sums) if total > 0], default=0)
        if what == "failures":
            return (draws("net_benefit") < 0).sum()
        if what == "planned_outlay":
            return self.file["planned_outlay"][self.scenarios.index(scenario)].sum(axis=1).mean()
        if what == "spent_on_bundles":
            index = self.scenarios.index(scenario)
            return (self.file["planned_outlay"][index].sum(axis=1) - self.file["unspent_outlay"][index].sum(axis=1)).mean()
        if what in ("gainers_of_all", "losers_of_all", "harmed_at_least", "harmed_at_most"):
            return self.runs(what, scenario).mean()
        if what.startswith("cumulative."):
            return Stat(self.budget(scenario, PUBLIC, self.years.index(int(what[11:])), upto=True))
        if what.startswith("budget."):
            _, who, year = what.split(".")
            return Stat(self.budget(scenario, PUBLIC if who == "public" else [who], self.years.index(int(year))))
        if what == "icer":
            return self.icer(scenario)
        if what == "share_best" or what.startswith(("loss@", "ceac@")):
            return self.curve(scenario, what)
        if what.startswith("regret."):
            ids, benefit = self.benefits(self.wtp)
            lost = benefit.max(axis=0) - benefit[ids.index(scenario)]
            return {"max": lost.max(), "p90": numpy.quantile(lost, 0.9), "mean": lost.mean()}[what[7:]]
        return self.placed_fact(scenario, what)

    def icer(self, scenario):
        ids, cost, effect = self.strategies()
        points = sorted(zip(cost.mean(axis=1), effect.mean(axis=1), ids))
        frontier = []
        for c, e, one in points:
            if frontier and e <= frontier[-1][1]:
                continue
            while len(frontier) > 1 and (c - frontier[-1][0]) / (e - frontier[-1][1]) <= \
                    (frontier[-1][0] - frontier[-2][0]) / (frontier[-1][1] - frontier[-2][1]):
                frontier.pop()
            frontier.append((c, e, one))
        place = [one for _, _, one in frontier].index(scenario)
        (c0, e0, _), (c1, e1, _) = frontier[place - 1], frontier[place]
        return (c1 - c0) / (e1 - e0)

    def curve(self, scenario, what):
        wtp = self.wtp if what == "share_best" else float(what[5:])
        ids, benefit = self.benefits(wtp)
        own = ids.index(scenario)
        if what.startswith("loss"):
            return (benefit.max(axis=0) - benefit[own]).mean()
        best = benefit == benefit.max(axis=0)
        return (best / best.sum(axis=0))[own].mean()

    def placed_fact(self, scenario, what):
        index = self.scenarios.index(scenario)
        name, rest = what.split(".", 1)
        if name in ("autonomy", "wait_months"):
            return self.year_mean(name, scenario, int(rest[4:]) - 1)
        if name == "flow":
            a, b = rest.split(".")
            return self.file["care_flow"][index, :, self.care.index(a), self.care.index(b)].sum()
        if name in ("utilisation", "queue_length"):
            return numpy.nanmean(self.file[name][index, :, self.instruments.index(rest)])
        group = self.groups.index(name)
        if rest == "gain":
            return ratio(self.change("autonomy_years_by_group", scenario, group), self.runs("residents_by_group", scenario, group))
        variable = "residents_by_group" if rest == "residents" else rest
        return Stat(self.runs(variable, scenario, group)).mean


FACT = re.compile(r'<data value="([^"]*)"(?: data-half="([^"]*)")? data-of="([^"]*)">([^<]*)</data>')


def facts_of(page):
    for value, half, of, text in FACT.findall(page):
        yield html.unescape(of), float(value) if value else math.nan, float(half) if half else None, html.unescape(text)


def numbers_in(text, italian):
    """Numbers of a text as readers see them, with how far each may be off: half of its last digit."""
    for found in re.findall(r"\d[\d.,]*", text):
        found = found.rstrip(".,")
        plain = found.replace(".", "").replace(",", ".") if italian else found.replace(",", "")
        decimals = len(plain.split(".")[1]) if "." in plain else 0
        zeros = len(plain) - len(plain.rstrip("0")) if decimals == 0 and plain.strip("0") else 0
        yield float(plain), 0.5 * 10.0 ** (zeros - decimals)


def close(a, b):
    return a == b or (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=1e-7, abs_tol=1e-6 * max(1e-6, abs(b)))


def shown_rightly(value, half, text, italian):
    """Whether the text is the value, and half of its interval, rounded."""
    factor = 100 if "%" in text else 1
    shown = list(numbers_in(text, italian))
    if not shown:
        return text.strip() in ("-", "") and math.isnan(value)
    first, slack = shown[0]
    if text.strip()[0] in "<>":  # a share that would be rounded to none or to all
        return (first, "%" in text) == ((1, True) if text[0] == "<" else (99, True)) and \
            (0 < value < 0.01 if text[0] == "<" else 0.99 < value < 1)
    if re.fullmatch(r"\d+ (of|su) \d+", text):  # few draws
        return math.isclose(value, first / shown[1][0], abs_tol=1e-9)
    right = abs(abs(value) * factor - first) <= slack * 1.0001
    if half is not None and len(shown) > 1:
        right = right and abs(half - shown[1][0]) <= shown[1][1] * 1.0001
    return right


def companion_fact(companions, where, what):
    """A fact of the answers that stand beside the results."""
    if where == "validation" or where.startswith("validation/"):
        patterns = companions["validation"]["patterns"]
        if where == "validation":
            told = [one["verdict"] for one in patterns if one.get("told_apart", True)]
            return {"met": told.count("met"), "missed": told.count("missed"), "all": len(patterns),
                    "not_told": len(patterns) - len(told)}[what]
        values = [one[what] for one in patterns if one["id"] == where[11:]]
        return [math.nan if value is None else value for value in values]
    if where.startswith("sensitivity/"):
        return sensitivity_fact(companions["sensitivity"][int(where[12:])], what)
    scenario, place = where[9:].split("@")
    matrix = companions["transfer"]
    index = [one["territory"] for one in matrix["places"]].index(place)
    cell = [one for one in matrix["programmes"] if one["scenario"] == scenario][0]["cells"][index]
    return cell["outputs"][what]["effect"]["mean"]


def apart(of):
    """On which side of zero an estimate is; 0 where its interval holds zero, or there is none."""
    if of.get("low") is None or of["low"] <= 0 <= of["high"]:
        return 0
    return 1 if of["low"] > 0 else -1


def sensitivity_fact(answer, what):
    """A fact of `sensitivity --json`: `KIND/NAME` or a count; with half of its interval where it has one."""
    told = answer["outputs"]["net_benefit"]
    kind, _, name = what.partition("/")
    if kind in ("x", "y"):
        return told[kind]["values"][int(name)]
    if kind == "cell":
        row, column = map(int, name.split("/"))
        return with_half(told["differences"][row][column])
    if kind.startswith("cells"):
        signs = [apart(cell) for row in told["differences"] for cell in row]
        return len(signs) if kind == "cells" else signs.count({"above": 1, "below": -1, "unclear": 0}[kind[6:]])
    factors = {one["name"]: one for one in told["factors"]}
    if kind == "factors":
        return len(factors)
    if kind == "turning":
        other = -1 if told["at_value"]["mean"] > 0 else 1
        return sum(other in (apart(one["at_low"]), apart(one["at_high"])) for one in factors.values())
    if kind == "size":
        return abs_of(with_half(factors[name]["swing"]))
    value = factors[name][kind]
    return with_half(value) if isinstance(value, dict) else value


def with_half(of):
    stat = Stat([[of["mean"]]])
    stat.half = math.nan if of["low"] is None else (of["high"] - of["low"]) / 2
    return stat


def check_page(page, results, italian, companions=None):
    """Returns how many facts there are, and those that are not so."""
    wrong, count = [], 0
    for of, value, half, text in facts_of(page):
        count += 1
        where, what = of.split(":", 1)
        study, _, scenario = where.partition("/")
        if study in ("validation", "transfer", "sensitivity"):
            known = companion_fact(companions, where, what)
            if isinstance(known, Stat) and half is not None and not math.isclose(half, known.half, rel_tol=1e-4):
                wrong.append(f"{of}: half width {half} on the page, {known.half} in the answer")
            known = known.mean if isinstance(known, Stat) else known
            known = known if isinstance(known, list) else [known]
            if not any(close(value, float(one)) for one in known) or not shown_rightly(value, half, text, italian):
                wrong.append(f"{of}: {value} shown as {text!r}, {known} in the file")
            continue
        file = results[study]
        mine = file.scenario_fact(scenario, what) if scenario else file.study_fact(what)
        own_value, own_half = (mine.mean, mine.half) if isinstance(mine, Stat) else (float(mine), None)
        if not close(value, own_value):
            wrong.append(f"{of}: {value} on the page, {own_value} in the file")
        elif half is not None and own_half is not None and abs(value) > 1e-9 and not math.isclose(half, own_half, rel_tol=1e-4):
            wrong.append(f"{of}: half width {half} on the page, {own_half} by the file")
        elif not shown_rightly(value, half, text, italian):
            wrong.append(f"{of}: {value} ± {half} is shown as {text!r}")
    return count, wrong
