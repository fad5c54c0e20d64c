/**
 * Reads an Excel file into sheets. The library gives numbers without their format, and a cell that shows 84.1% holds
 * 0.841: cells formatted as percentages are therefore looked up in the file and become the text that they show, `84.1%`.
 */
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { RawCell } from './cells';
import type { Sheet } from './sheets';

/**
 * The sheets of an .xlsx file, in its order.
 *
 * @throws the library's error for what is no .xlsx file (an old .xls, a password-protected or damaged one)
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const sheets = (await readXlsxFile(buffer)).map(({ sheet, data }) => ({
    name: sheet,
    rows: data as unknown as RawCell[][],
  }));
  const percentages = findPercentages(bytes);
  for (const { name, rows } of sheets) {
    for (const [row, column] of percentages.get(name) ?? []) {
      const value = rows[row]?.[column];
      if (typeof value === 'number') {
        rows[row][column] = `${Number((value * 100).toPrecision(15))}%`;
      }
    }
  }
  return sheets;
}

type Places = Array<[row: number, column: number]>;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

const unescape = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[0-9a-f]+);/gi, (_, name: string) => {
    const plain: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return (
      plain[name.toLowerCase()] ??
      String.fromCodePoint(name[1].toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)))
    );
  });

/** Where each sheet has cells formatted as percentages, by the sheet's name. */
function findPercentages(bytes: Uint8Array): Map<string, Places> {
  const wanted = /^xl\/(workbook\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
  const files = unzipSync(bytes, { filter: ({ name }) => wanted.test(name.replace(/^\//, '')) });
  const text = (name: string) => strFromU8(files[name] ?? files[`/${name}`] ?? new Uint8Array());
  const styles = percentStyles(text('xl/styles.xml'));
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')?.replace(/^\/?(xl\/)?/, 'xl/'),
    ])
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => [
      unescape(attribute(tag, 'name') ?? ''),
      styles.size === 0 ? [] : percentCells(text(targets.get(attribute(tag, 'id')) ?? ''), styles),
    ])
  );
}

/** Indexes of the cell styles whose number format has a percent sign (built in: 9 and 10). */
function percentStyles(xml: string): Set<string> {
  const formats = new Set(['9', '10']);
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = unescape(attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\\./g, '');
    if (code.includes('%')) {
      formats.add(attribute(tag, 'numFmtId') ?? '');
    }
  }
  const cellStyles = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  const found = new Set<string>();
  [...cellStyles.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].forEach(([tag], index) => {
    if (formats.has(attribute(tag, 'numFmtId') ?? '')) {
      found.add(String(index));
    }
  });
  return found;
}

function percentCells(xml: string, styles: Set<string>): Places {
  const places: Places = [];
  for (const [tag] of xml.matchAll(/<(?:\w+:)?c\s[^>]*\ss="\d+"[^>]*>/g)) {
    const address = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'r') ?? '');
    if (address && styles.has(attribute(tag, 's') ?? '')) {
      const column = [...address[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      places.push([Number(address[2]) - 1, column]);
    }
  }
  return places;
}
