"""A product version by its facts."""

OPERATIONS = ("list", "tag", "untag")
# Their clients stop only at a missing NextToken; an empty one makes them ask for ever.
LOOP_ON_EMPTY = {"ResourceManager", "ResourceDirectoryMaster", "ARMS", "Yundun-bastionhost", "Yundun-dbaudit"}


class Version:
    """The facts of one product version."""

    def __init__(self, facts):
        self.facts = facts
        self.code, self.key = facts["product"], f"{facts['product']}-{facts['version']}"
        self.roa = facts["style"] == "roa"
        self.operations = facts["operations"]

    def parameter(self, kind, role):
        """(name, place, encoding, shape, whether required) of a role in one operation, or None."""
        for name, its_role, place, encoding, shape, required in self.operations[kind]["parameters"]:
            if its_role == role:
                return name, place, encoding, shape, required == "required"
        return None

    def first(self, role):
        """The same in the first operation that has it."""
        found = (self.parameter(kind, role) for kind in OPERATIONS if kind in self.operations)
        return next((parameter for parameter in found if parameter), None)
