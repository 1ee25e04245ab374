"""Figures as people read them."""

from harness.goals import GOALS, LEAST


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def met(measured):
    goal = GOALS[measured["row"]]
    return measured["median"] >= goal.goal if goal.sign == "≥" else measured["median"] <= goal.goal


def figure(measured):
    return "{} ({}–{})".format(*(number(measured[key]) for key in ("median", "min", "max")))


def line(measured):
    goal = GOALS[measured["row"]]
    verdict = "met" if met(measured) else "missed"
    return f"{goal.figure}: {figure(measured)}, goal {goal.sign} {number(goal.goal)}: {verdict}"


def counts(measured):
    """Whether a row of a results file is of a run long and large enough."""
    settings = measured["run"]["settings"]
    least = LEAST[GOALS[measured["row"]].result]
    return all(settings.get(name, 0) >= value for name, value in least.items())
