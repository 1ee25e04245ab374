"""What lanes.py promises, with short stand-ins for steps."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

LANES = pathlib.Path(__file__).with_name("lanes.py")


def alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class LanesTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.work = pathlib.Path(temporary.name)

    def lanes(self, plan, **environment):
        return subprocess.Popen(
            [sys.executable, LANES, self.work / "logs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, cwd=self.work, env={**os.environ, **environment},
        ), "\n".join(plan)

    def run_to_end(self, *plan, **environment):
        process, text = self.lanes(plan, **environment)
        output, _ = process.communicate(text, timeout=60)
        return process.returncode, output

    def pid(self, name):
        end = time.monotonic() + 20
        file = self.work / name
        while not (file.exists() and file.read_text().strip()):
            self.assertLess(time.monotonic(), end, f"no {name}")
            time.sleep(0.02)
        return int(file.read_text())

    def test_lanes_meet_and_the_steps_of_one_follow_each_other(self):
        meet = "for i in $(seq 400); do [ -e {} ] && exit; sleep 0.05; done; exit 1"
        code, output = self.run_to_end(
            "# two that only pass together", "",
            "a one touch one; " + meet.format("two"),
            "b two touch two; " + meet.format("one"),
            "a last [ -e one ]; echo the end of it",
            "---",
            "a after [ -e two ]; echo shown as it runs",
        )
        self.assertEqual(code, 0, output)
        self.assertIn("last passed", output)
        self.assertIn("the end of it", output)
        self.assertIn("\nshown as it runs\n", output)
        ended = [line.split()[-1] for line in output.splitlines()[-5:]]
        self.assertEqual(sorted(ended[:3]), ["last", "one", "two"])
        self.assertLess(ended.index("one"), ended.index("last"))
        self.assertEqual(ended[3:], ["after", "all"])
        self.assertEqual((self.work / "logs/after.log").read_text(), "shown as it runs\n")

    def test_a_failure_is_shown_and_ends_everything_at_once(self):
        code, output = self.run_to_end(
            "a bad for i in $(seq 400); do [ -s lost ] && [ -s deaf ] && break; sleep 0.05; done; echo what was wrong; exit 3",
            "b long sh -c 'setsid sleep 300 & echo $! >lost'; trap '' TERM; echo $$ >deaf; while :; do sleep 1; done",
            "a never touch never",
            "---",
            "a later touch never",
        )
        self.assertEqual(code, 1, output)
        self.assertRegex(output, r"what was wrong\n+==> bad FAILED: ended with 3")
        self.assertNotIn("long FAILED", output)
        self.assertFalse((self.work / "never").exists())
        for name in ("lost", "deaf"):
            self.assertFalse(alive(self.pid(name)), name)

    def test_a_long_output_is_cut_and_its_end_is_shown(self):
        code, output = self.run_to_end("a bad seq 1000000; exit 1", "b other true")
        self.assertEqual(code, 1)
        self.assertIn("\n1000000\n", output)
        self.assertLess(len(output), 100_000)

    def test_a_step_has_its_limit(self):
        code, output = self.run_to_end("a slow sleep 300", STEP_LIMIT="1")
        self.assertEqual(code, 1)
        self.assertRegex(output, "slow FAILED: had to be ended")

    def test_what_runs_ends_with_it(self):
        process, text = self.lanes(["a long echo $$ >pid; sleep 300", "b other sleep 300"])
        process.stdin.write(text)
        process.stdin.close()
        pid = self.pid("pid")
        process.send_signal(signal.SIGTERM)
        self.assertNotEqual(process.wait(30), 0)
        self.assertFalse(alive(pid))
        process.stdout.close()


if __name__ == "__main__":
    unittest.main()
