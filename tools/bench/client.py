"""A browser as far as a measurement needs one: signs in, keeps its cookies, sends forms and files."""

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import uuid4

PASSWORD = "een-wachtwoord-van-niemand"
CSRF, SESSION = "__Host-csrf", "__Host-sessie"
# As the proxy in front of the server would add them: production answers over https only.
HEADERS = {
    "Host": "localhost",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "127.0.0.1",
    "Referer": "https://localhost/",
    "Accept-Encoding": "identity",
}
TIMING = re.compile(r"(\w+);dur=([0-9.]+)")


@dataclass(frozen=True)
class Answer:
    """One answer: times in milliseconds, measured here (`client`) and by the server (`app`, `db`)."""

    status: int
    body: str
    location: str
    client: float
    app: float
    db: float
    queries: int


class Client:
    """One signed-in person."""

    def __init__(self, port: int, email: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        self.cookies: dict[str, str] = {}
        self.get("/account/login/")
        answer = self.post("/account/login/", {"login": email, "password": PASSWORD})
        if answer.status != 302:
            raise RuntimeError(f"Inloggen mislukte ({answer.status}).")

    def get(self, path: str) -> Answer:
        return self._send("GET", path, None, {})

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": self.cookies.get(CSRF, "")} | dict(fields)).encode()
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path: str, fields: Mapping[str, str], name: str, content: bytes) -> Answer:
        edge = uuid4().hex
        all_fields = {"csrfmiddlewaretoken": self.cookies.get(CSRF, "")} | dict(fields)
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in all_fields.items()
        ]
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="bestand"\r\n\r\n'.encode()
        )
        body = b"".join([*parts, head, content, f"\r\n--{edge}--\r\n".encode()])
        return self._send("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def _send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        begin = time.perf_counter()
        self._connection.request(method, path, body, HEADERS | {"Cookie": cookies} | dict(headers))
        response = self._connection.getresponse()
        content = response.read()
        # The server closes what is silent for two seconds, in the middle of the next request if need be.
        self._connection.close()
        passed = (time.perf_counter() - begin) * 1000
        for line in response.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        timing = {
            name: float(value) for name, value in TIMING.findall(response.getheader("Server-Timing", ""))
        }
        return Answer(
            response.status,
            content.decode(errors="replace"),
            response.getheader("Location", ""),
            passed,
            timing.get("app", 0.0),
            timing.get("db", 0.0),
            int(timing.get("q", 0)),
        )
