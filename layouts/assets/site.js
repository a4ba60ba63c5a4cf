// Search as one types, filters, and citing. Every page works without it.
"use strict";
(() => {
  const said = document.getElementById("say")?.dataset ?? {};
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  // --- words: what the index was cut by, computed in the same way ---

  let letters = new Map();
  const plain = (text) => {
    let out = "";
    for (const c of text.toLowerCase()) {
      if (c < "\x80") out += c;
      else out += letters.get(c) ?? c.normalize("NFD").replace(/\p{M}/gu, "");
    }
    return out;
  };
  const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter((w) => w.length > 0);
  const same = [["ph", "f"], ["kh", "k"], ["gh", "g"], ["th", "t"], ["dh", "d"], ["ck", "k"], ["q", "k"], ["c", "k"],
    ["w", "v"], ["z", "s"], ["x", "ks"], ["sh", "s"]];
  const skeleton = (word) => {
    for (const [a, b] of same) word = word.replaceAll(a, b);
    let out = "";
    for (let i = 0; i < word.length; i++) {
      const c = word[i], vowel = "aeiouyh".includes(c);
      if (i === 0 && vowel && c !== "h" && c !== "y") out += "a";
      else if (i > 0 && (vowel || out.endsWith(c))) continue;
      else out += c;
    }
    return out.slice(0, 6);
  };
  // like tells whether a word begins like another but for one letter put in,
  // left out, changed or swapped with the next.
  const like = (typed, word, least) => {
    if (typed.length < least) return false;
    let i = 0;
    while (i < typed.length && typed[i] === word[i]) i++;
    const t = typed.slice(i), w = word.slice(i);
    return w.startsWith(t.slice(1)) || w.slice(1).startsWith(t) || w.slice(1).startsWith(t.slice(1)) ||
      (t[0] === w[1] && t[1] === w[0] && w.slice(2).startsWith(t.slice(2)));
  };

  // --- the index, loaded file by file ---

  const loaded = new Map();
  const load = (root, name) => {
    const address = root + name + ".json";
    if (!loaded.has(address)) {
      loaded.set(address, fetch(address).then((r) => (r.ok ? r.json() : null)).catch(() => null));
    }
    return loaded.get(address);
  };
  const score = (typed, record) => {
    record.words ??= wordsOf(record[1] + " " + (record[4] ?? ""));
    let total = 0;
    for (const word of typed) {
      const sound = skeleton(word);
      let best = 9;
      for (const [i, w] of record.words.entries()) {
        if (w === word) best = Math.min(best, 0);
        else if (w.startsWith(word)) best = Math.min(best, i === 0 ? 0.5 : 1);
        else if (sound.length > 1 && word.length > 2 && skeleton(w).startsWith(sound)) best = Math.min(best, 2);
        else if (like(word, w, 4)) best = Math.min(best, 3);
      }
      if (best === 9) return -1;
      total += best;
    }
    return total + (record[0] === "a" ? 2 : 0);
  };
  const find = async (root, text) => {
    const index = await load(root, "index"), all = wordsOf(text);
    if (!index) return [];
    if (letters.size === 0 && Object.keys(index.letters).length) {
      letters = new Map(Object.entries(index.letters));
      return find(root, text);
    }
    const heads = new Set(index.heads), names = new Set([...index.files, ...heads]), near = new Set(index.near);
    // The file with the entries of a word; none where no word begins like it.
    const file = (base, sk) => {
      for (let n = sk.length; n > 0; n--) {
        const name = base + sk.slice(0, n);
        if (names.has(name)) return n < sk.length && heads.has(name) ? "" : name;
      }
      return "";
    };
    const known = (word) => word.length < 4 || file("", skeleton(word));
    // One file is enough where it has all entries of one of the words.
    const search = async (typed) => {
      if (!typed.every(known)) return [];
      const sounds = typed.map(skeleton), own = sounds.map((sk) => file("", sk)).filter(Boolean);
      const both = own.filter((name) => heads.has(name)).flatMap((name) =>
        sounds.filter((sk) => !sk.startsWith(name)).map((sk) => file(name + "-", sk)).filter(Boolean));
      const files = [...new Set([...own, ...both])].sort((a, b) => heads.has(a) - heads.has(b) || b.length - a.length);
      for (const name of files.slice(0, 3)) {
        const found = [];
        for (const record of await load(root, name) ?? []) {
          const points = score(typed, record);
          if (points >= 0) found.push([points, found.length, record]);
        }
        if (found.length) return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((f) => f[2]);
      }
      return [];
    };
    let found = await search(all);
    if (found.length) return found;
    // "Mayor of Karachi" may stand there as "Mayor, Karachi"
    const long = all.filter((w) => w.length > 3);
    if (long.length && long.length < all.length) return find(root, long.join(" "));
    // a typing error: the words that are like one of these but for a letter
    const strange = all.filter((w) => !known(w));
    for (const word of strange.length ? strange.slice(0, 1) : long) {
      const sk = skeleton(word), starts = new Set([sk.slice(0, 2), sk.slice(1, 3), sk.slice(0, 1) + sk.slice(2, 3)]);
      const lists = await Promise.all([...starts].filter((s) => near.has(s)).map((s) => load(root, "near-" + s)));
      const far = (w) => (like(word, w, 4) ? 0 : like(sk, skeleton(w), 3) ? 10 : 99) + Math.abs(w.length - word.length);
      const words = [...new Set(lists.flatMap((list) => list ?? []))].filter((w) => far(w) < 20).sort((a, b) => far(a) - far(b));
      for (const right of words.slice(0, 3)) {
        found = await search(all.map((w) => (w === word ? right : w)));
        if (found.length) return found;
      }
    }
    return [];
  };

  for (const [n, form] of document.querySelectorAll("form.find").entries()) {
    const input = form.querySelector("input"), root = new URL(form.dataset.index, location.href).href, page = form.dataset.page;
    const list = make("div", { class: "found", id: "found-" + n, role: "listbox", "aria-label": said.results ?? "" });
    for (const [k, v] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
      "aria-autocomplete": "list" })) input.setAttribute(k, v);
    const status = make("p", { role: "status", class: "none" });
    status.hidden = !page;
    form.append(list, status);
    let active = -1, turn = 0, timer;
    const close = () => {
      list.replaceChildren();
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (to) => {
      const options = list.querySelectorAll("[role=option]");
      if (!options.length) return;
      active = (to + options.length) % options.length;
      options.forEach((o, i) => o.setAttribute("aria-selected", i === active ? "true" : "false"));
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    };
    const show = async () => {
      const text = input.value.trim(), mine = ++turn;
      if (!text) return close();
      const found = (await find(root, text)).slice(0, page ? 40 : 10);
      if (mine !== turn) return;
      close();
      found.forEach((r, i) => {
        const option = make("a", { role: "option", id: list.id + "-" + i, href: root + "../" + r[2], "aria-selected": "false" },
          make("b", {}, make("bdi", {}, r[1])));
        if (!page) option.tabIndex = -1;
        const note = [said["kind" + r[0].toUpperCase()], r[3]].filter(Boolean).join(" · ");
        if (note) option.append(make("small", {}, note));
        list.append(option);
      });
      status.textContent = found.length ? "" : said.nothing ?? "";
      status.hidden = found.length > 0;
      if (found.length) input.setAttribute("aria-expanded", "true");
      if (page) history.replaceState(null, "", "?q=" + encodeURIComponent(text));
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 90); });
    input.addEventListener("keydown", (e) => {
      if (e.key === "ArrowDown") choose(active + 1);
      else if (e.key === "ArrowUp") choose(active < 0 ? -1 : active - 1);
      else if (e.key === "Escape") { close(); return; }
      else if (e.key === "Enter" && active >= 0) list.children[active].click();
      else return;
      e.preventDefault();
    });
    if (!page) form.addEventListener("focusout", (e) => { if (!form.contains(e.relatedTarget)) { close(); status.hidden = true; } });
    form.addEventListener("submit", (e) => { if (page) { e.preventDefault(); show(); } });
    const asked = new URLSearchParams(location.search).get("q");
    if (page && asked) { input.value = asked; show(); }
  }

  // --- filters: what is on the page is shown or not; letters and years that
  // have a page of their own are fetched into this one ---

  const several = ["party", "office"];
  const filters = () => {
    for (const form of document.querySelectorAll("form.filters")) {
      const entries = [...document.querySelectorAll(".filterable li")], output = form.querySelector("output");
      const sections = [...document.querySelectorAll(".filterable > section")];
      const values = (e, name) => e.dataset[name]?.split("|") ?? [];
      const choices = (name, list) => {
        const select = form.elements[name];
        if (!select || select.options.length > 1) return;
        select.append(...list.map((value) => make("option", { value }, value)));
        select.closest("label").hidden = list.length < 2;
      };
      choices("group", sections.map((s) => s.querySelector("h2").textContent));
      for (const name of several) {
        choices(name, [...new Set(entries.flatMap((e) => values(e, name)))].sort((a, b) => a.localeCompare(b)));
      }
      const asked = new URLSearchParams(location.search);
      for (const field of form.elements) if (field.name && asked.has(field.name)) field.value = asked.get(field.name);
      const apply = () => {
        const wanted = Object.fromEntries(new FormData(form)), text = wordsOf(wanted.text ?? "");
        let shown = 0;
        for (const e of entries) {
          const words = text.length ? wordsOf(e.textContent) : [];
          const group = e.closest("section")?.querySelector("h2").textContent;
          const fits = ["type", ...several].every((k) => !wanted[k] || values(e, k).includes(wanted[k])) &&
            (!wanted.group || group === wanted.group) && text.every((t) => words.some((w) => w.startsWith(t)));
          e.hidden = !fits;
          if (fits) shown++;
        }
        for (const s of sections) s.hidden = !s.querySelector("li:not([hidden])");
        const any = Object.values(wanted).some(Boolean);
        if (output) output.textContent = any ? (said.shown ?? "").replace("#", shown).replace("#", entries.length) : "";
        const query = new URLSearchParams(Object.entries(wanted).filter(([, v]) => v)).toString();
        history.replaceState(null, "", query ? "?" + query : location.pathname);
      };
      form.hidden = false;
      form.addEventListener("input", apply);
      form.addEventListener("submit", (e) => e.preventDefault());
      if ([...new FormData(form).values()].some(Boolean)) apply();
    }
  };
  filters();

  // turn shows another part of a list in place. Links are made whole first, for
  // what they are relative to moves.
  const turn = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const other = new DOMParser().parseFromString(await answer.text(), "text/html"), main = other.querySelector("main");
    for (const [at, base] of [[document, location.href], [main, address]]) {
      for (const e of at.querySelectorAll("[href]")) e.setAttribute("href", new URL(e.getAttribute("href"), base).href);
    }
    for (const form of document.querySelectorAll("form[action]")) form.setAttribute("action", form.action);
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.title = other.title;
    history.pushState({ turned: true }, "", address);
    filters();
    main.querySelector("[aria-current]")?.focus();
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest?.(".parts a, .pager a");
    if (!link || !document.querySelector(".filterable") || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    turn(link.href).catch(() => { location.href = link.href; });
  });
  addEventListener("popstate", () => { if (!location.hash) location.reload(); });

  // --- citing a fact, and opening the words of the one that a link leads to ---

  const toast = make("div", { class: "toast", role: "status" });
  document.addEventListener("click", async (e) => {
    const link = e.target.closest?.("a.cite");
    if (!link) return;
    const fact = link.closest("[data-fact]"), text = (q) => fact.querySelector(q)?.textContent.trim();
    const sources = [...fact.querySelectorAll(".source a[data-claim]")].map((a) => a.textContent.trim()).join(", ");
    const words = text("h3") ?? text("blockquote p") ?? text("p:not(.who)");
    const name = document.querySelector("h1")?.textContent.trim();
    const cite = [name, text(".when"), words, sources].filter(Boolean).join(". ") + ". " + link.href;
    let copied = true;
    try { await navigator.clipboard.writeText(cite); } catch { copied = false; }
    document.body.append(toast);
    toast.textContent = (copied ? (said.copied ?? "") + " " : "") + cite;
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => toast.remove(), 6000);
  });
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (const words of target.querySelectorAll("details")) words.open = true;
    const folded = target.closest("details");
    if (folded) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
