// One browser for all tests of a file: Debian's Chromium, with nothing that
// talks to the network by itself. What a page does beyond its own site is a fault.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

// What the Go test sets: the sites' addresses and folders by name, the pages of
// each by kind, and where screenshots go.
export const sites = JSON.parse(process.env.E2E_SITES);
export const folders = JSON.parse(process.env.E2E_FOLDERS);
export const kinds = JSON.parse(process.env.E2E_PAGES);
const artefacts = process.env.E2E_ARTEFACTS;
mkdirSync(artefacts, { recursive: true });
const axeSource = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.E2E_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more],
  });
}

// Visitor is one reader: a window with its settings that goes from page to
// page. What must not happen on the way is in faults.
export class Visitor {
  constructor(context, page, origin) {
    this.context = context;
    this.page = page;
    this.faults = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`script: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && url.protocol !== "data:") this.faults.push(`request to ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.faults.push(`${response.status()} for ${response.url()}`);
    });
  }

  static async in(browser, site, { scheme = "light", width = 1280, script = true } = {}) {
    const origin = new URL(site).origin;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script });
    return new Visitor(context, await context.newPage(), origin);
  }

  async open(url) {
    this.faults.length = 0;
    await this.page.goto(url, { waitUntil: "load" });
  }

  // shot keeps a picture of the page, of a very long one its beginning.
  async shot(name) {
    const { width } = this.page.viewportSize();
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.screenshot({ path: `${artefacts}/${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, 8000) } });
  }

  close() {
    return this.context.close();
  }
}

// violations runs axe over the page: WCAG 2.2 A and AA, and axe's best practices.
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)) }));
  });
  return found.map((v) => `${v.id}: ${v.help}: ${v.nodes.join(" | ")}`);
}

// sideways tells the elements that make the page wider than its window.
export function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1 || e.getBoundingClientRect().left < -1)
      .slice(0, 5).map((e) => `wider than ${width} px: ${e.outerHTML.slice(0, 120)}`);
  });
}
