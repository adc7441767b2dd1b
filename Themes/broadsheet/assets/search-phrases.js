/* Phrases of a search: asked for by search-engine.js when there is one. Sources/Searching writes the files. */
datelineSearch("phrases", tools => {
"use strict";
const { Bits, chances, SIZE, log2, rarity, once, load } = tools;
/* Common words after or before a word, a character each: their ranks. */
const newRuns = () => ({ more: chances(128), ranks: chances(1 << 14) });
function run(bits, { more, ranks }) {
	let all = "", last = 0;
	while (bits.learnt(more, last)) all += String.fromCharCode(last = bits.fixed(7, ranks, last << 7));
	return all;
}
/* So many places in a document; `take` is called beside each. */
function listed(bits, times, rare, gaps, take) {
	const places = [], base = SIZE * (rare * 8 + Math.min(7, log2(times)));
	for (let place = 0; times > 0; times--) {
		places.push(place += bits.number(gaps, base));
		if (take) take();
	}
	return places;
}
/* Where a word stands in each of its documents, between which common words. */
const positions = ({ part, file, order, documents }) => once([part.name, file, order], async () => {
	const bits = new Bits((await load(part.name + "p" + file))[0]);
	const numbers = chances(SIZE), counts = chances(SIZE * 18), gaps = chances(SIZE * 144), [after, before] = [newRuns(), newRuns()];
	let own;
	const take = part.common.size && (() => {
		own.after.push(run(bits, after));
		own.before.push(run(bits, before));
	});
	for (; ; order--) {
		const found = new Map(), count = bits.number(numbers, 0) + 1, rare = rarity(count, part);
		for (let k = 0; k < count; k++) {
			own = { after: [], before: [] };
			own.places = listed(bits, bits.number(counts, SIZE * rare) + 1, rare, gaps, take);
			if (!order) found.set(documents[k], own);
		}
		if (!order) return found;
	}
});
/* Where a pair of common words stands in each of its documents. */
const pair = (part, sought) => once([part.name, "pair", sought], async () => {
	const file = part.pairs.filter(first => first <= sought).length - 1;
	if (file < 0) return new Map();
	const bits = new Bits((await load(part.name + "b" + file))[0]);
	const numbers = chances(SIZE * 2), gone = chances(SIZE * 18), counts = chances(SIZE * 18), gaps = chances(SIZE * 144);
	let number = part.pairs[file];
	for (let left = bits.number(numbers, 0); left > 0; left--) {
		number += bits.number(numbers, 0);
		const found = new Map(), count = bits.number(numbers, SIZE) + 1, rare = rarity(count, part);
		for (let k = 0, document = -1; k < count; k++) {
			document += bits.number(gone, SIZE * rare) + 1;
			found.set(document, listed(bits, bits.number(counts, SIZE * rare) + 1, rare, gaps));
		}
		if (number === sought) return found;
	}
	return new Map();
});
/* Whether a document has a phrase. */
async function phrase(part, list, entry) {
	const ranks = list.map(term => part.common.get(term.word)), run = (from, to) => String.fromCharCode(...ranks.slice(from, to));
	const others = [...ranks.keys()].filter(i => !ranks[i]);
	if (!others.length) {
		const starts = [...ranks.keys()].filter(i => i + 2 === list.length || i + 2 < list.length && i % 2 === 0);
		const all = await Promise.all(starts.map(i => pair(part, ranks[i] * 128 + ranks[i + 1])));
		return document => {
			const places = all.map(pair => pair.get(document) || []);
			return places[0].some(p => places.every((own, i) => own.includes(p + starts[i])));
		};
	}
	const all = await Promise.all(others.map(i => positions(entry(list[i]))));
	const before = [...run(0, others[0])].reverse().join(""), after = others.map((at, i) => run(at + 1, others[i + 1]));
	return document => {
		const own = all.map(word => word.get(document));
		return own[0].places.some((p, first) => (own[0].before[first] || "").startsWith(before) && own.every(({ places, after: runs }, i) => {
			const at = places.indexOf(p + i);
			const run = runs[at] || "";
			return at >= 0 && (i + 1 < own.length ? run === after[i] : run.startsWith(after[i]));
		}));
	};
}
return phrase;
});
