// What a page looks like to a reader, as data. Run in the page by the browser tests.
const main = document.querySelector("main");
const edge = document.documentElement.clientWidth;
const elements = [...main.querySelectorAll("*")].filter(e => !e.closest("svg"));
const own = e => [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join("");
const where = e => e.tagName.toLowerCase() + "." + e.className + " " + e.textContent.trim().slice(0, 60);
const problems = [];
for (const e of elements) {
  const style = getComputedStyle(e);
  if (style.display === "none") continue;
  const box = e.getBoundingClientRect();
  if (box.left < -1 || box.right > edge + 1) problems.push("beyond the edge: " + where(e));
  if (style.display !== "inline" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0) problems.push("wider than its box: " + where(e));
  const size = parseFloat(style.fontSize) * 72 / 96;
  if (own(e).trim() && size < arguments[0] - 0.01) problems.push("type of " + size + " pt: " + where(e));
  if (style.textAlign === "justify") problems.push("justified: " + where(e));
  if (e.lang && e.dir !== style.direction) problems.push("no direction of its own: " + where(e));
}
const card = document.querySelector(".card main > section");
return {
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  direction: getComputedStyle(main).direction,
  problems,
  texts: elements.map(own),
  labels: [...document.querySelectorAll("svg")].map(e => e.getAttribute("aria-label")),
  card: card ? [card.offsetWidth, card.offsetHeight, card.scrollWidth, card.scrollHeight] : [],
};
