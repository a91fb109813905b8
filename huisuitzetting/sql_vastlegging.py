"""The fence around the privacyreglement: each party records its own, and they read each other's."""

_EIGEN = """exists (select 1 from partijen_groep g
  where g.group_id = any(ctx_groepen()) and g.deelname_id = huisuitzetting_vastlegging.deelname_id)"""
LEEST_VASTLEGGING = "convenant_id = ctx_convenant() and ctx_mag(handeling)"
LEGT_VAST = f"convenant_id = ctx_convenant() and ctx_mag(handeling) and {_EIGEN}"
