"""Prints the mutation score of modules, and the mutants that no test found, from PIT's reports."""

import collections
import pathlib
import re
import sys
import xml.etree.ElementTree

FOUND = {"KILLED", "TIMED_OUT", "MEMORY_ERROR", "NON_VIABLE", "RUN_ERROR"}


def minimum(module):
    pom = pathlib.Path(module, "pom.xml").read_text(encoding="utf-8")
    return int(re.search(r"<mutation.score.minimum>(\d+)<", pom).group(1))


def main(modules):
    parts, left = collections.defaultdict(lambda: [0, 0]), []
    for module in modules:
        report = pathlib.Path(module, "target/pit-reports/mutations.xml")
        if not report.is_file():
            sys.exit(f"{module}: no report, see target/mutation.log")
        found = every = 0
        for mutant in xml.etree.ElementTree.parse(report).getroot():
            name = mutant.find("mutatedClass").text.removeprefix("io.tagginggateway.")
            part = parts[name.split(".")[1]]
            is_found = mutant.get("status") in FOUND
            part[0] += is_found
            part[1] += 1
            found, every = found + is_found, every + 1
            if not is_found:
                where = f"{name}.{mutant.find('mutatedMethod').text}:{mutant.find('lineNumber').text}"
                left.append(f"{mutant.get('status').lower()} {where} {mutant.find('description').text}")
        print(f"{module}: {found} of {every} mutants found, {100 * found // every} %; at least {minimum(module)}")
    pathlib.Path("target/mutants").write_text("\n".join(left) + "\n", encoding="utf-8")
    for part, (found, every) in sorted(parts.items()):
        print(f"  {part}: {found} of {every}, {100 * found // every} %")
    found, every = (sum(counts) for counts in zip(*parts.values()))
    print(f"all: {found} of {every}, {100 * found // every} %; those that no test found are in target/mutants")


main(sys.argv[1].split(","))
