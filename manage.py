#!/usr/bin/env python
"""Django's command line, with the settings of production unless DJANGO_SETTINGS_MODULE says otherwise."""

import os
import sys

# Commands that change tables, or what a group may, work as the owner; everything else as the role that may not.
AS_OWNER = {"migrate", "groepen"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convenant.settings.productie")
    if AS_OWNER.intersection(sys.argv[1:2]):
        os.environ["ALS_EIGENAAR"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
