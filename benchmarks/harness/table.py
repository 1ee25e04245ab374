"""Figures as people read them."""

from harness.goals import GOALS, LEAST


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def verdict(measured):
    """Met or missed; told, where there is no goal."""
    goal = GOALS[measured["row"]]
    if goal.goal is None:
        return "told"
    met = measured["median"] >= goal.goal if goal.sign == "≥" else measured["median"] <= goal.goal
    return "met" if met else "missed"


def wanted(goal):
    return "–" if goal.goal is None else f"{goal.sign} {number(goal.goal)}"


def figure(measured):
    return "{} ({}–{})".format(*(number(measured[key]) for key in ("median", "min", "max")))


def line(measured):
    goal = GOALS[measured["row"]]
    return f"{goal.figure}: {figure(measured)}, goal {wanted(goal)}: {verdict(measured)}"


def counts(measured):
    """Whether a row of a results file is of a run long and large enough."""
    settings = measured["run"]["settings"]
    least = LEAST[GOALS[measured["row"]].result]
    return all(settings.get(name, 0) >= value for name, value in least.items())
