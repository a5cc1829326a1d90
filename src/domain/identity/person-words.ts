// Words by which looks-like-person knows a natural person: titles, offices, sole traders' forms, Chinese family names.

export const PERSON_TITLES = /^\s*(?:(?:Mr|Mrs|Miss|Mme|Mlle|Messieurs|Dr|Engr|Eng|Ing|Prof|Hon|Shri|Smt|Sra|Srta|Dott|Herr|Frau|Monsieur|Madame|Señor|Señora|Sir|Capt)\b\.?|(?:Ms|Sr|Md|Arch|Lic|Dipl|Adv)\.)\s+/iu;
export const PERSON_TITLES_HAN = /(?:先生|女士|小姐|太太|博士)$/u;

/** Forms that are natural persons in law, as a column `legal form` may declare them. */
export const PERSON_FORMS = /individual (?:entrepreneur|business)|sole (?:trader|propriet)|natural person|private entrepreneur|persona (?:natural|física|fisica)|autónomo|个体|自然人|индивидуальный предприниматель|^(?:ИП|ФОП|IP|FOP|PFA)$/iu;

export const PERSON_MARKERS = new RegExp(
  [
    String.raw`\bindividual\s+(?:entrepreneur|business)\b`, String.raw`\bprivate\s+entrepreneur\b`, String.raw`\bsole\s+(?:trader|proprietor(?:ship)?)\b`, String.raw`\bas\s+(?:the\s+)?proprietor\b`, String.raw`\bpropriet(?:or|ress|aire|ario|aria)\b`,
    String.raw`\bprop\.`, String.raw`\b(?:PFA|P\.F\.A\.)\s*$|^\s*PFA\s`, String.raw`\be\.\s?K(?:fm|fr)?\.?\s*$`,
    String.raw`\bempres[aá]rio\s+individual\b`, String.raw`\bpersona\s+(?:natural|f[ií]sica)\b`, String.raw`\b-?\s*MEI\s*$`, "индивидуальный предприниматель", "个体工商户", "个体户", "个人独资经营者", "自然人",
  ].join("|"), "iu",
);

/** Before a name: an individual entrepreneur in the countries that write so. */
export const ENTREPRENEUR_PREFIX = /^\s*(?:IP|I\.P\.|FOP|ИП|ФОП|ЧП)\s+(?=\p{L}+(?:\s+\p{L}+\.?){1,3}\s*$)/iu;

/** An office and whose: `Founder and Owner of`, `Authorized/Legal Representative of`. */
export const ROLES = /(?:,|\s)\s*(?:(?:vice|deputy|managing|general|executive|authori[sz]ed|legal|former|sole|majority)[\s/-]*)*(?:president|chair(?:man|woman|person)?|director|founder|owner|share\s?holder|manager|repr\w*ntative|partner|ceo|principal|beneficial\s+owner|beneficiary)\b[^()]*\bof\b/iu;

/** Families trading together are a firm: `& Sons`, `Brothers`, `Hermanos`. */
export const KINSHIP_FIRM = /\b(?:sons?|bros\.?|brothers?|hermanos|irm[aã]os|fils|freres|frères|fratelli|s[öo]hne|gebr[üu]der|familia|kardesler|kardeşler)\b/iu;

/** Countries whose names are given or family names too. */
export const SPARE_COUNTRIES: ReadonlySet<string> = new Set(["JO", "GE", "TD", "IL", "ML"]);

export const HAN_ORGANISATION = /公司|集团|工厂|[厂店铺行社院所会局部处站队馆园场校司台署厅委办团坊斋堂号庄村县市省]$|中心|银行|大学|学校|医院|政府|协会|商会|基金|合作|联盟|法院|委员/u;

/** The commonest family names; two characters first. */
export const HAN_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])/u;
