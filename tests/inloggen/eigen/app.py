"""The app on somebody's telephone, written after RFC 6238: it knows nothing of how the server makes its codes."""

import base64
import hashlib
import hmac
import re
import struct
import time

from allauth.mfa.models import Authenticator
from django.conf import settings

from convenant.partijen.models import Account


class App:
    """One account's codes. A code is good once, so whoever needs more of them takes `herstelcode`."""

    def __init__(self, account: Account):
        self.account, self.geheim = account, ""
        # Half a minute, unless a test cannot wait that long for the next code.
        self.stap: int = getattr(settings, "MFA_TOTP_PERIOD", 30)

    def scan(self, html: str) -> str:
        """Take over the secret of the page, and give the first code."""
        gevonden = re.search(r'id="sleutel">([A-Z2-7]{32})<', html)
        assert gevonden, "the page shows no secret"
        self.geheim = gevonden[1]
        return self.code()

    def code(self) -> str:
        """The code of now; near the end of its time, the next one."""
        if (rest := self._rest()) < min(3, self.stap / 2):
            time.sleep(rest)
        teller = struct.pack(">Q", int(time.time()) // self.stap)
        som = hmac.new(base64.b32decode(self.geheim), teller, hashlib.sha1).digest()
        getal = struct.unpack_from(">I", som, som[-1] & 15)[0] & 0x7FFFFFFF
        return f"{getal % 1_000_000:06}"

    def volgende(self) -> str:
        """A code that was not shown before: wait for it."""
        time.sleep(self._rest() + 0.1)
        return self.code()

    def _rest(self) -> float:
        """How many seconds the code of now is still good."""
        return self.stap - time.time() % self.stap

    def herstelcode(self) -> str:
        """The first of the recovery codes that is still good, as if read from paper."""
        codes = Authenticator.objects.get(user=self.account, type=Authenticator.Type.RECOVERY_CODES)
        code: str = codes.wrap().get_unused_codes()[0]
        return code
