#!/usr/bin/python3
"""The local server: who may ask, what it answers, and runs that are started, cancelled and gone on with.

Usage: serve.py CASE   Runs one case, a function of this file; exits 0 when it holds.
"""
import concurrent.futures
import contextlib
import http.client
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

from program import PROGRAM, as_json, cantiere, check, environment, small_results, temporary_folder

FULL = os.environ.get("CANTIERE_TEST_SCALE") == "full"
GET_PATHS = ["about", "runs", "compare", "figures", "report", "file", "studies", "study", "jobs", "jobs/1", "parameters", "validation"]
POST_PATHS = ["check", "runs", "jobs/1/cancel"]


class Server:
    """A server on a folder, on any free port."""

    def __init__(self, folder, *options):
        self.folder = folder
        self.process = subprocess.Popen([PROGRAM, "serve", str(folder), "--port", "0", "--no-open", "--json", *options],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
        lines = ""
        while not lines.endswith("}\n"):
            line = self.process.stdout.readline()
            check(line, f"it says its address: {self.process.poll()} {lines}")
            lines += line
        said = json.loads(lines)
        self.port, self.token, self.url = said["port"], said["token"], said["url"]

    def ask(self, path, method="GET", body=None, headers=None, token=True, raw=False, timeout=60, **query):
        """Asks and returns status, headers and the answer."""
        named = {key: value for key, value in query.items() if value is not None}
        address = "/api/v1/" + path + ("?" + urllib.parse.urlencode(named) if named else "")
        return self.request(method, address, body, headers, token, raw, timeout)

    def request(self, method, address, body=None, headers=None, token=True, raw=False, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        sent = {} if not token else {"Authorization": f"Bearer {self.token if token is True else token}"}
        if body is not None:
            sent["Content-Type"] = "application/json"
            body = body if isinstance(body, (bytes, str)) else json.dumps(body)
        elif method == "POST":
            body = ""
        sent.update(headers or {})
        try:
            connection.request(method, address, body=body, headers=sent)
            answer = connection.getresponse()
            content = answer.read()
            if raw or not (answer.getheader("Content-Type") or "").startswith("application/json"):
                return answer.status, dict(answer.getheaders()), content
            return answer.status, dict(answer.getheaders()), json.loads(content)
        finally:
            connection.close()

    def get(self, path, code=200, **query):
        status, _, said = self.ask(path, **query)
        check(status == code, f"GET {path} {query}: {status}, {str(said)[:600]}")
        return said

    def post(self, path, body, code=200):
        status, _, said = self.ask(path, method="POST", body=body)
        check(status == code, f"POST {path} {str(body)[:200]}: {status}, {str(said)[:600]}")
        return said

    def job(self, identity, until, patience=600):
        """Follows a run until something holds of it."""
        end = time.monotonic() + patience
        while True:
            job = self.get(f"jobs/{identity}")
            if until(job):
                return job
            check(time.monotonic() < end and job["state"] in ("waiting", "running"), f"the run goes on: {job}")
            time.sleep(0.02)

    def end(self, how=signal.SIGINT):
        self.process.send_signal(how)
        code = self.process.wait(timeout=120)
        check(code == 130, f"it ends with exit code 130: {code} {self.process.stderr.read()}")


@contextlib.contextmanager
def serving(folder, *options):
    server = Server(folder, *options)
    try:
        yield server
        check(server.process.poll() is None, f"it still runs: {server.process.poll()}")
        server.get("about")
        server.end()
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.wait()


def check_headers(headers, what):
    lower = {key.lower(): value for key, value in headers.items()}
    policy = lower.get("content-security-policy", "")
    for part in ("default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"):
        check(part in policy, f"{what}: {part} in {policy!r}")
    check(lower.get("x-content-type-options") == "nosniff", f"{what}: nosniff")
    check(lower.get("referrer-policy") == "no-referrer", f"{what}: no-referrer")
    check(lower.get("cache-control") == "no-store", f"{what}: no-store")
    check("access-control-allow-origin" not in lower, f"{what}: other pages may read it")


def strangers_are_refused():
    """No token, another host, another origin: refused before anything else is looked at."""
    with temporary_folder() as folder, serving(folder) as server:
        for method, paths in (("GET", GET_PATHS + ["nothing", "../about"]), ("POST", POST_PATHS), ("PUT", ["runs"]), ("OPTIONS", ["runs"])):
            for path in paths:
                address = "/api/v1/" + path
                for token in (False, "", "0" * 64, server.token[:-1], server.token + "0", server.token.upper() + "x"):
                    status, headers, _ = server.request(method, address, token=token)
                    check(status == 401, f"{method} {path} with token {token!r}: {status}")
                    check_headers(headers, f"{method} {path} without token")
                for header, values in (("Host", ["evil.example", f"evil.example:{server.port}", "127.0.0.1", f"127.0.0.1:{server.port + 1}",
                                                 f"127.0.0.1:{server.port}.evil.example", f"user@127.0.0.1:{server.port}", ""]),
                                       ("Origin", ["http://evil.example", "null", f"https://127.0.0.1:{server.port}",
                                                   f"http://127.0.0.1:{server.port}.evil.example", "http://127.0.0.1"])):
                    for value in values:
                        status, headers, _ = server.request(method, address, headers={header: value})
                        check(status == 403, f"{method} {path} with {header} {value!r}: {status}")
                        check_headers(headers, f"{method} {path} of a stranger")
        for header, value in (("Host", "evil.example"), ("Origin", "http://evil.example")):
            check(server.request("GET", "/", headers={header: value})[0] == 403, f"the page with {header} {value}")
        for host in ("127.0.0.1", "localhost"):
            own = {"Host": f"{host}:{server.port}", "Origin": f"http://{host}:{server.port}"}
            status, headers, _ = server.ask("about", headers=own)
            check(status == 200, f"the server's own page at {host}: {status}")
            check_headers(headers, "an answer")
        for path in ("/", "/nothing", "/app.js/../x", "/index.html", "/%2e%2e/etc/passwd", "/api"):
            status, headers, _ = server.request("GET", path, token=False)
            check(status == (200 if path == "/" else 401 if path == "/api" else 404), f"{path}: {status}")
            check_headers(headers, path)
        for path in ("/api/v1/nothing", "/api/nothing", "/api/v9/runs"):
            status, _, said = server.request("GET", path)
            check(status == 404 and said["problems"][0]["code"] == "unknown-path", f"{path}: {status} {said}")
        status, _, page = server.request("GET", "/", token=False)
        check(server.token.encode() not in page, "the page does not hold the token")


def names_stay_in_the_folder():
    """Whatever stands in a value, no file outside of the folder is read or written."""
    with temporary_folder() as place:
        folder = pathlib.Path(place, "inside")
        folder.mkdir()
        outside = small_results(place, "outside.h5")
        shutil.copy(outside, folder / "good.h5")
        shutil.copy(outside, folder / ".hidden.h5")
        (folder / "link.h5").symlink_to(outside)
        (folder / "inner.h5").symlink_to("good.h5")
        (folder / "up").symlink_to(place)
        (folder / "folder.h5").mkdir()
        os.mkfifo(folder / "pipe.h5")
        (folder / "text.h5").write_text("no results")
        names = ["../outside.h5", "up/outside.h5", str(outside), "/etc/passwd", "..", ".", "", ".hidden.h5", "link.h5", "folder.h5", "pipe.h5",
                 "good.h5/", "./good.h5", "good.h5\0", "good.h5\n", "..\\outside.h5", "%2e%2e%2foutside.h5", "good", "a" * 5000, "\u202egood.h5",
                 "../inside/good.h5", "file:///etc/passwd", "http://evil.example/x.h5"]
        with serving(folder) as server:
            listed = [run["name"] for run in server.get("runs")]
            check(sorted(listed) == ["good.h5", "inner.h5"], f"files that are listed: {listed}")
            for path in ("compare", "figures", "report", "file"):
                for name in names:
                    status, _, said = server.ask(path, result=name)
                    check(status in (400, 404, 414), f"{path} of {name[:40]!r}: {status}")
                    check(b"root:" not in str(said).encode(), f"{path} of {name[:40]!r} tells nothing")
                check(server.ask(path, result="text.h5")[0] in ((200,) if path == "file" else (422,)), f"{path} of a text")
                check(server.ask(path, result="good.h5")[0] == 200, f"{path} of a good file")
            for name in names + ["bari.toml", "../studies/bari", "shipped:studies/bari"]:
                status = server.ask("study", id=name)[0]
                check(status in (400, 404, 414), f"study {name[:40]!r}: {status}")
                status = server.ask("check", method="POST", body={"study": name, "scenario": "as-usual", "set": {}})[0]
                check(status in (400, 404), f"check of {name[:40]!r}: {status}")
                order = {"name": "x", "study": name, "draws": 1, "replicates": 1}
                check(server.ask("runs", method="POST", body=order)[0] in (400, 404), f"run of study {name[:40]!r}")
            for name in names + ["-o", "a/b", " x", "x;y", "x\ny"]:
                if name == "good" or name == "good.h5":
                    continue
                order = {"name": name, "study": "bari", "draws": 1, "replicates": 1}
                status = server.ask("runs", method="POST", body=order)[0]
                check(status == (409 if name in ("link.h5", "folder.h5", "pipe.h5") else 400), f"run named {name[:40]!r}: {status}")
            for value in names:
                for key in ("base", "scenarios", "perspective"):
                    if value and not set(value) <= {","}:
                        check(server.ask("compare", result="good.h5", **{key: value})[0] in (400, 414), f"{key} {value[:40]!r}")
                check(server.ask("compare", result="good.h5", wtp=value)[0] in (200, 400, 414), f"wtp {value[:40]!r}")
                check(server.ask(f"jobs/{urllib.parse.quote(value, safe='')}")[0] in (200, 400, 404, 414), f"job {value[:40]!r}")
        held = sorted(entry.name for entry in folder.iterdir())
        check(held == sorted(["good.h5", ".hidden.h5", "link.h5", "inner.h5", "up", "folder.h5", "pipe.h5", "text.h5"]), f"nothing was written: {held}")


def comparisons_are_those_of_compare():
    with temporary_folder() as folder:
        path = small_results(folder)
        with serving(folder) as server:
            told = as_json("compare", path)
            served = server.get("compare", result="small.h5")
            check(served["comparison"] == told, "the comparison is that of compare --json")
            answered = [question["title"] for question in served["questions"]]
            check(len(answered) == 5 and served["payers"]["rows"] and "±" in served["headline"], f"questions: {answered}")
            page = pathlib.Path(folder, "page.html")
            cantiere("report", path, "-o", page, "--overwrite", "--lang", "it")
            _, headers, content = server.ask("report", result="small.h5", lang="it", headers={"Accept-Encoding": "gzip, deflate, br"})
            check(content == page.read_bytes() and "Content-Encoding" not in headers, "the report is that of report, not packed: that takes seconds")
            check(server.ask("file", result="small.h5")[2] == path.read_bytes(), "the file is the file")
            for choice in ({"base": "bari-cantiere-null-twin"}, {"wtp": "1000"}, {"perspective": "societal"},
                           {"base": "bari-cantiere", "wtp": "50000", "perspective": "municipality"}):
                options = [word for key, value in choice.items() for word in (f"--{key}", value)]
                check(server.get("compare", result="small.h5", **choice)["comparison"] == as_json("compare", path, *options), f"{choice}")
            chosen = server.get("compare", result="small.h5", scenarios="bari-cantiere")["comparison"]["scenarios"]
            check([one["id"] for one in chosen] == ["as-usual", "bari-cantiere"], f"{[one['id'] for one in chosen]}")
            check(chosen[1] == next(one for one in told["scenarios"] if one["id"] == "bari-cantiere"), "a choice changes no number")
            both = "bari-cantiere,bari-cantiere-null-twin"
            figures = server.get("figures", result="small.h5", scenarios=both)["figures"]
            kinds = {(figure["tab"], figure["kind"]) for figure in figures}
            check({tab for tab, _ in kinds} == {"autonomy", "costs", "value", "fairness", "map", "pathways"}, f"tabs: {kinds}")
            check(len({figure["id"] for figure in figures}) == len(figures), "ids are unique")
            check(sum(figure["tab"] == "map" for figure in figures) == 2, "a map for each of two scenarios")
            plane = next(figure for figure in figures if figure["kind"] == "plane")
            difference = next(one for one in told["scenarios"] if one["id"] == "bari-cantiere")["difference"]
            point = next(one for one in plane["strategies"] if one["id"] == "bari-cantiere")
            check(abs(point["cost"]["mean"] - difference["net_cost_public"]["mean"]) < 1e-6 * abs(point["cost"]["mean"]), "cost on the plane")
            turned = server.get("figures", result="small.h5", base="bari-cantiere", scenarios="as-usual")["figures"]
            plane = next(figure for figure in turned if figure["kind"] == "plane")
            back = next(one for one in plane["strategies"] if one["id"] == "as-usual")
            check(abs(back["cost"]["mean"] + point["cost"]["mean"]) < 1e-6 * abs(point["cost"]["mean"]), "the other way round")
            check(server.get("validation") is None, "no validation is kept here")
            pathlib.Path(folder, "validation.json").write_text('{"patterns": []}')
            check(server.get("validation") == {"patterns": []}, "the validation that is kept")
            check(server.get("runs", lang="it")[0]["title"] != server.get("runs", lang="en")[0]["title"], "titles in both languages")


def raw_exchange(server, sent, patience):
    """Sends bytes as they are and returns what comes back until the other side closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=patience) as connection:
        with contextlib.suppress(OSError):
            connection.sendall(sent)
        back = b""
        with contextlib.suppress(OSError):
            while part := connection.recv(65536):
                back += part
        return back


def head(server, *lines, method="POST", path="/api/v1/check", token=True):
    own = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *([f"Authorization: Bearer {server.token}"] if token else []), *lines]
    return ("\r\n".join(own) + "\r\n\r\n").encode()


def bodies_have_limits():
    with temporary_folder() as folder, serving(folder) as server:
        def status_of(sent, patience=30):
            back = raw_exchange(server, sent, patience)
            return int(back.split(b" ", 2)[1]) if back.startswith(b"HTTP/1.1 ") else None

        json_type = "Content-Type: application/json"
        check(status_of(head(server, json_type, "Content-Length: 2000000") + b"x" * 2000000) == 413, "2 MB are too many")
        check(status_of(head(server, json_type, "Content-Length: 99999999999999999999")) == 413, "an endless length")
        check(status_of(head(server, json_type, "Content-Length: -1")) == 413, "a negative length")
        check(status_of(head(server, json_type, "Content-Length: 2", "Content-Length: 3") + b"{}") == 411, "two lengths")
        check(status_of(head(server, json_type)) == 411, "no length")
        check(status_of(head(server, json_type, "Transfer-Encoding: chunked") + b"2\r\n{}\r\n0\r\n\r\n") == 411, "in pieces")
        check(status_of(head(server, json_type, "Content-Encoding: gzip", "Content-Length: 2") + b"{}") == 411, "compressed")
        check(status_of(head(server, "Content-Type: text/plain", "Content-Length: 2") + b"{}") == 415, "a form of another page")
        check(status_of(head(server, json_type, "Content-Length: 2000000", token=False) + b"x" * 2000000) in (401, None), "no token, no body")
        check(status_of(b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n") in (400, 403, 414, None), "a long address")
        check(status_of(head(server, *[f"X-{i}: {'y' * 1000}" for i in range(3000)], method="GET", path="/")) in (400, 403, None, 200), "many headers")
        check(status_of(b"\0\1\2\3" * 100 + b"\r\n\r\n") in (400, 403, None), "no HTTP")
        # Two requests at once after a refusal: the rest is not taken for a request.
        smuggled = head(server, json_type, "Content-Length: 300", token=False) + head(server, method="GET", path="/api/v1/about")
        back = raw_exchange(server, smuggled, 20)
        check(back.count(b"HTTP/1.1 ") == 1 and b"read_only" not in back, f"one answer: {back[:200]}")
        began = time.monotonic()
        slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(60)]
        for connection in slow:
            connection.sendall(head(server, json_type, "Content-Length: 1000")[:40])
        answers = [server.ask("about", timeout=60)[0] for _ in range(3)]
        check(set(answers) <= {200, 503}, f"answers beside sixty that stall: {answers}")
        dripping = slow[0]
        with contextlib.suppress(OSError):
            while time.monotonic() - began < 40:
                dripping.sendall(b"x")
                time.sleep(0.5)
        check(time.monotonic() - began < 35, "a drip of bytes comes to an end")
        for connection in slow:
            connection.close()
        check(server.ask("about")[0] == 200, "it answers afterwards")


def many_connections_are_borne():
    with temporary_folder() as folder:
        small_results(folder)
        with serving(folder) as server:
            def one(number):
                try:
                    return server.ask(("about", "runs", "compare")[number % 3], result="small.h5" if number % 3 == 2 else None, timeout=120)[0]
                except OSError:
                    return 0
            with concurrent.futures.ThreadPoolExecutor(200) as pool:
                statuses = list(pool.map(one, range(600)))
            counts = {status: statuses.count(status) for status in set(statuses)}
            check(set(counts) <= {0, 200, 503} and counts.get(200, 0) > 100, f"served or refused: {counts}")
            idle = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(200)]
            time.sleep(0.5)
            end = time.monotonic() + 60
            while True:
                with contextlib.suppress(OSError):
                    if server.ask("about", timeout=20)[0] == 200:
                        break
                check(time.monotonic() < end, "it answers beside 200 idle connections")
            for connection in idle:
                connection.close()
            check([server.ask("about")[0] for _ in range(20)] == [200] * 20, "then it answers as before")


def random_json(chance, depth=0):
    kind = chance.randrange(9 if depth < 5 else 6)
    if kind < 6:
        return chance.choice([None, True, False, 0, -1, 1e308, -1e-308, 2**63, 2**70, 0.5, "", "bari", "as-usual", "bari-cantiere", "x" * 300,
                              "../x", "\ud800", "\0", "\u202e", "internship.slots", "1; DROP", [], {}])
    if kind == 6:
        return [random_json(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(["study", "scenario", "set", "name", "own", "id", "title", "from", "draws", "months", "internship.slots", "", "\n[x]", '"'] ):
            random_json(chance, depth + 1) for _ in range(chance.randrange(5))}


def malformed_requests_are_refused():
    """Bytes and JSON of any shape: never a fault, never a run, never a file."""
    chance = random.Random(20261129)
    good = [{"study": "bari", "scenario": "bari-cantiere", "set": {"internship.slots": 60}},
            {"name": "x", "study": "bari", "scenarios": ["bari-cantiere"], "draws": 1, "replicates": 1, "months": 12,
             "own": {"id": "mine", "title": "Mine", "from": "bari-cantiere", "set": {"internship.slots": 60}}}]
    with temporary_folder() as folder, serving(folder, "--read-only") as server:
        for body in ("[" * 400000, '{"set":' * 100000, "[" * 500000 + "]" * 500000, '{"study": "bari", "scenario": "bari-cantiere", "set": {"x": ' + "[" * 200000 + "]" * 200000 + "}}", '{"study": "bari", "scenario": "bari-cantiere", "set": ' + "[" * 200000 + "]" * 200000 + "}",
                     '"' + "x" * 900000 + '"', "", " ", "\ufeff{}", "{}{}", "nul", "\xff\xfe"):
            for path in ("check", "runs"):
                status = server.ask(path, method="POST", body=body.encode("utf-8", "surrogatepass"))[0]
                check(status in (400, 403), f"{path} of {body[:20]!r}: {status}")
        end = time.monotonic() + (600 if FULL else 8)
        tried = 0
        while time.monotonic() < end:
            tried += 1
            text = json.dumps(chance.choice(good) if chance.random() < 0.6 else random_json(chance))
            if chance.random() < 0.6:
                parsed = json.loads(text)
                if isinstance(parsed, dict) and parsed:
                    key = chance.choice(list(parsed))
                    parsed[key] = random_json(chance)
                    if isinstance(parsed.get("set"), dict) and chance.random() < 0.5:
                        parsed["set"][chance.choice(["internship.slots", "x", "a.b.c", '"', "placement.policy", "horizon.months"])] = random_json(chance)
                    text = json.dumps(parsed)
            body = bytearray(text.encode("utf-8", "surrogatepass"))
            for _ in range(chance.randrange(3) if chance.random() < 0.5 else 0):
                body[chance.randrange(len(body))] = chance.randrange(256)
            path = chance.choice(["check", "check", "runs"])
            status, headers, said = server.ask(path, method="POST", body=bytes(body))
            allowed = (200, 400, 404, 422) if path == "check" else (403,)
            check(status in allowed, f"{path} of {bytes(body)[:300]!r}: {status} {str(said)[:300]}")
            if status != 200:
                check(said["problems"] and all(one["message"] for one in said["problems"]), f"problems are told: {said}")
        check(tried > 20, f"{tried} requests were tried")
        for _ in range(200):
            words = "&".join(f"{chance.choice(['result', 'base', 'wtp', 'lang', 'id', 'word', 'x', '%00', ''])}={chance.choice(['', 'nan', 'inf', '1e999', '-1', '%ff%fe', 'it', 'a&b', 'bari', '%'])}"
                             for _ in range(chance.randrange(4)))
            path = chance.choice(GET_PATHS)
            status, _, _ = server.request("GET", f"/api/v1/{path}?{words}")
            check(status in (200, 400, 404), f"{path}?{words}: {status}")
        check(not list(pathlib.Path(folder).iterdir()), "nothing was written")


def nothing_runs_read_only():
    with temporary_folder() as folder:
        small_results(folder)
        before = sorted(entry.name for entry in pathlib.Path(folder).iterdir())
        with serving(folder, "--read-only") as server:
            check(server.get("about")["read_only"] is True, "about says so")
            order = {"name": "x", "study": "bari", "scenarios": ["bari-cantiere"], "draws": 1, "replicates": 1, "months": 12}
            said = server.post("runs", order, code=403)
            check(said["problems"][0]["code"] == "read-only", f"{said}")
            server.post("jobs/1/cancel", None, code=403)
            check(server.get("jobs") == [], "no run")
            check(server.post("check", {"study": "bari", "scenario": "bari-cantiere", "set": {"internship.slots": 60}})["ok"], "checks are allowed")
        check(before == sorted(entry.name for entry in pathlib.Path(folder).iterdir()), "no file is new")


def levers_are_checked_and_explained():
    with temporary_folder() as folder, serving(folder) as server:
        studies = {one["id"]: one for one in server.get("studies")}
        check({"bari", "pistoia", "gorizia", "versilia", "net-met"} <= set(studies), f"{sorted(studies)}")
        study = server.get("study", id="bari", scenario="bari-cantiere-60-starts")
        levers = {lever["key"]: lever for lever in study["levers"]}
        check(levers["internship.slots"]["value"] == 60, "the value of the scenario asked for")
        base = {lever["key"]: lever for lever in server.get("study", id="bari", scenario="bari-cantiere")["levers"]}
        stated = next(one for one in as_json("params", "internship.slots")["parameters"] if one["key"] == "internship.slots")
        of_pack = next(one for one in stated["shipped"] if one["pack"] == "bari-cantiere")
        for mine, theirs in (("value", "value"), ("stated_low", "low"), ("stated_high", "high"), ("quality", "quality")):
            check(base["internship.slots"][mine] == of_pack[theirs], f"{mine}: {base['internship.slots']} {of_pack}")
        check(base["internship.slots"]["high"] == stated["high"], "the valid range")
        check({lever["type"] for lever in levers.values()} >= {"number", "integer", "flag", "choice"} - {"integer"}, "types")
        check(any(lever["source_text"] for lever in levers.values()), "sources are told in words")
        check(any(choice["id"] == "need_first" for choice in levers["placement.policy"]["choices"]), "choices")
        for lever in base.values():
            ids = [choice["id"] for choice in lever["choices"] or []]
            check(lever["type"] != "choice" or lever["value"] in ids, f"{lever['key']} is one of its choices: {lever['value']}")
        check(base["placement.policy"]["value"] == "commission_score", "as the policy pack of Bari says")
        order = {"study": "bari", "scenario": "bari-cantiere", "set": {}}
        check(server.post("check", {**order, "set": {"internship.slots": 45}})["ok"], "a good value")
        for key, value, code in (("internship.slots", -5, "out-of-range"), ("internship.slot", 5, "unknown-key"),
                                 ("placement.policy", "needfirst", "unknown-name"), ("internship.slots", "many", "wrong-type")):
            said = server.post("check", {**order, "set": {key: value}})
            found = [one for one in said["problems"] if one["severity"] == "error"]
            check(not said["ok"] and found and found[0]["key"] == key and found[0]["line"] is None, f"{key} = {value}: {said}")
            check(found[0]["hint"] and found[0]["message"], f"{key} = {value} is explained ({code}): {found}")
        parameters = server.get("parameters", word="internship.slots")
        check([one["key"] for one in parameters][:1] == ["internship.slots"] and parameters[0]["stated"], f"{parameters[:1]}")
        check(server.get("parameters", word="no such word at all") == [], "no parameter")


OWN = {"name": "Mine 1", "study": "bari", "scenarios": ["bari-cantiere"], "draws": 12, "replicates": 2, "months": 36,
       "own": {"id": "more-slots", "title": "More \"slots\"", "from": "bari-cantiere", "set": {"internship.slots": 45}}}


def runs_are_started_cancelled_and_gone_on_with():
    with temporary_folder() as folder:
        place = pathlib.Path(folder)
        with serving(folder) as server:
            job = server.post("runs", OWN)
            check(job["study_file"] == "Mine 1.toml" and (place / "Mine 1.toml").exists(), f"{job}")
            server.post("runs", OWN, code=409)
            seen = server.job(job["job"], lambda one: one["done"] > 6 and one["estimate"])
            check(seen["estimate"]["scenario"] == "more-slots" and seen["total"] == 72 and seen["name"] == "Mine 1.h5", f"{seen}")
            check(seen["resident_months_per_second"] > 0 and seen["seconds_left"] > 0, f"{seen}")
            server.post(f"jobs/{job['job']}/cancel", {})
            stopped = server.job(job["job"], lambda one: one["state"] == "cancelled")
            check(0 < stopped["done"] < 72 and not (place / "Mine 1.h5").exists(), f"{stopped}")
            check(list(place.glob("Mine 1.h5.part*")), "finished blocks are kept")
            again = server.post("runs", OWN)
            first = server.job(again["job"], lambda one: one["state"] != "waiting" and one["done"] > 0 or one["state"] == "done")
            check(first["done"] >= stopped["done"], f"it goes on from what was done: {stopped['done']} {first['done']}")
            done = server.job(again["job"], lambda one: one["state"] == "done")
            check(done["done"] == 72 and not done["problems"], f"{done}")
            check([(run["name"], run["title"]) for run in server.get("runs")] == [("Mine 1.h5", OWN["own"]["title"])], "it is listed by its title")
            there = server.post("runs", OWN)
            check(server.job(there["job"], lambda one: one["state"] == "done")["done"] == 72, "the same run is there already")
            server.post("runs", {**OWN, "own": {**OWN["own"], "set": {"internship.slots": 46}}}, code=409)
            server.post("runs", {key: value for key, value in {**OWN, "name": "Mine 1"}.items() if key != "own"}, code=409)
            compared = server.get("compare", result="Mine 1.h5", scenarios="more-slots")
            check([one["id"] for one in compared["comparison"]["scenarios"]] == ["as-usual", "more-slots"], "it is compared")
            wrong = server.post("runs", {**OWN, "name": "wrong", "own": {**OWN["own"], "set": {"internship.slots": -1}}}, code=422)
            check(wrong["problems"] and not (place / "wrong.toml").exists(), f"{wrong}")
            jobs = [server.post("runs", {"name": f"wait{i}", "study": "bari", "draws": 50, "replicates": 5})["job"] for i in range(9)]
            said = server.post("runs", {"name": "too-many", "study": "bari", "draws": 5, "replicates": 5}, code=409)
            check(said["problems"][0]["code"] == "busy", f"{said}")
            for identity in jobs[1:]:
                check(server.post(f"jobs/{identity}/cancel", {})["state"] == "cancelled", "one that waits is cancelled at once")
            server.job(jobs[0], lambda one: one["done"] > 0)
        check(list(place.glob("wait0.h5.part*")), "what was done when the server ended is kept")
        cantiere("run", place / "Mine 1.toml", "-q", "-o", place / "by-hand.h5")
        check((place / "by-hand.h5").read_bytes() == (place / "Mine 1.h5").read_bytes(), "the run can be done again from its file, bit by bit")
        check(as_json("check", place / "Mine 1.toml")["ok"], "the file passes the check")


def the_line_is_checked():
    with temporary_folder() as folder:
        refused = cantiere("serve", folder, "--port", "99999", code=2)
        check("--port" in refused.stderr, refused.stderr)
        refused = cantiere("serve", pathlib.Path(folder, "nowhere"), code=4)
        check("there is no such folder" in refused.stderr, refused.stderr)
        with serving(folder) as server:
            refused = cantiere("serve", folder, "--port", server.port, code=2)
            check("another program holds it" in refused.stderr, refused.stderr)
            check(server.url == f"http://127.0.0.1:{server.port}/#token={server.token}" and len(server.token) == 64, server.url)
            listening = subprocess.run(["cat", "/proc/net/tcp", "/proc/net/tcp6"], capture_output=True, text=True, check=True).stdout
            mine = [line.split()[1] for line in listening.splitlines() if f":{server.port:04X} " in line and " 0A " in line]
            check(mine == [f"0100007F:{server.port:04X}"], f"it listens on 127.0.0.1 alone: {mine}")
            second = Server(folder)
            check(second.token != server.token and second.port != server.port, "tokens are new")
            second.end(signal.SIGTERM)


if __name__ == "__main__":
    globals()[sys.argv[1]]()
