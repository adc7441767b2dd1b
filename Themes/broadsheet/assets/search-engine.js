/* Search without a server: reads the index beside the search page through scripts, so that it
	 works from a disk too. Sources/Searching writes the index, and is its description. */
(() => {
"use strict";
const $ = id => document.getElementById(id), form = $("search"), input = $("query"), say = form.dataset;
const home = document.currentScript.src, language = document.documentElement.lang || "en";

/* Words. What is written otherwise counts as the same: Sources/Searching/Reading/WordFolding. */
const MARK = /[\u0300-\u036f\xad\u200b-\u200f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\ufe00-\ufe0f]/u;
const SIGN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u, FOLDS = {};
for (const f of ("æae øo đd ðd ħh ıi \u0133ij łl ŀl ŋn \u0149n œoe ßss þth ŧt əe ǥg ªa ºo أا إا آا ٱا ؤو ئي ىي " +
"αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo аa бb вv гg ґg дd еe эe жzh " +
"зz иi іi јj кk лl љlj мm нn њnj оo пp рr сs тt уu фf хh цts чch ђdj ћc џdz ѕdz шsh щshch ыy юyu яya єye ъ ь").split(" ")) FOLDS[f[0]] = f.slice(1);
function fold(c) {
	if (c < "\x80") return /\w/.test(c) && c !== "_" ? c.toLowerCase() : null;
	if (MARK.test(c)) return "";
	if (c in FOLDS) return FOLDS[c];
	if (!LETTER.test(c)) return null;
	const apart = c.normalize("NFD");
	if (apart !== c && apart.charCodeAt(0) < 0x530 && !/[Ǯǯ\u0374ϓϔѶѷӚӛӪӫẛ]/.test(c)) c = apart[0];
	c = c.toLowerCase().replace("\u0307", "");
	return c in FOLDS ? FOLDS[c] : c;
}
/* The words of a text with their places, each as its UTF-8, a character a byte. */
function words(text) {
	const found = [];
	let word = "", start = 0, i = 0;
	const end = () => {
		if (word) found.push({ word: unescape(encodeURIComponent(word)).slice(0, 40), start, end: i });
		word = "";
	};
	for (const c of text) {
		const letters = fold(c), sign = c > "\x7f" && SIGN.test(c);
		if (letters === null || sign) end();
		if (letters && !word) start = i;
		word += letters || "";
		i += c.length;
		if (sign) end();
	}
	end();
	return found;
}

/* Arithmetic decoding: Sources/Searching/Coding. */
const RATES = Int32Array.from({ length: 128 }, (_, n) => 32768 / (2 * n + 3)), SIZE = 216;
const chances = count => ({ c: new Uint16Array(count).fill(32768), n: new Uint8Array(count) });
function learn({ c, n }, i, bit) {
	const moved = c[i] + ((bit * 65535 - c[i]) * RATES[n[i]] >> 14);
	c[i] = moved < 32 ? 32 : moved > 65503 ? 65503 : moved;
	if (n[i] < 127) n[i]++;
}
class Bits {
	constructor(symbols) {
		this.symbols = symbols;
		this.i = this.low = this.value = 0;
		this.high = 0xfffffff;
		for (let k = 0; k < 4; k++) this.shift();
	}
	shift() {
		const next = this.i < this.symbols.length ? this.symbols.charCodeAt(this.i++) & 127 : 0;
		this.value = this.value << 7 & 0xfffffff | next;
	}
	bit(chance) {
		const range = this.high - this.low;
		const middle = this.low + (range >>> 12) * chance + ((range & 4095) * chance >>> 12);
		const bit = this.value <= middle ? 1 : 0;
		if (bit) this.high = middle; else this.low = middle + 1;
		while ((this.low ^ this.high) >>> 21 === 0) {
			this.low = this.low << 7 & 0xfffffff;
			this.high = this.high << 7 & 0xfffffff | 127;
			this.shift();
		}
		return bit;
	}
	learnt(from, i) {
		const bit = this.bit(from.c[i] >> 4);
		learn(from, i, bit);
		return bit;
	}
	fixed(bits, from, base) {
		let node = 1;
		for (let k = 0; k < bits; k++) node = node << 1 | this.learnt(from, base + node);
		return node - (1 << bits);
	}
	number(from, base) {
		let length = 0, value = 1;
		while (length < 24 && this.learnt(from, base + length)) length++;
		base += 24 + length * 8;
		for (let k = 0; k < length; k++)
			value = value << 1 | (k < 3 ? this.learnt(from, base + value) : this.bit(2048));
		return value - 1;
	}
}
const log2 = n => 31 - Math.clz32(n), rarity = (count, part) => Math.min(17, log2(part.count / count));

/* Texts: the model foretells each bit by what came before. */
const POINTS = [1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348,
	3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094];
const squash = Int32Array.from({ length: 4097 }, (_, i) => i < 1 ? 0 : i > 4095 ? 4095
	: POINTS[i >> 7] * (128 - (i & 127)) + POINTS[(i >> 7) + 1] * (i & 127) + 64 >> 7);
const stretch = new Int32Array(4096).fill(2047);
for (let i = 1, next = 0; i < 4096; i++) while (next <= squash[i]) stretch[next++] = i - 2048;
const newModel = () => ({ learnt: chances(4 << 15), weights: Int32Array.of(22000, 22000, 22000, 22000), last: 0 });
const copy = ({ learnt, weights, last }) => ({ learnt: { c: learnt.c.slice(), n: learnt.n.slice() }, weights: weights.slice(), last });
function text(symbols, model, lines = Infinity) {
	const bits = new Bits(symbols), { learnt, weights } = model, places = new Int32Array(4), inputs = new Int32Array(4);
	const contexts = new Int32Array(4);
	let out = "", { last } = model, word = 0;
	const enter = byte => {
		const low = byte | 32;
		last = last << 8 | byte;
		word = byte > 127 || low > 96 && low < 123 ? Math.imul(word + low, 0x2f0b4c47) : 0;
		contexts[0] = Math.imul(last & 255, 0x3d4d51cb) + 1;
		contexts[1] = Math.imul(last & 0xffff, 0x1b873593) + 2;
		contexts[2] = Math.imul(last & 0xffffff, 0x85ebca6b) + 3;
		contexts[3] = Math.imul(word, 0xc2b2ae35) + 4;
	};
	for (enter(0); ;) {
		let node = 1;
		while (node < 256) {
			let sum = 0;
			for (let k = 0; k < 4; k++) {
				const at = contexts[k] ^ Math.imul(node, 0x9e3779b1);
				const place = places[k] = k << 15 | Math.imul(at ^ at >>> 15, 0x2c1b3c6d) >>> 17;
				sum += weights[k] * (inputs[k] = stretch[learnt.c[place] >> 4]) >> 8;
			}
			sum = (sum >> 8) + 2048;
			const mixed = squash[sum < 0 ? 0 : sum > 4095 ? 4096 : sum], bit = bits.bit(mixed || 1), error = (bit * 4096 - mixed) * 6;
			for (let k = 0; k < 4; k++) {
				const w = weights[k] + (inputs[k] * error + 0x2000 >> 14);
				weights[k] = w < -0x3ffff ? -0x3ffff : w > 0x3ffff ? 0x3ffff : w;
				learn(learnt, places[k], bit);
			}
			node = node << 1 | bit;
		}
		const byte = node & 255;
		if (!byte || byte === 10 && !--lines) break;
		enter(byte);
		out += String.fromCharCode(byte);
	}
	model.last = last;
	return decodeURIComponent(escape(out));
}

/* The files of the index: each calls us with its name and what it holds. */
const memory = {}, waiting = {};
const once = (name, make) => memory[name] || (memory[name] = make().catch(error => {
	delete memory[name];
	throw error;
}));
window.datelineSearch = (name, ...content) => waiting[name] && waiting[name](content);
const load = (name, address = say.root + "search/" + name + ".js") => once(name, () => new Promise((done, fail) => {
	const script = document.createElement("script");
	waiting[name] = done;
	// Too late to fail, unless the script did not call.
	script.onload = () => fail(script.remove());
	script.onerror = fail;
	script.src = address;
	document.head.append(script);
}));
const phrases = () => once("P", async () => (await load("phrases", home.replace("search-engine.js", "search-phrases.js")))[0](
	{ Bits, chances, SIZE, log2, rarity, once, load }));
const open = () => once("core", async () => {
	const [core] = await load("index");
	for (const part of core.segments) part.common = new Map((part.common.match(/[^ ]+/g) || []).map((word, i) => [word, i + 1]));
	core.names = { year: core.years.map(([year]) => String(year || say.undated)), section: ["", ...core.sections], kind: ["", ...core.kinds] };
	core.articles = core.segments.filter(s => s.name !== "e");
	core.entities = core.segments.filter(s => s.name === "e");
	return core;
});

/* Words with the documents that have them, read on as far as they are asked for. */
function* entries(part, symbols) {
	const bits = new Bits(symbols);
	const letters = chances(65536), numbers = chances(SIZE * 3), gaps = chances(SIZE * 18);
	const strengths = chances(144), paragraphs = chances(SIZE * 3), flags = chances(1);
	let file = bits.number(numbers, 0), order = bits.number(numbers, 0), word = "";
	for (let left = bits.number(numbers, 0); left > 0; left--) {
		word = word.slice(0, bits.number(numbers, SIZE));
		for (let byte; (byte = bits.fixed(8, letters, word && word.charCodeAt(word.length - 1) * 256 || 0));)
			word += String.fromCharCode(byte);
		const isCommon = part.common.has(word);
		if (!isCommon && bits.learnt(flags, 0)) {
			file++;
			order = 0;
		}
		const count = bits.number(numbers, SIZE * 2) + 1, rare = rarity(count, part), hasParagraphs = rare > 5 || count < 65;
		const entry = { word, part, file, order, documents: new Int32Array(count), strengths: new Uint8Array(count), paragraphs: new Int32Array(count) };
		if (!isCommon) order++;
		for (let k = 0, document = -1; k < count; k++) {
			entry.documents[k] = document += bits.number(gaps, SIZE * rare) + 1;
			const strength = entry.strengths[k] = bits.fixed(3, strengths, 8 * rare);
			if (hasParagraphs && strength < 3) entry.paragraphs[k] = bits.number(paragraphs, SIZE * strength);
		}
		yield entry;
	}
}
const shard = (part, number) => once(part.name + "W" + number, async () =>
	({ found: new Map(), last: "", rest: entries(part, (await load(part.name + "w" + number))[0]) }));
/* The words of a file, at least up to a word. */
async function wordsUpTo(word, part, number) {
	const all = await shard(part, number);
	while (all.last < word) {
		const { value, done } = all.rest.next();
		all.last = done ? "\uffff" : value.word;
		if (!done) all.found.set(value.word, value);
	}
	return all.found;
}
/* The documents of a part that have a word, or words that begin so, ascending. */
async function lookUp(part, term) {
	const first = part.words, word = term.word;
	let from = 0;
	while (first[from + 1] <= word) from++;
	let to = from;
	while (term.isPrefix && first[to + 1] && first[to + 1].startsWith(word)) to++;
	if (!term.isPrefix || to - from > 11) return (await wordsUpTo(word, part, from)).get(word);
	const best = new Uint8Array(part.count), paragraphs = new Int32Array(part.count), documents = [], numbers = [];
	for (let n = from; n <= to; n++) numbers.push(n);
	for (const map of await Promise.all(numbers.map(n => wordsUpTo(word + "\xff", part, n)))) for (const [other, entry] of map)
		if (other.startsWith(word)) entry.documents.forEach((d, k) => {
			const strength = entry.strengths[k] + 1;
			if (!best[d]) documents.push(d);
			if (strength > best[d]) paragraphs[d] = entry.paragraphs[k];
			best[d] = Math.max(best[d], strength);
		});
	documents.sort((a, b) => a - b);
	return documents.length ? { documents, strengths: documents.map(d => best[d] - 1), paragraphs: documents.map(d => paragraphs[d]) } : undefined;
}

/* A query: words and phrases, all of which must occur. */
function parse(query, isTyping) {
	const terms = [], phrases = [], raw = {};
	query.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]?|[^"“”„«»]+/g, (all, quoted, at) => {
		const source = quoted === undefined ? all : quoted, found = words(source);
		const list = found.map(w => {
			raw[w.word] = source.slice(w.start, w.end);
			let term = terms.find(t => t.word === w.word);
			if (!term) terms.push(term = { word: w.word });
			return term;
		});
		const last = found[found.length - 1];
		if (quoted !== undefined && list.length > 1) phrases.push({ list, source: source.trim() });
		else for (const term of list) term.isLoose = true;
		if (quoted === undefined && isTyping && last && last.end === all.length && at + all.length === query.length && last.word.length > 1)
			list[list.length - 1].isPrefix = true;
	});
	return { terms, phrases, raw };
}
const WEIGHTS = [0.35, 0.55, 0.8, 1.5, 1.8, 2.1, 2.4];
async function match(part, query, entries, rareness) {
	if (entries.includes(undefined)) return [];
	const counts = new Uint8Array(part.count), scores = new Float32Array(part.count), paragraphs = new Int32Array(part.count);
	const own = [...entries.keys()].filter(i => entries[i]).sort((a, b) => rareness[b] - rareness[a]);
	own.forEach((i, step) => {
		entries[i].documents.forEach((d, k) => {
			if (counts[d] !== step) return;
			counts[d]++;
			scores[d] += rareness[i] * WEIGHTS[entries[i].strengths[k]];
			if (!step) paragraphs[d] = entries[i].paragraphs[k];
		});
	});
	let found = [];
	counts.forEach((n, d) => { if (n === own.length) found.push(d); });
	const phrase = query.phrases.length && found.length && await phrases();
	for (const { list } of query.phrases)
		if (found.length) found = found.filter(await phrase(part, list, term => entries[query.terms.indexOf(term)]));
	return found.map(number => ({ part, number, score: scores[number], paragraph: query.phrases.length ? 0 : paragraphs[number] }));
}
/* Whether phrases tell of a common word without looking it up. */
const isTold = (term, part, query) => !term.isLoose && part.common.has(term.word) &&
	query.phrases.every(({ list }) => !list.includes(term) || list.some(other => !part.common.has(other.word)));
/* Names are sought by what is not common in a phrase. */
const names = (core, query) => ({ terms: query.terms.filter(t => !large(core).some(part => isTold(t, part, query))), phrases: [] });
async function find(parts, query) {
	if (query.phrases.length) phrases().catch(() => 0);
	const all = await Promise.all(parts.map(part => Promise.all(query.terms.map(t => isTold(t, part, query) ? null : lookUp(part, t)))));
	const total = parts.reduce((sum, part) => sum + part.count, 0);
	const counts = query.terms.map((t, i) => all.some(entries => entries[i] === null) ? total
		: all.reduce((sum, entries) => sum + (entries[i] ? entries[i].documents.length : 0), 0));
	query.rarest = query.terms[counts.indexOf(Math.min(...counts))];
	const rareness = counts.map(n => Math.log(1 + (total - n + 0.5) / (n + 0.5)));
	const found = await Promise.all(parts.map((part, i) => match(part, query, all[i], rareness)));
	return [].concat(...found);
}
/* The best hits, the newest of equals, without sorting all. */
function best(hits, limit) {
	const isBefore = (a, b) => (a.score - b.score || a.part.first + a.number - b.part.first - b.number) > 0, top = [];
	for (const hit of hits) {
		if (top.length === limit && !isBefore(hit, top[limit - 1])) continue;
		let at = top.length;
		while (at && isBefore(hit, top[at - 1])) at--;
		top.splice(at, 0, hit);
		top.length = Math.min(top.length, limit);
	}
	return top;
}

/* Section, kind and year of each article, as numbers of their names. */
const facets = (part, core) => once(part.name + "F", async () => {
	const bits = new Bits((await load(part.name + "f"))[0]), sections = chances(256), kinds = chances(256);
	const own = { year: new Uint16Array(part.count), section: new Uint8Array(part.count), kind: new Uint8Array(part.count) };
	const width = names => 32 - Math.clz32(names.length), [inSections, inKinds] = [width(core.sections), width(core.kinds)];
	let year = 0, end = core.years[0][1];
	for (let d = 0; d < part.count; d++) {
		own.section[d] = bits.fixed(inSections, sections, 0);
		own.kind[d] = bits.fixed(inKinds, kinds, 0);
		while (end <= part.first + d) end += core.years[++year][1];
		own.year[d] = year;
	}
	part.facets = own;
});
/* What a result shows. The first file of a part of the index teaches the model of its others. */
const slug = title => title.toLowerCase().replace(/['‘’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + "/";
const firstRecords = part => once(part.name + "R", async () => {
	const model = newModel(), [symbols] = await load(part.name + "r0");
	return { text: text(symbols, model), model };
});
async function record({ part, number }, core) {
	const file = Math.floor(number / part.records);
	let line = number % part.records, source;
	if (file) {
		const [parts, first] = await Promise.all([load(part.name + "r" + file), firstRecords(part)]), at = Math.floor(line / core.part);
		line %= core.part;
		source = text(parts[at], copy(first.model), line + 1);
	} else source = (await firstRecords(part)).text;
	let folder, label;
	const fields = source.split("\n").slice(0, line + 1).map(l => {
		const all = l.split("\x01");
		folder = all[2] || folder || "";
		label = all[3] || label || "";
		return all;
	}).pop();
	const address = say.root + folder + (fields[1] || slug(fields[0]));
	return { title: fields[0], label, lead: fields[4], href: address + (say.file && address.endsWith("/") ? say.file : "") };
}

/* The page. All texts are strangers': they become text, never markup. */
function element(name, attributes, ...content) {
	const made = document.createElement(name);
	for (const key in attributes) made.setAttribute(key, attributes[key]);
	made.append(...content);
	return made;
}
function marked(string, query) {
	const parts = [];
	let copied = 0;
	for (const w of words(string)) if (query.terms.some(t => t.isPrefix ? w.word.startsWith(t.word) : t.word === w.word)) {
		parts.push(string.slice(copied, w.start), element("mark", {}, string.slice(w.start, w.end)));
		copied = w.end;
	}
	return [...parts, string.slice(copied)];
}
/* As the language writes numbers, and as it counts (CLDR's categories). */
const grouped = n => n < say.grouped ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, say.separator);
function counted(n) {
	const forms = Object.fromEntries(say.counts.split("|").map(form => form.split(/:(.*)/)));
	let rules;
	try {
		rules = new Intl.PluralRules(language);
	} catch (error) {
		rules = new Intl.PluralRules("en");
	}
	return (forms[rules.select(n)] || forms.other).replace("#", grouped(n));
}

function articleItem(hit, shown, query, names) {
	const { facets } = hit.part, rarest = query.rarest;
	const isInTitle = words(shown.title).some(w => w.word === rarest.word);
	const sought = query.phrases.length ? query.phrases[0].source : rarest.isPrefix || isInTitle ? "" : query.raw[rarest.word];
	const place = (hit.paragraph ? "p" + hit.paragraph : "") + (sought && ":~:text=" + encodeURIComponent(sought).replace(/-/g, "%2D"));
	const meta = element("p", { class: "meta" }, element("span", {}, shown.label));
	for (const other of ["section", "kind"].map(group => names[group][facets[group][hit.number]])) if (other) meta.append(" ", element("span", { class: "in" }, element("bdi", {}, other)));
	if (hit.paragraph) meta.append(" ", element("span", {}, say.paragraph.replace("#", grouped(hit.paragraph))));
	return element("li", {}, element("article", { class: "item", dir: "auto" },
		element("h3", {}, element("a", { href: shown.href + (place && "#" + place) }, ...marked(shown.title, query))),
		...(shown.lead ? [element("p", { class: "dek" }, ...marked(shown.lead, query))] : []), meta));
}
const nameItem = (shown, query) => element("li", {},
	element("a", { href: shown.href, dir: "auto" }, ...marked(shown.title, query)), " ", element("span", { class: "kind" }, shown.label),
	...(shown.lead ? [element("p", { class: "dek", dir: "auto" }, shown.lead)] : []));

const GROUPS = ["year", "section", "kind"];
const shownYear = v => /^\d+s$/.test(v) ? say.decade.replace("#", v.slice(0, -1)) : v;
const decade = year => /^\d+$/.test(year) ? year.slice(0, -1) + "0s" : year;
const passes = (hit, state, names, except) => GROUPS.every(g => {
	if (g === except || !state[g]) return true;
	const own = names[g][hit.part.facets[g][hit.number]];
	return own === state[g] || g === "year" && decade(own) === state[g];
});
function showFacets(hits, state, names) {
	const box = $("facets");
	box.textContent = "";
	for (const group of GROUPS) {
		const isNarrowed = GROUPS.some(g => g !== group && state[g]), own = names[group], sums = own.map(() => 0);
		for (const hit of hits) if (!isNarrowed || passes(hit, state, names, group)) sums[hit.part.facets[group][hit.number]]++;
		const tally = name => {
			const counts = new Map();
			own.forEach((v, i) => { if (v && sums[i]) counts.set(name(v), (counts.get(name(v)) || 0) + sums[i]); });
			return counts;
		};
		let counts = tally(v => v);
		if (group === "year" && counts.size > 20) {
			const open = state.year && decade(state.year);
			counts = new Map([...tally(decade), ...[...counts].filter(([v]) => decade(v) === open)]);
		}
		if (counts.size < 2 && !state[group]) continue;
		if (state[group] && !counts.has(state[group])) counts.set(state[group], 0);
		const sorted = [...counts].sort((a, b) => group === "year" ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		const list = element("ul", {}, ...sorted.map(([v, n]) => {
			const isOn = state[group] === v;
			const button = element("button", { type: "button", "aria-pressed": isOn, "data-value": v },
				element("bdi", {}, group === "year" ? shownYear(v) : v), " ", element("span", { class: "count" }, grouped(n)));
			button.onclick = async () => {
				await go({ ...state, [group]: isOn ? "" : v }, true);
				([...box.querySelectorAll("button")].find(b => b.dataset.value === v) || input).focus();
			};
			return element("li", {}, button);
		}));
		box.append(element("div", { role: "group", "aria-labelledby": "facet-" + group, class: "chips" },
			element("span", { id: "facet-" + group, class: "label" }, say[group]), list));
	}
}

/* What nearly every search needs: the facets, and what teaches to read most results. */
const large = core => core.articles.filter(part => part.name !== "n").slice(-1);
const prepare = core => [...core.articles.map(part => facets(part, core)), ...large(core).map(part => load(part.name + "r0"))];

let turn = 0;
async function show(state, limit = 5) {
	const mine = ++turn, query = parse(state.q, state.isTyping), box = $("results"), found = $("found");
	const empty = message => {
		box.textContent = $("facets").textContent = "";
		found.textContent = message;
		$("ways").hidden = false;
	};
	if (!query.terms.length) return empty("");
	const slow = setTimeout(() => { found.textContent = say.wait; }, 500);
	try {
		const core = await open();
		const searched = [find(core.articles, query), find(core.entities, names(core, query))];
		const [hits, entityHits] = await Promise.all([...searched, ...prepare(core)]);
		const passing = hits.filter(hit => passes(hit, state, core.names)), isNarrowed = GROUPS.some(g => state[g]), top = best(passing, limit);
		const [shown, entities] = await Promise.all([top, isNarrowed ? [] : best(entityHits, 3)]
			.map(list => Promise.all(list.map(hit => record(hit, core)))));
		if (mine !== turn) return;
		showFacets(hits, state, core.names);
		box.textContent = "";
		const isWhole = e => words(e.title).length === query.terms.length;
		entities.sort((a, b) => isWhole(b) - isWhole(a));
		const list = (name, title, items) => items.length && box.append(element("section", { class: "list" },
			element("h2", { class: "rubric" }, title), element(name, {}, ...items)));
		list("ul", say.names, entities.map(e => nameItem(e, query)));
		list("ol", say.articles, shown.map((r, i) => articleItem(top[i], r, query, core.names)));
		if (passing.length > limit) {
			const more = element("button", { type: "button", class: "more" }, say.more);
			more.onclick = async () => {
				await show(state, limit + 12);
				box.querySelectorAll("ol a")[limit].focus();
			};
			box.append(more);
		}
		const n = passing.length;
		$("ways").hidden = n > 0;
		found.textContent = n ? counted(n) : say.none;
	} catch (error) {
		if (mine === turn) empty(say.failed);
	} finally {
		clearTimeout(slow);
	}
}

/* What is sought stands in the address: to share, and for the way back. */
let current = null;
const KEYS = ["q", ...GROUPS];
function read() {
	const state = { q: "" };
	for (const part of location.hash.slice(1).split("&")) {
		const [key, value] = part.split("=");
		try {
			if (KEYS.includes(key)) state[key] = decodeURIComponent((value || "").replace(/\+/g, " ")).slice(0, 200);
		} catch (error) { /* No address of ours. */ }
	}
	return state;
}
function go(state, isStep) {
	const hash = KEYS.filter(key => state[key]).map(key => key + "=" + encodeURIComponent(state[key])).join("&");
	if (hash !== current) {
		current = hash;
		if (isStep) location.hash = hash; else location.replace("#" + hash);
	}
	return show(state);
}
function arrive() {
	if (location.hash.slice(1) === current) return;
	current = location.hash.slice(1);
	const state = read();
	input.value = state.q;
	show(state);
}
let timer;
input.oninput = () => {
	clearTimeout(timer);
	timer = setTimeout(() => go({ ...read(), q: input.value, isTyping: true }), 120);
};
form.onsubmit = event => {
	event.preventDefault();
	clearTimeout(timer);
	go({ ...read(), q: input.value }, true);
};
document.onkeydown = event => {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const links = [...$("results").querySelectorAll("a")], active = document.activeElement, at = links.indexOf(active);
	const isTyping = active === input;
	if (event.key === "/" && !isTyping) input.focus();
	else if (event.key === "ArrowDown" && links.length && (at >= 0 || isTyping)) (links[at + 1] || links[at]).focus();
	else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
	else if (event.key === "Escape" && at >= 0) input.focus();
	else if (event.key === "Escape" && isTyping && input.value) go({ q: input.value = "" }, true);
	else return;
	event.preventDefault();
};
window.onhashchange = arrive;
window.datelineSearch.words = words;
// Somebody may have typed before all this was there.
if (location.hash.length < 2 && input.value) go({ q: input.value, isTyping: true });
else arrive();
// While the reader still types. What fails is asked for again, and told, when it is needed.
if (!current) open().then(async core => {
	await Promise.all(prepare(core));
	large(core).forEach(firstRecords);
}).catch(() => 0);
})();
