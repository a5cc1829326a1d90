// score-as-trigger: a burden, or a black list, that follows from a score or grade given to persons rather than from an act of theirs.
import type { GradeScheme, Measure } from "../../rules/index.ts";
import { recordsNodes, waysOnto } from "../criterion-nodes.ts";
import { isBurden } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { named, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const scoreAsTrigger: LintRule = {
  names: say("A score sets it off", "以个人积分触发惩戒"),
  why: say("A listing answers a specific act; a score adds up unlike things, and nobody can say what it punishes.", "列入须针对具体行为；积分将不同事项相加，无从知道所罚为何。"),
  remedy: say("Name the act that is answered, or keep the score for favours alone.", "载明所针对的行为，或者仅将积分用于激励。"),
  severities: ["error", "warning"],
  look: (book) => {
    const grades = book.all("grade").filter((grade) => book.isAboutPersons(grade.id));
    return grades.length === 0 ? [] : [...book.all("measure").filter(isBurden).flatMap((measure) => ofMeasure(measure, grades)), ...ofLists(book, grades)];
  },
};

function ofMeasure(measure: Measure, grades: readonly GradeScheme[]): readonly Found[] {
  const { trigger } = measure;
  const grade = grades.find((each) => (trigger.kind === "grade" && each.id === trigger.type) || (trigger.kind === "record" && each.recordType === trigger.type));
  return grade === undefined ? [] : [{ entry: measure, what: say(`A grade of persons sets it off: ${named(grade).en}.`, `由个人评级触发：${named(grade).zh}。`) }];
}

function ofLists(book: LawBook, grades: readonly GradeScheme[]): readonly Found[] {
  return book.all("list").filter((list) => list.colour === "black").flatMap((list) => {
    const types = recordsNodes(waysOnto(list, book)).map((node) => node.type);
    const grade = grades.find((each) => types.includes(each.recordType));
    return grade === undefined ? [] : [{ entry: list, what: say(`A grade of persons leads onto it: ${named(grade).en}.`, `以个人评级为列入条件：${named(grade).zh}。`) }];
  });
}
