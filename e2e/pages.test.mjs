// Every kind of page in both schemes, at three widths, in two languages; as it
// is printed; and as it is without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds, launch, sideways, sites, violations, Visitor } from "./browser.mjs";

const widths = [1280, 768, 360];
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const [language, site] of Object.entries(sites)) {
  for (const scheme of ["light", "dark"]) {
    test(`${language}, ${scheme}`, async (t) => {
      const visitor = await Visitor.in(browser, site, { scheme });
      for (const [kind, path] of Object.entries(kinds)) {
        await t.test(`${language} ${kind} ${scheme}`, async () => {
          const { page } = visitor;
          await visitor.open(site + path);
          assert.equal(await page.evaluate(() => document.documentElement.dir), language === "ur" ? "rtl" : "ltr");
          assert.equal(await page.locator('meta[http-equiv="Content-Security-Policy"]').count(), 1);
          const wrong = [];
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            const found = [...await sideways(page), ...await violations(page)];
            wrong.push(...found.map((f) => `${width} px: ${f}`));
            await visitor.shot(`${language}-${kind}-${scheme}-${width}`);
          }
          assert.deepEqual([...wrong, ...visitor.faults], []);
        });
      }
      await visitor.close();
    });
  }

  test(`${language}, without scripts and on paper`, async (t) => {
    const visitor = await Visitor.in(browser, site, { script: false, width: 700 });
    for (const [kind, path] of Object.entries(kinds)) {
      await t.test(`${language} ${kind} without scripts and on paper`, async () => {
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
        await visitor.shot(`${language}-${kind}-print`);
        await page.emulateMedia({ media: "screen" });
        assert.deepEqual(visitor.faults, []);
      });
    }
    await visitor.close();
  });
}
