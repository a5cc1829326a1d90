// A file on its way: the part of the page that says how far it is, read again each second and put in its place; once the file is in, the whole
// page. Without it the page is read again as a whole. The server's own page is the only thing asked for.
const EACH_MILLISECONDS = 1000;
const WAY = "[data-under-way]";

const look = async () => {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector(WAY);
    const now = document.querySelector(WAY);
    if (next === null || now === null) return location.replace(location.href);
    // Only what changes, so that the button one is about to press stays the same.
    now.querySelector("[data-step]").textContent = next.querySelector("[data-step]").textContent;
    now.querySelector("progress").replaceWith(next.querySelector("progress"));
  } catch {
    // The server does not answer now; it is asked again.
  }
  setTimeout(look, EACH_MILLISECONDS);
};

if (document.querySelector(WAY) !== null) setTimeout(look, EACH_MILLISECONDS);
