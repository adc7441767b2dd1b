/* Brings the search when it is wanted: when somebody comes to its box, or with a query in the
   address. Until then the page is a small one. */
(() => {
"use strict";
const input = document.getElementById("query"), here = document.currentScript.src;
let isBrought = false;
function bring() {
	if (isBrought) return;
	isBrought = true;
	const script = document.createElement("script");
	script.src = here.replace("search.js", "search-engine.js");
	document.head.append(script);
}
// What is typed or sent before it is there, it finds in the box.
document.getElementById("search").onsubmit = event => {
	event.preventDefault();
	bring();
};
input.onfocus = input.oninput = window.onhashchange = bring;
document.onkeydown = event => {
	if (event.key !== "/" || document.activeElement === input) return;
	event.preventDefault();
	input.focus();
};
if (location.hash.length > 1 || input.value || document.activeElement === input) bring();
})();
