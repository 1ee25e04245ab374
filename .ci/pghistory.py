"""The part of .ci/postgresql that asks two gateways at once, and looks whether what was seen can have been."""

from pgcallers import ACCOUNTS, Caller, Gateways, ended, together
from pgload import half_done, leaked

VERSIONS = 120
VERSIONED = [f"v{n}" for n in range(50)]
LASTING = [f"lasting{n}" for n in range(60)]
PASSING = [f"passing{n}" for n in range(60)]


class Account:
    """
    An account with one writer, and others who look on at another gateway than his. What they see must be what one after the
    other would see.
    """

    def __init__(self, pair, account, turn):
        self.pair, self.account, self.turn = pair, account, turn
        self.begun = self.completed = 0
        self.reads = self.walks = 0

    def caller(self, number):
        return Caller(self.pair[(number + self.turn) % 2], self.account)

    def begin(self):
        caller = self.caller(0)
        for passing, lasting in zip(PASSING, LASTING):
            self.change(caller, "TagResources", [passing], tags=[("own", self.account)])
            self.change(caller, "TagResources", [lasting], tags=[("own", self.account)])
        self.change(caller, "TagResources", VERSIONED, tags=[("own", self.account), ("version", "0")])

    @staticmethod
    def change(caller, action, ids, **what):
        status, document = caller.ask(action, ids, **what)
        if status != 200:
            raise AssertionError(f"{action}: {status} {document}")

    def write(self):
        """By each gateway in turn."""
        callers = [self.caller(0), self.caller(1)]
        for version in range(1, VERSIONS + 1):
            caller = callers[version % 2]
            self.begun = version
            self.change(caller, "TagResources", VERSIONED, tags=[("version", str(version))])
            self.completed = version
            start = version % 20
            some = PASSING[start:start + 40]
            if version % 2:
                self.change(caller, "UntagResources", some, All="true")
            else:
                self.change(caller, "TagResources", some, tags=[("own", self.account)])

    def read_versions(self, number):
        """No change is seen in part, too early, too late, or taken back."""
        caller = self.caller(number)
        last = 0
        while last < VERSIONS:
            least = max(last, self.completed)
            status, page = caller.ask("ListTagResources", VERSIONED, [("version", None)], MaxResults="50")
            seen = {int(row["TagValue"]) for row in page["TagResources"]}
            if status != 200 or len(page["TagResources"]) != len(VERSIONED) or len(seen) != 1:
                raise AssertionError(f"{self.account}: a change was seen in part: {len(page['TagResources'])} rows of {seen}")
            (last,) = seen
            if not least <= last <= self.begun:
                raise AssertionError(f"{self.account}: version {last} was seen between {least} and {self.begun}")
            self.reads += 1

    def turn_pages(self):
        """However the others come and go, who lasts is on one page, in order, whichever gateway is asked for the next page."""
        callers = [self.caller(0), self.caller(1)]
        done = False
        while not done:
            done = self.completed == VERSIONS
            seen, token, turn = [], "", self.walks
            while True:
                more = {"NextToken": token} if token else {}
                status, page = callers[turn % 2].ask("ListTagResources", tags=[("own", None)], MaxResults="7", **more)
                if status != 200 or any(row["TagValue"] != self.account for row in page["TagResources"]):
                    raise AssertionError(f"{self.account}: {status} {page}")
                seen += [row["ResourceId"] for row in page["TagResources"]]
                token, turn = page["NextToken"], turn + 1
                if not token:
                    break
            if [one for one in seen if one.startswith("lasting")] != LASTING:
                raise AssertionError(f"{self.account}: a walk saw {seen}")
            self.walks += 1


def history(place):
    server = place.server("database")
    gateways = Gateways(place.directory, [server], "history")
    with ended(gateways, server):
        server.create()
        gateways.prepare()
        pair = [gateways.start(), gateways.start()]
        accounts = [Account(pair, account, turn) for turn, account in enumerate(ACCOUNTS)]
        together([one.begin for one in accounts])()
        jobs = []
        for one in accounts:
            jobs += [one.write, lambda one=one: one.read_versions(0), lambda one=one: one.read_versions(1), one.turn_pages]
        together(jobs)()
        print(f"history: {len(accounts) * VERSIONS * 2} changes, {sum(a.reads for a in accounts)} reads, {sum(a.walks for a in accounts)} walks")
        problems = half_done(server, "history") + leaked(server, 2)
    return problems + gateways.close()
