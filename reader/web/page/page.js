"use strict";
// Stands around the terminal of textual-serve: where its connection goes, why it ended, keys for fingers.

const screen_ = document.getElementById("terminal");
const why = document.getElementById("why");
let line = null;

// Whatever stands between, a proxy with TLS or a folder of another site, the way back is the page's own.
const way = new URL(screen_.dataset.sessionWebsocketUrl, document.baseURI);
way.protocol = way.protocol === "https:" ? "wss:" : "ws:";
way.search = way.hash = "";
screen_.dataset.sessionWebsocketUrl = way.href;

window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    line = this;
    this.addEventListener("close", (event) => {
      why.textContent = event.reason || (event.code === 1000 ? why.dataset.ended : why.dataset.broken);
      document.getElementById("again").focus();
    });
  }
};

document.getElementById("again").addEventListener("click", () => location.reload());

for (const button of document.querySelectorAll(".keys button")) {
  const key = JSON.parse(button.dataset.key);
  button.addEventListener("click", () => {
    if (line && line.readyState === WebSocket.OPEN) {
      line.send(JSON.stringify(["stdin", key]));
    }
    // What is searched for is typed: the keyboard comes up where the terminal has the focus.
    if (key === "/") {
      screen_.querySelector("textarea").focus();
    } else if (document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
  });
}

// The terminal measures its letters once, so they have to be there before it begins.
window.addEventListener("load", async () => {
  const wait = new Promise((done) => setTimeout(done, 3000));
  const size = `${screen_.dataset.fontSize}px`;
  const fonts = [`${size} "Roboto Mono"`, `bold ${size} "Roboto Mono"`].map((font) => document.fonts.load(font, "M报"));
  await Promise.race([Promise.allSettled(fonts), wait]);
  const script = document.createElement("script");
  script.src = document.body.dataset.terminal;
  script.addEventListener("load", () => {
    // Of what stands in the address the terminal would make requests of its own.
    // Not location.href: with a name and a password in it the browser would refuse it.
    const asked = location.pathname + location.search + location.hash;
    history.replaceState(null, "", location.pathname);
    try {
      window.onload();
    } catch (error) {
      console.error(error);
      why.textContent = why.dataset.unable;
      document.body.classList.add("-closed");
    }
    history.replaceState(null, "", asked);
    const keyboard = screen_.querySelector("textarea");
    if (keyboard && !matchMedia("(pointer: coarse)").matches) {
      keyboard.focus();
    }
  });
  document.body.append(script);
});
