// Runs axe-core, whose source stands before this, with every rule of WCAG up to
// AAA and its own best practices, and reports what it finds as lines of text.
const done = arguments[arguments.length - 1];
const options = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, resultTypes: ["violations"] };
// the enhanced contrast, 7:1, is the stricter of the two
options.rules = { "color-contrast-enhanced": { enabled: true }, "color-contrast": { enabled: false } };
for (const id of arguments[0]) options.rules[id] = { enabled: false };
window.axe.run(document, options).then(
  found => done({ lines: found.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160))), passed: found.passes.map(p => p.id) }),
  error => done({ lines: ["axe failed: " + error], passed: [] }),
);
