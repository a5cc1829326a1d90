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

/** Family names: those of the Hundred Family Surnames and some common ones it leaves out; two characters first. */
export const HAN_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|万俟|闻人|赫连|公羊|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|轩辕|钟离|宇文|长孙|鲜于|闾丘|司徒|司空|端木|百里|东郭|南宫|呼延|西门|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫覃付仝佟涂冼岳帅揭亓晋楚肇鄢亢况邝麦区伦])/u;
