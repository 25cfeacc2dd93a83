/**
 * The colours of a drawing. Inside the page they are custom properties, so that one drawing follows the theme; in a file of its own they are
 * fixed. Always presentation attributes, never style: the page's content security policy forbids inline style.
 */
export interface Paint {
  text: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  good: string;
  warn: string;
  bad: string;
  /** Text on a stage's colour. */
  ink: string;
  font: string;
  /** The colour of a stage; `at` is its place in the network, 0 to 1. */
  stage(at: number, face: Face): string;
}

export type Face = "front" | "top" | "side" | "edge";
export type Theme = "light" | "dark";

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif";

/** From blue-green through blue and violet to pink: one direction, so that order shows. */
const hue = (at: number): number => Math.round(185 + 165 * at);

export const PAGE: Paint = {
  text: "var(--text)",
  muted: "var(--muted)",
  line: "var(--line)",
  surface: "var(--surface)",
  accent: "var(--accent)",
  good: "var(--good)",
  warn: "var(--warn)",
  bad: "var(--bad)",
  ink: "var(--stage-ink)",
  font: "inherit",
  stage: (at, face) => `oklch(var(--stage-${face}) ${hue(at)})`,
};

/** Lightness and chroma of each face; the style sheet has the same. */
const FACES: Record<Theme, Record<Face, [number, number]>> = {
  light: { front: [0.8, 0.1], top: [0.89, 0.06], side: [0.68, 0.11], edge: [0.5, 0.11] },
  dark: { front: [0.74, 0.11], top: [0.83, 0.08], side: [0.58, 0.11], edge: [0.36, 0.07] },
};

const FIXED: Record<Theme, Omit<Paint, "stage" | "font">> = {
  light: {
    text: "#1b1f27", muted: "#5a6270", line: "#dfe3e9", surface: "#ffffff", accent: "#2158d0",
    good: "#16734a", warn: "#96500a", bad: "#c02434", ink: "#12161d",
  },
  dark: {
    text: "#e8ebf0", muted: "#a3abb9", line: "#363c47", surface: "#16191f", accent: "#7fa9ff",
    good: "#5ed39c", warn: "#f0b35c", bad: "#ff8a8f", ink: "#12161d",
  },
};

/** The colours of a file of its own. */
export function fixedPaint(theme: Theme): Paint {
  return {
    ...FIXED[theme],
    font: SANS,
    stage: (at, face) => {
      const [lightness, chroma] = FACES[theme][face];
      return hex(lightness, chroma, hue(at));
    },
  };
}

/** OKLCH to sRGB (Björn Ottosson, 2020). */
function hex(lightness: number, chroma: number, degrees: number): string {
  const a = chroma * Math.cos((degrees * Math.PI) / 180);
  const b = chroma * Math.sin((degrees * Math.PI) / 180);
  const l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
  const m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
  const s = Math.pow(lightness - 0.0894841775 * a - 1.291485548 * b, 3);
  return (
    "#" +
    [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ]
      .map((linear) => {
        const light = Math.min(1, Math.max(0, linear));
        const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return ("0" + Math.round(encoded * 255).toString(16)).slice(-2);
      })
      .join("")
  );
}
