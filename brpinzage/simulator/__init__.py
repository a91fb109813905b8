"""The BRP Personen API v2.7 over a JSON file of persons in the shape of LO GBA: for development, the demo and tests.

`server.toepassing(bron)` is the WSGI application, `manage.py brp_simulator` runs it on loopback. It follows the official
specification as docs/adr/0020-brp-client.md says; custody (`gezag`) is not delivered.
"""
