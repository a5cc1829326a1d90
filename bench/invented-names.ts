// A million invented names, the same for the same seed: place, brand, trade and legal form, as organisations are called, drawn from an
// alphabet of several thousand characters of which few are common; one in eight is in Latin letters, one in twenty in traditional ones.
import { Converter } from "opencc-js/cn2t";
import { makeFileNumber, type FileNumber } from "../src/domain/terms/index.ts";

export interface InventedName {
  readonly file: FileNumber;
  readonly text: string;
  readonly code: string;
}

const toTraditional = Converter({ from: "cn", to: "t" });

/** Draws whole numbers below a bound: the same for the same seed. */
export type Draw = (below: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** The characters of the national standard of 1980, some 6,700, the common ones first. */
function alphabet(draw: Draw): readonly string[] {
  const decoder = new TextDecoder("gb18030");
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) for (let low = 0xa1; low <= 0xfe; low += 1) characters.push(decoder.decode(Uint8Array.of(high, low)));
  const known = characters.filter((character) => /^[\u4e00-\u9fff]$/.test(character));
  const [common, rare] = [shuffled(known.slice(0, 3755), draw), shuffled(known.slice(3755), draw)];
  return [...common, ...rare];
}

function shuffled<T>(things: readonly T[], draw: Draw): readonly T[] {
  return things.map((thing) => [draw(1 << 30), thing] as const).toSorted(([a], [b]) => a - b).map(([, thing]) => thing);
}

/** A place near the front much more often than one behind, as words of a language are; the first few about as often. */
function skewed(draw: Draw, length: number): number {
  const [share, few] = [draw(1 << 30) / (1 << 30), Math.max(1, length / 150)];
  return Math.min(length - 1, Math.floor(few * ((length + few) / few) ** share - few));
}

const TRADES = [..."科技 贸易 商贸 建筑工程 信息技术 食品 餐饮管理 物流 机械设备 电子科技 文化传播 农业开发 网络科技 装饰工程 医疗器械 环保科技 投资管理 企业管理咨询 房地产开发 物业管理 汽车销售服务 新能源 生物科技 服装 化工 教育咨询 广告传媒 劳务派遣 建材 园林绿化 供应链管理 进出口 软件开发 家具 纺织 五金制品 水产养殖 酒店管理 旅游 租赁 塑料制品 包装材料 金属制品 电气设备 自动化设备 检测技术 知识产权代理 人力资源 印刷 仓储服务 茶业 珠宝 化妆品 体育用品 通信工程 水利工程 电力工程 市政工程 消防工程 制药 种植 畜牧 粮油 矿业 能源 光电科技 半导体 智能装备 数据服务 健康管理 养老服务 保洁服务 安防科技 仪器仪表".split(" ")];
const FORMS = [..."有限公司 有限公司 有限公司 有限公司 有限公司 有限公司 有限责任公司 有限责任公司 股份有限公司 集团有限公司 分公司 合伙企业 厂 中心 合作社 事务所".split(" ")];
const LATIN_TRADES = "trading logistics engineering construction pharma foods textiles shipping energy consulting systems software motors steel chemical plastics marine timber mining media capital".split(" ");
const LATIN_FORMS = "Ltd,Co., Ltd.,LLC,GmbH,S.A.,Inc.,S.R.L.,Pty Ltd,PLC,JSC".split(",");
const SYLLABLES = "ba be bo da de di do fa fe fi ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za ze zi zo an en in on ar er ir or al el".split(" ");

export function* inventedNames(count: number, seed: number): Generator<InventedName> {
  const draw = drawFrom(seed);
  const characters = alphabet(draw);
  const places = Array.from({ length: 2400 }, (_, index) => (characters[skewed(draw, 3755)] ?? "") + (characters[skewed(draw, 3755)] ?? "") + ["市", "县", "区", "", ""][index % 5]);
  const pick = <T>(things: readonly T[], fallback: T): T => things[skewed(draw, things.length)] ?? fallback;
  const any = (things: readonly string[]): string => things[draw(things.length)] ?? "";
  for (let number = 1; number <= count; number += 1) {
    const latin = draw(8) === 0;
    const brand = Array.from({ length: latin ? 2 + draw(3) : 2 + (draw(5) === 0 ? 1 : 0) + (draw(12) === 0 ? 1 : 0) }, () => (latin ? any(SYLLABLES) : pick(characters, "")));
    const chinese = `${pick(places, "")}${draw(6) === 0 ? pick(places, "") : ""}${brand.join("")}${pick(TRADES, "")}${any(FORMS)}`;
    const text = latin ? `${capital(brand.join(""))} ${draw(2) === 0 ? `${capital(any(SYLLABLES) + any(SYLLABLES))} ` : ""}${capital(pick(LATIN_TRADES, ""))} ${any(LATIN_FORMS)}` : draw(20) === 0 ? toTraditional(chinese) : chinese;
    yield { file: makeFileNumber(number), text, code: codeOf(draw, number) };
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Eighteen characters, as the unified code has; no two alike, and in regions nobody has. */
function codeOf(draw: Draw, number: number): string {
  const subject = number.toString(36).toUpperCase().padStart(6, "0");
  return `9199${String(draw(10000)).padStart(4, "0")}MA${subject}${String(draw(10000)).padStart(4, "0")}`;
}
