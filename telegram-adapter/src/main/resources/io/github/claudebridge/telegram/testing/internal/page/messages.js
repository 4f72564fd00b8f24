// Draws the messages of the open chat. A message is drawn anew only when it has changed.

import { formatted } from "./entities.js";

const REACTIONS = ["👍", "❤", "🔥", "🎉", "👀", "🤔", "👎", "😢"];
const log = document.getElementById("log");
const list = document.getElementById("messages");
const down = document.getElementById("down");

export function drawMessages(open, handlers) {
  const sticky = isAtEnd();
  const wanted = open.messages.map((message) => ["m" + message.id, message, drawMessage]);
  if (open.draft) {
    wanted.push(["draft", open.draft, drawDraft]);
  }
  const old = new Map([...list.children].map((node) => [node.id, node]));
  let before = list.firstElementChild;
  for (const [id, content, draw] of wanted) {
    const known = JSON.stringify(content);
    let node = old.get(id);
    if (!node || node.dataset.known !== known) {
      const fresh = draw(content, handlers);
      fresh.id = id;
      fresh.dataset.known = known;
      if (node) {
        keepOpened(node, fresh);
        if (before === node) {
          before = fresh;
        }
        node.replaceWith(fresh);
      }
      node = fresh;
    }
    old.delete(id);
    if (node === before) {
      before = before.nextElementSibling;
    } else {
      list.insertBefore(node, before);
    }
  }
  old.forEach((node) => node.remove());
  if (sticky) {
    toEnd();
  }
}

export function toEnd() {
  log.scrollTop = log.scrollHeight;
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 60;
}

log.addEventListener("scroll", () => { down.hidden = isAtEnd(); });
log.addEventListener("load", (event) => {
  if (event.target.tagName === "IMG" && down.hidden) {
    toEnd();
  }
}, true);
down.addEventListener("click", toEnd);

/** A quote that was opened stays open when an edit redraws the message. */
function keepOpened(old, fresh) {
  const quotes = fresh.querySelectorAll(".expandable");
  old.querySelectorAll(".expandable").forEach((quote, index) => {
    if (quote.classList.contains("open") && quotes[index]) {
      quotes[index].querySelector(".toggle").click();
    }
  });
}

function drawDraft(draft, handlers) {
  const item = element("li", "message theirs draft");
  const bubble = element("div", "bubble");
  const text = element("div", "text");
  if (draft.text) {
    text.append(formatted(draft.text, draft.entities, handlers.command));
  } else {
    text.append(element("span", "thinking", "Thinking …"));
  }
  bubble.append(text);
  if (draft.canStop) {
    const stop = button("stop", "◼ Stop", () => handlers.stop());
    bubble.append(stop);
  }
  item.append(bubble);
  return item;
}

function drawMessage(message, handlers) {
  if (message.service) {
    const item = element("li", "service");
    item.append(element("span", "", message.service));
    return item;
  }
  const item = element("li", "message " + (message.mine ? "mine" : "theirs"));
  item.tabIndex = -1;
  const bubble = element("div", "bubble");
  if (!message.mine && handlers.isGroup()) {
    bubble.append(element("div", "from", message.from));
  }
  if (message.reply) {
    bubble.append(drawReply(message.reply));
  }
  if (message.file) {
    bubble.append(drawFile(message.file));
  }
  if (message.blocks) {
    bubble.append(drawBlocks(message.blocks));
  } else if (message.text) {
    const text = element("div", "text");
    text.append(formatted(message.text, message.entities, handlers.command));
    bubble.append(text);
  }
  bubble.append(drawFoot(message, handlers));
  item.append(bubble, drawTools(message, handlers));
  if (message.buttons.length) {
    bubble.after(drawKeyboard(message, handlers));
  }
  return item;
}

function drawFoot(message, handlers) {
  const foot = element("div", "foot");
  const reactions = element("span", "reactions");
  for (const emoji of message.reactions ?? []) {
    reactions.append(element("span", "reaction", emoji));
  }
  const time = new Date(message.date * 1000);
  const marks = (message.silent ? "silent " : "") + (message.edited ? "edited " : "");
  const clock = element("time", "", marks + time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
  clock.dateTime = time.toISOString();
  foot.append(reactions, clock);
  return foot;
}

function drawReply(reply) {
  const quote = element("a", "reply");
  quote.href = "#m" + reply.id;
  quote.append(element("strong", "", reply.from), element("span", "", reply.text));
  quote.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("m" + reply.id)?.scrollIntoView({ block: "center", behavior: "smooth" });
  });
  return quote;
}

function drawFile(file) {
  const address = "file/" + encodeURIComponent(file.id);
  if (file.kind === "photo") {
    const frame = element("a", "photo");
    frame.href = address;
    frame.target = "_blank";
    const image = element("img", "");
    image.src = address;
    image.alt = "Photo";
    image.width = file.width || 320;
    image.height = file.height || 240;
    frame.append(image);
    return frame;
  }
  if (file.kind === "voice" || file.kind === "audio") {
    const sound = element("audio", "");
    sound.controls = true;
    sound.preload = "none";
    sound.src = address;
    return sound;
  }
  const document = element("a", "document");
  document.href = address;
  document.download = file.name;
  const label = element("span", "label");
  label.append(element("strong", "", file.name || file.kind), element("small", "", size(file.size)));
  document.append(element("span", "sheet", ending(file.name)), label);
  return document;
}

function drawBlocks(blocks) {
  const text = element("div", "text rich");
  for (const block of blocks) {
    const tag = block.type === "pre" || block.type === "table" ? "pre" : block.type === "heading" ? "h3" : "p";
    text.append(element(tag, "", plainText(block.text)));
  }
  return text;
}

function plainText(text) {
  return Array.isArray(text) ? text.map(plainText).join("") : typeof text === "object" ? plainText(text?.text ?? "") : text;
}

function drawKeyboard(message, handlers) {
  const keyboard = element("div", "keyboard");
  for (const row of message.buttons) {
    const line = element("div", "keys");
    for (const key of row) {
      line.append(drawKey(message, key, handlers));
    }
    keyboard.append(line);
  }
  return keyboard;
}

function drawKey(message, key, handlers) {
  const style = "key " + (key.style ?? "");
  if (key.url) {
    const link = element("a", style, key.text + " ↗");
    link.href = /^(https?|tg):/i.test(key.url) ? key.url : "#";
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  }
  if (key.copy_text) {
    return button(style, key.text + " ⧉", () => navigator.clipboard.writeText(key.copy_text.text));
  }
  return button(style, key.text, () => handlers.press(message.id, key.text));
}

function drawTools(message, handlers) {
  const tools = element("div", "tools");
  tools.append(button("tool", "↩", () => handlers.reply(message), "Reply"));
  if (message.mine && message.text && !message.file) {
    tools.append(button("tool", "✎", () => handlers.edit(message), "Edit"));
  }
  const choice = element("span", "choice");
  for (const emoji of REACTIONS) {
    choice.append(button("tool", emoji, () => handlers.react(message, emoji), "React with " + emoji));
  }
  tools.append(choice);
  return tools;
}

function ending(name) {
  return (/\.([A-Za-z0-9]{1,4})$/.exec(name)?.[1] ?? "file").toLowerCase();
}

function size(bytes) {
  const units = ["bytes", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return (unit === 0 ? value : value.toFixed(1)) + " " + units[unit];
}

function button(className, text, action, label) {
  const node = element("button", className, text);
  node.type = "button";
  if (label) {
    node.title = label;
    node.setAttribute("aria-label", label);
  }
  node.addEventListener("click", action);
  return node;
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  if (text !== undefined) {
    node.textContent = text;
  }
  return node;
}
