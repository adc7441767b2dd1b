// What a preview adds to a page: it reloads when its bytes change, tells errors, and shows beside
// an article what the recogniser saw. The server adds it to the pages that it sends; no site has it.
(function () {
  "use strict";

  const data = document.currentScript.dataset;
  const folder = "/-/dateline/";

  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = folder + "preview.css";
  document.head.append(sheet);

  /** An element with a class, attributes or handlers, and what is in it: always as text. */
  function make(name, properties, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (key in element && typeof value !== "string") element[key] = value;
      else element.setAttribute(key === "className" ? "class" : key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function query(fields) { return new URLSearchParams(fields).toString().replace(/\+/g, "%20"); }

  // Storage may be forbidden; then nothing is remembered.
  function recall(storage, key) { try { return window[storage].getItem(key); } catch { return null; } }
  function keep(storage, key, value) { try { window[storage].setItem(key, value); } catch { /* so be it */ } }
  function forget(storage, key) { try { window[storage].removeItem(key); } catch { /* so be it */ } }

  // ---- Reloading, with the eye on the same line

  function leave(go) {
    keep("sessionStorage", "dateline-scroll", JSON.stringify([window.scrollX, window.scrollY]));
    go();
  }

  /** The form of the margin in which somebody is. */
  function busyForm() { return margin && margin.querySelector("form:focus-within"); }

  /** Does what takes the page away once nobody types in the margin: what is typed would be lost. */
  function whenIdle(go) {
    const form = busyForm();
    if (!form || !form.querySelector("input").value) { go(); return; }
    // Not at once: a click on its button takes the focus away before it counts.
    form.addEventListener("focusout", () => setTimeout(() => whenIdle(go), 500), { once: true });
  }

  const scroll = recall("sessionStorage", "dateline-scroll");
  if (scroll) {
    forget("sessionStorage", "dateline-scroll");
    const [x, y] = JSON.parse(scroll);
    const back = () => window.scrollTo({ left: x, top: y, behavior: "instant" });
    back();
    window.addEventListener("load", back);
  }

  let events = null;
  function listen() {
    if (events) return;
    events = new EventSource(folder + "events?" + query({ file: data.file, tag: data.tag, token: data.token }));
    events.addEventListener("reload", () => whenIdle(() => leave(() => window.location.reload())));
    events.addEventListener("move", (event) =>
      whenIdle(() => leave(() => window.location.replace(event.data))));
    events.addEventListener("problems", (event) => {
      tellErrors(JSON.parse(event.data));
      // What the margin says may be known only now; nobody loses what is being typed there.
      if (margin && !busyForm()) showMargin();
    });
    events.addEventListener("progress", (event) => tellProgress(event.data));
  }
  function rest() { if (events) { events.close(); events = null; } }

  // A browser has six connections to a server: pages that nobody sees give theirs back.
  let hiding = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(rest, 5000); else listen();
  });
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

  function tellProgress(text) {
    const bar = document.getElementById("dateline-progress");
    if (!bar) return;
    const [stage, done, total] = text.split(" ");
    if (Number(total) > 0) { bar.max = Number(total); bar.value = Number(done); }
    document.getElementById("dateline-stage").textContent =
      stage === "read" ? Number(done).toLocaleString() + " of " + Number(total).toLocaleString() + " articles"
        : "Bringing them together";
  }

  // ---- Errors

  let errors = { urgent: false, count: 0, errors: [] };
  const list = make("div", {});
  const dialog = make("dialog", { id: "dateline-errors", "aria-labelledby": "dateline-errors-title" },
    make("form", { method: "dialog" }, make("button", { autofocus: true }, "Close (Esc)")),
    make("h2", { id: "dateline-errors-title" }), list,
    make("p", {}, "Behind this is the last page without the error. It goes when the file is mended."));
  const badge = make("button", { id: "dateline-badge", type: "button", hidden: true, onclick: () => dialog.showModal() });

  function signature() { return errors.errors.map((error) => error.text).join("\n"); }
  dialog.addEventListener("close", () => {
    if (errors.errors.length) keep("sessionStorage", "dateline-dismissed", signature());
  });

  function tellErrors(told) {
    errors = told;
    const count = told.count;
    const title = count === 1 ? "1 error" : count.toLocaleString() + " errors";
    dialog.querySelector("h2").textContent = title;
    badge.textContent = title;
    badge.hidden = count === 0;
    list.replaceChildren(...told.errors.map((error) =>
      make("article", {}, make("h3", {}, error.message),
        make("p", { className: "dateline-place" }, error.file + ":" + error.line),
        make("pre", {}, error.text))));
    if (!dialog.isConnected) document.body.append(dialog);
    if (count === 0) {
      forget("sessionStorage", "dateline-dismissed");
      if (dialog.open) dialog.close();
    } else if (told.urgent && !dialog.open
      && recall("sessionStorage", "dateline-dismissed") !== signature()) {
      dialog.showModal();
    }
  }

  // ---- The margin

  const bar = make("div", { id: "dateline-bar", role: "region", "aria-label": "Preview" });
  const status = make("p", { role: "status" });
  let margin = null;

  const toggle = make("button", { id: "dateline-switch", type: "button", "aria-pressed": "false",
    title: "Names in this article (m)", onclick: () => setMargin(!margin) }, "Names");

  function setMargin(isOn) {
    keep("localStorage", "dateline-margin", isOn ? "on" : "off");
    toggle.setAttribute("aria-pressed", String(isOn));
    document.documentElement.classList.toggle("dateline-with-margin", isOn);
    if (!isOn) {
      light([]);
      if (margin) margin.remove();
      margin = null;
      return;
    }
    margin = make("aside", { id: "dateline-margin", "aria-label": "Names in this article" });
    document.body.append(margin);
    showMargin();
  }

  function light(marks) {
    document.querySelectorAll(".dateline-seen").forEach((mark) => mark.classList.remove("dateline-seen"));
    for (const number of marks) {
      const mark = document.getElementById("m" + number);
      if (mark) mark.classList.add("dateline-seen");
    }
  }

  async function ask(path, options) {
    const response = await fetch(folder + path, options);
    if (!response.ok) throw new Error((await response.text()).trim());
    return response.json();
  }

  async function showMargin() {
    let told;
    try {
      told = await ask("margin?" + query({ file: data.file }));
    } catch (error) {
      if (margin) margin.replaceChildren(make("p", {}, error.message));
      return;
    }
    const text = JSON.stringify(told);
    if (!margin || margin.dataset.told === text) return;
    margin.dataset.told = text;
    const names = make("ol", {}, ...told.names.map((name) => card(name, told)));
    margin.replaceChildren(
      make("h2", {}, told.names.length === 1 ? "1 name" : told.names.length + " names"),
      make("p", { className: "dateline-place" }, told.file), status,
      told.writable ? make("button", { type: "button", onclick: () => fix({ action: "undo" }) }, "Undo the last correction")
        : make("p", {}, "Names are corrected only where nobody else reaches the preview."),
      names,
      ...(told.problems.length ? [make("h2", {}, "What check says")] : []),
      ...told.problems.map((problem) => make("pre", { className: "dateline-" + problem.severity }, problem.text)));
    names.addEventListener("keydown", walk);
  }

  /** Arrow keys go from name to name. */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("input")) return;
    const heads = [...margin.querySelectorAll("li > button")];
    const now = heads.indexOf(event.target.closest("li").firstElementChild);
    const next = heads[now + step];
    if (next) { next.focus(); event.preventDefault(); }
  }

  function card(name, told) {
    const seen = name.kind + ", " + name.certainty + (name.count > 1 ? ", " + name.count + " times" : "");
    const stands = name.entity === null ? "stands for nobody" : null;
    const entity = name.entity === null ? null
      : name.href ? make("a", { href: name.href }, name.entity) : make("span", {}, name.entity);
    const head = make("button", { type: "button", className: "dateline-name",
      onclick: () => {
        const mark = document.getElementById("m" + name.marks[0]);
        if (mark) mark.scrollIntoView({ block: "center" });
      } }, name.surface);
    const item = make("li", { onmouseenter: () => light(name.marks), onfocusin: () => light(name.marks),
      onmouseleave: () => light([]) },
      head,
      make("p", {}, seen, " → ", stands || entity,
        name.address ? make("span", { className: "dateline-place" }, " " + name.address) : null),
      make("p", { className: "dateline-why" }, "Because " + name.reason + "."),
      name.sentence === null ? make("p", { className: "dateline-sentence" }, "in the headline")
        : make("p", { className: "dateline-sentence" }, name.sentence));
    if (told.writable) item.append(...fixes(name, told, item));
    return item;
  }

  function fixes(name, told, item) {
    const button = (text, action) => make("button", { type: "button", onclick: action }, text);
    const row = make("p", { className: "dateline-fixes" });
    if (name.entity !== null) {
      row.append(button("Not a name here",
        () => fix({ action: "unlink", name: name.surface, article: told.article })));
      row.append(button("Not a name anywhere", () => fix({ action: "ignore", name: name.surface })));
    }
    row.append(button("Someone else…", () => choose(name, told, item)));
    if (name.address && !name.record) {
      row.append(button("Make a record", () => fix({ action: "record", entity: name.address })));
    }
    return [row];
  }

  /** Asks who is meant, with the entities that have what is typed in their name. */
  function choose(name, told, item) {
    const old = item.querySelector("form");
    if (old) { old.remove(); return; }
    const options = make("datalist", { id: "dateline-entities" });
    const input = make("input", { type: "text", list: "dateline-entities", required: true,
      autocomplete: "off", "aria-label": "Who “" + name.surface + "” is: an address or a name",
      placeholder: "people/lise-grande, or a name" });
    let asked = 0;
    input.addEventListener("input", async () => {
      const number = ++asked;
      const found = await ask("names?" + query({ q: input.value }));
      if (number !== asked) return;
      options.replaceChildren(...found.map((entity) =>
        make("option", { value: entity.address }, entity.name + ", " + entity.articles)));
    });
    const form = make("form", { onsubmit: async (event) => {
      event.preventDefault();
      const isDone = await fix(
        { action: "identify", name: name.surface, article: told.article, entity: input.value.trim() });
      if (!isDone) return;
      document.activeElement.blur();
      form.remove();
    } }, input, options, make("button", {}, "Save"));
    item.append(form);
    input.focus();
  }

  /** Asks for a correction and says what became of it: whether it is made. */
  async function fix(request) {
    status.textContent = "Writing …";
    try {
      const done = await ask("fix", { method: "POST", body: JSON.stringify(request),
        headers: { "Content-Type": "application/json", "Dateline-Token": data.token } });
      status.textContent = done.files.length ? done.title + ": wrote " + done.files.join(", ") : "It is so already.";
      return true;
    } catch (error) {
      status.textContent = error.message;
      return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "m" && data.article !== undefined) setMargin(!margin);
    if (event.key === "Escape" && margin && !dialog.open) setMargin(false);
  });

  bar.append(badge);
  if (data.article !== undefined) bar.append(toggle);
  if (data.file !== "-") document.body.append(bar);
  if (data.article !== undefined && recall("localStorage", "dateline-margin") === "on") setMargin(true);
  listen();
})();
