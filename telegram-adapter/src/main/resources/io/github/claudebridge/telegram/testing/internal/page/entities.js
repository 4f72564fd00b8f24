// Turns a text and its entities into nodes. Offsets count UTF-16 units, as JavaScript strings do.

const PLAIN_TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

/** These stand on lines of their own, so that the line break behind them would be one too many. */
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

export function formatted(text, entities, onCommand) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, ordered, onCommand);
  return fragment;
}

function fill(parent, text, start, end, entities, onCommand) {
  let at = start;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const entityEnd = entity.offset + entity.length;
    parent.append(text.slice(at, entity.offset));
    let after = next + 1;
    while (after < entities.length && entities[after].offset < entityEnd) {
      after++;
    }
    const covered = text.slice(entity.offset, entityEnd);
    const { outer, inner } = element(entity, covered, onCommand);
    fill(inner, text, entity.offset, entityEnd, entities.slice(next + 1, after), onCommand);
    parent.append(outer);
    at = entityEnd;
    if (BLOCKS.has(entity.type) && text[at] === "\n") {
      at++;
    }
    next = after;
  }
  parent.append(text.slice(at, end));
}

function element(entity, covered, onCommand) {
  switch (entity.type) {
    case "pre":
      return codeBlock(entity, covered);
    case "blockquote":
      return same(document.createElement("blockquote"));
    case "expandable_blockquote":
      return expandable();
    case "spoiler":
      return same(spoiler());
    case "text_link":
      return same(link(entity.url));
    case "url":
      return same(link(/^[a-z]+:/i.test(covered) ? covered : "http://" + covered));
    case "email":
      return same(link("mailto:" + covered));
    case "bot_command":
      return same(command(covered, onCommand));
    default:
      return same(plain(entity.type));
  }
}

function same(node) {
  return { outer: node, inner: node };
}

function plain(type) {
  const node = document.createElement(PLAIN_TAGS[type] ?? "span");
  if (!PLAIN_TAGS[type]) {
    node.className = "entity-" + type;
  }
  return node;
}

function link(address) {
  const node = document.createElement("a");
  if (/^(https?|mailto|tg|ton):/i.test(address)) {
    node.href = address;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  return node;
}

function command(text, onCommand) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "command";
  node.addEventListener("click", () => onCommand(text));
  return node;
}

function spoiler() {
  const node = document.createElement("span");
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", "Hidden text");
  const reveal = (event) => {
    if (event.type === "click" || event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      node.classList.add("shown");
      node.removeAttribute("aria-label");
    }
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", reveal);
  return node;
}

function expandable() {
  const outer = document.createElement("blockquote");
  outer.className = "expandable";
  const inner = document.createElement("div");
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "toggle";
  toggle.textContent = "Show more";
  toggle.setAttribute("aria-expanded", "false");
  toggle.addEventListener("click", () => {
    const open = outer.classList.toggle("open");
    toggle.textContent = open ? "Show less" : "Show more";
    toggle.setAttribute("aria-expanded", String(open));
  });
  outer.append(inner, toggle);
  return { outer, inner };
}

function codeBlock(entity, covered) {
  const outer = document.createElement("figure");
  outer.className = "code";
  const head = document.createElement("figcaption");
  const language = document.createElement("span");
  language.textContent = entity.language ?? "";
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(covered);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 1500);
  });
  head.append(language, copy);
  const inner = document.createElement("pre");
  inner.tabIndex = 0;
  outer.append(head, inner);
  return { outer, inner };
}
