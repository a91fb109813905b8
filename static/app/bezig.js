// Somebody who types is at work: the server hears it once a minute at most. Before the end of a sign-in a word of warning.
(function () {
  "use strict";
  var MINUUT = 60000;
  var blok = document.querySelector("[data-bezig]");
  if (!blok) { return; }
  var stil = Number(blok.dataset.stil) * 1000;
  var einde = Date.now() + Number(blok.dataset.rest) * 1000;
  var gezien = Date.now();
  var gemeld = gezien;
  // A form that came back with an error holds what was typed too.
  var getypt = document.querySelector("[data-focus-on-load]") !== null;
  // What is done in one tab counts for the others.
  var tabs = "BroadcastChannel" in window ? new BroadcastChannel("bezig") : null;
  if (tabs) { tabs.onmessage = function (bericht) { gezien = Math.max(gezien, bericht.data); }; }

  function toon(naam) {
    blok.querySelectorAll("[data-toon]").forEach(function (deel) {
      var aan = deel.dataset.toon === naam;
      if (deel.hidden === aan) { deel.hidden = !aan; }
    });
  }

  function weg() {
    // The server writes once a minute, so it may have seen the last act a minute earlier than it was.
    var tot = gezien + stil - MINUUT;
    var over = Math.min(tot, einde) - Date.now();
    if (over <= 0) {
      // What stands on the screen goes; what somebody typed stays, to be sent.
      if (getypt) { toon("voorbij"); } else { window.location.assign(window.location.href); }
      return;
    }
    toon(over > 2 * MINUUT ? "" : einde < tot ? "einde" : "stil");
  }

  function meld() {
    gemeld = Date.now();
    fetch(blok.dataset.bezig, {
      method: "POST",
      headers: { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value }
    }).then(function (antwoord) {
      if (antwoord.status !== 204) { gezien = -Infinity; weg(); return; }
      gezien = Date.now();
      if (tabs) { tabs.postMessage(gezien); }
      weg();
    }, function () { gemeld -= MINUUT; });
  }

  if (tabs) { tabs.postMessage(gezien); }
  document.addEventListener("input", function () { getypt = true; if (Date.now() - gemeld >= MINUUT) { meld(); } });
  blok.querySelector("[data-blijf]").addEventListener("click", meld);
  window.setInterval(weg, 1000);
})();
