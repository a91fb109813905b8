class Afgekeurd(ValueError):
    """This file is not taken. The message is one Dutch sentence or two: why, and what now."""
