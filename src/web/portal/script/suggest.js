// Suggestions: names and codes of organisations while one writes, under the field that looks organisations up (the pattern of a combobox
// with a list). Without it the field is sent as any other. Asks the register's own search; what is found is written as text, never as markup.
const WAIT_MILLISECONDS = 120;
const SHOWN = 8;

for (const field of document.querySelectorAll("input[data-suggest]")) help(field);

function help(field) {
  const list = document.createElement("ul");
  list.id = `${field.name}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggest);
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id], ["autocomplete", "off"]]) field.setAttribute(name, value);

  let waiting;
  let asked = 0;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const options = [...list.children];
    if (options.length === 0) return;
    chosen = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[chosen].id);
  };
  const take = (option) => {
    field.value = option.dataset.value;
    close();
    // Where an act has been chosen beside it, the sentence is for its writer to send.
    if ([...field.form.querySelectorAll("select")].every((select) => select.value === "")) field.form.requestSubmit();
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, index) => optionOf(one, `${list.id}-${index}`, field.value)));
    for (const option of list.children) {
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
    }
    chosen = -1;
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    field.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    const text = field.value.trim();
    const turn = (asked += 1);
    if (text === "") return close();
    try {
      const answer = await fetch(`/v1/organisations?limit=${SHOWN}&q=${encodeURIComponent(text)}`);
      const { found } = answer.ok ? await answer.json() : { found: [] };
      // An answer that was overtaken by a later one is nobody's any more.
      if (turn === asked && document.activeElement === field) show(found);
    } catch {
      close();
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT_MILLISECONDS);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(chosen + (event.key === "ArrowDown" ? 1 : chosen < 0 ? 0 : -1));
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

/** The name that matched, the main name where it is another, and the code, or else the file number. */
function optionOf({ file, name, names, codes, matched, by }, id, text) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const key = codes[0]?.value ?? file;
  option.dataset.value = key;
  const shown = by === "code" || by === "file" ? name : matched;
  const other = shown === name ? names.find((each) => each !== name) : name;
  const at = shown.toLowerCase().indexOf(text.trim().toLowerCase());
  const line = document.createElement("span");
  line.lang = langOf(shown);
  if (at < 0) line.textContent = shown;
  else {
    const mark = document.createElement("mark");
    mark.textContent = shown.slice(at, at + text.trim().length);
    line.append(shown.slice(0, at), mark, shown.slice(at + text.trim().length));
  }
  const under = document.createElement("span");
  under.className = "under";
  if (other !== undefined) {
    const also = document.createElement("span");
    also.lang = langOf(other);
    also.textContent = `${other} `;
    under.append(also);
  }
  const code = document.createElement("span");
  code.className = "code";
  code.textContent = key;
  under.append(code);
  option.append(line, under);
  return option;
}

function langOf(text) {
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
}
