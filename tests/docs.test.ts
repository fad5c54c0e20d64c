/** Documentation that can be wrong is held against what it speaks of: messages, links, commands. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

const PROJECT = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(PROJECT, file), 'utf8');
const PAGES = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: PROJECT })];

/** A sentence with `…` for whatever is filled in: Go's verbs, TypeScript's expressions. */
const pattern = (text: string) =>
  text
    .replace(/\\"/g, '"')
    .replace(/%(\[\d\])?[sd]/g, '…')
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

describe('the page about troubleshooting', () => {
  const page = read('docs/troubleshooting.md');
  const [, dataSource, setup] = page.split(/^## /m);
  const documented = [dataSource, setup]
    .flatMap((section) =>
      [...section.matchAll(/^\| (.+?) \| (.*?) ?\|/gm)].slice(1).flatMap(([, english, chinese]) => [english, chinese])
    )
    .filter((sentence) => sentence && !/^[-|]+$/.test(sentence));

  it('quotes only sentences that somebody can meet', () => {
    const files = globSync(['pkg/**/*.go', '{ledger,demo,package}/**/*.ts', 'src/**/*.{ts,tsx,json}'], {
      cwd: PROJECT,
    });
    const sources = files.map((file) => pattern(read(file))).join('\n');
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((sentence) => !sources.includes(sentence))).toEqual([]);
  });

  it('knows every failure of the data source in both languages', () => {
    const sentences = [...read('pkg/ledger/fault.go').matchAll(/(?:EN|ZH): "((?:[^"\\]|\\.)*)"/g)]
      .map(([, sentence]) => pattern(sentence))
      .filter((sentence) => sentence.length > 3);
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => !documented.includes(sentence))).toEqual([]);
  });
});

describe('the page about Kubernetes', () => {
  it('has values that can be read, with every variable of the data source', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(read('docs/kubernetes.md'))?.[1] ?? '';
    const { env, envFromSecrets } = parse(yaml) as {
      env: Record<string, string>;
      envFromSecrets: Array<{ name: string }>;
    };
    const secret = new RegExp(`# Secret ${envFromSecrets[0].name}: ([^\\n]*\\n[^\\n]*)`).exec(yaml)?.[1] ?? '';
    const asked = read('provisioning/datasources/ledger.yaml').match(/(?<=\$\{)[A-Z_]+(?=\})/g) ?? [];
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => env[name] === undefined && !secret.includes(name))).toEqual([]);
  });
});

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link.split('#')[0]);
    const broken = links.filter(
      (link) => link && !/^[a-z]+:/.test(link) && !fs.existsSync(path.join(PROJECT, path.dirname(page), link))
    );
    expect(broken).toEqual([]);
  });

  it('names commands of npm that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z0-9:]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
