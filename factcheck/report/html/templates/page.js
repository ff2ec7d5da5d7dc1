"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card[data-verdict]")].map((element) => ({
    element,
    verdict: element.dataset.verdict,
    kind: element.dataset.kind,
    rule: element.dataset.rule,
    sources: element.dataset.sources.split(" "),
    settled: element.classList.contains("settled"),
  }));

  function filter() {
    const chosen = new FormData(form);
    const verdicts = chosen.getAll("verdict");
    const settled = !form.elements.settled || chosen.has("settled");
    const is = (name, value) => !chosen.get(name) || chosen.get(name) === value;
    const names = (card, name) => !chosen.get(name) || card.sources.includes(chosen.get(name));
    let shown = 0;
    for (const card of cards) {
      const fits = verdicts.includes(card.verdict) && is("kind", card.kind) && is("rule", card.rule)
        && names(card, "source") && names(card, "other") && (settled || !card.settled);
      card.element.hidden = !fits;
      shown += fits;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = group.querySelector(".card") !== null && group.querySelector(".card:not([hidden])") === null;
    }
    form.querySelector("output").value = `${shown} of ${cards.length} findings shown`;
  }

  // A link leads to its target even if that is filtered out or folded.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const own = target.querySelector(":scope > details");
    if (own) own.open = true;
    target.scrollIntoView();
  }

  function choosePair(event) {
    const pair = event.target.closest("[data-pair]");
    if (!pair) return;
    form.reset();
    [form.elements.source.value, form.elements.other.value] = pair.dataset.pair.split(" ");
    filter();
  }

  function offerToCopy() {
    for (const command of document.querySelectorAll(".command code")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "copy";
      button.setAttribute("aria-label", `copy ${command.textContent}`);
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(command.textContent);
        button.textContent = "copied";
      });
      command.after(" ", button);
    }
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    document.addEventListener("click", choosePair);
    filter();
    if (navigator.clipboard) offerToCopy();
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll(".card > details").forEach((fold) => { fold.open = true; }));
  reveal();
})();
