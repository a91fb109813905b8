"""Who takes part in Heemstede (the parties, artikel 5)."""

from convenant.beleid.taal import Kant

CONTACTPERSOON = Kant("corporatie", "contactpersoon")
BEHEERDER = Kant("corporatie", "beheerder")
BURGERZAKEN = Kant("gemeente", "burgerzaken")
AUTORISATIEBEHEERDER = Kant("gemeente", "autorisatiebeheerder")
TOEZICHTHOUDER = Kant("gemeente", "toezichthouder")
CONVENANTBEHEERDER = Kant("gemeente", "convenantbeheerder")
KLOK = Kant("systeem", "klok")
BRP = Kant("bron", "brp")
