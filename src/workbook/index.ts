/** The import format: what a workbook looks like, how it is read and checked. Runs in the browser and in Node. */
export { checkWorkbook, endOfCalendar, type CheckOptions, WITHDRAWN } from './checks';
export { nameKey, type RawCell, type Value } from './cells';
export * from './days';
export { emptyLedger, factKey, type Facts, type Grid, type Known, type KnownIndicator, type KnownUnit } from './known';
export { inLanguage, type Language, type Problem, say, type Sentence, writeProblem } from './problems';
export { type Column, type Register, REGISTER_NAMES, type RegisterName, registerOf, REGISTERS } from './registers';
export { readSheets, type Row, type Sheet, type Table, type Workbook } from './sheets';
