import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import ts from 'typescript';
import { BASES, FORMATS, GROUPS, KINDS, LANGUAGES, MEASURES, ROLES, VIEWS } from './query';

const folder = path.resolve(__dirname, '..', '..', 'pkg', 'query');
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
const schema = read('query.schema.json');
const accepted: object[] = read('testdata/accepted.json');
const refused: Array<{ query: object; schema: boolean }> = read('testdata/refused.json');
// `x-enum-description` is the SDK's note beside an enumeration, no rule.
const validate = new Ajv({ allErrors: true }).addKeyword('x-enum-description').compile(schema);

describe('the query model', () => {
  it('accepts every query that the backend accepts', () => {
    for (const query of accepted) {
      expect({ query, valid: validate(query), errors: validate.errors }).toEqual({ query, valid: true, errors: null });
    }
  });

  it('tells from the schema alone which refused queries are misshapen', () => {
    for (const { query, schema: fits } of refused) {
      expect({ query, valid: validate(query) }).toEqual({ query, valid: fits });
    }
  });

  it('has the same words in TypeScript and in the schema', () => {
    const enumOf = (name: string) => schema.properties[name].enum;
    expect([...KINDS]).toEqual(enumOf('kind'));
    expect([...VIEWS].sort()).toEqual([...enumOf('view')].sort());
    expect([...GROUPS]).toEqual(enumOf('groupBy'));
    expect([...BASES]).toEqual(enumOf('basis'));
    expect([...MEASURES]).toEqual(enumOf('measure'));
    expect([...FORMATS]).toEqual(enumOf('format'));
    expect([...LANGUAGES, '']).toEqual(enumOf('language'));
    expect([...ROLES]).toEqual(schema.properties.scope.properties.departmentRole.enum);
  });

  it('has the same fields in TypeScript and in the schema', () => {
    // Grafana adds these two on the way to the backend; queries of alert rules keep them.
    const added = ['intervalMs', 'maxDataPoints'];
    expect([...fieldsOf('PolicyQuery'), ...added].sort()).toEqual(Object.keys(schema.properties).sort());
    expect(fieldsOf('Scope').sort()).toEqual(Object.keys(schema.properties.scope.properties).sort());
  });

  it('gives every accepted query the TypeScript type', () => {
    expect(problems(`export const queries: PolicyQuery[] = ${JSON.stringify(accepted)};`)).toEqual([]);
    expect(
      problems(`export const query: PolicyQuery = ${JSON.stringify({ ...accepted[0], kind: 'budgets' })};`)
    ).toHaveLength(1);
  });
});

const virtual = path.join(__dirname, 'query.fixtures.ts');

function programOf(code: string): ts.Program {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === virtual
      ? ts.createSourceFile(name, `import type { PolicyQuery, Scope } from './query';\n${code}`, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  host.fileExists = (name) => name === virtual || fileExists.call(host, name);
  return ts.createProgram([virtual], options, host);
}

function problems(code: string): string[] {
  const program = programOf(code);
  const file = program.getSourceFile(virtual);
  return program.getSemanticDiagnostics(file).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));
}

function fieldsOf(type: 'PolicyQuery' | 'Scope'): string[] {
  const program = programOf(`export declare const one: ${type};`);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(virtual)!;
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)[0];
  return checker
    .getTypeOfSymbol(symbol)
    .getProperties()
    .map((property) => property.name);
}
