// Keys: `/` goes to the search field, `j` and `k` through the rows of a table, `?` shows what they do. Everything they reach is reached by Tab as
// well. They can be turned off in the dialog, and then stay off in this browser.
const OFF = "probity-keys-off";
const dialog = document.querySelector("dialog.keys");

if (dialog !== null) {
  const off = dialog.querySelector("input");
  off.checked = remembered();
  off.addEventListener("change", () => {
    try {
      if (off.checked) localStorage.setItem(OFF, "yes");
      else localStorage.removeItem(OFF);
    } catch {
      // A browser that keeps nothing keeps this neither.
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target) || dialog.open) return;
    if (off.checked && event.key !== "?") return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key) {
  switch (key) {
    case "/":
      return search();
    case "j":
      return toRow(1);
    case "k":
      return toRow(-1);
    case "?":
      dialog.showModal();
      return true;
    default:
      return false;
  }
}

/** To the field on this page, or to the page that has one. */
function search() {
  const field = document.querySelector("input[name=q]");
  if (field === null) location.assign(dialog.dataset.search);
  else {
    field.focus();
    field.select();
  }
  return true;
}

/** To the first link of the next row of a table, or of the one before. */
function toRow(step) {
  const links = [...document.querySelectorAll("main tbody tr")].flatMap((row) => row.querySelector("a") ?? []);
  if (links.length === 0) return false;
  const at = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
  return true;
}

function isWriting(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
}

function remembered() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}
