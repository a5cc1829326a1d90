// A letter in one language, laid out but not yet drawn: what the page and the mail both say, so that they say the same.
import type { Confidence } from "../domain/rules/index.ts";
import { nameIn, type Language, type Names } from "../domain/terms/index.ts";
import { dayInWords, LETTER_WORDS, type LetterWords } from "./letter-words.ts";
import type { Letter, LetterConsequence, LetterDay, Wording } from "./letter.ts";

/** A text with the language it is in, and the words in brackets that must follow it. */
export interface Run {
  readonly text: string;
  readonly lang: Language;
  readonly marks: readonly string[];
  /** A day that may move. */
  readonly provisional: boolean;
}

export type Cell = readonly Run[];

export type SectionKey = keyof LetterWords["headings"];

/** A section has a table or lines one after another, never neither: where there is nothing, a line says so. */
export interface Section {
  readonly key: SectionKey;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly Run[];
}

export interface LetterPart {
  readonly lang: Language;
  readonly pageNotice: Cell;
  readonly kind: string;
  readonly title: Run;
  readonly from: Run;
  readonly fromFile: string;
  /** Who it is for, about what, of which day. */
  readonly head: readonly { readonly label: string; readonly cell: Cell }[];
  readonly opening: readonly Run[];
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly foot: readonly { readonly label: string; readonly cell: Cell }[];
}

/** The letter in `language`. */
export function letterPart(letter: Letter, language: Language): LetterPart {
  const say = sayerIn(language);
  const { labels } = say.words;
  const sections = sectionsOf(letter, say);
  const marks = new Set(sections.flatMap(({ rows, lines }) => [...rows.flat(2), ...lines]).flatMap((run) => run.marks));
  return {
    lang: language, kind: say.words.kinds[letter.kind], title: say.wording(letter.title), from: say.name(letter.from.names), fromFile: letter.from.file,
    pageNotice: letter.pageNotice === undefined ? [] : [say.wording(letter.pageNotice)],
    head: [
      { label: labels.to, cell: say.bothNames(letter.to.names) },
      ...letter.to.codes.map(({ scheme, value }) => ({ label: nameIn(scheme, language), cell: [say.plain(value)] })),
      { label: labels.file, cell: [say.plain(letter.to.file)] },
      { label: labels.reference, cell: [say.plain(letter.reference)] },
      { label: labels.day, cell: [say.plain(dayInWords(letter.day, language))] },
    ],
    opening: letter.opening.map((each) => say.wording(each)), sections,
    notes: (["provisional", "unsure"] as const).filter((mark) => marks.has(say.mark(mark))).map((mark) => say.words.notes[mark]),
    foot: [
      { label: labels.from, cell: [say.name(letter.from.names)] },
      { label: labels.actedBy, cell: letter.actedBy.length === 0 ? [say.plain(say.words.notStated)] : letter.actedBy.map((post) => say.name(post)) },
      { label: labels.day, cell: [say.plain(dayInWords(letter.day, language))] },
    ],
  };
}

function sectionsOf(letter: Letter, say: Sayer): readonly Section[] {
  const { columns: c } = say.words;
  const table = tableIn(say);
  const lines = linesIn(say);
  const { answer, end } = letter;
  return [
    ...lines("decision", letter.decision),
    ...table("facts", [c.item, c.content], letter.facts?.map(({ label, value }) => [[say.wording(label)], [say.wording(value)]])),
    ...lines("reasons", letter.reasons),
    ...table("basis", [c.instrument, c.article], letter.basis?.map(({ instrument, article, quote, confidence }) => [
      [say.name(instrument)], sure([...some(article, say.wording), ...some(quote, say.wording)], confidence, say),
    ])),
    ...table("consequences", [c.measure, c.authority, c.force, c.under], letter.consequences?.map(({ measure, authority, effects = [], force, under, confidence }) => [
      sure([say.name(measure), ...doing(effects, say)], confidence, say), [say.name(authority)], some(force, (each) => say.plain(say.words.force[each])), some(under, say.name),
    ])),
    ...table("answer", [c.lastDay, c.how], answer && [[sure([say.day(answer.lastDay), ...some(answer.time, say.wording)], answer.confidence, say), [say.wording(answer.how)]]]),
    ...table("end", [c.freeFrom, c.what], end && [[some(end.freeFrom, say.day), sure([say.wording(end.what)], end.confidence, say)]]),
    ...table("waysOut", [c.what, c.earliest], letter.waysOut?.map(({ what, earliest, confidence }) => [sure([say.wording(what)], confidence, say), some(earliest, say.day)])),
    ...table("remedies", [c.what, c.to, c.time, c.lastDay], letter.remedies?.map(({ what, to, time, lastDay, confidence }) => [
      [say.wording(what)], [say.name(to)], sure(some(time, say.wording), confidence, say), some(lastDay, say.day),
    ])),
    ...lines("nextSteps", letter.nextSteps),
    ...table("attachments", [c.attachment, c.digest], letter.attachments?.map(({ name, digest }) => [[say.plain(name)], some(digest, say.plain)])),
  ];
}

/** A section of a table; none where the letter has none, and a line that says so where it has no rows. What a cell lacks is said in it. */
function tableIn(say: Sayer) {
  return (key: SectionKey, columns: readonly string[], rows: readonly (readonly Cell[])[] | undefined): readonly Section[] => {
    const heading = say.words.headings[key];
    if (rows === undefined) return [];
    if (rows.length === 0) return [{ key, heading, columns: [], rows: [], lines: [say.plain(say.words.none)] }];
    return [{ key, heading, columns, rows: rows.map((row) => row.map((cell) => (cell.length === 0 ? [say.plain(say.words.notStated)] : cell))), lines: [] }];
  };
}

function linesIn(say: Sayer) {
  return (key: SectionKey, wordings: readonly Wording[] | undefined): readonly Section[] => {
    if (wordings === undefined) return [];
    const lines = wordings.length === 0 ? [say.plain(say.words.none)] : wordings.map((each) => say.wording(each));
    return [{ key, heading: say.words.headings[key], columns: [], rows: [], lines }];
  };
}

function some<T>(value: T | undefined, say: (value: T) => Run): Cell {
  return value === undefined ? [] : [say(value)];
}

/** What a measure does, in one line under its name. */
function doing(effects: NonNullable<LetterConsequence["effects"]>, say: Sayer): Cell {
  return effects.length === 0 ? [] : [say.plain(effects.map((effect) => say.words.effects[effect]).join(say.words.signs.semicolon))];
}

/** What the law gives with less than high confidence carries a word that says so; if nothing is given, that is not stated rather than unsure. */
function sure(cell: Cell, confidence: Confidence | undefined, say: Sayer): Cell {
  const [first, ...rest] = cell;
  return confidence !== undefined && confidence !== "high" && first !== undefined ? [{ ...first, marks: [...first.marks, say.mark("unsure")] }, ...rest] : cell;
}

interface Sayer {
  readonly words: LetterWords;
  readonly mark: (mark: keyof LetterWords["marks"]) => string;
  readonly plain: (text: string) => Run;
  readonly wording: (wording: Wording) => Run;
  readonly name: (names: Names) => Run;
  readonly bothNames: (names: Names) => Cell;
  readonly day: (day: LetterDay) => Run;
}

function sayerIn(language: Language): Sayer {
  const words = LETTER_WORDS[language];
  const run = (text: string, lang: Language = language): Run => ({ text, lang, marks: [], provisional: false });
  const nameRun = (names: Names): Run => run(nameIn(names, language), language === "zh" && names.zh === undefined ? "en" : language);
  const mark = (each: keyof LetterWords["marks"]): string => `${words.signs.open}${words.marks[each]}${words.signs.close}`;
  return {
    words, mark, plain: (text) => run(text),
    name: (names) => (language === "zh" && names.zh === undefined ? { ...nameRun(names), marks: [mark("otherLanguage")] } : nameRun(names)),
    wording: (wording) => {
      const other: Language = language === "zh" ? "en" : "zh";
      const own = wording[language];
      return own === undefined ? { ...run(wording[other] ?? "", other), marks: [mark("otherLanguage")] } : run(own);
    },
    bothNames: (names) => {
      const otherName = language === "zh" ? names.en : names.zh;
      const first = nameRun(names);
      return otherName === undefined || otherName === first.text ? [first] : [first, run(otherName, language === "zh" ? "en" : "zh")];
    },
    day: ({ day, provisional }) => ({ ...run(dayInWords(day, language)), provisional, marks: provisional ? [mark("provisional")] : [] }),
  };
}
