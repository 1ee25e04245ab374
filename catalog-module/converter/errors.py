"""Which documented error stands for which situation."""

import csv
from pathlib import Path

HERE = Path(__file__).parent
# In the order in which they are checked, with the operations in which each can occur.
SITUATIONS = {
    "no-resource-type": "list tag untag",
    "unknown-resource-type": "list tag untag",
    "missing-parameter": "list tag untag",
    "too-many-resource-ids": "list tag untag",
    "too-many-tags": "list tag untag",
    "too-many-keys": "untag",
    "no-resource-ids-nor-tags": "list",
    "no-resource-ids": "tag untag",
    "no-tags": "tag",
    "bad-resource-id": "list tag untag",
    "duplicate-resource-id": "tag untag",
    "value-without-key": "list tag",
    "duplicate-key": "list tag untag",
    "bad-key": "list tag untag",
    "bad-value": "list tag",
    "keys-and-all": "untag",
    "neither-keys-nor-all": "untag",
    "bad-page-size": "list",
    "bad-next-token": "list",
    "too-many-tags-on-resource": "tag",
    "resource-not-found": "tag untag",
}
# A product that documents it for one operation only does not have it in the others.
ONLY_WHERE_DOCUMENTED = {"duplicate-resource-id", "keys-and-all", "neither-keys-nor-all"}


def table(path):
    """The rows of a TSV file as dictionaries; lines that start with # are comments."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class Errors:
    """The documented errors of every product version and what each stands for."""

    def __init__(self):
        self.codes = [(row["situation"], row["code"]) for row in table(HERE / "decisions/codes.tsv")]
        self.own, self.rows, self.ignored = {}, {}, {}
        for row in table(HERE / "decisions/own.tsv"):
            self.own.setdefault(row["product"], []).append(row)
        for row in table(HERE / "decisions/ignored.tsv"):
            self.ignored.setdefault(row["product"], set()).add(row["code"])
        for row in table(HERE / "facts/errors.tsv"):
            self.rows.setdefault(f"{row['product']}-{row['version']}", []).append(row)

    def candidates(self, key):
        """(situation, type, row of the table, code, message) in the order in which they win."""
        rows = self.rows.get(key, [])
        for own in self.own.get(key, []):
            found = [row for row in rows if row["code"] == own["table-code"]]
            if not found:
                raise ValueError(f"{key}: own.tsv names {own['table-code']}, which its table does not have")
            for row in found:
                kinds = [k for k in row["operations"].split() if not own["operations"] or k in own["operations"].split()]
                code = row["code"] if own["code"] == "=" else own["code"]
                message = row["message"] if own["message"] == "=" else own["message"]
                yield own["situation"], own["type"], row, kinds, code, message
        for situation, code in self.codes:
            for row in rows:
                if row["code"] == code:
                    yield situation, "", row, row["operations"].split(), code, row["message"]

    def of(self, key):
        """The errors by situation, the product's error for a missing region, and the codes left over."""
        chosen, used = {}, set()
        for situation, of_type, row, kinds, code, message in self.candidates(key):
            error = {"code": code, "status": int(row["status"]), "message": message}
            if (code, message) != (row["code"], row["message"]):
                error["note"] = "%s of the table is filled in"
            slot = chosen.setdefault((situation, of_type), {})
            relevant = SITUATIONS.get(situation, "list tag untag").split()
            for kind in kinds:
                if kind in relevant and kind not in slot:
                    slot[kind] = error
                    used.add((row["code"], row["status"], row["message"]))
            if "spare" not in slot:
                slot["spare"] = error
                if not any(kind in slot for kind in relevant):
                    used.add((row["code"], row["status"], row["message"]))
        region = chosen.pop(("region-missing", ""), {}).get("spare")
        left = [row for row in self.rows.get(key, []) if not self.is_used(row, used) and not self.is_ignored(key, row)]
        others = [{"code": r["code"], "status": int(r["status"]), "message": r["message"]} for r in left]
        return by_situation(chosen), region, distinct(others)

    def is_used(self, row, used):
        return (row["code"], row["status"], row["message"]) in used

    def is_ignored(self, key, row):
        return row["code"] in self.ignored.get(key, ()) or "" in self.ignored.get(key, ())


def distinct(errors):
    """Each code once; the first status and message win."""
    seen, result = set(), []
    for error in errors:
        if error["code"] not in seen:
            seen.add(error["code"])
            result.append(error)
    return result


def by_operation(situation, slot):
    """One error, or one for each operation; what the table does not say for an operation is taken from another, as chosen."""
    kinds = SITUATIONS[situation].split()
    documented = {kind: slot[kind] for kind in kinds if kind in slot}
    missing = [kind for kind in kinds if kind not in slot]
    different = {str(error) for error in documented.values()}
    if not documented:
        return slot["spare"] | {"standing": "chosen"}
    first = next(iter(documented.values()))
    if missing and situation in ONLY_WHERE_DOCUMENTED:
        return documented
    if len(different) > 1:
        return documented | ({"other": first | {"standing": "chosen"}} if missing else {})
    if not missing:
        return first
    elsewhere = first | {"standing": "chosen"}
    if len(missing) < len(documented):
        return {kind: elsewhere for kind in missing} | {"other": first}
    return documented | {"other": elsewhere}


def by_situation(chosen):
    result = {}
    for situation in SITUATIONS:
        slots = {of_type: slot for (name, of_type), slot in chosen.items() if name == situation}
        if not slots:
            continue
        plain = by_operation(situation, slots[""]) if "" in slots else None
        types = {t: next(iter(slot.values())) for t, slot in slots.items() if t}
        if types:
            result[situation] = {"by-type": types} | ({"other": one(plain)} if plain else {})
        else:
            result[situation] = plain
    return result


def one(error):
    """The error for all operations together."""
    return error if "code" in error else next(iter(error.values()))
