/** An empty workbook: one sheet per register with headers in both languages and drop-downs, and a sheet that explains. */
import writeXlsxFile from 'write-excel-file/universal';
import { type Column, type Register, REGISTERS } from './registers';

const HEADER = { fontWeight: 'bold', backgroundColor: '#DDE6F0', wrap: true, alignVertical: 'top' } as const;
const REQUIRED = { ...HEADER, backgroundColor: '#F5D9B5' } as const;
/** Excel's drop-downs reach this row. */
const LAST_ROW = 5000;
/** A list written into a drop-down may not be longer. */
const LONGEST_LIST = 255;

const bold = (value: string) => ({ value, ...HEADER });

const headerOf = (column: Column) => ({
  value: `${column.zh}\n${column.en}`,
  ...(column.required ? REQUIRED : HEADER),
});

function helpRows(): Array<Array<ReturnType<typeof bold> | string>> {
  const head = ['工作表 Sheet', '列 Column', '必填 Required', '可填 Allowed', '示例 Example', '说明', 'Help'].map(bold);
  const rows = REGISTERS.flatMap((register) =>
    register.columns.map((column) => [
      `${register.zh} ${register.en}`,
      `${column.zh} ${column.en}`,
      column.required ? '是 yes' : '',
      (column.words ?? []).map(({ zh, en }) => `${zh} ${en}`).join('; '),
      column.example,
      column.help.zh,
      column.help.en,
    ])
  );
  return [head, ...rows];
}

const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Drop-downs of a register's sheet, as the markup that Excel reads; empty where no column has a list of words. */
function dropDowns({ columns }: Register): string {
  const lists = columns.flatMap((column, index) => {
    const words = column.type === 'yes_no' ? ['是', '否'] : (column.words ?? []).map(({ zh }) => zh);
    const list = words.join(',');
    const cells = `${letter(index)}2:${letter(index)}${LAST_ROW}`;
    return words.length === 0 || list.length > LONGEST_LIST
      ? []
      : [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>"${escape(list)}"</formula1></dataValidation>`,
        ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** The template as an .xlsx file. */
export async function makeTemplate(): Promise<Blob> {
  const registers = REGISTERS.map((register) => ({
    sheet: register.zh,
    stickyRowsCount: 1,
    columns: register.columns.map(({ type }) => ({ width: type === 'text' ? 24 : 16 })),
    data: [register.columns.map(headerOf)],
    register,
  }));
  const help = {
    sheet: '说明 Help',
    stickyRowsCount: 1,
    columns: [20, 28, 12, 40, 20, 50, 60].map((width) => ({ width })),
    data: helpRows(),
    register: undefined,
  };
  const sheets = [help, ...registers];
  const validation = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (options: unknown) => {
            const register = (options as { register?: Register }).register;
            return (register && dropDowns(register)) || undefined;
          },
        },
      },
    },
  };
  return writeXlsxFile(sheets, { features: [validation] }).toBlob();
}
