/** Writes the empty workbook to a file. */
import fs from 'node:fs/promises';
import { makeTemplate } from '../../src/workbook/template';

/** @throws Error with one sentence where the file cannot be written */
export async function writeTemplate(file: string): Promise<void> {
  if (!/\.xlsx$/i.test(file)) {
    throw new Error(`"${file}" does not end in .xlsx: give the template such a name.`);
  }
  const bytes = Buffer.from(await (await makeTemplate()).arrayBuffer());
  try {
    await fs.writeFile(file, bytes);
  } catch {
    throw new Error(`${file} cannot be written: check that the folder exists and that the file is not open in Excel.`);
  }
}
