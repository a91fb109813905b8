"""The app on somebody's telephone, written after RFC 6238: it knows nothing of how the server makes its codes."""

import base64
import hashlib
import hmac
import re
import struct
import time

from allauth.mfa.models import Authenticator

from convenant.partijen.models import Account

STAP = 30


class App:
    """One account's codes. A code is good once, so whoever needs more of them takes `herstelcode`."""

    def __init__(self, account: Account):
        self.account, self.geheim = account, ""

    def scan(self, html: str) -> str:
        """Take over the secret of the page, and give the first code."""
        gevonden = re.search(r'id="sleutel">([A-Z2-7]{32})<', html)
        assert gevonden, "the page shows no secret"
        self.geheim = gevonden[1]
        return self.code()

    def code(self) -> str:
        """The code of now; near the end of its half minute, the next one."""
        if STAP - time.time() % STAP < 3:
            time.sleep(3)
        teller = struct.pack(">Q", int(time.time()) // STAP)
        som = hmac.new(base64.b32decode(self.geheim), teller, hashlib.sha1).digest()
        getal = struct.unpack_from(">I", som, som[-1] & 15)[0] & 0x7FFFFFFF
        return f"{getal % 1_000_000:06}"

    def volgende(self) -> str:
        """A code that was not shown before: wait for it."""
        time.sleep(STAP - time.time() % STAP + 0.1)
        return self.code()

    def herstelcode(self) -> str:
        """The first of the recovery codes that is still good, as if read from paper."""
        codes = Authenticator.objects.get(user=self.account, type=Authenticator.Type.RECOVERY_CODES)
        code: str = codes.wrap().get_unused_codes()[0]
        return code
