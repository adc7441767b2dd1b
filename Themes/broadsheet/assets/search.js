/* Search without a server: reads the index that stands beside the search page, through scripts,
   so that it works from a disk too. Sources/Searching writes the index and says how. */
(function () {
"use strict";
const form = document.getElementById("search"), input = document.getElementById("query");
const say = form.dataset, $ = id => document.getElementById(id);
const MARKS = /[\u0300-\u036f\xad\u200b-\u200f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\ufe00-\ufe0f]/u;
const SIGN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const FOLDS = {};
("æae øo đd ðd ħh ıi ĳij łl ŀl ŋn ŉn œoe ßss þth ŧt əe ǥg ªa ºo أا إا آا ٱا ؤو ئي ىي " +
"αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo " +
"аa бb вv гg ґg дd еe эe жzh зz иi іi јj кk лl љlj мm нn њnj оo пp рr сs тt уu фf хh цts чch ђdj " +
"ћc џdz ѕdz шsh щshch ыy юyu яya єye ъ ь").split(" ").forEach(f => { FOLDS[f[0]] = f.slice(1); });

/* What a letter counts as: "" for a mark, null for what is in no word. */
function fold(c) {
  if (MARKS.test(c)) return "";
  const known = FOLDS[c];
  if (known !== undefined) return known;
  if (!LETTER.test(c)) return null;
  let base = c.normalize("NFD");
  if (base.codePointAt(0) > 0x52f || base.length === c.length) base = c;
  else base = Array.from(base)[0];
  base = base.toLowerCase().replace(/\u0307/g, "");
  const folded = FOLDS[base];
  return folded === undefined ? base : folded;
}

/* The words of a text with their places; a word is its UTF-8, a byte a character. */
function words(text) {
  const found = [];
  let word = "", start = 0, i = 0;
  const end = () => {
    if (word) found.push({ word: unescape(encodeURIComponent(word)).slice(0, 40), start: start, end: i });
    word = "";
  };
  for (const c of text) {
    const f = fold(c), sign = SIGN.test(c);
    if (f === null || sign) end();
    if (f) {
      if (!word) start = i;
      word += f;
    }
    i += c.length;
    if (sign) end();
  }
  end();
  return found;
}

/* Arithmetic decoding, the reverse of Sources/Searching/Coding. */
const RATES = Array.from({ length: 128 }, (_, n) => Math.floor(32768 / (2 * n + 3)));
class Chances {
  constructor(count) {
    this.c = new Uint16Array(count).fill(32768);
    this.n = new Uint8Array(count);
  }
  learn(i, bit) {
    const c = this.c[i], n = this.n[i];
    const moved = c + (((bit ? 65535 : 0) - c) * RATES[n] >> 14);
    this.c[i] = moved < 32 ? 32 : moved > 65503 ? 65503 : moved;
    if (n < 127) this.n[i] = n + 1;
  }
}
class Bits {
  constructor(text) {
    this.text = text;
    this.i = this.low = this.x = 0;
    this.high = 0xfffffff;
    for (let k = 0; k < 4; k++) this.shift();
  }
  shift() {
    this.x = (this.x << 7 & 0xfffffff) | (this.i < this.text.length ? this.text.charCodeAt(this.i) & 127 : 0);
    this.i++;
  }
  bit(chance) {
    const range = this.high - this.low;
    const middle = this.low + (range >>> 12) * chance + ((range & 4095) * chance >>> 12);
    const bit = this.x <= middle;
    if (bit) this.high = middle; else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 21 === 0) {
      this.low = this.low << 7 & 0xfffffff;
      this.high = this.high << 7 & 0xfffffff | 127;
      this.shift();
    }
    return bit ? 1 : 0;
  }
  learnt(chances, i) {
    const bit = this.bit(chances.c[i] >> 4);
    chances.learn(i, bit);
    return bit;
  }
  fixed(bits, chances, base) {
    let node = 1;
    for (let k = 0; k < bits; k++) node = node << 1 | this.learnt(chances, base + node);
    return node - (1 << bits);
  }
  number(chances, base) {
    let length = 0, value = 1, node = 1;
    while (length < 30 && this.learnt(chances, base + length)) length++;
    const nodes = base + 24 + length * 8;
    for (let k = 0; k < length; k++) {
      let bit;
      if (node < 8) {
        bit = this.learnt(chances, nodes + node);
        node = node << 1 | bit;
      } else bit = this.bit(2048);
      value = value * 2 + bit;
    }
    return value - 1;
  }
}
const SIZE = 216, log2 = n => 31 - Math.clz32(n);
const squash = (() => {
  const points = [1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994,
    3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094];
  return d => d > 2047 ? 4095 : d < -2047 ? 0
    : points[(d >> 7) + 16] * (128 - (d & 127)) + points[(d >> 7) + 17] * (d & 127) + 64 >> 7;
})();
let stretch;
function text(symbols) {
  if (!stretch) {
    stretch = new Int32Array(4096).fill(2047);
    for (let d = -2047, next = 0; d <= 2047; d++) while (next <= squash(d)) stretch[next++] = d;
  }
  const bits = new Bits(symbols), chances = new Chances(4 << 16), weights = [22000, 22000, 22000, 22000];
  const places = [0, 0, 0, 0], inputs = [0, 0, 0, 0], contexts = [1, 2, 3, 4];
  let last = 0, word = 0, out = "";
  for (;;) {
    let node = 1;
    while (node < 256) {
      let sum = 0;
      for (let k = 0; k < 4; k++) {
        const c = contexts[k] ^ Math.imul(node, 0x9e3779b1);
        places[k] = k << 16 | Math.imul(c ^ c >>> 15, 0x2c1b3c6d) >>> 16;
        inputs[k] = stretch[chances.c[places[k]] >> 4];
        sum += weights[k] * inputs[k] >> 8;
      }
      const mixed = squash(sum >> 8), bit = bits.bit(Math.min(Math.max(mixed, 1), 4095));
      const error = ((bit ? 4096 : 0) - mixed) * 6;
      for (let k = 0; k < 4; k++) {
        const w = weights[k] + (inputs[k] * error + 0x2000 >> 14);
        weights[k] = w < -0x3ffff ? -0x3ffff : w > 0x3ffff ? 0x3ffff : w;
        chances.learn(places[k], bit);
      }
      node = node << 1 | bit;
    }
    const byte = node & 255, letter = byte > 127 || (byte | 32) >= 97 && (byte | 32) <= 122;
    if (!byte) return decodeURIComponent(escape(out));
    out += String.fromCharCode(byte);
    last = last << 8 | byte;
    word = letter ? Math.imul(word + (byte | 32), 0x2f0b4c47) : 0;
    contexts[0] = Math.imul(last & 255, 0x3d4d51cb) + 1;
    contexts[1] = Math.imul(last & 0xffff, 0x1b873593) + 2;
    contexts[2] = Math.imul(last & 0xffffff, 0x85ebca6b) + 3;
    contexts[3] = Math.imul(word, 0xc2b2ae35) + 4;
  }
}

/* The files of the index: each calls us with its name and content. */
const waiting = {}, loaded = {}, shards = {};
const folder = say.root + "search/";
window.datelineSearch = (name, content) => {
  if (waiting[name]) waiting[name].done(content);
};
function load(name) {
  if (loaded[name]) return loaded[name];
  return loaded[name] = new Promise((done, fail) => {
    const script = document.createElement("script");
    waiting[name] = { done: done };
    script.onload = () => script.remove();
    script.onerror = () => {
      delete loaded[name];
      fail(new Error(name));
    };
    script.src = folder + name + ".js";
    document.head.append(script);
  });
}

/* Words with the documents that have them, of one file. */
async function shard(segment, number) {
  const name = segment.name + "w" + number;
  if (shards[name]) return shards[name];
  const bits = new Bits(await load(name)), found = new Map();
  const letters = new Chances(65536), numbers = new Chances(SIZE * 3), gaps = new Chances(SIZE * 18);
  const strengths = new Chances(144), paragraphs = new Chances(SIZE), flags = new Chances(1);
  let file = bits.number(numbers, 0), order = bits.number(numbers, 0), word = "";
  for (let left = bits.number(numbers, 0); left > 0; left--) {
    word = word.slice(0, bits.number(numbers, SIZE));
    for (let before = word ? word.charCodeAt(word.length - 1) : 0, byte; (byte = bits.fixed(8, letters, before * 256)); before = byte)
      word += String.fromCharCode(byte);
    if (bits.learnt(flags, 0)) {
      file++;
      order = 0;
    }
    const count = bits.number(numbers, SIZE * 2) + 1, rarity = Math.min(17, log2(Math.floor(segment.count / count)));
    const entry = { segment: segment, file: file, order: order++, documents: new Int32Array(count), strengths: new Uint8Array(count) };
    if (rarity >= 5) entry.paragraphs = new Int32Array(count);
    for (let k = 0, document = -1; k < count; k++) {
      document += bits.number(gaps, SIZE * rarity) + 1;
      entry.documents[k] = document;
      entry.strengths[k] = bits.fixed(3, strengths, 8 * rarity);
      if (entry.paragraphs) entry.paragraphs[k] = bits.number(paragraphs, 0);
    }
    found.set(word, entry);
  }
  return shards[name] = found;
}

/* Where a word stands in its documents. */
async function positions(entry) {
  if (entry.positions) return entry.positions;
  const segment = entry.segment, bits = new Bits(await load(segment.name + "p" + entry.file));
  const numbers = new Chances(SIZE), counts = new Chances(SIZE * 18), gaps = new Chances(SIZE * 144);
  for (let order = 0; ; order++) {
    const count = bits.number(numbers, 0) + 1, rarity = Math.min(17, log2(Math.floor(segment.count / count)));
    const all = [];
    for (let k = 0; k < count; k++) {
      const times = bits.number(counts, SIZE * rarity) + 1, base = SIZE * (rarity * 8 + Math.min(7, log2(times)));
      const places = [];
      for (let t = 0, place = 0; t < times; t++) places.push(place += bits.number(gaps, base));
      all.push(places);
    }
    if (order === entry.order) return entry.positions = all;
  }
}

/* The numbers of the files that may have a word, or words that begin so. */
function files(segment, word, isPrefix) {
  const first = segment.words;
  let from = 0;
  while (from + 1 < first.length && first[from + 1] <= word) from++;
  let to = from;
  while (isPrefix && to + 1 < first.length && (first[to + 1] < word || first[to + 1].startsWith(word))) to++;
  return { from: from, to: to };
}

/* A word in a segment: its documents ascending, each with its strength and paragraph. */
async function lookUp(segment, term) {
  const range = files(segment, term.word, term.isPrefix), numbers = [];
  const isPrefix = term.isPrefix && range.to - range.from < 12;
  for (let n = range.from; n <= (isPrefix ? range.to : range.from); n++) numbers.push(n);
  const maps = await Promise.all(numbers.map(n => shard(segment, n)));
  if (!isPrefix) return maps[0].get(term.word);
  const strengths = new Uint8Array(segment.count), paragraphs = new Int32Array(segment.count), all = [];
  for (const map of maps) for (const [word, entry] of map) if (word.startsWith(term.word))
    entry.documents.forEach((d, k) => {
      if (!strengths[d]) all.push(d);
      const strength = 2 * entry.strengths[k] + (word === term.word ? 2 : 1);
      if (strength > strengths[d]) {
        strengths[d] = strength;
        paragraphs[d] = entry.paragraphs ? entry.paragraphs[k] : 0;
      }
    });
  all.sort((a, b) => a - b);
  return all.length ? { documents: all, strengths: all.map(d => strengths[d] - 1 >> 1), paragraphs: all.map(d => paragraphs[d]) } : undefined;
}

/* A query: phrases and words, all of which must occur. */
function parse(query, isTyping) {
  const terms = [], phrases = [];
  query.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]?|[^"“”„«»]+/g, (part, quoted, at) => {
    const found = words(quoted === undefined ? part : quoted), list = [];
    for (const w of found) {
      let term = terms.find(t => t.word === w.word);
      if (!term) terms.push(term = { word: w.word, isPrefix: false });
      list.push(term);
    }
    if (quoted !== undefined) {
      if (list.length > 1) phrases.push(list);
    } else if (isTyping && at + part.length === query.length && found.length && found[found.length - 1].end === part.length
      && found[found.length - 1].word.length > 1) list[list.length - 1].isPrefix = true;
  });
  return { terms: terms, phrases: phrases };
}

const WEIGHTS = [0.3, 0.46, 0.6, 0.72, 0.84, 1.5, 1.7, 1.9];

/* The documents of a segment that have all terms and phrases. */
async function match(segment, query, rareness) {
  const entries = query.entries.get(segment);
  if (entries.some(e => !e)) return [];
  const counts = new Uint8Array(segment.count), scores = new Float32Array(segment.count), paragraphs = new Int32Array(segment.count);
  const byRarity = entries.map((e, i) => i).sort((a, b) => rareness[b] - rareness[a]);
  byRarity.forEach((i, step) => {
    const e = entries[i];
    for (let k = 0; k < e.documents.length; k++) {
      const d = e.documents[k];
      if (counts[d] !== step) continue;
      counts[d]++;
      scores[d] += rareness[i] * WEIGHTS[e.strengths[k]];
      if (step === 0 && e.paragraphs) paragraphs[d] = e.paragraphs[k];
    }
  });
  let found = [];
  for (let d = 0; d < segment.count; d++) if (counts[d] === entries.length) found.push(d);
  for (const phrase of query.phrases) {
    const list = phrase.map(term => entries[query.terms.indexOf(term)]);
    const all = found.length ? await Promise.all(list.map(positions)) : [];
    const at = list.map(() => 0);
    found = found.filter(d => {
      const places = list.map((e, i) => {
        while (e.documents[at[i]] < d) at[i]++;
        return all[i][at[i]];
      });
      return places[0].some(p => places.every((own, i) => own.includes(p + i)));
    });
  }
  return found.map(d => ({ segment: segment, number: d, score: scores[d], paragraph: query.phrases.length ? 0 : paragraphs[d] }));
}

let core;
async function open() {
  if (core) return core;
  const index = await load("index");
  index.entities = index.segments.filter(s => s.name === "e");
  index.articles = index.segments.filter(s => s.name !== "e");
  return core = index;
}

async function find(segments, query) {
  query.entries = new Map(await Promise.all(segments.map(async s =>
    [s, await Promise.all(query.terms.map(t => lookUp(s, t)))])));
  const total = segments.reduce((n, s) => n + s.count, 0);
  const rareness = query.terms.map((t, i) => {
    const count = segments.reduce((n, s) => n + ((query.entries.get(s)[i] || { documents: [] }).documents.length), 0);
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  });
  const found = [].concat(...await Promise.all(segments.map(s => match(s, query, rareness))));
  return found.sort((a, b) => b.score - a.score || b.segment.first + b.number - a.segment.first - a.number);
}

/* Year, section and kind of each article. */
async function facets(segment) {
  if (segment.facets) return segment.facets;
  const bits = new Bits(await load(segment.name + "f")), sections = new Chances(256), kinds = new Chances(256);
  const own = { section: [], kind: [], year: [] };
  let year = 0, left = 0, skipped = segment.first;
  for (let d = 0; d < segment.count; d++) {
    own.section.push(bits.fixed(8, sections, 0));
    own.kind.push(bits.fixed(8, kinds, 0));
    while (left + core.years[year][1] <= segment.first + d) left += core.years[year++][1];
    own.year.push(core.years[year][0]);
  }
  return segment.facets = own;
}

/* What a result shows. */
const recordFiles = {};
async function record(hit) {
  const number = Math.floor(hit.number / core.records), name = hit.segment.name + "r" + number;
  if (!recordFiles[name]) {
    let label = "", folder = "";
    recordFiles[name] = text(await load(name)).split("\n").map(line => {
      const part = line.split("\x01");
      folder = part[2] || folder;
      label = part[3] || label;
      return { title: part[0], href: say.root + folder + (part[1] || slug(part[0])), label: label, lead: part[4] };
    });
  }
  return recordFiles[name][hit.number % core.records];
}
const slug = title => title.toLowerCase().replace(/['‘’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + "/";

/* The page. All texts are strangers': they become text, never markup. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...content);
  return made;
}
function marked(string, terms) {
  const parts = [];
  let copied = 0;
  for (const w of words(string)) {
    if (!terms.some(t => t.isPrefix ? w.word.startsWith(t.word) : t.word === w.word)) continue;
    parts.push(string.slice(copied, w.start), element("mark", {}, string.slice(w.start, w.end)));
    copied = w.end;
  }
  return parts.concat(string.slice(copied));
}
const forms = Object.fromEntries(say.counts.split("|").map(form => [form.slice(0, form.indexOf(":")), form.slice(form.indexOf(":") + 1)]));
const grouped = n => n < say.grouped ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, say.separator);
let plurals;
function count(n) {
  try {
    plurals = plurals || new Intl.PluralRules(document.documentElement.lang);
  } catch (error) {
    plurals = new Intl.PluralRules("en");
  }
  return (forms[plurals.select(n)] || forms.other).replace("#", grouped(n));
}
const page = href => href + (say.file && href.endsWith("/") ? say.file : "");

function article(hit, shown, state, query) {
  let place = hit.paragraph ? "p" + hit.paragraph : "";
  const exact = query.phrases.length ? /["“„«]([^"“”„«»]+)/.exec(state.q)[1] : query.raw[query.rarest] || "";
  const inText = hit.paragraph || !words(shown.title).some(w => query.terms.some(t => t.word === w.word));
  if (inText && exact) place += ":~:text=" + encodeURIComponent(exact.trim()).replace(/-/g, "%2D");
  const facet = hit.segment.facets, section = core.sections[facet.section[hit.number] - 1], kind = core.kinds[facet.kind[hit.number] - 1];
  const meta = element("p", { class: "meta" }, element("span", {}, shown.label));
  for (const other of [section, kind]) if (other) meta.append(" ", element("span", { class: "in" }, element("bdi", {}, other)));
  const item = element("article", { class: "item", dir: "auto" },
    element("h3", {}, element("a", { href: page(shown.href) + (place && "#" + place) }, ...marked(shown.title, query.terms))));
  if (shown.lead) item.append(element("p", { class: "dek" }, ...marked(shown.lead, query.terms)));
  if (hit.paragraph > 0) meta.append(" ", element("span", {}, say.paragraph.replace("#", grouped(hit.paragraph))));
  item.append(meta);
  return element("li", {}, item);
}

const GROUPS = [["year", "years"], ["section", "sections"], ["kind", "kinds"]];
const value = (hit, group) => {
  const v = hit.segment.facets[group][hit.number];
  return group === "year" ? (v ? String(v) : say.undated) : core[group + "s"][v - 1];
};
const decade = year => /^\d+$/.test(year) ? year.slice(0, -1) + "0s" : year;
const shownValue = (group, v) => group === "year" && /^\d+s$/.test(v) ? say.decade.replace("#", v.slice(0, -1)) : v;
function passes(hit, state, except) {
  return GROUPS.every(([g]) => g === except || !state[g]
    || value(hit, g) === state[g] || g === "year" && decade(value(hit, g)) === state[g]);
}
function showFacets(hits, state) {
  const box = $("facets");
  box.textContent = "";
  for (const [group, label] of GROUPS) {
    let counts = new Map();
    for (const hit of hits) if (passes(hit, state, group)) {
      const v = value(hit, group);
      if (v) counts.set(v, (counts.get(v) || 0) + 1);
    }
    if (group === "year" && counts.size > 20 && !state.year) {
      const decades = new Map();
      counts.forEach((n, v) => decades.set(decade(v), (decades.get(decade(v)) || 0) + n));
      counts = decades;
    } else if (group === "year" && /s$/.test(state.year || "")) {
      counts.forEach((n, v) => { if (decade(v) !== state.year) counts.delete(v); });
    }
    if (state[group] && !counts.has(state[group])) counts.set(state[group], hits.filter(h => passes(h, state)).length);
    if (counts.size < 2 && !state[group]) continue;
    const list = element("ul");
    const sorted = [...counts].sort(group === "year" ? (a, b) => a[0] < b[0] ? 1 : -1 : (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [v, n] of sorted) {
      const isOn = state[group] === v;
      const button = element("button", { type: "button", "aria-pressed": isOn }, element("bdi", {}, shownValue(group, v)), " ",
        element("span", { class: "count" }, grouped(n)));
      button.onclick = () => go({ ...state, [group]: isOn ? "" : v, n: 10 }, true).then(() => {
        const same = [...box.querySelectorAll("button")].find(b => b.firstChild.textContent === shownValue(group, v));
        (same || input).focus();
      });
      list.append(element("li", {}, button));
    }
    const id = "facet-" + group;
    box.append(element("div", { role: "group", "aria-labelledby": id, class: "chips" },
      element("span", { id: id, class: "label" }, say[label]), list));
  }
}

let turn = 0;
async function show(state) {
  const mine = ++turn, query = parse(state.q, state.typing);
  const box = $("results");
  if (!query.terms.length) {
    box.textContent = $("facets").textContent = $("found").textContent = "";
    $("ways").hidden = false;
    return;
  }
  try {
    const slow = setTimeout(() => { if (mine === turn) $("found").textContent = say.wait; }, 400);
    await open();
    const nameQuery = { terms: query.terms, phrases: [] };
    const [hits, names] = await Promise.all([find(core.articles, query), find(core.entities, nameQuery),
      ...core.articles.map(facets)]);
    const passing = hits.filter(hit => passes(hit, state)), limit = state.n || 10;
    const own = state.year || state.section || state.kind ? [] : names.slice(0, 30);
    const shown = await Promise.all(passing.slice(0, limit).map(record));
    const best = await entities(own, query);
    clearTimeout(slow);
    if (mine !== turn) return;
    query.raw = {};
    for (const w of words(state.q)) query.raw[w.word] = state.q.slice(w.start, w.end);
    const lengths = query.terms.map((t, i) => core.articles.reduce((n, s) => n + ((query.entries.get(s)[i] || { documents: [] }).documents.length), 0));
    query.rarest = (query.terms[lengths.indexOf(Math.min(...lengths))] || {}).word;
    if (query.terms.some(t => t.isPrefix && t.word === query.rarest)) query.rarest = "";
    $("ways").hidden = passing.length > 0;
    showFacets(hits, state);
    box.textContent = "";
    if (best.length) box.append(element("section", { class: "list found-names" }, element("h2", { class: "rubric" }, say.names),
      element("ul", {}, ...best.map(e => element("li", {}, element("a", { href: page(e.href), dir: "auto" }, ...marked(e.title, query.terms)), " ",
        element("span", { class: "kind" }, e.label), ...(e.lead ? [element("p", { class: "dek", dir: "auto" }, e.lead)] : []))))));
    if (shown.length) box.append(element("section", { class: "list" }, element("h2", { class: "rubric" }, say.articles),
      element("ol", {}, ...shown.map((r, i) => article(passing[i], r, state, query)))));
    if (passing.length > limit) {
      const more = element("button", { type: "button", class: "more" }, say.more);
      more.onclick = () => show({ ...state, n: limit + 10 }).then(() => {
        const next = box.querySelectorAll("ol a")[limit];
        if (next) next.focus();
      });
      box.append(more);
    }
    $("found").textContent = passing.length ? count(passing.length) : say.none;
  } catch (error) {
    if (mine !== turn) return;
    box.textContent = $("facets").textContent = "";
    $("found").textContent = say.failed;
    $("ways").hidden = false;
  }
}

/* The entities whose names match, those first that are what was typed and nothing else. */
async function entities(hits, query) {
  const all = [];
  for (const hit of hits.slice(0, 3)) all.push(await record(hit));
  const isWhole = e => words(e.title).length === query.terms.length ? 0 : 1;
  return all.sort((a, b) => isWhole(a) - isWhole(b));
}

/* The state is in the address: to share, and for the way back. */
let current = "";
function write(state) {
  const parts = [];
  for (const key of ["q", "year", "section", "kind"]) if (state[key]) parts.push(key + "=" + encodeURIComponent(state[key]));
  return parts.join("&");
}
function read() {
  const state = { q: "" };
  for (const part of location.hash.slice(1).split("&")) {
    const [key, ...rest] = part.split("=");
    try {
      if (["q", "year", "section", "kind"].includes(key)) state[key] = decodeURIComponent(rest.join("="));
    } catch (error) { /* It is no address of ours. */ }
  }
  state.q = state.q.slice(0, 200);
  return state;
}
function go(state, isStep) {
  const hash = write(state);
  if (hash !== current) {
    current = hash;
    if (isStep) location.hash = hash; else location.replace("#" + hash);
  }
  return show(state);
}
function arrive() {
  const hash = location.hash.slice(1);
  if (hash === current && hash) return;
  current = hash;
  const state = read();
  input.value = state.q;
  show(state);
}

let timer;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => go({ ...read(), q: input.value, typing: true }, false), 120);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(timer);
  go({ ...read(), q: input.value }, true);
});
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...document.querySelectorAll("#results a")], at = links.indexOf(document.activeElement);
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) input.focus();
  else if (event.key === "ArrowDown" && links.length && (at >= 0 || document.activeElement === input)) (links[at + 1] || links[at]).focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
  else if (event.key === "Escape" && at >= 0) input.focus();
  else if (event.key === "Escape" && document.activeElement === input && input.value) {
    input.value = "";
    go({ q: "" }, true);
  } else return;
  event.preventDefault();
});
window.addEventListener("hashchange", arrive);
window.datelineSearch.words = words;
form.hidden = false;
arrive();
if (!input.value) input.focus({ preventScroll: true });
})();
