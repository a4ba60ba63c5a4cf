// A large site: what search loads before it answers, and lists that are cut.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds as all, launch, sites, Visitor } from "./browser.mjs";

const site = sites.large, kinds = all.large;
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// visit opens a page with an empty cache, and counts what is loaded.
async function visit(path) {
  const visitor = await Visitor.in(browser, site);
  visitor.bytes = 0;
  visitor.page.on("response", async (response) => { visitor.bytes += (await response.body().catch(() => "")).length; });
  await visitor.open(site + path);
  return visitor;
}

for (const [typed, found] of [["Kuno Vang", /Kuno Vang/], ["Künø Váng", /Kuno Vang/], ["Cuno Wang", /Kuno Vang/], ["Kuno Vanh", /Kuno Vang/],
  ["Bxra Keld", /Bara Keld/], ["Sarden of Tolm", /Warden, Tolm/], ["Norht List", /North List/], ["report 17", /Report number 17/]]) {
  test(`search for ${typed} among many`, async () => {
    const visitor = await visit("search/"), { page } = visitor;
    const before = visitor.bytes;
    await page.locator("#q").pressSequentially(typed, { delay: 110 });
    await page.locator("main [role=option]").filter({ hasText: found }).first().waitFor({ timeout: 5000 });
    assert.ok(visitor.bytes < 100_000, `${visitor.bytes} bytes loaded, ${before} of them with the page`);
    assert.match(await page.locator("main [role=option]").first().innerText(), found);
    assert.deepEqual(visitor.faults, []);
    await visitor.close();
  });
}

test("letters are shown in place, and filters go on with them", async () => {
  const visitor = await visit(kinds.people), { page } = visitor;
  await page.evaluate(() => { window.stays = true; });
  await page.getByRole("navigation", { name: "Parts of the list" }).getByRole("link", { name: "K", exact: true }).click();
  await page.waitForURL(/letters\/k\/$/);
  assert.equal(await page.evaluate(() => window.stays), true);
  const names = await page.locator(".filterable li > a").allInnerTexts();
  assert.ok(names.length > 20 && names.every((n) => n.startsWith("K")), names.join(", "));
  await page.locator(".filters [name=text]").fill("vang");
  await page.waitForFunction(() => document.querySelector(".filterable li[hidden]"));
  const shown = await page.locator(".filterable li:visible").allInnerTexts();
  assert.ok(shown.length > 0 && shown.every((n) => /Vang/.test(n)), shown.join(", "));
  await page.locator(".filters [name=text]").fill("");
  await page.locator(".filters [name=office]").selectOption("Warden, Tolm");
  const wardens = await page.locator(".filterable li:visible").count();
  assert.ok(wardens > 0 && wardens < names.length);
  await page.goBack();
  await page.waitForURL(/people\/$/);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test("hundreds of entries are filtered at once", async () => {
  const visitor = await visit(kinds["timeline-year"]), { page } = visitor;
  const took = await page.evaluate(() => {
    const field = document.querySelector(".filters [name=type]"), entries = document.querySelectorAll(".filterable li").length;
    const start = performance.now();
    for (const option of field.options) {
      field.value = option.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight; // laid out
    }
    return { entries, each: (performance.now() - start) / field.options.length };
  });
  assert.ok(took.entries > 300, `${took.entries} entries`);
  assert.ok(took.each < 400, `a filter takes ${took.each} ms`);
  await visitor.close();
});

test("what is folded away is found by its address", async () => {
  const visitor = await visit(kinds.party), { page } = visitor;
  const id = await page.locator("details.rest [data-fact][id], details.rest [data-fact]").last().getAttribute("data-fact");
  const folded = page.locator(`details.rest [data-fact="${id}"]`);
  assert.equal(await folded.isVisible(), false);
  await page.locator("details.rest > summary").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await folded.isVisible(), true);
  await visitor.close();
});
