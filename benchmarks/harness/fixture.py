"""Files of sample resources, made when they are first asked for."""

import subprocess

from harness.paths import BENCHMARKS_JAR, TARGET


def fixture(resources, never_meet=False):
    """A file of so many resources of ten tags each, or of tags of which two never meet."""
    file = TARGET / f"fixture-{'never-' if never_meet else ''}{resources}.json"
    if not file.is_file():
        main_class = "io.tagginggateway.benchmarks.run.FixtureFile"
        part = file.with_suffix(".part")
        command = ["java", "-cp", str(BENCHMARKS_JAR), main_class, str(resources), str(part), *(["never"] if never_meet else [])]
        subprocess.run(command, check=True)
        part.rename(file)
    return file
