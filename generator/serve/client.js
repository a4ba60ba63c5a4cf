// The script that the dev server puts into its pages, and into nothing else:
// it reloads what has changed and shows what is wrong. The server writes the
// line before this one: the token of the review bar, or an empty one.
// Whatever comes over the stream is shown as text, never as HTML.

const at = (name) => new URL(name, import.meta.url).href;
const tag = document.querySelector('script[src$="/client.js"][data-stamp]');
let stamp = tag ? tag.dataset.stamp : "";
let stream = null;
let review = null;

function open() {
  if (stream || document.visibilityState === "hidden") return;
  const query = new URLSearchParams({ path: location.pathname, stamp });
  stream = new EventSource(at("events") + "?" + query);
  const on = (name, act) => stream.addEventListener(name, (e) => act(JSON.parse(e.data || "null")));
  on("reload", reload);
  on("styles", swapStyles);
  on("images", swapImages);
  on("problems", showProblems);
  on("held", () => review && review.refresh());
  stream.addEventListener("error", () => {
    // A server that was started again has another address or token: ask anew.
    if (stream && stream.readyState === EventSource.CLOSED) { close(); setTimeout(open, 1000); }
  });
}

// A browser has six connections for a server: tabs in the background give theirs back.
function close() {
  if (stream) stream.close();
  stream = null;
}

function reload() {
  close();
  location.reload();
}

function swapStyles({ files, stamp: next }) {
  const links = document.querySelectorAll('link[rel~="stylesheet"]');
  if (links.length !== files.length) return reload();
  links.forEach((old, i) => {
    const fresh = old.cloneNode();
    const address = new URL(files[i], document.baseURI);
    address.searchParams.set("fresh", next);
    fresh.href = address.href;
    fresh.addEventListener("load", () => old.remove());
    fresh.addEventListener("error", () => old.remove());
    old.after(fresh);
  });
  stamp = next;
}

function swapImages({ files, stamp: next }) {
  const changed = (address) => address && files.includes(decodeURI(new URL(address, document.baseURI).pathname));
  for (const image of document.images) {
    if (!changed(image.currentSrc || image.src)) continue;
    if (image.srcset || image.parentElement.localName === "picture") return reload();
    const address = new URL(image.src, document.baseURI);
    address.searchParams.set("fresh", next);
    image.src = address.href;
  }
  stamp = next;
}

// element makes an element with text and children; there is no way to give it HTML.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// box makes an element of the server's own look, which the page's styles do not reach.
export function box(host, ...children) {
  const root = host.attachShadow({ mode: "open" });
  root.append(element("link", { rel: "stylesheet", href: at("client.css") }), ...children);
  return host;
}

let overlay = null;

function showProblems(list) {
  if (overlay) overlay.remove();
  overlay = null;
  const errors = (list && list.errors) || [];
  const aside = (list && list.aside) || [];
  if (errors.length + aside.length === 0) return;
  const count = (n, one, many) => (n === 0 ? "" : n === 1 ? "1 " + one : n + " " + many);
  const title = [count(errors.length, "error", "errors"), count(aside.length, "article set aside", "articles set aside")]
    .filter(Boolean).join(", ");
  const problem = (p) => element("li", {},
    p.place ? element("code", {}, p.place) : "",
    element("p", { dir: "auto" }, p.text),
    p.hint ? element("p", { class: "hint", dir: "auto" }, p.hint) : "",
    ...(p.notes || []).map((n) => element("p", { class: "note", dir: "auto" },
      [n.file && n.file + (n.line ? ":" + n.line : ""), n.text].filter(Boolean).join(": "))));
  const more = list.more ? element("p", {}, "and " + list.more + " more: see the terminal") : "";
  const panel = element("details", { class: errors.length ? "problems" : "problems small" },
    element("summary", {}, title), element("ul", {}, ...errors.map(problem), ...aside.map(problem)), more);
  panel.open = errors.length > 0;
  panel.addEventListener("keydown", (e) => { if (e.key === "Escape") panel.open = false; });
  overlay = box(element("div", { role: "status", "aria-label": title }), panel);
  document.documentElement.append(overlay);
}

document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? close() : open()));
addEventListener("pagehide", close);
addEventListener("pageshow", open);
open();

if (token !== "" && window.top === window) {
  import(at("review.js")).then((module) => {
    review = module.start({ token, at, box, element });
  });
}
