/** How wide text will be, about: drawings are made where nothing can be measured. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    if (/[ ilj.,:;'|!\u202f]/.test(letter)) units += 0.29;
    else if (/[mwMW@%→×]/.test(letter)) units += 0.88;
    else if (/[A-Z]/.test(letter)) units += 0.67;
    else units += 0.57;
  }
  return units * size;
}

/** The text, cut to a width with an ellipsis. */
export function fit(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(cut + "…", size) > width) cut = cut.slice(0, -1);
  return cut + "…";
}

/** A coordinate, short: tenths of a pixel are enough. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
