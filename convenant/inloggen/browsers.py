"""What a browser calls itself, in words that its owner knows it by."""

# The first that fits: most browsers name their predecessors too.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMEN = (
    ("Android", "Android"),
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "een Mac"),
    ("Linux", "Linux"),
)


def naam(user_agent: str) -> str:
    """For example "Firefox op Windows"; a guess to recognise it by, nothing to decide on."""
    browser = next((woord for deel, woord in BROWSERS if deel in user_agent), "Een onbekende browser")
    systeem = next((f" op {woord}" for deel, woord in SYSTEMEN if deel in user_agent), "")
    return browser + systeem
