// Lighthouse on the profile page: at least 0.98 in each category.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import lighthouse from "lighthouse";
import { kinds, launch, sites } from "./browser.mjs";

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

test("lighthouse on a profile", { timeout: 400_000 }, async () => {
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`);
  try {
    // A busy machine makes a quick page look slow: each category counts with the
    // best of at most five runs. What is wrong with the page is wrong in all.
    const best = new Map();
    for (let attempt = 0; attempt < 5 && (best.size === 0 || [...best.values()].some((c) => c.score < 0.98)); attempt++) {
      const run = await lighthouse(sites.en + kinds.en.person, {
        port, output: "json", logLevel: "error",
        onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
      });
      for (const [name, category] of Object.entries(run.lhr.categories)) {
        if (category.score <= (best.get(name)?.score ?? -1)) continue;
        const low = category.auditRefs.map((ref) => run.lhr.audits[ref.id]).filter((a) => a.score !== null && a.score < 0.9)
          .map((a) => `${a.id}: ${JSON.stringify(a.details?.items ?? a.displayValue ?? "").slice(0, 300)}`);
        best.set(name, { score: category.score, low });
      }
    }
    assert.equal(best.size, 4);
    for (const [name, { score, low }] of best) assert.ok(score >= 0.98, `${name} ${score}: ${low.join(", ")}`);
  } finally {
    await browser.close();
  }
});
