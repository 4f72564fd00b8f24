// The line at the bottom: text, files, answers, edits and the menu of commands.

const form = document.getElementById("composer");
const text = document.getElementById("text");
const file = document.getElementById("file");
const context = document.getElementById("context");
const contextText = document.getElementById("context-text");
const menu = document.getElementById("commands");

const TALLEST = 200;

let commands = [];
let aim = null;
let lastOwn = () => null;

export function setCommands(list) {
  commands = list;
}

export function focusComposer() {
  text.focus();
}

/** The next text answers a message. */
export function answer(message) {
  aimAt({ kind: "reply", message }, "↩ " + (message.text || "File").slice(0, 80));
}

/** The next text replaces that of an own message. */
export function change(message) {
  aimAt({ kind: "edit", message }, "✎ " + message.text.slice(0, 80));
  text.value = message.text;
  grow();
}

export function startComposer(handlers) {
  lastOwn = handlers.lastOwn;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(handlers);
  });
  text.addEventListener("keydown", (event) => onKey(event, handlers));
  text.addEventListener("input", () => {
    grow();
    drawMenu(handlers);
  });
  text.addEventListener("paste", (event) => take(event, event.clipboardData, handlers));
  document.getElementById("context-close").addEventListener("click", forget);
  document.getElementById("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    [...file.files].forEach((one) => handlers.upload(one));
    file.value = "";
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => take(event, event.dataTransfer, handlers));
}

function take(event, transfer, handlers) {
  if (transfer?.files.length) {
    event.preventDefault();
    [...transfer.files].forEach((one) => handlers.upload(one));
  }
}

function onKey(event, handlers) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    const chosen = menu.hidden ? null : menu.querySelector("[aria-selected=true]");
    if (chosen) {
      chosen.click();
    } else {
      submit(handlers);
    }
  } else if (event.key === "Escape") {
    forget();
    menu.hidden = true;
  } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !menu.hidden) {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "ArrowUp" && !text.value && lastOwn()) {
    event.preventDefault();
    change(lastOwn());
  }
}

function submit(handlers) {
  const value = text.value.trim();
  if (!value) {
    return;
  }
  const sent = handlers.submit(value, aim);
  text.value = "";
  forget();
  menu.hidden = true;
  grow();
  sent.then((ok) => giveBack(ok ? "" : value));
}

/** What could not be sent can be sent again, unless something else is being written. */
function giveBack(value) {
  if (value && !text.value) {
    text.value = value;
    grow();
  }
}

function aimAt(newAim, label) {
  aim = newAim;
  contextText.textContent = label;
  context.hidden = false;
  text.focus();
}

function forget() {
  if (aim?.kind === "edit") {
    text.value = "";
  }
  aim = null;
  context.hidden = true;
}

function grow() {
  text.style.height = "auto";
  const wanted = text.scrollHeight + text.offsetHeight - text.clientHeight;
  text.style.height = Math.min(wanted, TALLEST) + "px";
  text.style.overflowY = wanted > TALLEST ? "auto" : "hidden";
}

function drawMenu(handlers) {
  const typed = /^\/([a-z0-9_]*)$/i.exec(text.value);
  const fitting = typed ? commands.filter((one) => one.name.startsWith(typed[1].toLowerCase())) : [];
  menu.hidden = fitting.length === 0;
  menu.replaceChildren(...fitting.map((one, index) => {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("strong");
    name.textContent = "/" + one.name;
    const description = document.createElement("span");
    description.textContent = one.description;
    item.append(name, description);
    item.addEventListener("click", () => {
      text.value = "/" + one.name;
      menu.hidden = true;
      submit(handlers);
    });
    return item;
  }));
}

function move(step) {
  const items = [...menu.children];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  items.forEach((item) => item.setAttribute("aria-selected", "false"));
  const next = items[(at + step + items.length) % items.length] ?? items[0];
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
}
