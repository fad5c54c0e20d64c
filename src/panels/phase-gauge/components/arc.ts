/** Geometry of rings. A share of 0 is at the lower left, 1 at the lower right, clockwise over the top. */

const START = (135 * Math.PI) / 180;
const SWEEP = (270 * Math.PI) / 180;

const round = (x: number) => Math.round(x * 100) / 100;

export function pointAt(cx: number, cy: number, radius: number, share: number): [number, number] {
  const angle = START + SWEEP * share;
  return [round(cx + radius * Math.cos(angle)), round(cy + radius * Math.sin(angle))];
}

/** The path of an arc from one share to another; '' where it has no length. */
export function arcPath(cx: number, cy: number, radius: number, from: number, to: number): string {
  if (to - from < 1e-4) {
    return '';
  }
  const [x1, y1] = pointAt(cx, cy, radius, from);
  const [x2, y2] = pointAt(cx, cy, radius, to);
  return `M${x1} ${y1}A${round(radius)} ${round(radius)} 0 ${(to - from) * 270 > 180 ? 1 : 0} 1 ${x2} ${y2}`;
}

export interface Rings {
  size: number;
  center: number;
  /** Radius of the middle of each ring's stroke, innermost first. */
  radii: number[];
  thickness: number;
  /** Radius that is free for words in the middle. */
  free: number;
}

/** Rings within a square of `size` pixels: the more phases, the thinner; the middle keeps nearly half of the radius. */
export function ringsOf(size: number, phases: number): Rings {
  const count = Math.max(phases, 1);
  const outer = size / 2 - 3;
  const pitch = Math.min((outer * 0.55) / count, Math.max(size * 0.078, 6));
  const thickness = Math.max(pitch * 0.68, 2);
  const radii = Array.from({ length: count }, (_, i) => outer - thickness / 2 - (count - 1 - i) * pitch);
  return { size, center: size / 2, radii, thickness, free: radii[0] - thickness / 2 - 2 };
}
