// Every kind of page of every site in both schemes, at three widths, in two
// languages; as it is printed; and as it is without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds, launch, sideways, sites, violations, Visitor } from "./browser.mjs";

// Lists of hundreds of entries take long to look through, and no entry is unlike
// the others: the pages of the large site are seen in one scheme, and examined at
// one width.
const widths = { large: [1280, 360] }, schemes = { large: ["light"] };
const examined = (name, width) => name !== "large" || width === 360;
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const [name, site] of Object.entries(sites)) {
  for (const scheme of schemes[name] ?? ["light", "dark"]) {
    test(`${name}, ${scheme}`, async (t) => {
      const visitor = await Visitor.in(browser, site, { scheme });
      for (const [kind, path] of Object.entries(kinds[name])) {
        await t.test(`${name} ${kind} ${scheme}`, async () => {
          const { page } = visitor;
          await visitor.open(site + path);
          assert.equal(await page.evaluate(() => document.documentElement.dir), name === "ur" ? "rtl" : "ltr");
          assert.equal(await page.locator('meta[http-equiv="Content-Security-Policy"]').count(), 1);
          const wrong = [];
          for (const width of widths[name] ?? [1280, 768, 360]) {
            await page.setViewportSize({ width, height: 900 });
            const found = await sideways(page);
            if (examined(name, width)) found.push(...await violations(page));
            wrong.push(...found.map((f) => `${width} px: ${f}`));
            await visitor.shot(`${name}-${kind}-${scheme}-${width}`);
          }
          assert.deepEqual([...wrong, ...visitor.faults], []);
        });
      }
      await visitor.close();
    });
  }

  test(`${name}, without scripts and on paper`, async (t) => {
    const visitor = await Visitor.in(browser, site, { script: false, width: 700 });
    for (const [kind, path] of Object.entries(kinds[name])) {
      await t.test(`${name} ${kind} without scripts and on paper`, async () => {
        const { page } = visitor;
        await visitor.open(site + path);
        assert.ok((await page.locator("main").innerText()).trim().length > 20);
        assert.ok((await page.locator("main a[href]").count()) > 0);
        assert.equal(await page.locator("form.filters:visible").count(), 0, "a filter that does nothing");
        await page.emulateMedia({ media: "print" });
        assert.deepEqual(await sideways(page), []);
        assert.equal(await page.locator("form:visible, nav:visible").count(), 0, "what paper has no use for");
        for (const words of await page.locator("details blockquote").all()) {
          assert.ok(await words.isVisible(), "words that are folded away on paper");
        }
        await visitor.shot(`${name}-${kind}-print`);
        await page.emulateMedia({ media: "screen" });
        assert.deepEqual(visitor.faults, []);
      });
    }
    await visitor.close();
  });
}
