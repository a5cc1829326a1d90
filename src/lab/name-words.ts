// Words that invented names are put together from. The syllables are those of water, boats, trees and weather; the pairs they make
// stand under invented places, so that no name is a real organisation's.

/** A character and how it is said. */
export const BRAND_SYLLABLES: readonly (readonly [string, string])[] = [
  ["衡", "heng"], ["渡", "du"], ["砚", "yan"], ["汀", "ting"], ["渚", "zhu"], ["苇", "wei"], ["栈", "zhan"], ["鹭", "lu"], ["霁", "ji"], ["岫", "xiu"],
  ["澹", "dan"], ["溯", "su"], ["棹", "zhao"], ["桅", "wei"], ["帆", "fan"], ["汐", "xi"], ["澜", "lan"], ["泓", "hong"], ["沅", "yuan"], ["漪", "yi"],
  ["浔", "xun"], ["岑", "cen"], ["峦", "luan"], ["杉", "shan"], ["榕", "rong"], ["楠", "nan"], ["梓", "zi"], ["槐", "huai"], ["桐", "tong"], ["柘", "zhe"],
  ["枫", "feng"], ["荻", "di"], ["菱", "ling"], ["萱", "xuan"], ["蕴", "yun"], ["茗", "ming"], ["禾", "he"], ["黍", "shu"], ["麓", "lu"], ["鸥", "ou"],
  ["隼", "sun"], ["鲤", "li"], ["璞", "pu"], ["珩", "heng"], ["瑭", "tang"], ["琮", "cong"], ["磐", "pan"], ["砺", "li"], ["铎", "duo"], ["钧", "jun"],
  ["镜", "jing"], ["锚", "mao"], ["舷", "xian"], ["舫", "fang"], ["橹", "lu"], ["笙", "sheng"], ["弦", "xian"], ["籁", "lai"], ["朔", "shuo"], ["晷", "gui"],
  ["曦", "xi"], ["旻", "min"], ["昀", "yun"], ["霖", "lin"], ["岚", "lan"], ["穹", "qiong"], ["炜", "wei"], ["煦", "xu"], ["拙", "zhuo"], ["恪", "ke"],
  ["笃", "du"], ["诺", "nuo"], ["筠", "yun"], ["箬", "ruo"], ["篷", "peng"], ["蓑", "suo"], ["笠", "li"], ["矶", "ji"], ["埠", "bu"], ["堤", "di"],
  ["闸", "zha"], ["驿", "yi"], ["陌", "mo"], ["檐", "yan"], ["棂", "ling"], ["绫", "ling"], ["缎", "duan"], ["绀", "gan"], ["缃", "xiang"], ["黛", "dai"],
];

export interface Trade {
  readonly zh: string;
  readonly en: string;
  /** Letter of the industrial classification. */
  readonly sector: string;
  readonly weight: number;
}

export const TRADES: readonly Trade[] = [
  { zh: "精密机械", en: "Precision Machinery", sector: "C", weight: 4 }, { zh: "船舶修造", en: "Ship Repair and Building", sector: "C", weight: 3 },
  { zh: "食品", en: "Food", sector: "C", weight: 6 }, { zh: "五金制品", en: "Hardware", sector: "C", weight: 4 }, { zh: "纺织", en: "Textiles", sector: "C", weight: 3 },
  { zh: "陶瓷", en: "Ceramics", sector: "C", weight: 2 }, { zh: "乳业", en: "Dairy", sector: "C", weight: 1 }, { zh: "制药", en: "Pharmaceuticals", sector: "C", weight: 2 },
  { zh: "医疗器械", en: "Medical Devices", sector: "C", weight: 2 }, { zh: "电子", en: "Electronics", sector: "C", weight: 4 }, { zh: "建材", en: "Building Materials", sector: "C", weight: 4 },
  { zh: "包装材料", en: "Packaging Materials", sector: "C", weight: 2 }, { zh: "家具", en: "Furniture", sector: "C", weight: 2 }, { zh: "化工", en: "Chemicals", sector: "C", weight: 2 },
  { zh: "印染", en: "Dyeing and Printing", sector: "C", weight: 1 }, { zh: "酿造", en: "Brewing", sector: "C", weight: 1 }, { zh: "仪表", en: "Instruments", sector: "C", weight: 2 },
  { zh: "渔具", en: "Fishing Gear", sector: "C", weight: 1 }, { zh: "贸易", en: "Trading", sector: "F", weight: 9 }, { zh: "进出口", en: "Import and Export", sector: "F", weight: 6 },
  { zh: "粮油", en: "Grain and Oil", sector: "F", weight: 2 }, { zh: "百货", en: "Department Store", sector: "F", weight: 3 }, { zh: "水产", en: "Seafood", sector: "F", weight: 4 },
  { zh: "茶业", en: "Tea", sector: "F", weight: 2 }, { zh: "书店", en: "Bookshops", sector: "F", weight: 1 }, { zh: "大药房", en: "Pharmacies", sector: "F", weight: 2 },
  { zh: "航运", en: "Shipping", sector: "G", weight: 3 }, { zh: "仓储", en: "Warehousing", sector: "G", weight: 3 }, { zh: "物流", en: "Logistics", sector: "G", weight: 5 },
  { zh: "报关代理", en: "Customs Brokerage", sector: "G", weight: 1 }, { zh: "客运", en: "Passenger Transport", sector: "G", weight: 1 }, { zh: "建设工程", en: "Construction", sector: "E", weight: 6 },
  { zh: "装饰工程", en: "Decoration Works", sector: "E", weight: 4 }, { zh: "市政工程", en: "Municipal Works", sector: "E", weight: 2 }, { zh: "港口工程", en: "Harbour Works", sector: "E", weight: 1 },
  { zh: "信息技术", en: "Information Technology", sector: "I", weight: 5 }, { zh: "软件", en: "Software", sector: "I", weight: 3 }, { zh: "置业", en: "Real Estate", sector: "K", weight: 3 },
  { zh: "物业管理", en: "Property Management", sector: "K", weight: 3 }, { zh: "咨询", en: "Consulting", sector: "L", weight: 5 }, { zh: "广告", en: "Advertising", sector: "L", weight: 3 },
  { zh: "人力资源", en: "Human Resources", sector: "L", weight: 2 }, { zh: "设备租赁", en: "Equipment Leasing", sector: "L", weight: 2 }, { zh: "检测技术", en: "Testing", sector: "M", weight: 2 },
  { zh: "工程设计", en: "Engineering Design", sector: "M", weight: 2 }, { zh: "餐饮管理", en: "Catering", sector: "H", weight: 5 }, { zh: "酒店管理", en: "Hotels", sector: "H", weight: 2 },
  { zh: "农业开发", en: "Agriculture", sector: "A", weight: 3 }, { zh: "水产养殖", en: "Aquaculture", sector: "A", weight: 3 }, { zh: "热电", en: "Heat and Power", sector: "D", weight: 1 },
  { zh: "环保科技", en: "Environmental Technology", sector: "N", weight: 2 }, { zh: "融资担保", en: "Financing Guarantees", sector: "J", weight: 1 }, { zh: "教育咨询", en: "Education", sector: "P", weight: 2 },
  { zh: "护理服务", en: "Nursing", sector: "Q", weight: 1 }, { zh: "文化传播", en: "Culture and Media", sector: "R", weight: 3 }, { zh: "家政服务", en: "Household Services", sector: "O", weight: 3 },
];

/** How an organisation of a legal form is named, coded and how often it occurs. `authority` and `category` are parts of its code. */
export interface Form {
  readonly form: string;
  /** `{place}`, `{brand}`, `{trade}`, `{number}` are filled in. */
  readonly zh: string;
  readonly en: string;
  readonly authority: string;
  readonly category: string;
  readonly weight: number;
  /** Where it is not the trade's. */
  readonly sector?: string;
  /** Trades, licences, pays taxes: most of what is reported is about these. */
  readonly enterprise: boolean;
}

export const FORMS: readonly Form[] = [
  { form: "limited-company", zh: "{place}{brand}{trade}有限公司", en: "{Place} {Brand} {Trade} Co., Ltd.", authority: "9", category: "1", weight: 800, enterprise: true },
  { form: "joint-stock-company", zh: "{place}{brand}{trade}股份有限公司", en: "{Place} {Brand} {Trade} Corporation", authority: "9", category: "1", weight: 40, enterprise: true },
  { form: "state-owned-enterprise", zh: "{place}{brand}{trade}总公司", en: "{Place} {Brand} {Trade} General Company", authority: "9", category: "1", weight: 12, enterprise: true },
  { form: "foreign-invested-enterprise", zh: "{brand}{trade}（{place}）有限公司", en: "{Brand} {Trade} ({Place}) Co., Ltd.", authority: "9", category: "1", weight: 25, enterprise: true },
  { form: "partnership", zh: "{place}{brand}{trade}合伙企业（普通合伙）", en: "{Place} {Brand} {Trade} Partnership", authority: "9", category: "1", weight: 12, enterprise: true },
  { form: "farmer-cooperative", zh: "{place}{brand}农民专业合作社", en: "{Place} {Brand} Farmer Cooperative", authority: "9", category: "3", weight: 30, sector: "A", enterprise: true },
  { form: "law-firm", zh: "{place}{brand}律师事务所", en: "{Place} {Brand} Law Firm", authority: "3", category: "1", weight: 6, sector: "L", enterprise: false },
  { form: "public-institution", zh: "{place}{brand}小学", en: "{Place} {Brand} Primary School", authority: "1", category: "2", weight: 18, sector: "P", enterprise: false },
  { form: "public-institution", zh: "{place}{brand}社区卫生服务中心", en: "{Place} {Brand} Community Health Centre", authority: "1", category: "2", weight: 9, sector: "Q", enterprise: false },
  { form: "social-association", zh: "{place}{brand}{trade}协会", en: "{Place} {Brand} {Trade} Association", authority: "5", category: "1", weight: 18, sector: "S", enterprise: false },
  { form: "private-non-enterprise-unit", zh: "{place}{brand}老年服务中心", en: "{Place} {Brand} Centre for the Elderly", authority: "5", category: "2", weight: 14, sector: "Q", enterprise: false },
  { form: "foundation", zh: "{place}{brand}教育基金会", en: "{Place} {Brand} Education Foundation", authority: "5", category: "3", weight: 4, sector: "S", enterprise: false },
  { form: "state-organ", zh: "{place}{brand}街道办事处", en: "{Brand} Subdistrict Office of {Place}", authority: "1", category: "1", weight: 12, sector: "S", enterprise: false },
];

export const SURNAMES: readonly string[] = [..."沈顾陆戚柏萧晏闻聂纪骆宁祁尹甄邵温简喻鲍庄殷易樊阮江凌冯褚卫"];
export const GIVEN_SYLLABLES: readonly string[] = [..."知远清和望舒怀瑾景航若谷思齐明澈书白云起之恒安澜星野素衣见山"];
export const ROADS: readonly string[] = ["棹歌路", "潮平路", "苇岸街", "灯塔路", "鸥汀路", "盐埠街", "石桥路", "帆影路", "渔火街", "听涛路", "木樨巷", "织女街", "南闸路", "北栈路"];

