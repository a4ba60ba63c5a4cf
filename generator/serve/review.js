// The review bar: what is held of the shown page, in its place, with accept and
// reject. It comes from an address that wants the server's token, so that the
// page's own bytes never have it. All of it is shown as text.

export function start({ token, at, box, element }) {
  let drawn = [];
  const headers = { "X-Profilegen-Token": token };

  async function refresh() {
    const query = new URLSearchParams({ path: location.pathname });
    const answer = await fetch(at("held") + "?" + query, { headers });
    if (!answer.ok) return;
    draw(await answer.json());
  }

  function draw({ facts, total }) {
    for (const host of drawn) host.remove();
    drawn = [];
    if (total === 0) return;
    const unplaced = [];
    for (const fact of facts) {
      const beside = byFact(fact.after) || byFact(fact.before);
      const host = card(fact);
      if (!beside) { unplaced.push(host); continue; }
      const seat = beside.localName === "li" ? wrap(element("li"), host) : host;
      if (byFact(fact.after)) beside.after(seat); else beside.before(seat);
      drawn.push(seat);
    }
    const bar = element("details", { class: "bar" },
      element("summary", {}, "held for review: " + facts.length + " here, " + total + " in all"), ...unplaced);
    if (unplaced.length === 0 && facts.length > 0) bar.append(element("p", {}, "They stand marked in their places above."));
    const host = box(element("div"), bar);
    document.body.append(host);
    drawn.push(host);
  }

  const byFact = (id) => (id ? document.querySelector(`main [data-fact="${CSS.escape(id)}"]`) : null);
  const wrap = (seat, host) => { seat.append(host); return seat; };

  function card(fact) {
    const reason = element("input", { type: "text", placeholder: "reason, for the record", "aria-label": "reason" });
    const said = element("p", { class: "said", role: "status" });
    const decide = (decision, label) => {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => send(fact, decision, reason.value, said));
      return button;
    };
    const line = (kind, text) => (text ? element("p", { class: kind, dir: "auto" }, text) : "");
    const inside = element("section", { class: "held", "aria-label": "held for review" },
      element("p", { class: "mark" }, "held: " + (fact.why || []).join(", ")),
      line("what", [fact.what, fact.when, fact.status].filter(Boolean).join(" · ")),
      ...(fact.words || []).map((w) => element("blockquote", { dir: "auto" }, w)),
      ...(fact.was || []).map((w) => line("was", "accepted before as: " + w)),
      ...(fact.voices || []).map((v) => line("voice", v)),
      ...(fact.sources || []).map((s) => line("source", s)),
      element("p", { class: "acts" }, reason, decide("accepted", "Accept"), decide("rejected", "Reject")), said);
    return box(element("div"), inside);
  }

  async function send(fact, decision, reason, said) {
    said.textContent = "…";
    const answer = await fetch(at("decide"), {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ id: fact.id, decision, words: fact.words || [], reason }),
    });
    const type = answer.headers.get("Content-Type") || "";
    said.textContent = type.startsWith("application/json") ? (await answer.json()).text : await answer.text();
  }

  refresh();
  return { refresh };
}
