// Refusals in Chinese: for every code the whole message, with what is wrong, why, and what to do instead, from the facts of the refusal. A code
// or kind the domain gains does not compile here until it has its sentence. What is possible now follows from `possibleZh`.
import type { Dated, Refusal, RefusalFacts, SaidOfStep, StepSaid, WaySaid } from "../../domain/cases/index.ts";
import type { Names } from "./view-models.ts";
import type { Saying } from "./saying.ts";

type Code = keyof RefusalFacts;
type Sentences = { readonly [C in Code]: (facts: RefusalFacts[C], say: Saying) => string };
type CaseState = Extract<RefusalFacts["step-skipped"], { readonly kind: "notYet" }>["state"];
type Thing = Extract<RefusalFacts["no-stay"], { readonly kind: "nothing" }>["about"];
type Phase = Extract<RefusalFacts["case-closed"], { readonly kind: "stay" }>["phase"];

const STATES: Record<CaseState, string> = { notBegun: "尚未立案", proposed: "已提出建议，待告知", noticed: "已作出告知，尚未送达", served: "处于组织的答复期", answered: "组织已答复，待决定", silent: "组织逾期未答复，待决定", decided: "已作出决定", withdrawn: "已撤回" };
const PHASES: Record<Phase, string> = { running: "办理中", granted: "已准予", refused: "未准予", notAccepted: "未受理", withdrawn: "已撤回", done: "已办结" };
const THINGS: Record<Thing, string> = { organisation: "组织自身", listing: "列入", record: "记录", join: "档案合并", matter: "已决定的案件" };
const PARTIES = { office: "机关", organisation: "组织" } as const;
const DATED: Record<Dated, string> = {
  "a proposal": "提出建议", "a notice": "作出告知", "the service of the notice": "送达告知", "an answer": "收到答复", "the decision": "作出决定", "the withdrawal": "撤回", "the removal": "移出", "the application": "提出申请", "the hearing": "举行听证", "the recusal": "回避", "the report": "反馈",
  "the stay": "停止执行", "the end of the stay": "结束停止执行", "the consent": "作出同意",
};
const SAID: Record<SaidOfStep, string> = { facts: "事实", "means of service": "送达方式", "organisation's statement": "组织的陈述", reasons: "理由", "post that leads it": "主持的岗位", minutes: "笔录" };
const LACKING: Record<RefusalFacts["procedure-incomplete"]["lacking"], string> = { notice: "告知", service: "送达", "time to answer": "答复期", decision: "决定" };
const ON_RECORD = { notice: "告知", service: "送达", hearing: "听证" } as const;
const CASE_LACKS = { "facts and basis of the notice": "告知的事实和依据", "means of service": "送达方式", reasons: "决定的理由" } as const;
const FORCES: Readonly<Record<string, string>> = { mandatory: "必须适用的", discretionary: "由机关裁量的", "mandatory-unless-declined": "除非声明否则必须适用的" };
const TAKES: Readonly<Record<string, string>> = { text: "文字", day: "日期", money: "金额", integer: "整数", flag: "是或否", choice: "一个选项", choices: "若干选项", rate: "比率", authority: "机关", code: "代码" };

/** `A、B`; of none the word for it. */
function listed(words: readonly string[], none = "无"): string {
  return words.length === 0 ? none : words.join("、");
}

function whose({ names, by }: StepSaid, say: Saying): string {
  return `${say.names(names)}（由${PARTIES[by]}办理）`;
}

function ways(all: readonly WaySaid[], say: Saying): readonly string[] {
  return all.map(({ exit, names, act, earliest }) => `${say.names(names)}（${say.act(act)}，标识\`${exit}\`${earliest === undefined ? "" : `，自${earliest}起`}）`);
}

function dated(what: Dated | { readonly names: Names }, say: Saying): string {
  return typeof what === "string" ? DATED[what] : say.names(what.names);
}

export const refusalsZh: Sentences = {
  "list-unknown": (facts, say) => facts.kind === "named" ? `${facts.on}施行的法规没有名单\`${facts.list}\`。请写法规中的一个名单。` : `现行法规没有名单${say.law(facts.list)}。请依据当时作出列入的法规移出。`,
  "list-not-in-force": ({ list, on }, say) => `名单${say.law(list)}在${on}未施行，当日不能将任何组织列入。`,
  "list-not-kept": ({ list }, say) => `名单${say.law(list)}由其他机构认定，本登记册只登载其公布的内容。请报送它公布的那一版名单。`,
  "no-procedure": (facts, say) => {
    switch (facts.kind) {
      case "none": return `法规没有为名单${say.law(facts.list)}规定程序；没有程序，不能列入任何组织。`;
      case "notInForce": return `名单${say.law(facts.list)}的程序${say.law(facts.procedure)}在${facts.on}未施行，不能依它列入。`;
      case "doesNotSpeak": return `程序${say.law(facts.procedure)}不适用于此。可以适用的：${listed(facts.speaking.map(say.law))}。`;
      case "noneSpeaks": return `${facts.on}施行的法规没有为此（${listed(facts.purposes.split(", ").map(say.purpose))}）规定程序。请以书面向机关提出。`;
      case "noSteps": return `程序${say.law(facts.procedure)}在${facts.on}没有步骤。`;
      case "gone": return `现行法规没有程序\`${facts.procedure}\`；本案依立案时的法规继续办理。`;
    }
  },
  "procedure-incomplete": ({ procedure, lacking }, say) => `程序${say.law(procedure)}缺少${LACKING[lacking]}；无论另有何种要求，不能依它列入。`,
  "no-basis": (facts, say) => {
    switch (facts.kind) {
      case "list": return `${facts.on}施行的法规没有给名单${say.law(facts.list)}法律依据，不能据以列入。`;
      case "notStated": return `没有写明法律依据。至少写明其一：${listed(facts.own.map(say.law))}。`;
      case "notInForce": return `${say.law(facts.instrument)}在${facts.on}不是施行中的法律文件。请写明施行中的，如${listed(facts.own.map(say.law))}。`;
      case "foreign": return `所写明的法律文件都不是名单${say.law(facts.list)}的依据。至少写明其一：${listed(facts.own.map(say.law))}。`;
    }
  },
  "no-end": (facts, say) => {
    switch (facts.kind) {
      case "notStated": return `${facts.governingDay}的法规没有规定名单${say.law(facts.list)}上的列入何时终止，因此不能列入。可以告诫该组织，或者先由法规规定终止。`;
      case "notPublished": return `名单${say.law(facts.list)}的期限自公布起算，而此次列入不公布，将永不终止。请写明公布之日。`;
      case "noLength": return `法规给名单${say.law(facts.list)}的期限没有长度。`;
    }
  },
  "no-exit": ({ list }, say) => `法规没有规定离开名单${say.law(list)}的出路；规定之前，不能列入任何组织。`,
  "day-of-act-unknown": (facts, say) => facts.kind === "procedure" ? `适用哪一程序（${say.law(facts.procedure)}）取决于违法行为之日，而该日没有写明。请写明后再提出建议。`
    : facts.kind === "criteria" ? `名单${say.law(facts.list)}适用哪些标准取决于违法行为之日，而该日没有写明。请写明该日。` : `名单${say.law(facts.list)}上的列入持续多久取决于违法行为之日的法规，而该日没有写明。请写明后再提出建议。`,
  "wrong-authority": (facts, say) => {
    switch (facts.kind) {
      case "list": return `${say.law(facts.authority)}不能就名单${say.law(facts.list)}办理；只有${say.law(facts.owner)}或其下级中有列入职权的机关可以。请把事实移交它。`;
      case "decided": return `${say.law(facts.authority)}不能就名单${say.law(facts.list)}作出决定；该名单由${say.law(facts.owner)}主管。`;
      case "removal": return `${say.law(facts.authority)}不能以“${say.act(facts.act)}”将组织移出名单${say.law(facts.list)}；可以移出的是${listed((facts.deciders.length > 0 ? facts.deciders : [facts.owner]).map(say.law))}。`;
      case "measure": return `${say.law(facts.authority)}不能就措施${say.law(facts.measure)}作出决定；只有${say.law(facts.owner)}或其下级可以。`;
      case "opening": return `只有作出决定的机关（${facts.officeNames === undefined ? "" : say.names(facts.officeNames)}\`${facts.office}\`）可以立此案。请移交它。`;
      case "case": return `只有决定本案的机关（\`${facts.office}\`）或其上一级机关可以办理。`;
      case "step": return `${say.names(facts.names)}应由${facts.office === undefined ? "上一级机关办理，而本登记册没有这一机关" : `${facts.officeNames === undefined ? "机关" : say.names(facts.officeNames)}\`${facts.office}\`办理`}${facts.appeal ? "，由它决定申诉" : ""}。请将本案移交它。`;
      case "consent": return `对程序${say.law(facts.procedure)}的${say.names(facts.names)}，只有办理机关的上一级机关${facts.office === undefined ? "可以同意，而本登记册没有这一机关。请先设立该机关" : `（\`${facts.office}\`）可以同意。请由它在其工作台作出`}。`;
    }
  },
  "other-matter": ({ command, asked, matter }, say) => `${say.action(command)}写的是案件\`${asked}\`，而本案是\`${matter}\`。请到该案办理。`,
  "step-skipped": (facts, say) => {
    switch (facts.kind) {
      case "notOpened": return `案件尚未立案，不能${say.action(facts.step)}。请先立案。`;
      case "notBegun": return `案件尚未立案，不能${say.action(facts.step)}。`;
      case "notOnRecord": return `${say.names(facts.names)}须在${say.names(facts.skippedNames)}之后，而后者尚不在案；本案${STATES[facts.state]}。`;
      case "notYet": return `现在还不能办理${say.names(facts.names)}：本案${STATES[facts.state]}。`;
      case "noListing": return `本案${STATES[facts.state]}，没有可以移出的列入。`;
      case "waits": return `${say.names(facts.names)}须在${listed(facts.waits.map(({ names }) => say.names(names)))}之后。`;
    }
  },
  "already-done": (facts, say) => {
    switch (facts.kind) {
      case "begun":
      case "opened": return `案号\`${facts.matter}\`已经立案。请另立新案。`;
      case "answer": return "同样的答复已经在案，无须重复。";
      case "consent": return `上一级机关已于${facts.on}${facts.given ? "同意" : "不同意"}${say.names(facts.names)}；只答复一次。`;
      case "stepOnRecord": return `${say.names(facts.names)}已经在案，无须再予同意；本案${STATES[facts.state]}。`;
      case "onRecord": return `${ON_RECORD[facts.what]}已经在案；本案${STATES[facts.state]}。`;
      case "removed": return `该列入已于${facts.removedOn}以“${say.act(facts.act)}”移出。${facts.retroactive ? "本案已无事可办。" : "只能再予撤销。"}`;
      case "recused": return `${say.post(facts.officer)}已经回避本案。`;
      case "notJoined": return "这两个档案没有被认作同一组织，已无可异议。";
      case "recordAnnulled": return `记录\`${facts.record}\`已被撤销，已无事可办。`;
      case "recordRepaired": return `记录\`${facts.record}\`已于${facts.on}修复，已无事可办。`;
      case "listingAnnulled": return "该列入已被撤销，已无事可办。";
      case "listingRemoved": return `该列入已于${facts.on}移出，已无事可办。`;
      case "appealAnnulled": return "该列入已被撤销，已无可申诉。";
      case "runs": return `就此已有在办案件（\`${facts.matter}\`，${facts.since}立案）。请在该案中继续，或先将其撤回。`;
      case "reported": return `${facts.year}年度的报告已于${facts.on}报送。请改为报送对它的更正。`;
      case "taken": return `${say.names(facts.names)}已于${facts.on}${facts.automatic ? "由登记册自动" : ""}办理。`;
    }
  },
  "case-closed": (facts, say) => {
    switch (facts.kind) {
      case "listing": return `案件${STATES[facts.state]}，已经办结；其他事项请另立新案。`;
      case "noListing": return `本案${STATES[facts.state]}，没有可以移出的列入。`;
      case "consent": return `本案${STATES[facts.state]}，对${say.names(facts.names)}的同意已经太迟。`;
      case "ended": return `该列入在${facts.removedOn}之前已自行终止，没有可以移出的；只能再予撤销。`;
      case "withdrawn": return `案件已于${facts.withdrawnOn}撤回；其他事项请另立新案。`;
      case "decided": return `案件已有决定（${PHASES[facts.phase]}）。`;
      case "stay": return `案件已有决定（${PHASES[facts.phase]}）；停止执行不长于案件。`;
      case "otherWay": return `案件走了另一条路（${PHASES[facts.phase]}），不再办理${say.names(facts.names)}。`;
    }
  },
  "answer-window-open": (facts) => facts.kind === "early" ? `组织没有答复，而答复期至${facts.lastDay}终了；${facts.decidedOn}的决定为时过早。`
    : `组织的答复期至${facts.lastDay}终了${facts.provisional ? "（暂定：该年的节假日尚未公布）" : ""}，尚未答复。请等待其答复，或自${facts.until}起作出决定。`,
  "answer-time-too-short": ({ count, unit, given, givenUnit }, say) => `法规给予${say.time(count, unit)}答复，而告知只给${say.time(given, givenUnit)}。请以同一单位给予不少于法规的期限。`,
  "too-few-officers": ({ kind, names, needed, officers }, say) => kind === "consent" ? `对${say.names(names)}的同意由本机关的岗位作出，至少${needed}名，现在有${officers}名。请写明由哪一岗位作出。` : `${say.names(names)}须由${needed}名承办人办理，而只有${officers}名。请由${needed}个不同的岗位共同办理。`,
  "officer-recused": ({ kind, officer }, say) => kind === "step" ? `${say.post(officer)}已回避本案。请由本机关其他岗位办理。` : `${say.post(officer)}提出了这一建议，或已回避本案。请由两者皆非的岗位主持听证。`,
  "hearing-open": ({ names }, say) => `组织要求听证，而${say.names(names)}尚未举行。请先举行。`,
  "no-hearing": (facts, say) => facts.kind === "notAsked" ? "本案没有人要求听证。" : `程序${say.law(facts.procedure)}没有听证。请以书面答复。`,
  "consent-missing": (facts, say) => {
    switch (facts.kind) {
      case "begins": return `${say.names(facts.names)}须经上一级机关同意，而同意只能在已立的案件中作出，因此不能以这一步立案。须由法规在它之前规定一步。`;
      case "noSuperior": return `${say.names(facts.names)}须经上一级机关同意，而本登记册不知本机关有上一级机关。请先设立该机关，并由其下级办理本案。`;
      case "awaited": return `${say.names(facts.names)}须经上一级机关（\`${facts.superior}\`）同意，现在等待其同意。请由它在其工作台作出，至迟于${facts.on}。`;
    }
  },
  "consent-refused": (facts, say) => facts.kind === "step" ? `上一级机关（\`${facts.superior}\`）已于${facts.on}不同意${say.names(facts.names)}${facts.reason === "" ? "" : `，理由是“${facts.reason}”`}。可以作出不须经同意的其他结果，或者撤回。` : `上一级机关已于${facts.on}不同意${say.names(facts.names)}，不能据以列入。`,
  "consent-not-asked": ({ procedure, step, names }, say) => `程序${say.law(procedure)}不要求${names === undefined ? `\`${step}\`` : say.names(names)}经上一级机关同意；由办理机关自行办理。`,
  "review-missing": ({ names, on }, say) => `${say.names(names)}须至迟于${on}经法制审核。请先经审核，并写明日期。`,
  "statement-missing": (facts, say) => {
    switch (facts.kind) {
      case "words": return `${say.names(facts.names)}须写明：${listed(facts.words.map(say.stated))}。请补充后重新提交。`;
      case "text": return `${say.names(facts.names)}须写明${SAID[facts.missing]}，现在是空的。请填写。`;
      case "application": return `${say.names(facts.names)}须写明请求什么、为什么，现在是空的。请填写陈述。`;
      case "decision": return `${say.names(facts.names)}须写明理由。请填写。`;
      case "consent": return `不同意${say.names(facts.names)}的，须写明理由。请填写。`;
      case "conditions": return "附条件的决定须写明条件。请填写。";
      case "withdrawal": return "撤回须写明理由。请填写。";
      case "removal": return "移出须写明理由。请填写。";
      case "stay": return "停止执行须写明理由。请填写。";
      case "stayEnd": return "结束停止执行须写明理由。请填写。";
      case "recusal": return "回避须写明岗位和理由。请填写。";
      case "recusalPost": return "回避须写明岗位。请填写。";
      case "recusalReason": return "回避须写明理由。请填写。";
      case "measure": return "对措施的决定须写明理由。请填写。";
      case "execution": return "没有执行措施的，须写明原因。请填写。";
      case "effect": return `法规给出数种效果，须写明其一：${listed(facts.effects.map(say.effect))}。`;
      case "case": return `本案缺少${CASE_LACKS[facts.missing]}，不能据以列入。`;
      case "field": return `${say.names(facts.names)}没有填写。请填写。`;
    }
  },
  "consequence-unknown": (facts) => facts.kind === "told" ? `现行法规没有措施\`${facts.measure}\`；只有法规的措施才能作为后果告知。` : `${facts.on}施行的法规没有措施\`${facts.measure}\`；只能就法规的措施作出决定。`,
  "days-out-of-order": (facts, say) => {
    switch (facts.kind) {
      case "before": return `${dated(facts.what, say)}不能在${facts.day}：它所接续的在${facts.notBefore}。可以写${facts.notBefore}或以后的日期。`;
      case "ahead": return `${dated(facts.what, say)}不能在${facts.day}，那一天尚未到来。请在当日记录，至迟写${facts.notAfter}。`;
      case "effect": return `决定（${facts.decidedOn}）、生效（${facts.effectiveFrom}）、公布（${facts.publishedFrom}）须依次进行，后者不能早于前者。`;
      case "case": return `案件的日期先后颠倒：${listed(facts.days)}。建议、告知、送达、决定、生效须依次进行。`;
    }
  },
  "criteria-not-met": (facts, say) => facts.kind === "decision" ? `决定没有写明名单${say.law(facts.list)}中得到满足的标准；没有标准，可以告诫，不能列入。`
    : `按${facts.governingDay}的法规，在案记录没有满足名单${say.law(facts.list)}的任何一项标准${facts.criteria.length === 0 ? "" : `（其标准：${listed(facts.criteria.map(({ names }) => say.names(names)))}）`}。请报送能满足标准的记录，或者不列入该组织。`,
  "no-substitute": (facts) => facts.kind === "means" ? `以“${facts.means}”未能送达时，法规没有规定替代方式。请以其他方式送达告知，或撤回建议。` : "告知以替代方式送达，而法规没有规定替代方式，不能据以列入。",
  "outcome-not-in-law": (facts, say) => {
    switch (facts.kind) {
      case "decision": return `这一程序的决定不能是“${say.outcome(facts.outcome)}”；可以是：${listed(facts.outcomes.map(say.outcome))}。`;
      case "choice": return `措施${say.law(facts.measure)}在${facts.on}是${FORCES[facts.force ?? ""] ?? "没有强度的"}措施；${facts.may === undefined ? "没有可以决定的。" : facts.may === "apply" ? "只能决定适用。" : "只能声明不执行。"}`;
      case "effect": return `措施${say.law(facts.measure)}没有“${say.effect(facts.effect)}”这一效果；可以是：${listed(facts.effects.map(say.effect))}。`;
    }
  },
  "list-not-published": ({ list }, say) => `法规不公布名单${say.law(list)}。请不写公布之日。`,
  "region-outside-list": ({ list, region, regions }, say) => `名单${say.law(list)}不及于地区\`${region}\`。请从中选择：${listed(regions.map((each) => `\`${each}\``))}。`,
  "exit-not-in-law": ({ list, act, ways: known }, say) => `法规没有以“${say.act(act)}”离开名单${say.law(list)}的出路。可以的有：${listed([...ways(known, say), "撤销"])}。`,
  "exit-not-named": ({ list, act, ways: known }, say) => `法规有数条${act === undefined ? "" : `以“${say.act(act)}”`}${list === undefined ? "" : `离开名单${say.law(list)}`}的出路，须指明其一：${listed(ways(known, say))}。`,
  "exit-not-open": (facts, say) => facts.kind === "removal" ? `法规自${facts.earliest}起才允许“${say.act(facts.act)}”，${facts.on}尚未到。请届时再办，或者在列入有误时予以撤销。` : `法规自${facts.earliest}起才允许，${facts.on}尚未到。请届时再提出。`,
  "not-retroactive": ({ act }, say) => `以“${say.act(act)}”终止的列入，此前有效，不能溯及既往。自始不应列入的，请予撤销。`,
  "not-ours": (facts) => {
    switch (facts.kind) {
      case "nobody": return `本登记册没有机关作出或报送过这一${THINGS[facts.about]}。请向公布它的机构提出，由其更正。`;
      case "asked": return "这一列入由其他机构公布，只有该机构可以终止。请向它提出；如果列入的不是本组织，请对档案合并提出异议。";
      case "granted": return "这一列入由其他机构公布，只有该机构可以终止。";
    }
  },
  "too-late": (facts, say) => facts.kind === "step" ? `${say.names(facts.names)}的期限至${facts.lastDay}，已经逾期。` : `${say.names(facts.names)}的期限至${facts.lastDay}，而${facts.on}已经逾期。自始有误的，作出决定的机关随时可以撤销；请向它指出。`,
  "wrong-party": (facts, say) => {
    switch (facts.kind) {
      case "otherCase": return "组织只能在自己的案件中办理，而本案是关于另一组织的。请到告知本组织的案件办理。";
      case "otherFile": return "组织只能就自己的档案办理，而本案是另一组织的。";
      case "otherOpening": return "组织只能就自己的档案办理，而这是另一组织的。请由案件所涉的组织立案。";
      case "otherThing": return `本案所涉的内容在另一组织的档案上（${listed(facts.files.map((file) => `\`${file}\``))}）。请为该组织立案。`;
      case "office": return `${say.action(facts.step)}由机关办理；组织可以答复、要求听证，列入后可以提出异议。`;
      case "step": return `${say.names(facts.names)}由${PARTIES[facts.by]}办理，不由您一方办理。`;
      case "consent": return `对${say.names(facts.names)}的同意由上一级机关作出，组织不参与。`;
      case "opener": return `只有立案的一方可以撤回，而本案由${PARTIES[facts.by]}提起。`;
      case "purpose": return `“${say.purpose(facts.purpose)}”不针对${THINGS[facts.about]}；可以针对：${listed(facts.things.map((thing) => THINGS[thing]))}。`;
      case "mask": return "只能暂停公开列入或记录。请就其一立案。";
    }
  },
  "nothing-to-appeal": ({ kind }) => kind === "noAction" ? "该决定没有对组织采取行动，没有可以申诉的。" : kind === "withdrawn" ? "案件在决定之前已经撤回，没有可以申诉的；可以重新立案。" : "该决定已给予组织所请求的，没有可以申诉的。",
  "step-unknown": (facts, say) => facts.kind === "step" ? `程序${say.law(facts.procedure)}没有步骤\`${facts.step}\`。` : `程序${say.law(facts.procedure)}不由${PARTIES[facts.by]}开始；${facts.first === undefined ? "它没有步骤。" : `它从${whose(facts.first, say)}开始。`}`,
  "duty-not-missed": (facts) => facts.kind === "none" ? "该组织没有那一年度的报告义务，没有可以认定为未报送的。" : `${facts.year}年度的报告可以报送至${facts.lastDay}；过了那一天才算未报送。`,
  "outcome-missing": ({ names, outcomes }, say) => outcomes.length === 0 ? `${say.names(names)}没有结果。请不写结果。` : `${say.names(names)}须写明结果，可以是：${listed(outcomes.map(say.outcome))}。`,
  "no-stay": (facts) => facts.kind === "nothing" ? `本案所涉的是${THINGS[facts.about]}，不是列入或记录，没有可以停止执行的效果。` : facts.kind === "noneRuns" ? "本案没有正在停止执行的事项，没有可以结束的。" : `本案自${facts.from}起暂停公开，由法规的步骤结束，不能以决定结束。`,
  "stay-running": ({ from }) => `本案自${from}起已在停止执行之中。`,
  "nothing-repairable": ({ ways: known }, say) => `法规没有这样一条由组织自己办理的出路。${known.length === 0 ? "现在没有；它自行终止，有误的可以撤销。" : `可以的有：${listed(ways(known, say))}。`}`,
  "field-unknown": (facts, say) => {
    switch (facts.kind) {
      case "nothing": return `${say.names(facts.names)}不登记内容，而\`${facts.field}\`是记录的内容。请不要填写。`;
      case "type": return `现行法规没有记录种类\`${facts.type}\`。`;
      case "name": return `没有可以填写的字段\`${facts.field}\`；可以填写：${listed(facts.fields.map(({ names }) => say.names(names)))}。`;
      case "value": return `${say.names(facts.names)}不接受这个值；它应当是${TAKES[facts.takes] ?? facts.takes}${facts.takes === "choice" ? `：${listed(facts.choices.map((choice) => `\`${choice}\``))}` : ""}。`;
    }
  },
  "case-not-complete": (facts, say) => facts.kind === "state" ? `本案${STATES[facts.state]}；只有列入的决定才能产生列入。` : `决定是“${say.outcome(facts.outcome)}”，不产生列入。`,
  "history-broken": ({ kind, event }) => `案件中有任何步骤都不会产生的事件（\`${event}\`）。${kind === "case" ? "请另立新案。" : "不能据以列入。"}`,
};

/** The whole message of a refusal. */
export function refusalZh<C extends Code>(refusal: Refusal<C>, say: Saying): string {
  const sentences: Sentences = refusalsZh;
  return sentences[refusal.code](refusal.facts, say);
}

/** What can be done instead, where the refusal says it; the page of a case says it itself. */
export function possibleZh({ facts }: Refusal, say: Saying): string {
  if ("possible" in facts) return facts.possible.length === 0 ? "本案已无事可办。" : `现在可以办理：${listed(facts.possible.map(say.action))}。`;
  if ("open" in facts) return facts.open.length === 0 ? "本案已无事可办。" : `现在可以办理：${listed(facts.open.map((step) => whose(step, say)))}。`;
  return "";
}
