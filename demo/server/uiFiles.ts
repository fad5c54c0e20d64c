/** The icons and fonts that @grafana/ui asks for: from npm packages where they are, else drawn by us. */
import path from 'node:path';
import { fileInside } from './files';

const MODULES = path.resolve(__dirname, '..', '..', 'node_modules');
const PACKAGED_ICONS = path.join(MODULES, '@grafana', 'ui', 'dist', 'public', 'img', 'icons');
const DRAWN_ICONS = path.join(__dirname, 'icons');
/** Grafana's file for a font, and the file of the same font on npm. */
const FONTS: Array<[RegExp, string]> = [
  [/\/inter\/Inter-Regular\.woff2$/, 'inter/files/inter-latin-400-normal.woff2'],
  [/\/inter\/Inter-Medium\.woff2$/, 'inter/files/inter-latin-500-normal.woff2'],
  [/\/inter\/Inter-Italic\.woff2$/, 'inter/files/inter-latin-400-italic.woff2'],
  [/\/inter\/Inter-MediumItalic\.woff2$/, 'inter/files/inter-latin-500-italic.woff2'],
  [/\/roboto\/[^/]+\.woff2$/, 'roboto-mono/files/roboto-mono-latin-400-normal.woff2'],
];

/** @param at `/public/build/img/icons/unicons/bell.svg` or `/public/fonts/…`. An unknown icon is drawn as a ring. */
export function uiFile(at: string): string | undefined {
  const icon = at.match(/\/img\/icons\/([a-z]+\/[A-Za-z0-9_-]+\.svg)$/)?.[1];
  if (icon) {
    return fileInside(PACKAGED_ICONS, icon) ?? fileInside(DRAWN_ICONS, path.basename(icon)) ?? path.join(DRAWN_ICONS, 'missing.svg');
  }
  const font = FONTS.find(([pattern]) => pattern.test(at))?.[1];
  return font && path.join(MODULES, '@fontsource', font);
}
