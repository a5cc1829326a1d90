// The invented facts the bench of `check` asks about: as many listings as asked for, over eight tenths as many organisations, out of twenty
// times as many possible codes. Everything is computed from its number when asked, so nothing is held; the same for the same seed.
// Days are whole numbers, days since 1970-01-01, as dayNumber of terms/ counts them.
import { dayNumber, makeFileNumber, plainDate } from "../src/domain/terms/index.ts";
import { CODES_MAX, codeOfNumber, mixed, permuted } from "./check-codes.ts";

export const LISTS = 40;
/** Nine in ten listings stand on this day; of the others most are over, some have not begun. */
export const ASKED_ON = dayNumber(plainDate("2026-06-01"));

export interface InventedListing {
  /** From 0, in the order of the organisations, none left out. */
  readonly listing: number;
  /** 0 to 39; no organisation is on a list twice. */
  readonly list: number;
  readonly from: number;
  /** The first free day; null where none is stated. */
  readonly until: number | null;
}

export interface InventedOrganisation {
  readonly code: string;
  readonly listings: readonly InventedListing[];
}

export interface CheckFacts {
  readonly listings: number;
  readonly organisations: number;
  /** Possible codes: the listed and all others. */
  readonly codes: number;
  /** The code of a listed organisation, 0 to organisations - 1. */
  listedCode(organisation: number): string;
  /** A code no listed organisation has, 0 to codes - organisations - 1. */
  unlistedCode(other: number): string;
  listingsOf(organisation: number): readonly InventedListing[];
  nameOf(organisation: number): string;
  /** Every listed organisation, in order. */
  all(): Generator<InventedOrganisation>;
}

/** How a listed organisation stands in the register: its file number and its name. */
export function onFile(facts: CheckFacts, organisation: number): { readonly file: string; readonly name: string } {
  return { file: makeFileNumber(organisation + 1), name: facts.nameOf(organisation) };
}

/** How many listings each of a hundred organisations has: 125 together; a fifth have two or more. */
const COUNTS = Array.from({ length: 100 }, (_, index) => {
  const place = (index * 37) % 100;
  return place < 80 ? 1 : place < 96 ? 2 : place < 99 ? 3 : 4;
});
const LISTINGS_BEFORE = COUNTS.map((_, index) => COUNTS.slice(0, index).reduce((sum, count) => sum + count, 0));
const LISTINGS_OF_HUNDRED = 125;
/** Three years are the term most laws give. */
const TERM_YEARS = [1, 1, 2, 2, 3, 3, 3, 3, 4, 5];

/** Facts of `listings` listings, a multiple of 125. */
export function inventFacts({ listings, seed = 1 }: { readonly listings: number; readonly seed?: number }): CheckFacts {
  if (listings % LISTINGS_OF_HUNDRED !== 0 || listings * 20 > CODES_MAX) throw new Error(`assertion failed: listings are a multiple of ${LISTINGS_OF_HUNDRED}, not ${listings}`);
  const organisations = (listings / LISTINGS_OF_HUNDRED) * 100;
  const codes = listings * 20;
  const codeAt = (place: number): string => codeOfNumber(placeWithin(place, codes, seed), seed);
  const facts: CheckFacts = {
    listings, organisations, codes,
    listedCode: (organisation) => codeAt(checked(organisation, organisations)),
    unlistedCode: (other) => codeAt(organisations + checked(other, codes - organisations)),
    listingsOf: (organisation) => listingsOf(checked(organisation, organisations), seed),
    nameOf: (organisation) => nameOf(checked(organisation, organisations), seed),
    *all() {
      for (let organisation = 0; organisation < organisations; organisation += 1) yield { code: codeAt(organisation), listings: listingsOf(organisation, seed) };
    },
  };
  return facts;
}

/** The permutation of a square just larger than `count`, walked until it lands within. */
function placeWithin(place: number, count: number, seed: number): number {
  const half = Math.ceil(Math.sqrt(count));
  let found = permuted(place, half, seed + 3);
  while (found >= count) found = permuted(found, half, seed + 3);
  return found;
}

function listingsOf(organisation: number, seed: number): readonly InventedListing[] {
  const within = organisation % 100;
  const first = Math.floor(organisation / 100) * LISTINGS_OF_HUNDRED + (LISTINGS_BEFORE[within] ?? 0);
  const drawn = mixed(organisation, seed + 4);
  // Some lists are long and most are short; a second list is a few steps further.
  const share = (drawn >>> 4) / 2 ** 28;
  const [list, step] = [Math.floor(LISTS * share * share), 1 + (drawn % 9)];
  const made: InventedListing[] = [];
  for (let index = 0; index < (COUNTS[within] ?? 0); index += 1) made.push({ listing: first + index, list: (list + index * step) % LISTS, ...periodOf(first + index, seed) });
  return made;
}

function periodOf(listing: number, seed: number): { readonly from: number; readonly until: number | null } {
  const [drawn, day] = [mixed(listing, seed + 5), mixed(listing, seed + 6)];
  const term = Math.round(365.25 * (TERM_YEARS[drawn % TERM_YEARS.length] ?? 3));
  if ((drawn >>> 4) % 30 === 0) return { from: ASKED_ON - (day % 1826), until: null };
  const hundredth = (drawn >>> 10) % 100;
  const from = hundredth < 90 ? ASKED_ON - (day % term) : hundredth < 96 ? ASKED_ON - term - (day % 700) : ASKED_ON + 1 + (day % 180);
  return { from, until: from + term };
}

const PLACES = "北京 上海 天津 重庆 杭州 宁波 温州 南京 苏州 无锡 常州 合肥 福州 厦门 南昌 济南 青岛 郑州 武汉 长沙 广州 深圳 佛山 东莞 南宁 海口 成都 绵阳 贵阳 昆明 拉萨 西安 兰州 西宁 银川 沈阳 大连 长春 哈尔滨 石家庄 太原 呼和浩特 乌鲁木齐 潍坊 烟台 徐州 泉州 洛阳".split(" ");
const BRANDS = [..."华盛恒泰金鑫宏达瑞祥永兴天成中联嘉美德信安康锦程万顺富源东方百汇凯旋星海云峰博远卓越新创智慧启明晟辉利民国泰福隆久益旭日长青荣光正大同和丰裕友谊诚立业通全球腾飞龙凤麒麟松柏竹梅兰菊"];
const TRADES = "科技 贸易 商贸 建筑工程 信息技术 食品 餐饮管理 物流 机械设备 电子科技 文化传播 农业开发 网络科技 装饰工程 医疗器械 环保科技 企业管理 物业管理 新能源 生物科技 服装 化工 建材 供应链".split(" ");
const FORMS = "有限公司 有限公司 有限公司 有限责任公司 股份有限公司 专业合作社".split(" ");

/** Eight to fourteen characters: place, brand, trade and legal form. */
function nameOf(organisation: number, seed: number): string {
  const [drawn, brand] = [mixed(organisation, seed + 7), mixed(organisation, seed + 8)];
  const character = (shift: number): string => BRANDS[(brand >>> shift) % BRANDS.length] ?? "";
  const form = FORMS[drawn % FORMS.length] ?? "";
  const trade = TRADES[(drawn >>> 4) % TRADES.length] ?? "";
  const third = (drawn >>> 28) % 3 === 0 && form.length + trade.length < 8 ? character(16) : "";
  return `${PLACES[(drawn >>> 12) % PLACES.length]}${character(0)}${character(8)}${third}${trade}${form}`.slice(-14);
}

function checked(number: number, below: number): number {
  if (!(number >= 0 && number < below)) throw new Error(`assertion failed: ${number} is a number from 0, below ${below}`);
  return number;
}
