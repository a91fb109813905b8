// Finding an address while one types (templates/adressen/zoeker.html). Every form works without it.
(function () {
  "use strict";
  var WACHT = 250;
  var MINSTENS = 3;
  var VELDEN = ["postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "zegel"];
  var STORING = "Zoeken lukt nu niet. Vul het adres hieronder zelf in.";

  function zoeker(blok) {
    var invoer = blok.querySelector("[role=combobox]");
    var lijst = blok.querySelector("[role=listbox]");
    var melding = blok.querySelector("[aria-live]");
    var token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    var voorstellen = [];
    var actief = -1;
    var wachten, vraag;

    function veld(naam) { return document.getElementById(blok.dataset[naam]); }

    function wijs(nummer) {
      actief = nummer;
      Array.from(lijst.children).forEach(function (optie, index) {
        optie.setAttribute("aria-selected", String(index === actief));
      });
      if (actief < 0) { invoer.removeAttribute("aria-activedescendant"); return; }
      invoer.setAttribute("aria-activedescendant", lijst.children[actief].id);
      lijst.children[actief].scrollIntoView({ block: "nearest" });
    }

    function open(ja) {
      lijst.hidden = !ja;
      invoer.setAttribute("aria-expanded", String(ja));
      wijs(-1);
    }

    function kies(nummer) {
      var adres = voorstellen[nummer];
      VELDEN.forEach(function (naam) { veld(naam).value = adres[naam]; });
      invoer.value = adres.regel;
      open(false);
      melding.textContent = "Ingevuld: " + adres.regel + ".";
    }

    function toon(antwoord) {
      voorstellen = antwoord.voorstellen;
      lijst.replaceChildren.apply(lijst, voorstellen.map(function (adres, index) {
        var optie = document.createElement("li");
        optie.id = lijst.id + "_" + index;
        optie.setAttribute("role", "option");
        optie.textContent = adres.regel;  // text, whatever the register calls a street
        optie.addEventListener("click", function () { kies(index); });
        return optie;
      }));
      open(voorstellen.length > 0);
      melding.textContent = antwoord.melding;
    }

    function zoek() {
      vraag = new AbortController();
      fetch(blok.dataset.adreszoeker, {
        method: "POST",
        body: new URLSearchParams({ csrfmiddlewaretoken: token, tekst: invoer.value }),
        signal: vraag.signal,
      }).then(function (antwoord) {
        if (antwoord.redirected) { throw new Error("signed out"); }
        return antwoord.json();
      }).then(toon).catch(function (fout) {
        if (fout.name !== "AbortError") { toon({ voorstellen: [], melding: STORING }); }
      });
    }

    function vergeet() {
      clearTimeout(wachten);
      if (vraag) { vraag.abort(); }
    }

    invoer.addEventListener("input", function () {
      vergeet();
      if (invoer.value.trim().length < MINSTENS) { toon({ voorstellen: [], melding: "" }); return; }
      wachten = setTimeout(zoek, WACHT);
    });
    invoer.addEventListener("keydown", function (toets) {
      var stap = { ArrowDown: 1, ArrowUp: -1 }[toets.key];
      if (toets.key === "Enter") {
        toets.preventDefault();
        if (actief >= 0) { kies(actief); }
      } else if (toets.key === "Escape") {
        if (lijst.hidden) { invoer.value = ""; melding.textContent = ""; }
        vergeet();
        open(false);
      } else if (stap && voorstellen.length) {
        toets.preventDefault();
        if (lijst.hidden) { open(true); }
        var begin = actief < 0 && stap < 0 ? 0 : actief;
        wijs((begin + stap + voorstellen.length) % voorstellen.length);
      }
    });
    invoer.addEventListener("blur", function () { vergeet(); open(false); });
    lijst.addEventListener("mousedown", function (muis) { muis.preventDefault(); });
    VELDEN.slice(0, -1).forEach(function (naam) {
      veld(naam).addEventListener("input", function () { veld("zegel").value = ""; });
    });
    blok.hidden = false;
  }

  document.querySelectorAll("[data-adreszoeker]").forEach(zoeker);
})();
