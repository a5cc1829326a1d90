// Texts of strangers made fit to be shown: what steers the text around it unseen, and what a font cannot draw, is shown as its number,
// `〔U+1F600〕`. So nothing of the data is lost, and nothing acts in hiding.
/**
 * The text as fonts can draw it that draw the characters of which `draws` says so; each character replaced is also handed to `replaced`.
 * A letter and its marks become one character where there is one; line ends stay, tabs become spaces.
 */
export function drawnText(text: string, draws: (character: number) => boolean, replaced: (character: string) => void): string {
  let drawn = "";
  for (const sign of text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ").replaceAll(/\p{L}\p{M}+/gu, (marked) => marked.normalize("NFC"))) {
    const seen = sign === "\n" || (!/[\p{C}\p{Zl}\p{Zp}]/u.test(sign) && draws(sign.codePointAt(0) ?? 0));
    if (!seen) replaced(sign);
    drawn += seen ? sign : characterNumber(sign);
  }
  return drawn;
}

/** The text as plain text may hold it, for a reader who brings the fonts: control characters, halves of pairs and signs that turn the direction as their number. */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : characterNumber(sign)));
}

function characterNumber(sign: string): string {
  return `〔U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}〕`;
}
