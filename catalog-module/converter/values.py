"""Facts with their standing, as product files write them."""


def fact(value, standing, source=None, note=None):
    result = {"value": value, "standing": standing}
    if source:
        result["source"] = source
    if note:
        result["note"] = note
    return result


def chosen(value, note=None):
    return fact(value, "chosen", note=note)
