"""The clocks of the five convenanten at their awkward moments."""

import pytest

from convenant.beleid.kalender import vervalt_op
from convenant.beleid.register import register

from .klok import lokaal

# (clause, convenant, event, moment it runs out)
VAN_HET_CONVENANT = [
    ("HEE-9.1", "heemstede", "2027-03-01 00:00", "2028-03-01 00:00"),  # a term that ends on 29 February
    ("HEE-9.4", "heemstede", "2026-12-31 23:59", "2027-03-01 00:00"),
    ("HAA-2.1.c", "haarlem", "2026-05-19 10:00", "2026-05-06 00:00"),
    (
        "HAA-3.5",
        "haarlem",
        "2026-04-28 16:00",
        "2026-05-07 00:00",
    ),  # received the day after King's Day; 5 May
    ("HAA-3.1", "haarlem", "2026-01-31 10:00", "2026-03-01 00:00"),
    ("HAA-6.2", "haarlem", "2026-12-11 10:00", "2026-12-26 00:00"),
    ("HAA-7.3", "haarlem", "2028-02-29 10:00", "2031-03-01 00:00"),
    ("HAA-PR9.1", "haarlem", "2026-10-24 12:00", "2026-10-25 11:00"),
    ("ZOE-10.8", "zoeklicht", "2026-03-28 12:00", "2026-03-29 13:00"),
    ("ZOE-B1.A3.3", "zoeklicht", "2026-12-31 10:00", "2027-03-01 00:00"),
    ("ZOE-13.1", "zoeklicht", "2024-03-01 00:00", "2028-03-01 00:00"),
    ("MAA-14.2", "maassluis", "2026-03-06 10:00", "2026-04-04 00:00"),
    ("MAA-23", "maassluis", "2028-01-31 10:00", "2028-03-01 00:00"),
    ("KRI-9.5", "krimpen", "2028-02-29 10:00", "2033-03-01 00:00"),
    ("KRI-9.9.a", "krimpen", "2026-04-01 10:00", "2026-04-11 00:00"),  # Easter
    ("KRI-16.3", "krimpen", "2026-11-30 10:00", "2027-03-01 00:00"),
]


@pytest.mark.parametrize(
    ("eis", "code", "na", "tot"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[0]), id=rij[0]) for rij in VAN_HET_CONVENANT],
)
def test_a_clock_of_a_convenant(eis, code, na, tot):
    (termijn,) = [rij for rij in register.geef(code).termijnen if rij.eis == eis]
    assert vervalt_op(termijn, lokaal(na)) == lokaal(tot)
