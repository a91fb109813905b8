// The work list from the keyboard (templates/web/sneltoetsen.html); everything works without it.
(function () {
  "use strict";
  var UIT = "sneltoetsen-uit";
  var uitleg = document.getElementById("sneltoetsen");
  var schakelaar = document.getElementById("sneltoetsen_aan");
  if (!uitleg) { return; }

  // A browser that keeps nothing has the keys on, as every browser at first.
  function bewaard() { try { return localStorage.getItem(UIT) === "ja"; } catch (fout) { return false; } }
  function bewaar(uit) { try { if (uit) { localStorage.setItem(UIT, "ja"); } else { localStorage.removeItem(UIT); } } catch (fout) { return; } }

  function regels() { return Array.from(document.querySelectorAll("[data-werklijst] tbody th a")); }
  function hier() { return regels().findIndex(function (link) { return link.closest("tr").contains(document.activeElement); }); }

  function ga(stap) {
    var alle = regels();
    if (!alle.length) { return; }
    alle[Math.max(0, Math.min(alle.length - 1, hier() + stap))].focus();
  }

  function kies() {
    var regel = regels()[hier()];
    var vinkje = regel && regel.closest("tr").querySelector("[name=zaak]");
    if (vinkje) { vinkje.checked = !vinkje.checked; }
  }

  var TOETSEN = {
    j: function () { ga(1); },
    k: function () { ga(-1); },
    x: kies,
    "/": function () { document.getElementById("id_tekst").focus(); },
    "?": function () { uitleg.showModal(); },
  };

  schakelaar.checked = !bewaard();
  schakelaar.addEventListener("change", function () { bewaar(!schakelaar.checked); });
  document.querySelector("[data-sneltoetsen]").addEventListener("click", function () { uitleg.showModal(); });

  document.addEventListener("keydown", function (toets) {
    if (toets.ctrlKey || toets.altKey || toets.metaKey || uitleg.open || toets.defaultPrevented) { return; }
    var stap = { ArrowDown: 1, ArrowUp: -1 }[toets.key];
    if (stap && document.activeElement === regels()[hier()]) {
      toets.preventDefault();
      ga(stap);
      return;
    }
    // Keys of one character are for typing first, and for whoever did not turn them off.
    if (toets.target.closest("input, select, textarea, [contenteditable]") || !schakelaar.checked) { return; }
    if (Object.hasOwn(TOETSEN, toets.key)) {
      toets.preventDefault();
      TOETSEN[toets.key]();
    }
  });

  var alles = document.querySelector("[data-kies-alles]");
  if (alles) {
    alles.addEventListener("change", function () {
      document.querySelectorAll("[name=zaak]").forEach(function (vinkje) { vinkje.checked = alles.checked; });
    });
  }
})();
