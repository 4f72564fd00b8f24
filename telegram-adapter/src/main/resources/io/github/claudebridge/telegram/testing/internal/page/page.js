// Which chat is open, what the server says of it, and what the person does there.

import { answer, change, focusComposer, setCommands, startComposer } from "./composer.js";
import { drawMessages, toEnd } from "./messages.js";

const byId = (id) => document.getElementById(id);
const LARGEST_FILE = 50 << 20;
let chat = 0;
let topic = 0;
let state = null;
let events = null;
let lastAnswer;

function connect() {
  events?.close();
  events = new EventSource(`events?chat=${chat}&topic=${topic}`);
  events.onopen = () => { byId("offline").hidden = true; };
  events.onerror = () => { byId("offline").hidden = false; };
  events.onmessage = (event) => {
    state = JSON.parse(event.data);
    draw();
  };
}

function go(newChat, newTopic) {
  chat = newChat;
  topic = newTopic;
  document.body.classList.remove("sidebar-open");
  byId("menu").setAttribute("aria-expanded", "false");
  byId("messages").replaceChildren();
  connect();
  focusComposer();
}

/** Sends what the person did; says whether that worked, and shows why where it did not. */
async function post(address, body) {
  try {
    const response = await fetch(address, { method: "POST", body });
    if (response.ok) {
      return true;
    }
    toast(await response.text());
  } catch {
    toast("Not sent: the connection is lost.");
  }
  return false;
}

function act(what, rest) {
  toEnd();
  return post("act", JSON.stringify({ do: what, chat: chat || state.me, topic, ...rest }));
}

function upload(file) {
  if (file.size > LARGEST_FILE) {
    toast(file.name + " is larger than 50 MB.");
    return;
  }
  const as = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/ogg") ? "voice" : "document";
  const query = new URLSearchParams({ chat: chat || state.me, topic, name: file.name, type: file.type, as });
  post("upload?" + query, file);
}

function draw() {
  const open = state.open;
  if (!open) {
    return;
  }
  const here = state.chats.find((one) => one.id === open.id);
  const place = here?.topics.find((one) => one.id === open.topic);
  const title = here?.title ?? state.bot.name;
  byId("title").textContent = place ? place.name : title;
  byId("avatar").textContent = initials(title);
  byId("status").textContent = open.typing ? "typing …" : place ? title : here?.type === "PRIVATE" ? "bot" : "group";
  byId("status").classList.toggle("busy", open.typing);
  byId("new-topic").hidden = !here?.topical;
  document.title = title;
  setCommands(state.commands);
  drawChats(open);
  drawMessages(open, handlers);
  showAnswer();
}

const handlers = {
  isGroup: () => state.chats.find((one) => one.id === state.open.id)?.type !== "PRIVATE",
  command: (text) => act("send", { text }),
  press: (message, text) => act("press", { message, text }),
  stop: () => act("stop"),
  reply: answer,
  edit: change,
  react: (message, emoji) =>
    act("react", { message: message.id, text: (message.reactions ?? []).includes(emoji) ? "" : emoji }),
};

function drawChats(open) {
  const items = [];
  for (const one of state.chats) {
    items.push(chatItem(one.title, one.last ?? "", one.id === open.id && !open.topic, () => go(one.id, 0)));
    for (const inner of one.topics) {
      const label = (inner.closed ? "🔒 " : "# ") + inner.name;
      const item = chatItem(label, "", one.id === open.id && open.topic === inner.id, () => go(one.id, inner.id));
      item.classList.add("topic");
      items.push(item);
    }
  }
  const known = JSON.stringify(items.map((item) => item.outerHTML));
  if (byId("chats").dataset.known !== known) {
    byId("chats").dataset.known = known;
    byId("chats").replaceChildren(...items);
  }
}

function chatItem(title, last, current, action) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  if (current) {
    button.setAttribute("aria-current", "true");
  }
  const name = document.createElement("strong");
  name.textContent = title;
  const preview = document.createElement("span");
  preview.textContent = last;
  button.append(name, preview);
  button.addEventListener("click", action);
  item.append(button);
  return item;
}

function initials(title) {
  return title.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
}

/** The bot's answer to the press of a button; those from before the page was opened are not shown. */
function showAnswer() {
  const id = state.answer?.id ?? "";
  if (lastAnswer !== undefined && id !== lastAnswer && state.answer.text) {
    if (state.answer.alert) {
      byId("alert").querySelector("p").textContent = state.answer.text;
      byId("alert").showModal();
    } else {
      toast(state.answer.text);
    }
  }
  lastAnswer = id;
}

let toastTimer;
function toast(text) {
  byId("toast").textContent = text;
  byId("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { byId("toast").hidden = true; }, 4000);
}

function step(by) {
  const buttons = [...byId("chats").querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.hasAttribute("aria-current"));
  buttons[(at + by + buttons.length) % buttons.length]?.click();
}

byId("menu").addEventListener("click", () => {
  const open = document.body.classList.toggle("sidebar-open");
  byId("menu").setAttribute("aria-expanded", String(open));
});
byId("new-topic").addEventListener("click", () => {
  byId("topic-name").value = "";
  byId("topic-dialog").returnValue = "";
  byId("topic-dialog").showModal();
});
byId("topic-cancel").addEventListener("click", () => byId("topic-dialog").close());
byId("topic-dialog").addEventListener("close", () => {
  if (byId("topic-dialog").returnValue === "ok") {
    act("topic", { text: byId("topic-name").value });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  }
});
startComposer({
  submit: (text, aim) =>
    aim?.kind === "edit"
      ? act("edit", { message: aim.message.id, text })
      : act("send", { text, message: aim?.message.id ?? 0 }),
  upload,
  lastOwn: () => state?.open.messages.filter((one) => one.mine && one.text && !one.file).at(-1),
});
connect();
