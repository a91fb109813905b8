"""Of who may not see a case's steps: the own act shows the step it brought the case to only while the move stays with the own
party, or the case is done. Where the next move is another's, "with whom" stands there at once, or the first act of that other
would show by changing it (HAA-PR5.3.corporatie). And what moves nothing changes nothing."""

from .sql_kader import BEWEEG

_WAS = "case when s.ziet then naar when not s.eigen then buiten when verzet then naar else s.was end"
_WORDT = """case when s.ziet then naar when not verzet then s.was
        when s.eigen and (is_einde or split_part(s.kant, '/', 1) in (select split_part(k, '/', 1) from unnest(kanten) k))
          then naar else buiten end"""
assert _WAS in BEWEEG
BEWEEG_EIGEN = BEWEEG.replace(_WAS, _WORDT)
