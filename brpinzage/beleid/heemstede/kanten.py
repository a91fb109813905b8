"""Who takes part in Heemstede (HEE-PAR, HEE-5.4 to 5.6)."""

from convenant.beleid.taal import Kant

CONTACTPERSOON = Kant("corporatie", "contactpersoon")
BEHEERDER = Kant("corporatie", "beheerder")
BURGERZAKEN = Kant("gemeente", "burgerzaken")
AUTORISATIEBEHEERDER = Kant("gemeente", "autorisatiebeheerder")
TOEZICHTHOUDER = Kant("gemeente", "toezichthouder")
CONVENANTBEHEERDER = Kant("gemeente", "convenantbeheerder")
KLOK = Kant("systeem", "klok")
