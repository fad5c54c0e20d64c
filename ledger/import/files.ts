/** Opens what an import is given: an .xlsx file, a .csv file, or a folder of .csv files. */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Problem, say, type Sheet } from '../../src/workbook';
import { readXlsx } from '../../src/workbook/xlsx';

export interface Opened {
  source: 'workbook' | 'csv';
  fileName: string;
  /** Of the file; of a folder, over the names and contents of its .csv files in the order of their names. */
  sha256: string;
  sheets: Sheet[];
  problems: Problem[];
}

/**
 * Opens a file or a folder. What cannot be read is a problem in the result, never thrown.
 *
 * @param location an .xlsx file, a .csv file named like its register, or a folder of such .csv files
 */
export async function openWorkbook(location: string): Promise<Opened> {
  const fileName = path.basename(path.resolve(location));
  const refused = (zh: string, en: string): Opened => ({
    source: 'workbook',
    fileName,
    sha256: '',
    sheets: [],
    problems: [{ sheet: fileName, message: say(zh, en) }],
  });
  let files: string[];
  try {
    const folder = (await fs.stat(location)).isDirectory();
    files = folder
      ? (await fs.readdir(location))
          .filter((name) => /\.csv$/i.test(name))
          .sort()
          .map((name) => path.join(location, name))
      : [location];
  } catch {
    return refused('打不开：请检查路径和权限。', 'This cannot be opened: check its path and rights.');
  }
  if (files.length === 0) {
    return refused(
      '文件夹里没有 .csv 文件：请每个台账放一个。',
      'The folder holds no .csv file: put one per register into it.'
    );
  }
  if (/\.csv$/i.test(files[0])) {
    return openCsv(fileName, files);
  }
  try {
    const bytes = await fs.readFile(location);
    return { source: 'workbook', fileName, sha256: sha256([bytes]), sheets: await readXlsx(bytes), problems: [] };
  } catch {
    return refused(
      '不是可读的 .xlsx 文件：请用 Excel 另存为 .xlsx（不加密码），或另存为 CSV。',
      'This is no readable .xlsx file: save it as .xlsx without a password, or as CSV.'
    );
  }
}

async function openCsv(fileName: string, files: string[]): Promise<Opened> {
  const opened: Opened = { source: 'csv', fileName, sha256: '', sheets: [], problems: [] };
  const contents: Array<Buffer | string> = [];
  for (const file of files) {
    const name = path.basename(file).replace(/\.csv$/i, '');
    try {
      const bytes = await fs.readFile(file);
      contents.push(path.basename(file), bytes);
      opened.sheets.push({ name, rows: readCsv(decode(bytes)) });
    } catch (error) {
      opened.problems.push({ sheet: path.basename(file), message: csvProblem(error) });
    }
  }
  return { ...opened, sha256: sha256(contents) };
}

function csvProblem(error: unknown) {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'NOT_TEXT') {
    return say(
      '编码既不是 UTF-8 也不是 GB18030：请另存为“CSV UTF-8”。',
      'This is neither UTF-8 nor GB18030: save it as "CSV UTF-8".'
    );
  }
  return code?.startsWith('CSV_')
    ? say(
        `第 ${lines ?? '?'} 行附近的引号不成对：请改正。`,
        `The quotes near line ${lines ?? '?'} do not match: correct them.`
      )
    : say('打不开：请检查权限。', 'This cannot be opened: check its rights.');
}

/** Text from UTF-8 (with or without a byte order mark), UTF-16 with a mark, or GB18030, which Chinese Excel writes. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  throw Object.assign(new Error('not text'), { code: 'NOT_TEXT' });
}

/** Rows of a CSV text, blank ones too, so that row numbers are those that Excel shows. Tabs separate where the header has them. */
function readCsv(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  return parse(text, {
    bom: true,
    delimiter: firstLine.includes('\t') ? '\t' : firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
}

function sha256(parts: Array<Buffer | string>): string {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest('hex');
}
