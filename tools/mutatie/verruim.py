"""What else must open before a wider row can be noticed, and who there is to widen it to."""

from dataclasses import replace

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK, Beleid, Bevoegdheid, Gegevensset, Kant, Overgang


def geef_handeling(beleid: Beleid, kant: Kant, verb: str) -> Beleid:
    """`kant` may perform the verb, in every step where others may."""
    overgangen = tuple(
        replace(o, door=(*o.door, kant)) if o.handeling == verb and not _past(o.door, kant) else o
        for o in beleid.overgangen
    )
    return geef_bevoegdheid(beleid, kant, verb).anders(overgangen=overgangen)


def geef_bevoegdheid(beleid: Beleid, kant: Kant, verb: str) -> Beleid:
    if mag(beleid, kant, verb):
        return beleid
    eis = next((rij.eis for rij in beleid.bevoegdheden if verb in rij.handelingen), "")
    erbij = Bevoegdheid(kant.functie, kant.soort, (verb,), eis)
    return beleid.anders(bevoegdheden=(*beleid.bevoegdheden, erbij))


def geef_stap(beleid: Beleid, verb: str, stap: str) -> Beleid:
    """A verb that is a transition is one from `stap` too."""
    eigen = [o for o in beleid.overgangen if o.handeling == verb]
    if not eigen or any(o.van == stap for o in eigen):
        return beleid
    erbij: Overgang = replace(eigen[0], van=stap)
    return beleid.anders(overgangen=(*beleid.overgangen, erbij))


def mag(beleid: Beleid, kant: Kant, verb: str) -> bool:
    return any(
        verb in rij.handelingen and kant.past(Kant(rij.soort, rij.functie)) for rij in beleid.bevoegdheden
    )


def levert(beleid: Beleid, gegevensset: Gegevensset, kant: Kant) -> bool:
    """A party of this soort can rely on a ground of the set; otherwise the ground refuses it anyway."""
    return not gegevensset.grondslagen or any(
        not soorten or kant.soort in soorten
        for soorten in (beleid.grondslag(naam).soorten for naam in gegevensset.grondslagen)
    )


def alle_kanten(beleid: Beleid) -> tuple[Kant, ...]:
    """Every functie and every external end, each once, in the order of the policy."""
    kanten = [Kant(f.soort, f.naam) for f in beleid.functies]
    kanten += [Kant(b.soort, b.functie) for b in beleid.bevoegdheden]
    kanten += [Kant(k.soort, k.functie) for s in beleid.gegevenssets for k in s.van + s.aan]
    return tuple(dict.fromkeys(kanten))


def andere_kanten(beleid: Beleid, behalve: tuple[Kant, ...]) -> tuple[Kant, ...]:
    """Whom to widen to: a colleague (the same soort as one of `behalve`) and a stranger, where there are any."""
    soorten = {kant.soort for kant in behalve}
    anderen = [kant for kant in alle_kanten(beleid) if not _past(behalve, kant)]
    collega = [kant for kant in anderen if kant.soort in soorten]
    vreemde = [kant for kant in anderen if kant.soort not in soorten]
    return (*collega[:1], *vreemde[:1])


def _past(kanten: tuple[Kant, ...], wie: Kant) -> bool:
    return any(kant.past(wie) for kant in kanten)


def stappen(beleid: Beleid) -> tuple[str, ...]:
    return (*beleid.stappen, ZONDER_ZAAK, BEGIN)
