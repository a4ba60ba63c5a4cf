// The markup of every built page, by html-validate.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const folders = JSON.parse(process.env.E2E_FOLDERS); // {"en": "…/public", …}
const rules = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ["html-validate:standard"], rules: {
  // The pages are written without needless closing slashes and with long lines.
  "long-title": "off",
  "no-trailing-whitespace": "off",
  // A text fragment is not an id of the page.
  "no-missing-references": "error",
} }));

function pages(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).sort().map((name) => join(folder, name));
}

// Of the people and sources of the large site, who are all alike, each tenth is read.
const alike = /\/(people|articles)\/[^/]+\/index\.html$/;

for (const [name, folder] of Object.entries(folders)) {
  test(`${name}: valid HTML`, async () => {
    const wrong = [];
    const files = pages(folder).filter((file, i) => name !== "large" || i % 10 === 0 || !alike.test(file));
    assert.ok(files.length > 10);
    for (const file of files) {
      const report = await rules.validateFile(file);
      for (const result of report.results) {
        for (const m of result.messages) wrong.push(`${file}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`);
      }
    }
    assert.deepEqual(wrong.slice(0, 20), []);
  });
}
