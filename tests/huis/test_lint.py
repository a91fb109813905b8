"""The bans that keep one clock and one road to a row really ban."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "code",
    [
        "from django.utils import timezone\n\ntimezone.now()\n",
        "import datetime\n\ndatetime.datetime.now(datetime.UTC)\n",
        "from datetime import date\n\ndate.today()\n",
        "from guardian.shortcuts import get_objects_for_user\n\nget_objects_for_user(1, 2)\n",
        "from django.forms import ModelForm\n\n\nclass Form(ModelForm): ...\n",
    ],
)
def test_a_banned_name_is_found(code):
    ruff = [sys.executable, "-m", "ruff", "check", "--stdin-filename", "brpinzage/views.py", "-"]
    result = subprocess.run(ruff, input=code, capture_output=True, text=True)
    assert result.returncode == 1
    assert "TID251" in result.stdout
