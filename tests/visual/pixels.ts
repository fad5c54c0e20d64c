/** What a picture shows, pixel by pixel: the browser itself reads it. */
import type { Locator } from '@playwright/test';

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and opacity (0–255) of each pixel, line by line. */
  data: number[];
}

type Color = [red: number, green: number, blue: number];

async function pixelsOf(part: Locator): Promise<Pixels> {
  const png = (await part.screenshot({ animations: 'disabled' })).toString('base64');
  return part.page().evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const { width, height, context } = await createImageBitmap(new Blob([bytes])).then((image) => {
      const canvas = new OffscreenCanvas(image.width, image.height);
      const drawn = canvas.getContext('2d')!;
      drawn.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, context: drawn };
    });
    return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
  }, png);
}

const colorAt = ({ data, width }: Pixels, x: number, y: number): Color =>
  data.slice((y * width + x) * 4, (y * width + x) * 4 + 3) as Color;

/** 0 black to 255 white, as the eye weighs the three colours (ITU-R BT.601). */
const brightness = ([red, green, blue]: Color) => 0.299 * red + 0.587 * green + 0.114 * blue;

/** Which pixels of a small mark stand out from what is behind it; its colour is left out. */
export async function shapeOf(mark: Locator): Promise<boolean[]> {
  const pixels = await pixelsOf(mark);
  const behind = brightness(colorAt(pixels, 0, 0));
  return Array.from({ length: pixels.width * pixels.height }, (_, at) => {
    const color = colorAt(pixels, at % pixels.width, Math.floor(at / pixels.width));
    return Math.abs(brightness(color) - behind) > 40;
  });
}

/** How many pixels two shapes do not share. */
export const differenceOf = (a: boolean[], b: boolean[]) => a.filter((set, at) => set !== (b[at] ?? false)).length;

/** The colour of a part near its lower right corner, where it has no letters. */
export async function fillOf(part: Locator): Promise<Color> {
  const pixels = await pixelsOf(part);
  return colorAt(pixels, pixels.width - 8, pixels.height - 8);
}

/** How far two colours are apart for the eye (CIE76): about 2 is just noticeable, 5 is seen side by side. */
export function distance(a: Color, b: Color): number {
  const [one, other] = [labOf(a), labOf(b)];
  return Math.hypot(...one.map((part, at) => part - other[at]));
}

/** sRGB under daylight (D65) as CIE L*a*b*. */
function labOf(color: Color): number[] {
  const [r, g, b] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
