/** Documentation that can be wrong is held against what it speaks of: messages, links, commands, the other language. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

const PROJECT = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(PROJECT, file), 'utf8');
const PAGES = ['README.md', 'CHANGELOG.md', ...globSync(['docs/*.md', 'docs/zh-Hans/*.md'], { cwd: PROJECT })];
/** What those read who install, connect, import and answer alarms; pages for developers are in English alone. */
const IN_BOTH_LANGUAGES = [
  'alerting',
  'app',
  'backup',
  'dashboards',
  'data-source',
  'install',
  'kubernetes',
  'panels',
  'security',
  'troubleshooting',
  'upgrade',
  'workbook',
].map((name) => `${name}.md`);

/** A sentence with `…` for whatever is filled in: Go's verbs, TypeScript's expressions. */
const pattern = (text: string) =>
  text
    .replace(/\\"/g, '"')
    .replace(/%(\[\d\])?[sd]/g, '…')
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

/** The cells of every row of a page's tables, headings and rules left out. */
const rowsOf = (markdown: string) =>
  [...markdown.matchAll(/^\|.*\|$/gm)]
    .map(([line]) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
    )
    .filter((cells, index, all) => !isRule(cells) && !isRule(all[index + 1] ?? []));
const isRule = (cells: string[]) => cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));

describe('the pages about troubleshooting', () => {
  const messagesOf = (file: string) => {
    const [, dataSource, setup] = read(file).split(/^## /m);
    return [...rowsOf(dataSource), ...rowsOf(setup)].map(([first, second]) => [first, second]);
  };
  const messages = messagesOf('docs/troubleshooting.md');
  const documented = messages.flat().filter((sentence) => sentence);

  it('quote only sentences that somebody can meet', () => {
    const files = globSync(['pkg/**/*.go', '{ledger,demo,package}/**/*.ts', 'src/**/*.{ts,tsx,json}'], {
      cwd: PROJECT,
    });
    const sources = files.map((file) => pattern(read(file))).join('\n');
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((sentence) => !sources.includes(sentence))).toEqual([]);
  });

  it('know every failure of the data source in both languages', () => {
    const sentences = [...read('pkg/ledger/fault.go').matchAll(/(?:EN|ZH): "((?:[^"\\]|\\.)*)"/g)]
      .map(([, sentence]) => pattern(sentence))
      .filter((sentence) => sentence.length > 3);
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => !documented.includes(sentence))).toEqual([]);
  });

  it('quote the same sentences in the Chinese page, Chinese first', () => {
    const chinese = messagesOf('docs/zh-Hans/troubleshooting.md');
    expect(chinese.map(([zh, en]) => [en, zh])).toEqual(messages);
  });
});

describe('the Chinese pages', () => {
  it('are those that operators and clerks read', () => {
    expect(globSync('*.md', { cwd: path.join(PROJECT, 'docs/zh-Hans') }).sort()).toEqual(IN_BOTH_LANGUAGES);
  });

  /** What a reader types must not depend on the language; comments may. */
  const codeOf = (markdown: string) =>
    [...markdown.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, language, code]) => {
      const comment = language === 'sql' ? /(^|\s+)-- .*$/gm : /(^|\s+)# .*$/gm;
      const typed = code
        .replace(comment, '')
        .split('\n')
        .map((line) => line.trimEnd());
      return [language, ...typed.filter((line) => line !== '')];
    });
  const shapeOf = (markdown: string) => {
    const text = markdown.replace(/^ *```[\s\S]*?^ *```$/gm, '');
    return {
      headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
      lists: [...text.matchAll(/^ *(-|\d+\.) /gm)].map(([, mark]) => mark),
      tables: rowsOf(text).map((cells) => cells.length),
      variables: [...new Set(text.match(/\b(?:LEDGER|SHIGAN|GF|E2E|GRAFANA|DATABASE)_[A-Z_]+/g) ?? [])].sort(),
      code: codeOf(markdown),
    };
  };

  it.each(IN_BOTH_LANGUAGES)('%s says what the English page says, and each leads to the other', (page) => {
    const [english, chinese] = [read(`docs/${page}`), read(`docs/zh-Hans/${page}`)];
    expect(shapeOf(chinese)).toEqual(shapeOf(english));
    expect(english.split('\n')[2]).toBe(`[中文](zh-Hans/${page})`);
    expect(chinese.split('\n')[2]).toBe(`[English](../${page})`);
  });

  it.each(IN_BOTH_LANGUAGES)('%s leads to Chinese pages where there are any', (page) => {
    const links = [...read(`docs/zh-Hans/${page}`).matchAll(/\]\(\.\.\/([^)#/]+\.md)/g)].map(([, link]) => link);
    expect(links.filter((link) => IN_BOTH_LANGUAGES.includes(link) && link !== page)).toEqual([]);
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
