// What readers do: search and filter by keyboard, cite a fact, miss a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds as all, launch, sites, violations, Visitor } from "./browser.mjs";

const site = sites.en, kinds = all.en;
let browser, visitor, page;
before(async () => {
  browser = await launch();
  visitor = await Visitor.in(browser, site);
  page = visitor.page;
});
after(async () => { await browser?.close(); });

// focus goes by the tabulator key until the element has the focus.
async function focus(selector) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  assert.fail(`the tabulator key does not lead to ${selector}`);
}

test("the first key leads past the navigation", async () => {
  await visitor.open(site + kinds.person);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
  assert.deepEqual(visitor.faults, []);
});

test("search from any page by keyboard", async () => {
  await visitor.open(site + kinds.article);
  await focus(".bar input");
  await page.keyboard.type("kamal");
  const options = page.locator(".bar [role=option]");
  await options.first().waitFor();
  assert.match(await options.first().innerText(), /Mustafa Kamal/);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("ArrowDown");
  assert.equal(await options.first().getAttribute("aria-selected"), "true");
  assert.equal(await page.locator(".bar input").getAttribute("aria-activedescendant"), await options.first().getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/people\/mustafa-kamal\/$/);
  assert.deepEqual(visitor.faults, []);
});

test("Escape closes what was found", async () => {
  await visitor.open(site + kinds.people);
  await focus(".bar input");
  await page.keyboard.type("sen");
  await page.locator(".bar [role=option]").first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".bar [role=option]").count(), 0);
  assert.equal(await page.locator(".bar input").getAttribute("aria-expanded"), "false");
});

for (const [typed, found] of [["Mustapha Kamaal", /Mustafa Kamal/], ["mustfa", /Mustafa Kamal/], ["kmaal", /Mustafa Kamal/],
  ["MQM", /Muttahida Qaumi Movement/], ["mayor kar", /Mayor of Karachi/i], ["switchboard", /switchboard/i], ["جمال", null]]) {
  test(`search for ${typed}`, async () => {
    await visitor.open(`${site}search/?q=${encodeURIComponent(typed)}`);
    assert.equal(await page.locator("#q").inputValue(), typed);
    await page.locator("main [role=option], main p.none:visible").first().waitFor();
    if (found) assert.match(await page.locator("main [role=option]").first().innerText(), found);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(visitor.faults, []);
  });
}

test("nothing found is said", async () => {
  await visitor.open(`${site}search/?q=zzzzzzzz`);
  await page.getByRole("status").filter({ hasText: /./ }).waitFor();
});

test("filter people by keyboard", async () => {
  await visitor.open(site + kinds.people);
  const all = await page.locator(".filterable li:visible").count();
  await focus(".filters [name=text]");
  await page.keyboard.type("jamal");
  assert.equal(await page.locator(".filterable li:visible").count(), 1);
  assert.match(await page.locator(".filters output").innerText(), new RegExp(`1 of ${all}`));
  assert.match(page.url(), /\?text=jamal$/);
  assert.deepEqual(await violations(page), []);
  await page.reload();
  assert.equal(await page.locator(".filterable li:visible").count(), 1, "the address keeps the filter");
  assert.deepEqual(visitor.faults, []);
});

test("filter the timeline by kind and party", async () => {
  await visitor.open(site + kinds.timeline);
  await focus(".filters [name=type]");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector(".filterable li[hidden]"));
  const kind = await page.locator(".filters [name=type]").inputValue();
  assert.ok(await page.locator(".filterable li:visible").count() > 0);
  assert.equal(await page.locator(`.filterable li:visible:not([data-type="${kind}"])`).count(), 0);
  await page.locator(".filters [name=party]").selectOption({ index: 1 });
  const party = await page.locator(".filters [name=party]").inputValue();
  assert.equal(await page.locator(`.filterable li:visible:not([data-party="${party}"])`).count(), 0);
  assert.deepEqual(visitor.faults, []);
});

test("cite a fact", async () => {
  await visitor.open(site + kinds.person);
  const cite = page.locator("a.cite").first();
  const address = await cite.getAttribute("href");
  await cite.focus();
  await page.keyboard.press("Enter");
  const told = page.locator(".toast");
  await told.waitFor();
  const text = await told.innerText();
  assert.match(text, /Syed Mustafa Kamal/);
  assert.ok(text.includes(kinds.person + address), text);
  assert.deepEqual(visitor.faults, []);
});

test("an address of a fact opens its words", async () => {
  await visitor.open(site + kinds.person);
  const id = await page.locator("main [data-fact][id]:has(details)").first().getAttribute("id");
  await visitor.open(`${site}${kinds.person}#${id}`);
  await page.locator(`[id="${id}"] blockquote`).first().waitFor({ state: "visible" });
});

test("a page that is not there leads home", async () => {
  await visitor.page.goto(site + "people/no-such/page/");
  assert.match(await page.locator("main a").first().getAttribute("href"), /^https:\/\/record\.example\/$/);
});
