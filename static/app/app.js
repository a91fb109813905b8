// For every page; each works without it. What finds addresses stands in adres.js.
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  var summary = document.querySelector("[data-focus-on-load]");
  if (summary) { summary.focus(); }
  document.querySelectorAll("[data-print]").forEach(function (knop) {
    knop.addEventListener("click", function () { window.print(); });
  });
  document.querySelectorAll("[data-kopieer]").forEach(function (knop) {
    knop.addEventListener("click", function () {
      var veld = document.getElementById(knop.dataset.kopieer);
      veld.select();
      navigator.clipboard.writeText(veld.value).then(function () { knop.lastElementChild.textContent = "Gekopieerd"; });
    });
  });
})();
