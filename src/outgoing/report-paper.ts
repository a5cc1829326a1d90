// A report laid out for paper in one language, not yet drawn: the head with its code, the statement, then what binds with the ways out, what was
// recorded, the lists, and how it was made. report.typ draws it.
import { nameIn, type Language, type Names } from "../domain/terms/index.ts";
import type { ReceiptHead, ReportContent, ReportEffect, ReportKind, ReportLine, ReportList, ReportRecord } from "../domain/proof/index.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { endInWords, periodInWords, REPORT_WORDS, statementInWords, type ReportWords } from "./report-words.ts";

/** A text with its language. */
export interface Said {
  readonly text: string;
  readonly lang: Language;
}

/** Texts under each other. */
export type PaperCell = readonly Said[];

export type PaperBlock =
  | { readonly kind: "line"; readonly text: Said; readonly quiet: boolean }
  | { readonly kind: "heading"; readonly text: Said }
  | ({ readonly kind: "table" } & PaperTable)
  | { readonly kind: "pairs"; readonly pairs: readonly PaperPair[] }
  /** What belongs together: a record, or what binds for one reason with its ways out. */
  | { readonly kind: "card"; readonly head: PaperCell; readonly table: PaperTable | null; readonly pairs: readonly PaperPair[] };

export interface PaperTable {
  readonly widths: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
}

export interface PaperPair {
  readonly label: Said;
  readonly cell: PaperCell;
}

export interface Paper {
  readonly lang: Language;
  readonly kind: string;
  readonly title: Said;
  readonly subtitle: string;
  readonly register: string;
  readonly notice: string | null;
  readonly head: readonly PaperPair[];
  /** `none` thin, `some` solid, `unknown` dashed; null where nothing is stated. */
  readonly statement: { readonly finding: ReportContent["statement"]["finding"]; readonly word: string; readonly sentence: Said; readonly reach: string } | null;
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly PaperBlock[] }[];
  readonly notes: readonly string[];
  readonly foot: readonly PaperPair[];
  readonly code: { readonly label: string; readonly text: string } | null;
  /** What the QR code says; null: none is drawn. */
  readonly address: string | null;
  readonly day: readonly [number, number, number];
}

/** Where a report stands in its signed file. */
export interface Signed {
  readonly head: ReceiptHead;
  readonly kid: string;
  readonly number: number;
}

/** The page that verifies a code; null where the register's address is not known. */
export function verifyAddress({ origin, code }: Pick<ReportLine, "origin" | "code">, language: Language): string | null {
  return origin === null ? null : `${origin}/${language}/verify-report?code=${code}`;
}

/** The paper of one report. */
export function reportPaper(report: ReportLine, signed: Signed, language: Language): Paper {
  const { content, code, stated, origin } = report;
  const t = REPORT_WORDS[language];
  const say = sayerIn(language);
  const { sentence, reach } = statementInWords(content, language);
  const address = verifyAddress(report, language);
  return {
    lang: language, kind: t.title, title: heard(content.organisation.name, language), subtitle: content.organisation.otherNames.join(t.signs.comma), register: nameIn(content.register.name, language),
    notice: content.register.model === null ? null : t.says.model(nameIn(content.register.model, language)), day: dayOf(content.issuedAt),
    head: [
      ...content.organisation.codes.map(({ scheme, value }) => say.pair(nameIn(scheme, language), value)),
      say.pair(t.labels.file, content.organisation.file),
      { label: say.own(t.labels.purpose), cell: [say.own(t.purposes[content.purpose]), ...(stated === null ? [] : [heard(stated, language)])] },
      say.pair(t.labels.period, periodInWords(content.period, language)),
      say.pair(t.labels.day, `${content.asOf.on}${content.asOf.law === content.asOf.on ? "" : `${t.signs.semicolon}${t.labels.law}${t.signs.colon}${content.asOf.law}`}`),
    ],
    statement: { finding: content.statement.finding, word: t.findings[content.statement.finding], sentence: heard(sentence, language), reach },
    sections: [
      { heading: t.headings.binds, blocks: bindingBlocks(content.binding, say) },
      { heading: t.headings.records, blocks: kindBlocks(content.kinds, say) },
      { heading: t.headings.lists, blocks: listBlocks(content.lists, say) },
      ...(content.organisation.facts.length === 0 ? [] : [{ heading: t.headings.registration, blocks: [{ kind: "pairs" as const, pairs: content.organisation.facts.map(({ what, value }) => ({ label: say.own(t.facts[what]), cell: [heard(value[language], language)] })) }] }]),
    ],
    notes: t.says.notes,
    foot: [
      say.pair(t.labels.code, code), ...(address === null || origin === null ? [] : [say.pair(t.labels.verify, `${origin}/${language}/verify-report`)]),
      say.pair(t.labels.issued, content.issuedAt), say.pair(t.labels.known, String(content.asOf.known)), say.pair(t.labels.rulebook, content.asOf.rulebook),
      ...(content.asOf.commitment === null ? [] : [say.pair(t.labels.commitment, content.asOf.commitment)]),
      say.pair(t.labels.key, signed.kid), ...(signed.head.count === 1 ? [] : [say.pair(t.labels.lot, t.says.ofLot(signed.number, signed.head.count)), say.pair(t.labels.root, signed.head.root)]), say.pair(t.labels.check, t.says.check),
    ],
    code: { label: t.labels.code, text: code }, address,
  };
}

/** Words, and what language they are in. */
export interface Sayer {
  readonly language: Language;
  readonly t: ReportWords;
  readonly own: (text: string) => Said;
  readonly pair: (label: string, text: string) => PaperPair;
  readonly name: (names: Names) => Said;
  readonly named: (names: Names) => string;
}

export function sayerIn(language: Language): Sayer {
  const own = (text: string): Said => ({ text, lang: language });
  return { language, t: REPORT_WORDS[language], own, pair: (label, text) => ({ label: own(label), cell: [own(text)] }), name: (names) => heard(nameIn(names, language), language), named: (names) => nameIn(names, language) };
}

/** A text of unknown language: Chinese where it has Han characters, English where it has but Latin words. */
export function heard(text: string, language: Language): Said {
  return { text, lang: /\p{Script=Han}/u.test(text) ? "zh" : /\p{Script=Latin}{2}/u.test(text) ? "en" : language };
}

export function dayOf(instant: string): readonly [number, number, number] {
  return [Number(instant.slice(0, 4)), Number(instant.slice(5, 7)), Number(instant.slice(8, 10))];
}

function bindingBlocks({ verdicts, effects, possible, favours, missing }: ReportContent["binding"], say: Sayer): readonly PaperBlock[] {
  const { t, language } = say;
  const line = (text: string): PaperBlock => ({ kind: "line", text: say.own(text), quiet: false });
  return [
    line(`${effects.length === 0 && missing.length === 0 ? `${t.says.nothingBinds}${language === "zh" ? "" : " "}` : ""}${t.says.verdicts(verdicts.bound, verdicts.undetermined, verdicts.clear)}`),
    ...byReason(effects).map((group) => effectCard(group, say)),
    ...(missing.length === 0 ? [] : [line(t.says.missing), { kind: "table" as const, widths: [1], columns: [t.columns.value], rows: missing.map((each) => [[heard(each[language], language)]]) }]),
    ...(possible.length === 0 ? [] : [line(t.says.possible(possible.length)), effectTable(possible, say)]),
    ...(favours.length === 0 ? [] : [line(t.says.favours(favours.length)), effectTable(favours, say)]),
  ];
}

/** Effects that rest on the same and end by the same ways, together: they are left together. */
export function byReason(effects: readonly ReportEffect[]): readonly (readonly ReportEffect[])[] {
  return [...Map.groupBy(effects, ({ because, exits, end }) => JSON.stringify([because, exits, end])).values()];
}

/** What binds, why, and how out, in type of one size. */
function effectCard(group: readonly ReportEffect[], say: Sayer): PaperBlock {
  const { t, language } = say;
  const [first] = group;
  const [head, ...more] = first?.because ?? [];
  const exits = (first?.exits ?? []).map((exit) => heard(exit[language], language));
  return {
    kind: "card", head: head === undefined ? [] : [heard(head[language], language)],
    table: {
      widths: [0.8, 2, 1.3, 1.6, 1.1], columns: [t.columns.effect, t.columns.measure, t.columns.authority, t.columns.acts, t.columns.from],
      rows: group.map((effect) => [[say.own(effectWords(effect, language))], [say.name(effect.measure)], [say.name(effect.authority)], [heard(effect.acts.map(say.named).join(t.signs.semicolon), language)], [say.own(effect.from)]]),
    },
    pairs: [
      ...(more.length === 0 ? [] : [{ label: say.own(t.says.because), cell: more.map((each) => heard(each[language], language)) }]),
      ...(first === undefined ? [] : [{ label: say.own(t.columns.end), cell: [heard(endInWords(first.end, first.endWords, language), language)] }]),
      { label: say.own(t.says.wayOut), cell: exits.length === 0 ? [say.own(t.says.noWayOut)] : exits },
    ],
  };
}

function effectTable(effects: readonly ReportEffect[], say: Sayer): PaperBlock {
  const { t, language } = say;
  return {
    kind: "table", widths: [1, 1.3, 2, 1.1], columns: [t.columns.effect, t.columns.authority, t.columns.measure, t.columns.from],
    rows: effects.map((effect) => [[say.own(effectWords(effect, language))], [say.name(effect.authority)], [say.name(effect.measure)], [say.own(effect.from)]]),
  };
}

/** The law's kinds of effect in words. */
export function effectWords({ effects }: Pick<ReportEffect, "effects">, language: Language): string {
  const words: Readonly<Record<string, string>> = LETTER_WORDS[language].effects;
  return effects.map((effect) => words[effect] ?? effect).join(language === "zh" ? "或" : " or ");
}

function kindBlocks(kinds: readonly ReportKind[], say: Sayer): readonly PaperBlock[] {
  const { t, language } = say;
  const [known, unknown] = [kinds.filter(({ count }) => count !== null), kinds.filter(({ count }) => count === null)];
  return [
    ...(known.length === 0 ? [{ kind: "line" as const, text: say.own(t.says.noKinds), quiet: false }] : [{
      kind: "table" as const, widths: [1.5, 2, 1.9, 0.9], columns: [t.columns.kind, t.columns.about, t.columns.delivered, t.columns.count],
      rows: known.map(({ names, about, delivered, count }) => [[say.name(names)], [say.own(t.about[about] ?? about)], [say.own(delivered === null ? t.says.nobody : delivered.first === delivered.last ? delivered.last : `${delivered.first} / ${delivered.last}`)], [say.own(String(count))]]),
    }]),
    ...known.filter(({ records }) => records.length > 0).flatMap(({ names, records }): readonly PaperBlock[] => [{ kind: "heading", text: say.name(names) }, ...records.map((record) => recordCard(record, say))]),
    ...named(unknown, t.says.notDelivered(unknown.length), say, language),
  ];
}

function recordCard({ decidedOn, actedOn, values, publishedUntil, disputedSince, position }: ReportRecord, say: Sayer): PaperBlock {
  const { t, language } = say;
  const about = [decidedOn ?? t.says.noDay, ...(actedOn === null ? [] : [t.says.acted(actedOn)]), ...(publishedUntil === null ? [] : [t.says.publishedUntil(publishedUntil)]), ...(disputedSince === null ? [] : [t.says.disputed(disputedSince)]), `#${position}`];
  return { kind: "card", head: [say.own(about.join(t.signs.semicolon))], table: null, pairs: values.map(({ names, value }) => ({ label: say.name(names), cell: [heard(value[language], language)] })) };
}

/** Lists the organisation stands on in full; the others by their names, with what is known of them. */
function listBlocks(lists: readonly ReportList[], say: Sayer): readonly PaperBlock[] {
  const { t, language } = say;
  const [on, off, unknown] = [lists.filter(({ count }) => (count ?? 0) > 0), lists.filter(({ count }) => count === 0), lists.filter(({ count }) => count === null)];
  return [
    on.length === 0 ? { kind: "line", text: say.own(t.says.noList), quiet: false } : {
      kind: "table", widths: [2, 1.3, 1, 2, 1.5], columns: [t.columns.list, t.columns.owner, t.columns.from, t.columns.end, t.columns.source],
      rows: on.flatMap((list) => list.listings.map((listing): readonly PaperCell[] => [
        [say.name(list.names)], [say.name(listing.decidedBy ?? list.owner)], [say.own(listing.from)],
        [heard(endInWords(listing.end, listing.endWords, language), language), ...(listing.stands ? [] : [say.own(t.says.toCome)]), ...(listing.disputedSince === null ? [] : [say.own(t.says.disputed(listing.disputedSince))]), ...(listing.hasToGo ? [say.own(t.says.hasToGo)] : [])],
        [say.own(sourceWords(list, t))],
      ])),
    },
    ...named(off, t.says.onNone(off.length), say, language), ...named(unknown, t.says.listsUnknown(unknown.length), say, language),
  ];
}

/** Where what is known of a list comes from, and how fresh it is. */
export function sourceWords({ kept, edition, stale }: ReportList, t: ReportWords): string {
  if (kept !== "editions") return t.kept[kept];
  if (edition === null) return t.says.nobody;
  return [edition.asOf, ...(edition.inferred ? [t.says.inferred] : []), ...(stale ? [t.says.stale] : [])].join(t.signs.comma);
}

function named(all: readonly { readonly names: Names; readonly edition?: ReportList["edition"]; readonly stale?: boolean }[], lead: string, say: Sayer, language: Language): readonly PaperBlock[] {
  if (all.length === 0) return [];
  const { t } = say;
  const words = all.map(({ names, edition = null, stale }) => `${nameIn(names, language)}${edition === null ? "" : language === "zh" ? `（${edition.asOf}${stale === true ? `，${t.says.stale}` : ""}）` : ` (${edition.asOf}${stale === true ? `, ${t.says.stale}` : ""})`}`);
  return [{ kind: "line", text: say.own(lead), quiet: false }, { kind: "line", text: heard(`${words.join(t.signs.semicolon)}${t.signs.stop}`, language), quiet: true }];
}
